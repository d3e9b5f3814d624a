package parts

import (
	"context"
	"fmt"
	"net/url"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
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

// FileAddress returns the address of a file or a folder, as Open takes it.
func FileAddress(path string) *url.URL {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // a drive of Windows: file:///C:/…
	}
	return &url.URL{Scheme: "file", Path: path}
}

// FilePath returns the path that is in the address of a file, as this system has it.
func FilePath(u *url.URL) string { return filePath(u, runtime.GOOS == "windows") }

// filePath is FilePath on Windows, where a drive stands behind a slash, or elsewhere, where it is a folder's name.
func filePath(u *url.URL, windows bool) string {
	if p := u.Path; windows && len(p) > 2 && p[0] == '/' && p[2] == ':' {
		return p[1:]
	}
	return u.Path
}

// plainPlace returns what Windows is asked to open for an address: of a file its path, whose letters some programs
// there read wrongly where an address has them as octets of UTF-8.
func plainPlace(u *url.URL) string {
	if u.Scheme != "file" {
		return u.String()
	}
	return strings.ReplaceAll(filePath(u, true), "/", `\`)
}
