package words

import (
	"testing"

	"peerage/data"
)

func TestTheFactsOfARoleAreSaidInOneLine(t *testing.T) {
	w, today := english(t), data.NewDay(2026, 11, 22)
	manager := data.Standing{Track: data.Management, Level: data.ManagerLevel, Field: "engineering"}
	day := data.NewDay(2024, 5, 3)
	for want, r := range map[string]data.Role{
		"since April 2026 · in management, manager · LinkedIn positions": {From: data.PartialDay{Year: 2026, Month: 4}, Current: true, Source: data.FromOwnCareer, Standing: manager},
		"2016 to 2019 · stated by you":                                   {From: data.PartialDay{Year: 2016}, To: data.PartialDay{Year: 2019}, Source: data.Stated, Standing: data.UnknownStanding},
		"in management, manager, as you say · stated by you today":       {FirstSeen: today, LastSeen: today, Source: data.Stated, Standing: manager, Ruled: true},
		"LinkedIn connections, seen on 3 May 2024":                       {FirstSeen: day, LastSeen: day, Source: data.FromLinkedIn},
		"LinkedIn connections, seen from 3 May 2024 to 22 November":      {FirstSeen: day, LastSeen: today, Source: data.FromLinkedIn},
		"stated by you, seen from 3 May 2024 to 22 November":             {FirstSeen: day, LastSeen: today, Source: data.Stated},
		"not in management · stated by you":                              {Source: data.Stated, Standing: data.Standing{Track: data.Individual, Level: data.UnknownLevel}},
	} {
		if got := w.RoleFacts(&r, today); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
