package parts

import (
	"context"
	"fmt"
	"net/url"
	"os/exec"
	"time"
)

// Open opens an address with the program that the user's system has for it, and fails when there is none.
// It may take a few seconds, so it is for off the window's thread.
func Open(ctx context.Context, u *url.URL) error { return open(ctx, u) }

// openWith runs a program on an address. It fails when the program is not there or ends as failed within
// the time that it is watched for; it may run on after that, as a browser does.
func openWith(ctx context.Context, program string, u *url.URL, watched time.Duration) error {
	command := exec.Command(program, u.String())
	if err := command.Start(); err != nil {
		return fmt.Errorf("open an address: %w", err)
	}
	ended := make(chan error, 1)
	go func() { ended <- command.Wait() }()
	timer := time.NewTimer(watched)
	defer timer.Stop()
	select {
	case err := <-ended:
		if err != nil {
			return fmt.Errorf("open an address with %s: %w", program, err)
		}
	case <-timer.C:
	case <-ctx.Done():
	}
	return nil
}
