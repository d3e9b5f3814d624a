// Command readers writes the calendars that other programs are to read in make test, into the folder of its
// argument: NAME.ics, and NAME.txt with what has to be found in it, one event a line: UID, start and title
// with tabs between them.
package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"peerage/app/command"
	"peerage/app/words"
	"peerage/assets"
	"peerage/data"
	"peerage/data/calendar"
	"peerage/data/events"
	"peerage/data/store"
)

// today is the day on which the calendars are written.
var today = data.NewDay(2026, time.November, 22)

// strangers are names as files bring them.
var strangers = []string{
	"Ana Souza", "$(calc)", `"; calc`, "<b>Ann</b> & Co", "Ann\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Eve", "BEGIN:VALARM, of Acme; Sons\\Co",
	"Zoë Müller", "محمد العربي", "李小龙", "👩‍💻 Ada Lovelace", "O'Neill\tX", strings.Repeat("長", 200), strings.Repeat("é", 300), strings.Repeat(";", 100),
}

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: readers FOLDER")
	}
	if err := writeAll(context.Background(), os.Args[1]); err != nil {
		log.Fatal(err)
	}
}

func writeAll(ctx context.Context, folder string) error {
	speak, err := words.Load(assets.Translations(), "en")
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "peerage-readers-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	s, err := store.Open(dir, func() time.Time { return today.Time().Add(12 * time.Hour) })
	if err != nil {
		return err
	}
	defer s.Close()
	write := func(name string, p data.Preferences, zone *time.Location) error {
		all, err := events.All(ctx, s, p, today, command.CalendarPhrases(speak))
		if err != nil {
			return err
		}
		file, err := calendar.Encode(all, calendar.Book{Name: speak.CalendarName(), Zone: zone})
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(folder, name+".ics"), file, 0o600); err != nil {
			return err
		}
		return os.WriteFile(filepath.Join(folder, name+".txt"), []byte(found(all, zone)), 0o600)
	}
	p := data.DefaultPreferences()
	p.CalendarSaid = true
	if err := write("empty", p, nil); err != nil {
		return err
	}
	if err := s.Write(ctx, "fill", fill); err != nil {
		return err
	}
	if err := write("days", p, nil); err != nil {
		return err
	}
	initials, timed := p, p
	initials.PrivateCalendar = true
	if err := write("initials", initials, nil); err != nil {
		return err
	}
	timed.CheckInsAt = 9*60 + 30
	for _, name := range []string{"Europe/Berlin", "America/New_York", "Australia/Sydney", "Asia/Kolkata", "Africa/Casablanca", "UTC"} {
		zone, err := time.LoadLocation(name)
		if err != nil {
			return err
		}
		if err := write(strings.ReplaceAll(name, "/", "-"), timed, zone); err != nil {
			return err
		}
	}
	return nil
}

// fill writes people of every name, with check-ins in every season, promises and milestones.
func fill(tx *store.Tx) error {
	for i, name := range strangers {
		p := data.Person{Name: name, Birthday: data.PartialDay{Year: 1988, Month: time.February, Day: 29}}
		if err := tx.SavePerson(&p); err != nil {
			return err
		}
		if err := tx.SaveCadence(data.Cadence{Person: p.ID, Rhythm: data.Rhythm{Ideal: 30 * (i + 1), Longest: 30 * (i + 2)}, Set: today}); err != nil {
			return err
		}
		if err := tx.SaveInteraction(&data.Interaction{Kind: data.Coffee, Day: today - 20, Text: name, People: []data.ID{p.ID}}); err != nil {
			return err
		}
		if err := tx.SavePromise(&data.Promise{Person: p.ID, By: data.Mine, What: name, Made: today - 10, Due: today + data.Day(i), State: data.PromiseOpen}); err != nil {
			return err
		}
		if err := tx.SaveMilestone(&data.Milestone{Person: p.ID, Text: name, On: data.Whole(today + data.Day(10*i)), Yearly: true}); err != nil {
			return err
		}
	}
	return nil
}

// found is what has to be found in the calendar of the events.
func found(all []calendar.Event, zone *time.Location) string {
	var lines []string
	for _, e := range all {
		start := e.Day.String()
		if e.Length > 0 {
			year, month, day := e.Day.Date()
			start = time.Date(year, month, day, 0, int(e.At/time.Minute), 0, 0, zone).UTC().Format("2006-01-02T15:04:05Z")
		}
		lines = append(lines, fmt.Sprintf("%s@peerage.invalid\t%s\t%s\n", e.UID, start, calendar.OneLine(e.Summary)))
	}
	slices.Sort(lines)
	return strings.Join(lines, "")
}
