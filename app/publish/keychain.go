package publish

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"time"

	"github.com/zalando/go-keyring"

	"peerage/app/sessionbus"
)

// Keychain is the Vault of the system: the Secret Service on Linux, the keychain of macOS, the credentials of
// Windows.
type Keychain struct{}

var _ Vault = Keychain{}

// service is under which name the system keeps what is Peerage's.
const service = "Peerage"

// keychainPatience is how long the system's answer is waited for. It may have to ask the user first.
const keychainPatience = 60 * time.Second

var (
	errNoKeychain = errors.New("there is no keychain")
	errSilent     = errors.New("the keychain did not answer")
)

// Get is described at Vault.
func (Keychain) Get(account string) (password string, err error) {
	var found string
	err = inTime(func() (err error) {
		found, err = keyring.Get(service, account)
		return err
	})
	if err != nil {
		return "", err
	}
	return found, nil
}

// Set is described at Vault.
func (Keychain) Set(account, password string) error {
	return inTime(func() error { return keyring.Set(service, account, password) })
}

// Delete is described at Vault.
func (Keychain) Delete(account string) error {
	return inTime(func() error { return keyring.Delete(service, account) })
}

// inTime asks the keychain. An answer that comes too late is not waited for: what waits for it stays until it
// comes or the program ends.
func inTime(ask func() error) error {
	if !reachable() {
		return errNoKeychain
	}
	answer := make(chan error, 1)
	go func() { answer <- ask() }()
	select {
	case err := <-answer:
		if errors.Is(err, keyring.ErrNotFound) {
			return ErrNoPassword
		}
		if err != nil {
			return fmt.Errorf("ask the keychain: %w", err)
		}
		return nil
	case <-time.After(keychainPatience):
		return errSilent
	}
}

// await returns the password that ask finds, or the error of ctx where that ends first: the keychain may have to ask
// the user, and whoever closes Peerage meanwhile does not wait for that.
func await(ctx context.Context, ask func() (string, error)) (string, error) {
	type answer struct {
		password string
		err      error
	}
	came := make(chan answer, 1)
	go func() {
		password, err := ask()
		came <- answer{password, err}
	}()
	select {
	case a := <-came:
		return a.password, a.err
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

// reachable reports whether asking the keychain has a prospect. On Linux it is reached over the session bus.
func reachable() bool {
	switch runtime.GOOS {
	case "windows", "darwin":
		return true
	}
	return sessionbus.Reachable()
}
