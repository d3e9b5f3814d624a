package agent

import (
	"syscall"

	"golang.org/x/sys/windows"
)

// detached makes a process without a console, which Ctrl+C does not reach.
func detached() *syscall.SysProcAttr {
	return &syscall.SysProcAttr{CreationFlags: windows.DETACHED_PROCESS | windows.CREATE_NEW_PROCESS_GROUP}
}
