package words

import (
	"testing"

	"peerage/data"
)

func TestOccasionsAreToldWithTheirDayAndTheYears(t *testing.T) {
	w := english(t)
	sunday := data.NewDay(2026, 11, 22)
	move := func(kind data.MoveKind) *data.Move {
		return &data.Move{Kinds: []data.MoveKind{kind}, To: data.Post{Title: "Engineering Manager", Employer: "Zenith"}}
	}
	for _, c := range []struct {
		o    data.Occasion
		want string
	}{
		{data.Occasion{Kind: data.Birthday, Day: sunday}, "Ana’s birthday is today."},
		{data.Occasion{Kind: data.Birthday, Day: sunday + 1, Years: 40}, "Ana turns 40 tomorrow."},
		{data.Occasion{Kind: data.Birthday, Day: sunday + 4}, "Ana’s birthday is on Thursday."},
		{data.Occasion{Kind: data.Birthday, Day: sunday + 6}, "Ana’s birthday is on Saturday."},
		{data.Occasion{Kind: data.Birthday, Day: sunday + 7}, "Ana’s birthday is on 29 November."},
		{data.Occasion{Kind: data.Birthday, Day: sunday + 50}, "Ana’s birthday is on 11 January 2027."},
		{data.Occasion{Kind: data.WorkAnniversary, Day: sunday, Years: 1, Text: "Zenith"}, "Today it is a year since Ana came to Zenith."},
		{data.Occasion{Kind: data.WorkAnniversary, Day: sunday + 4, Years: 10, Text: "Kestrel Labs, Inc."}, "On Thursday it is ten years since Ana came to Kestrel Labs, Inc."},
		{data.Occasion{Kind: data.WorkAnniversary, Day: sunday, InMonth: true, Years: 5, Text: "Zenith"}, "This month it is five years since Ana came to Zenith."},
		{data.Occasion{Kind: data.WorkAnniversary, Day: sunday + 9, InMonth: true, Years: 5, Text: "Zenith"}, "In December it is five years since Ana came to Zenith."},
		{data.Occasion{Kind: data.MoveAnniversary, Day: sunday, Years: 1, Move: move(data.Promotion)}, "Today it is a year since Ana became Engineering Manager at Zenith."},
		{data.Occasion{Kind: data.MoveAnniversary, Day: sunday, Years: 2, Move: move(data.Retired)}, "Today it is two years since Ana retired."},
		{data.Occasion{Kind: data.MoveAnniversary, Day: sunday, Years: 2, Move: move(data.NewEmployer)}, "Today it is two years since Ana came to Zenith."},
		{data.Occasion{Kind: data.OwnOccasion, Day: sunday + 1, Text: "the marathon"}, "Ana: the marathon, tomorrow."},
		{data.Occasion{Kind: data.OwnOccasion, Day: sunday, Years: 3, Text: "her\ndefence"}, "Ana: her defence, three years today."},
	} {
		c.o.Name = "Ana"
		if got := w.Occasion(c.o, sunday); got != c.want {
			t.Errorf("%+v: %q, want %q", c.o, got, c.want)
		}
	}
}

func TestATitleInACalendarSaysNothingOfWhen(t *testing.T) {
	w := english(t)
	day := data.NewDay(2026, 11, 22)
	promoted := &data.Move{Kinds: []data.MoveKind{data.Promotion}, To: data.Post{Title: "Engineering Manager", Employer: "Zenith"}}
	for _, c := range []struct {
		o    data.Occasion
		want string
	}{
		{data.Occasion{Kind: data.Birthday}, "Birthday: Ana"},
		{data.Occasion{Kind: data.Birthday, Years: 40}, "Ana turns 40"},
		{data.Occasion{Kind: data.WorkAnniversary, Years: 1, Text: "Zenith"}, "A year since Ana came to Zenith"},
		{data.Occasion{Kind: data.MoveAnniversary, Years: 2, Move: promoted}, "Two years since Ana became Engineering Manager at Zenith"},
		{data.Occasion{Kind: data.OwnOccasion, Text: "half marathon"}, "Ana: half marathon"},
		{data.Occasion{Kind: data.OwnOccasion, Years: 1, Text: "half\r\nmarathon"}, "Ana: half marathon, a year"},
		{data.Occasion{Kind: data.OwnOccasion, Years: 12, Text: "half marathon"}, "Ana: half marathon, twelve years"},
	} {
		c.o.Name, c.o.Day = "Ana", day
		if got := w.OccasionTitle(c.o); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}
