package publish

import (
	"errors"
	"sync"

	"peerage/data"
)

// Vault keeps passwords beyond the end of the program, for nobody but the user. Its errors hold none.
type Vault interface {
	// Get returns the password of an account, or ErrNoPassword.
	Get(account string) (string, error)
	Set(account, password string) error
	Delete(account string) error
}

// ErrNoPassword is the error of a vault that works and holds no password of an account.
var ErrNoPassword = errors.New("no password is kept")

// ErrLocked is the error for a password that is not known: the vault holds none, or cannot be opened. The user
// has to be asked for it.
var ErrLocked = &data.ServerFailure{Reason: data.ServerLocked}

// Secrets knows the passwords of accounts: from the vault, or where that cannot be used from the user, until the
// program ends. No password is ever written to a file of Peerage. It may be used from any goroutine.
type Secrets struct {
	vault Vault

	mu     sync.Mutex
	known  map[string]string
	unkept map[string]bool // is known here alone
	asked  map[string]bool // the vault did not tell, and is not asked again, since it may ask the user each time
}

// NewSecrets returns passwords that are kept in a vault, or with nil in memory alone.
func NewSecrets(vault Vault) *Secrets {
	return &Secrets{vault: vault, known: map[string]string{}, unkept: map[string]bool{}, asked: map[string]bool{}}
}

// Password returns the password of an account, or ErrLocked.
func (s *Secrets) Password(account string) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if password, ok := s.known[account]; ok {
		return password, nil
	}
	if s.vault == nil || s.asked[account] {
		return "", ErrLocked
	}
	password, err := s.vault.Get(account)
	if err != nil {
		// One that holds no password is asked again: another Peerage may put it there.
		s.asked[account] = !errors.Is(err, ErrNoPassword)
		return "", ErrLocked
	}
	s.known[account] = password
	return password, nil
}

// Keep remembers the password of an account. It returns whether it stays beyond the end of the program: without
// a vault the user has to be asked again then.
func (s *Secrets) Keep(account, password string) (stays bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.known[account] = password
	stays = s.vault != nil && s.vault.Set(account, password) == nil
	s.unkept[account] = !stays
	return stays
}

// Learn remembers the password of an account that another process of the user has been given, until the program ends.
func (s *Secrets) Learn(account, password string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.known[account], s.unkept[account] = password, true
}

// Unkept returns the password of an account where it is known in this process alone.
func (s *Secrets) Unkept(account string) (password string, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.known[account], s.unkept[account]
}

// Again forgets what is remembered here alone, so that the vault is asked again.
func (s *Secrets) Again(account string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.vault == nil {
		return
	}
	if kept, err := s.vault.Get(account); err == nil {
		s.known[account] = kept
		delete(s.unkept, account)
	}
	delete(s.asked, account)
}

// Forget forgets the password of an account everywhere.
func (s *Secrets) Forget(account string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.known, account)
	delete(s.unkept, account)
	if s.vault == nil {
		return nil
	}
	if err := s.vault.Delete(account); err != nil && !errors.Is(err, ErrNoPassword) {
		return err
	}
	return nil
}
