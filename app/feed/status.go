package feed

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"peerage/app/words"
)

// State says whether the calendar can be fetched just now.
type State int

const (
	Off       State = iota
	Serving         // by this process
	Elsewhere       // by another process of the same data
	Failing         // for the reason that Status.Failure gives
)

// Failure is what kept, or keeps, the calendar from those who ask for it.
type Failure string

const (
	PortTaken   Failure = "port_taken"   // another program listens there
	PortRefused Failure = "port_refused" // the system lets nobody listen there
	Unreadable  Failure = "unreadable"   // the file of the subscription
	NoCalendar  Failure = "no_calendar"  // the data could not be read
)

// Status is how the subscription stands.
type Status struct {
	Subscription
	State    State
	Fetched  time.Time // when it was last fetched at this address, zero for never
	Failure  Failure   // the last one at this address, "" for none
	FailedAt time.Time
}

// StatusElsewhere returns how the subscription of a data folder stands that another process serves, as far as
// that one has written it down.
func StatusElsewhere(folder string) Status {
	kept, err := Load(folder)
	r := recall(folder)
	s := Status{Subscription: kept, Fetched: moment(r.Fetched), Failure: r.Failure, FailedAt: moment(r.FailedAt)}
	switch {
	case err != nil:
		s.State, s.Failure = Failing, Unreadable
	case kept.On:
		s.State = Elsewhere
	}
	return s
}

// record is what is kept of how it went. It holds no word of any request.
type record struct {
	Fetched  int64   `json:"fetched,omitempty"` // milliseconds since 1970
	Failure  Failure `json:"failure,omitempty"`
	FailedAt int64   `json:"failed_at,omitempty"`
}

// recordName is the name of the file within the data folder that holds the record. Without it only
// what is said of the past is lost.
const recordName = "subscription-status.json"

func recall(folder string) record {
	var r record
	content, err := os.ReadFile(filepath.Join(folder, recordName))
	if err != nil || json.Unmarshal(content, &r) != nil {
		return record{}
	}
	return r
}

func forget(folder string) error {
	err := os.Remove(filepath.Join(folder, recordName))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}

func moment(milliseconds int64) time.Time {
	if milliseconds == 0 {
		return time.Time{}
	}
	return time.UnixMilli(milliseconds)
}

// Sentences says how the subscription stands: what holds now, when it was last fetched, and the last
// failure that is over. now tells the time zone and the day of the reader.
func (s Status) Sentences(w *words.Words, now time.Time) []string {
	said := []string{s.standing(w)}
	if s.State == Off && s.Fetched.IsZero() {
		return said
	}
	if s.Fetched.IsZero() {
		said = append(said, w.T("feed.never_fetched"))
	} else {
		said = append(said, w.T("feed.fetched", w.Past(s.Fetched, now)))
	}
	if s.Failure != "" && s.State != Failing {
		said = append(said, w.T("feed.failed_before", w.Past(s.FailedAt, now), words.Args{"Error": s.Failure.Sentence(w, s.Port)}))
	}
	return said
}

func (s Status) standing(w *words.Words) string {
	switch s.State {
	case Serving:
		return w.T("feed.serving")
	case Elsewhere:
		return w.T("feed.elsewhere")
	case Failing:
		return s.Failure.Sentence(w, s.Port)
	}
	return w.T("feed.off")
}

// Sentence says what went wrong and what to do about it.
func (f Failure) Sentence(w *words.Words, port int) string {
	number := words.Args{"Port": strconv.Itoa(port)}
	switch f {
	case PortTaken:
		return w.T("feed.port_taken", number)
	case PortRefused:
		return w.T("feed.port_refused", number)
	case Unreadable:
		return w.T("feed.unreadable", words.Args{"File": FileName})
	}
	return w.T("feed.no_calendar")
}
