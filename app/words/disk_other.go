//go:build !windows

package words

import "syscall"

// What the system says when a disk is full, or may only be read, when another program has a file open, and of a name
// that is too long for a file.
var (
	diskFull = []error{syscall.ENOSPC, syscall.EDQUOT}
	readOnly = []error{syscall.EROFS}
	inUse    = []error{syscall.EBUSY, syscall.ETXTBSY}
	noName   = []error{syscall.ENAMETOOLONG}
)
