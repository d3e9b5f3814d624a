package publish

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/zalando/go-keyring"

	"peerage/data"
)

// chest is a vault that the test opens and locks.
type chest struct {
	holds  map[string]string
	locked bool
	asked  int
}

var errShut = errors.New("shut")

func (c *chest) Get(account string) (string, error) {
	c.asked++
	if c.locked {
		return "", errShut
	}
	if password, ok := c.holds[account]; ok {
		return password, nil
	}
	return "", ErrNoPassword
}

func (c *chest) Set(account, password string) error {
	if c.locked {
		return errShut
	}
	c.holds[account] = password
	return nil
}

func (c *chest) Delete(account string) error {
	if _, ok := c.holds[account]; !ok {
		return ErrNoPassword
	}
	delete(c.holds, account)
	return nil
}

func TestAPasswordIsKeptInTheVaultOrInMemoryAlone(t *testing.T) {
	c := &chest{holds: map[string]string{}}
	s := NewSecrets(c)
	if _, err := s.Password("a"); !errors.Is(err, ErrLocked) {
		t.Error(err)
	}
	if !s.Keep("a", password) || c.holds["a"] != password {
		t.Error("not kept")
	}
	if got, err := NewSecrets(c).Password("a"); err != nil || got != password {
		t.Error("after a restart:", got, err)
	}
	if err := s.Forget("a"); err != nil || len(c.holds) != 0 {
		t.Error(err, c.holds)
	}
	if _, err := s.Password("a"); !errors.Is(err, ErrLocked) {
		t.Error("still known:", err)
	}
	if err := s.Forget("a"); err != nil {
		t.Error(err)
	}

	c.locked = true
	if s.Keep("a", password) {
		t.Error("kept in a vault that is locked")
	}
	if got, err := s.Password("a"); err != nil || got != password {
		t.Error("not in memory:", got, err)
	}
	if NewSecrets(nil).Keep("a", password) {
		t.Error("kept without a vault")
	}
}

func TestAVaultThatIsLockedAsksTheUserOnce(t *testing.T) {
	c := &chest{locked: true}
	s := NewSecrets(c)
	for range 10 {
		if _, err := s.Password("a"); !errors.Is(err, ErrLocked) {
			t.Error(err)
		}
	}
	if c.asked != 1 {
		t.Errorf("asked %d times", c.asked)
	}
	c.locked, c.holds = false, map[string]string{"a": password}
	s.Again("a")
	if got, err := s.Password("a"); err != nil || got != password {
		t.Error(got, err)
	}
}

func TestAPasswordGivenToAnotherProcessIsTakenUp(t *testing.T) {
	c := &chest{holds: map[string]string{}}
	d, _ := connected(t, false, "Ana")
	account := d.server.URL + " " + user
	c.holds[account] = "old"
	d.Publisher = d.publisher(NewSecrets(c))
	d.fails(data.ServerWrongPassword)
	d.fails(data.ServerWrongPassword)
	c.holds[account] = password
	d.syncs()
}

func TestAPasswordGoesFromOneProcessToAnother(t *testing.T) {
	d, uids := connected(t, false, "Ana")
	account, known, alone := d.Unkept(t.Context())
	if !alone || known != password {
		t.Fatal("without a keychain the password is to be handed on", alone)
	}
	d.Publisher = d.publisher(NewSecrets(&chest{locked: true}))
	d.fails(data.ServerLocked)
	if _, _, alone := d.Unkept(t.Context()); alone {
		t.Error("what is not known is handed on")
	}
	if err := d.Learn(t.Context(), "https://elsewhere.example ana", password); err != nil {
		t.Error(err)
	}
	d.fails(data.ServerLocked)
	if s, err := d.Status(t.Context()); err != nil || !s.LockedIn(d.Publisher.words()) {
		t.Errorf("%v, %+v", err, s)
	}
	if err := d.Learn(t.Context(), account, known); err != nil {
		t.Error(err)
	}
	select {
	case <-d.poke:
	default:
		t.Error("nothing is published until something changes")
	}
	d.server.drop(uids["Ana"])
	d.syncs()
	if s, err := d.Status(t.Context()); err != nil || s.LockedIn(d.Publisher.words()) {
		t.Errorf("%v, %+v", err, s)
	}
	if _, again, alone := d.Unkept(t.Context()); !alone || again != password {
		t.Error("it is not handed on to the next")
	}
	d.Publisher = d.publisher(NewSecrets(&chest{holds: map[string]string{}}))
	d.secrets.Keep(account, password)
	if _, _, alone := d.Unkept(t.Context()); alone {
		t.Error("what the keychain holds is handed on")
	}
}

func TestTheKeychainOfTheSystemIsAVault(t *testing.T) {
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
	keyring.MockInit()
	k := Keychain{}
	if _, err := k.Get("a"); err != ErrNoPassword {
		t.Error(err)
	}
	if err := k.Set("a", password); err != nil {
		t.Error(err)
	}
	if got, err := k.Get("a"); err != nil || got != password {
		t.Error(got, err)
	}
	if err := k.Delete("a"); err != nil {
		t.Error(err)
	}
	if err := k.Delete("a"); err != ErrNoPassword {
		t.Error(err)
	}
	keyring.MockInitWithError(errShut)
	if _, err := k.Get("a"); !errors.Is(err, errShut) || errors.Is(err, ErrNoPassword) {
		t.Error(err)
	}
}

// dumb is a vault that tells nothing until it is closed.
type dumb chan struct{}

func (d dumb) Get(string) (string, error) { <-d; return "", ErrNoPassword }
func (d dumb) Set(string, string) error   { return nil }
func (d dumb) Delete(string) error        { return nil }

func TestNobodyWhoEndsWaitsForTheKeychain(t *testing.T) {
	d, _ := connected(t, false, "Ana")
	vault := make(dumb)
	defer close(vault)
	p := d.publisher(NewSecrets(vault))
	for what, ask := range map[string]func(context.Context) (bool, error){"whether it is locked": p.Locked, "a round": p.sync} {
		ctx, end := context.WithCancel(t.Context())
		time.AfterFunc(50*time.Millisecond, end)
		if _, err := ask(ctx); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func TestNoBusIsStartedToAskTheKeychain(t *testing.T) {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return // they are asked without one
	}
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", "autolaunch:")
	if _, err := (Keychain{}).Get("ana"); !errors.Is(err, errNoKeychain) {
		t.Errorf("asked where there is no bus: %v", err)
	}
}

func TestThePasswordIsInNoFileAndNoSentence(t *testing.T) {
	d, uids := connected(t, false, "Ana")
	d.server.drop(uids["Ana"])
	d.syncs()
	d.server.failWith(down(500))
	d.clock = d.clock.Add(time.Minute)
	for _, err := range []error{d.goes(), d.Withdraw(t.Context(), true)} {
		if err == nil || strings.Contains(err.Error(), password) {
			t.Error(err)
		}
	}
	d.store.Close()
	found := 0
	err := filepath.WalkDir(filepath.Dir(d.store.Path()), func(path string, e os.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		found += len(content)
		if strings.Contains(string(content), password) {
			t.Errorf("%s holds the password", path)
		}
		return err
	})
	if err != nil || found == 0 {
		t.Error(err, found)
	}
}
