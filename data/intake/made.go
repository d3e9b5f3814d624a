package intake

import (
	"context"
	"slices"

	"peerage/data/store"
)

// made is the work behind the last plan, and what it was made of. Who looks at a plan mostly applies
// it next, when nothing has changed: the work need not be done again then.
type made struct {
	version store.Version
	files   []File
	work    *work
}

// keep remembers the work behind a plan. The version is that of the file before the plan was made.
func (in *Importer) keep(version store.Version, files []File, w *work) {
	in.made = made{version, slices.Clone(files), w}
}

// again returns the work kept of the same files, to go on within tx; nil when there is none or when
// the file was written to since. Work is gone on with once.
func (in *Importer) again(ctx context.Context, tx *store.Tx, files []File) (*work, error) {
	kept := in.made
	in.made = made{}
	if kept.work == nil || !sameFiles(kept.files, files) {
		return nil, nil
	}
	version, err := tx.Version()
	if err != nil || version != kept.version {
		return nil, err
	}
	kept.work.ctx, kept.work.tx = ctx, tx
	return kept.work, nil
}

// sameFiles reports whether two lists hold the same files, read once, of the same days.
func sameFiles(a, b []File) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i].Day != b[i].Day || !sameList(a[i].People, b[i].People) || !sameList(a[i].Roles, b[i].Roles) ||
			!sameList(a[i].Exchanges, b[i].Exchanges) || !sameList(a[i].Problems, b[i].Problems) {
			return false
		}
	}
	return true
}

// sameList reports whether a and b are one list, not two that are alike.
func sameList[T any](a, b []T) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}
