package instance

import (
	"errors"
	"strings"
	"testing"
)

const ana = "0f8fad5b-d9cb-469f-a165-70867728950e"

func TestLinksLeadToTheirPlaces(t *testing.T) {
	for text, want := range map[string]Link{
		"peerage:": {Place: TodayPlace}, "peerage://": {Place: TodayPlace}, "PEERAGE:Today": {Place: TodayPlace},
		"peerage:log": {Place: LogPlace}, "peerage://log/": {Place: LogPlace},
		"peerage:person/" + ana: Person(ana), "peerage://person/" + ana: Person(ana), "peerage://person/" + ana + "/": Person(ana),
		"Peerage:Person/" + strings.ToUpper(ana): Person(ana),
	} {
		got, err := ParseLink(text)
		if err != nil || got != want {
			t.Errorf("%q: %+v, %v", text, got, err)
		}
	}
}

func TestWhatIsNoLinkIsRefused(t *testing.T) {
	for _, text := range []string{
		"", "peerage", "peerages:log", "xpeerage:log", "http://log", "peerage:settings", "peerage:person", "peerage:person/",
		"peerage:person/1", "peerage:person/" + ana + "?x=1", "peerage:person/" + ana + "#x", "peerage:person/" + ana + "/edit",
		"peerage:person/../" + ana, "peerage:person/%30f8fad5b-d9cb-469f-a165-70867728950e", "peerage:person\\" + ana,
		"peerage:log\x00", "peerage:log\nlog", " peerage:log", "peerage: log", "peerage:" + strings.Repeat("/", 200),
		"peerage:person/" + strings.ReplaceAll(ana, "a", "а"), "peerage:--data=/tmp", "peerage:\xff",
	} {
		if got, err := ParseLink(text); !errors.Is(err, ErrNoLink) || got != (Link{}) {
			t.Errorf("%q: %+v, %v", text, got, err)
		}
	}
}

func FuzzALinkLeadsToAPlaceOrIsRefused(f *testing.F) {
	for _, seed := range []string{"peerage:", "peerage://person/" + ana, "PEERAGE:log/", "peerage:person/x", "peerage:%2f"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		l, err := ParseLink(text)
		if err != nil {
			if l != (Link{}) {
				t.Fatalf("%q is refused and leads to %+v", text, l)
			}
			return
		}
		again, err := ParseLink(l.String())
		if err != nil || again != l {
			t.Fatalf("%q leads to %+v, written %q: %+v, %v", text, l, l, again, err)
		}
		if l.Place == PersonPlace && (len(l.Person) != 36 || strings.Trim(l.Person, "0123456789abcdef-") != "") {
			t.Fatalf("%q names the person %q", text, l.Person)
		}
	})
}
