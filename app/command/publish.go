package command

import (
	"time"

	"peerage/app/publish"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/events"
	"peerage/data/store"
)

// NewPublisher returns what publishes the calendar of a store to the server that the settings name, with its
// password in the keychain of the system. speak and today are asked off the window's thread.
func NewPublisher(s *store.Store, speak func() *words.Words, today func() data.Day, now func() time.Time) *publish.Publisher {
	return publish.New(s, publish.NewSecrets(publish.Keychain{}), publish.Options{
		Words: speak, Phrases: func() events.Phrases { return CalendarPhrases(speak()) }, Today: today, Now: now, Zone: localZone,
	})
}
