//go:build !windows

package agent

import "syscall"

// detached makes a process the first of its own session, which no terminal and no signal to a group reaches.
func detached() *syscall.SysProcAttr { return &syscall.SysProcAttr{Setsid: true} }
