package words

import "syscall"

// What the system says when a disk is full (ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL), or may only be
// read (ERROR_WRITE_PROTECT): Microsoft, System Error Codes 0 to 499.
var (
	diskFull = []error{syscall.Errno(39), syscall.Errno(112)}
	readOnly = []error{syscall.Errno(19)}
)
