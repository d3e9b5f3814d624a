package feed_test

import (
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"peerage/app/feed"
	"peerage/app/words"
	"peerage/app/wordstest"
	"peerage/data"
)

// channel returns how the subscription is said to be doing, to all processes.
func (d *desk) channel() data.Channel {
	d.t.Helper()
	d.look()
	all, err := d.store.Channels(d.t.Context())
	if err != nil {
		d.t.Fatal(err)
	}
	return all[data.SubscriptionChannel]
}

func speaking(t *testing.T, d *desk) {
	t.Helper()
	w := wordstest.English(t)
	d.Speak = func() *words.Words { return w }
}

func TestAFetchIsRememberedOnceAMinuteAndMakesNoNewEdition(t *testing.T) {
	d := closed(t, t.TempDir())
	speaking(t, d)
	if _, err := feed.Switch(d.folder, true); err != nil {
		t.Fatal(err)
	}
	d.run()
	if got := d.channel(); got != (data.Channel{}) {
		t.Errorf("%+v before anybody fetched", got)
	}
	is(t, "first", d.get(), http.StatusOK)
	first := d.channel()
	if first.Succeeded == 0 || first.Trouble != "" {
		t.Errorf("%+v", first)
	}
	made := d.made.Load()
	is(t, "second", d.get(), http.StatusOK)
	if d.made.Load() != made {
		t.Error("to remember a fetch made a new edition")
	}
	d.now.put(noon.Add(30 * time.Second))
	is(t, "soon", d.get(), http.StatusOK)
	d.channel()
	d.now.put(noon.Add(2 * time.Minute))
	is(t, "later", d.get(), http.StatusOK)
	if got := d.channel(); got.Trouble != "" || got.Failed != 0 {
		t.Errorf("%+v", got)
	}
}

func TestAPortThatIsTakenIsRememberedInWords(t *testing.T) {
	d := closed(t, t.TempDir())
	speaking(t, d)
	kept, err := feed.Switch(d.folder, true)
	if err != nil {
		t.Fatal(err)
	}
	other, err := net.ListenTCP("tcp4", &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: kept.Port})
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	d.run()
	if got := d.channel(); got.Failed == 0 || !strings.HasPrefix(got.Trouble, "Another program uses port") {
		t.Errorf("%+v", got)
	}
}
