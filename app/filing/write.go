package filing

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Write puts content in place of the file at path: whole, or not at all. A link is followed; what
// is no file and no folder, such as a pipe or a device, is written to.
func Write(path string, content []byte) error {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	mode := fs.FileMode(0o600) // a new file is the user's own
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return err
	case info.IsDir():
		return &fs.PathError{Op: "write", Path: path, Err: fs.ErrInvalid}
	case !info.Mode().IsRegular():
		return writeInto(path, content)
	default:
		mode = info.Mode().Perm()
	}
	part, err := os.CreateTemp(filepath.Dir(path), "."+strings.TrimPrefix(filepath.Base(path), ".")+"-*")
	if err != nil {
		return at(path, err)
	}
	defer os.Remove(part.Name())
	if err := errors.Join(fill(part, content, mode), part.Close()); err != nil {
		return at(path, err)
	}
	return os.Rename(part.Name(), path)
}

// at makes an error one of the file that was to be written: the name of the part says nothing to anyone.
func at(path string, err error) error {
	var tried *fs.PathError
	if errors.As(err, &tried) {
		tried.Path = path
	}
	return err
}

// fill writes a new file down to the disk, with the rights it is to have.
func fill(part *os.File, content []byte, mode fs.FileMode) error {
	if _, err := part.Write(content); err != nil {
		return err
	}
	if err := part.Sync(); err != nil {
		return err
	}
	// Some file systems know no rights and refuse to change them; a new file has the right ones.
	if info, err := part.Stat(); err != nil || info.Mode().Perm() == mode {
		return err
	}
	return part.Chmod(mode)
}

// writeInto writes to what is there and no file.
func writeInto(path string, content []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	return errors.Join(err, f.Close())
}
