//go:build !linux

package agent

import "context"

// watch returns nil: kqueue would open each file, and closing one drops the locks that SQLite holds on it.
func watch(context.Context, string) <-chan struct{} { return nil }
