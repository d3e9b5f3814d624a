//go:build !ci

package parts

import (
	"context"
	"fmt"
	"net/url"
	"syscall"
	"unsafe"
)

var shellExecute = syscall.NewLazyDLL("shell32.dll").NewProc("ShellExecuteW")

// What ShellExecute is asked, and the least of what it returns where something was opened (shellapi.h).
const (
	showNormal = 1
	leastDone  = 33
)

// open asks the desktop itself: the toolkit starts a program that does, and that does not tell when there is
// nothing to open the address with.
func open(_ context.Context, u *url.URL) error {
	verb, err := syscall.UTF16PtrFromString("open")
	if err != nil {
		return err
	}
	place, err := syscall.UTF16PtrFromString(plainPlace(u))
	if err != nil {
		return fmt.Errorf("open an address: %w", err)
	}
	done, _, err := shellExecute.Call(0, uintptr(unsafe.Pointer(verb)), uintptr(unsafe.Pointer(place)), 0, 0, showNormal)
	if done < leastDone {
		return fmt.Errorf("open an address: %w", err)
	}
	return nil
}
