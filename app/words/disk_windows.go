package words

import "syscall"

// What the system says when a disk is full (ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL), or may only be read
// (ERROR_WRITE_PROTECT), when another program has a file open (ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION), and of a
// name that no file can have (ERROR_INVALID_NAME): Microsoft, System Error Codes 0 to 499.
var (
	diskFull = []error{syscall.Errno(39), syscall.Errno(112)}
	readOnly = []error{syscall.Errno(19)}
	inUse    = []error{syscall.Errno(32), syscall.Errno(33)}
	noName   = []error{syscall.Errno(123)}
)
