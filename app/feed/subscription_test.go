package feed_test

import (
	"encoding/base32"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"peerage/app/feed"
)

func TestTheAddressHoldsATokenOf256Bits(t *testing.T) {
	seen := map[string]bool{}
	for range 50 {
		s, err := feed.Ready(t.TempDir())
		if err != nil {
			t.Fatal(err)
		}
		bits, err := base32.StdEncoding.WithPadding(base32.NoPadding).DecodeString(strings.ToUpper(s.Token))
		if err != nil || len(bits) != 32 || seen[s.Token] {
			t.Errorf("token %q: %d octets, %v", s.Token, len(bits), err)
		}
		seen[s.Token] = true
		if s.Port < 20000 || s.Port >= 30000 {
			t.Errorf("port %d is among those that systems hand out", s.Port)
		}
	}
}

func TestTheAddressIsWrittenForProgramsAndForTheSystem(t *testing.T) {
	s := feed.Subscription{Port: 23456, Token: "abc"}
	if got := s.Address(); got != "http://127.0.0.1:23456/calendar/abc.ics" {
		t.Error(got)
	}
	if got := s.Webcal(); got != "webcal://127.0.0.1:23456/calendar/abc.ics" {
		t.Error(got)
	}
}

func TestTheTokenIsForTheUsersEyesOnly(t *testing.T) {
	folder := t.TempDir()
	if _, err := feed.Switch(folder, true); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(folder, feed.FileName)
	mode := func() fs.FileMode {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		return info.Mode().Perm()
	}
	if runtime.GOOS == "windows" { // where the folder's rights hold
		return
	}
	if mode() != 0o600 {
		t.Errorf("the file has the rights %v", mode())
	}
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := feed.Load(folder); err != nil || mode() != 0o600 {
		t.Errorf("a file that others may read stays so: %v, %v", mode(), err)
	}
	left, err := os.ReadDir(folder)
	if err != nil || len(left) != 1 {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestSwitchingChangesNothingElse(t *testing.T) {
	folder := t.TempDir()
	on, err := feed.Switch(folder, true)
	if err != nil || !on.On {
		t.Fatal(on, err)
	}
	off, err := feed.Switch(folder, false)
	if err != nil || off.On || off.Port != on.Port || off.Token != on.Token {
		t.Errorf("%+v, before %+v, %v", off, on, err)
	}
	ready, err := feed.Ready(folder)
	if err != nil || ready != off {
		t.Errorf("%+v, before %+v, %v", ready, off, err)
	}
	renewed, err := feed.Renew(t.Context(), folder)
	if err != nil || renewed.On || renewed.Port != on.Port || renewed.Token == on.Token {
		t.Errorf("%+v, before %+v, %v", renewed, off, err)
	}
}

func TestWithoutADataFolderThereIsNoSubscription(t *testing.T) {
	nowhere := filepath.Join(t.TempDir(), "nowhere")
	if s, err := feed.Load(nowhere); err != nil || s != (feed.Subscription{}) {
		t.Error(s, err)
	}
	if _, err := feed.Switch(nowhere, true); err == nil {
		t.Error("it is switched on where it cannot be kept")
	}
	if _, err := os.Stat(nowhere); err == nil {
		t.Error("the folder was made")
	}
}
