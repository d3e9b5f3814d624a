//go:build !windows

package feed

import "syscall"

// addressInUse is what the system says of a port on which somebody listens.
const addressInUse = syscall.EADDRINUSE
