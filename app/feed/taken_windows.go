package feed

import "syscall"

// addressInUse is what the system says of a port on which somebody listens: WSAEADDRINUSE (Microsoft,
// Windows Sockets Error Codes).
const addressInUse = syscall.Errno(10048)
