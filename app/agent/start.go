package agent

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
)

// Start starts this program with other arguments, as a process that does not end with this one and hears
// nothing of it.
func Start(args ...string) error {
	program, err := Program()
	if err != nil {
		return err
	}
	c := exec.Command(program, args...)
	c.SysProcAttr = detached()
	if home, err := os.UserHomeDir(); err == nil {
		c.Dir = home // which nobody wants to unmount
	}
	if err := c.Start(); err != nil {
		return fmt.Errorf("start Peerage: %w", err)
	}
	go c.Wait() // for as long as this one runs, it is told how the other ended
	return nil
}

// replaced is what Linux adds to the path of a program that was replaced while it runs.
const replaced = " (deleted)"

// Program returns the path of this program, also after an update has put another one in its place.
func Program() (string, error) {
	path, err := os.Executable()
	if now, was := strings.CutSuffix(path, replaced); was {
		if _, err := os.Stat(now); err == nil {
			return now, nil
		}
	}
	return path, err
}
