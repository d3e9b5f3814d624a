package agent

import (
	"context"
	"os"
	"time"

	"golang.org/x/sys/unix"
)

// watch returns a channel that gets something when a file in a folder was written (inotify(7)), until ctx ends;
// nil where the system has no watch to give.
//
// It watches the folder and opens no file: closing one would drop the locks that SQLite holds on it.
func watch(ctx context.Context, folder string) <-chan struct{} {
	fd, err := unix.InotifyInit1(unix.IN_CLOEXEC | unix.IN_NONBLOCK)
	if err != nil {
		return nil
	}
	events := os.NewFile(uintptr(fd), "inotify")
	if _, err := unix.InotifyAddWatch(fd, folder, unix.IN_MODIFY|unix.IN_MOVED_TO|unix.IN_DELETE); err != nil {
		events.Close()
		return nil
	}
	context.AfterFunc(ctx, func() { events.Close() })
	written := make(chan struct{}, 1)
	go func() {
		buffer := make([]byte, 4096)
		for {
			if _, err := events.Read(buffer); err != nil {
				return
			}
			nudge(written)
			time.Sleep(settling) // what is written meanwhile is one wake-up more, not thousands
		}
	}()
	return written
}
