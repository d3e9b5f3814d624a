package linkedin

import (
	"archive/zip"
	"compress/flate"
	"errors"
	"io"
	"path"
	"slices"
	"strings"

	"peerage/data"
)

// Limits on an archive. LinkedIn's own hold some thirty files; the largest that is read has a few
// megabytes.
const (
	maxFiles     = 1000
	maxUnpacked  = 64 << 20  // bytes of one file
	maxTotal     = 256 << 20 // bytes of all files together
	maxDirectory = 4 << 20   // bytes of the archive's table of contents
)

// errTooLarge ends the reading of what exceeds a limit.
var errTooLarge = errors.New("linkedin: the archive unpacks to more than is allowed")

// encrypted is the flag of a file that needs a password (APPNOTE 4.4.4, bit 0).
const encrypted = 1

// readArchive reads each file in a zip, whatever it is called. Files of other kinds, further archives
// among them, are named as skipped; an archive of nothing else is not recognised.
func readArchive(name string, r io.ReaderAt, size int64) []data.Reading {
	in := &directoryReader{ReaderAt: r, left: maxDirectory}
	z, err := zip.NewReader(in, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // paths are never used
		if !errors.Is(err, errTooLarge) {
			return []data.Reading{failed(name, data.ArchiveBroken)}
		}
		return []data.Reading{failed(name, data.ArchiveTooLarge)}
	}
	in.left = -1
	var out []data.Reading
	known := false
	left := int64(maxTotal)
	for _, f := range tablesFirst(z.File) {
		if strings.HasSuffix(f.Name, "/") || strings.HasPrefix(f.Name, "__MACOSX/") {
			continue
		}
		if len(out) == maxFiles {
			return append(out, failed(name, data.ArchiveTooLarge))
		}
		readings := readFile(f, &left)
		known = known || !isSkipped(readings[0])
		out = append(out, readings...)
	}
	switch {
	case len(out) == 0:
		return []data.Reading{failed(name, data.EmptyFile)}
	case !known:
		return []data.Reading{failed(name, data.NotRecognised)}
	}
	return out
}

// tablesFirst puts the tables of an archive that has too many files before all else, pictures and articles
// for the most part.
func tablesFirst(files []*zip.File) []*zip.File {
	if len(files) <= maxFiles {
		return files
	}
	isTable := func(f *zip.File) bool { return strings.EqualFold(path.Ext(f.Name), ".csv") }
	return append(slices.DeleteFunc(slices.Clone(files), func(f *zip.File) bool { return !isTable(f) }),
		slices.DeleteFunc(slices.Clone(files), isTable)...)
}

// isSkipped reports whether a reading says no more than that its file is of another kind.
func isSkipped(r data.Reading) bool {
	return len(r.Problems) == 1 && r.Problems[0].Reason == data.FileSkipped
}

// readFile reads one file of an archive, of which left bytes may still be unpacked.
func readFile(f *zip.File, left *int64) []data.Reading {
	name, _ := cut(clean(f.Name), 255)
	if f.Flags&encrypted != 0 {
		return []data.Reading{failed(name, data.ArchiveLocked)}
	}
	unpacked, err := f.Open()
	if err != nil {
		return []data.Reading{failed(name, reasonFor(err))}
	}
	defer unpacked.Close()
	out := readTables(name, &limitedReader{unpacked, maxUnpacked, left})
	for _, p := range out[len(out)-1].Problems {
		switch p.Reason {
		case data.NotRecognised, data.NotText, data.EmptyFile:
			return []data.Reading{failed(name, data.FileSkipped)}
		case data.ArchiveTooLarge: // the beginning of a bomb is no more to be trusted than the rest
			return []data.Reading{failed(name, data.ArchiveTooLarge)}
		}
	}
	return out
}

// isBroken reports whether err says that a zip is damaged.
func isBroken(err error) bool {
	var corrupt flate.CorruptInputError
	return errors.Is(err, zip.ErrFormat) || errors.Is(err, zip.ErrChecksum) || errors.Is(err, io.ErrUnexpectedEOF) ||
		errors.As(err, &corrupt)
}

// limitedReader gives no more than left bytes, nor more than total, which many share.
type limitedReader struct {
	io.Reader
	left  int64
	total *int64
}

// Read implements io.Reader. It returns errTooLarge once more is asked for than is allowed: what a
// zip says of its sizes is never relied on.
func (r *limitedReader) Read(p []byte) (int, error) {
	room := min(r.left, *r.total)
	if room < 0 {
		return 0, errTooLarge
	}
	if int64(len(p)) > room+1 { // one more, to tell a file of just that size from a longer one
		p = p[:room+1]
	}
	n, err := r.Reader.Read(p)
	r.left -= int64(n)
	*r.total -= int64(n)
	if int64(n) > room {
		return n - 1, errTooLarge
	}
	return n, err
}

// directoryReader bounds what zip.NewReader reads, because it takes memory for every file that the
// table of contents lists, and a small archive may list millions. A negative left is no bound.
type directoryReader struct {
	io.ReaderAt
	left int64
}

// ReadAt implements io.ReaderAt.
func (r *directoryReader) ReadAt(p []byte, off int64) (int, error) {
	if r.left < 0 {
		return r.ReaderAt.ReadAt(p, off)
	}
	if int64(len(p)) > r.left {
		return 0, errTooLarge
	}
	r.left -= int64(len(p))
	return r.ReaderAt.ReadAt(p, off)
}
