//go:build !windows

package words

import "syscall"

// What the system says when a disk is full, or may only be read.
var (
	diskFull = []error{syscall.ENOSPC, syscall.EDQUOT}
	readOnly = []error{syscall.EROFS}
)
