// Command readers writes the calendars that other programs are to read in make test, into the folder of its
// argument: NAME.ics, and NAME.txt with what has to be found in it, one event a line: UID, start and title
// with tabs between them.
package main

import (
	"context"
	"errors"
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
	"peerage/data/careers"
	"peerage/data/events"
	"peerage/data/intake"
	"peerage/data/sample"
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

// shelf is where calendars are put, and how they are worded.
type shelf struct {
	folder string
	speak  *words.Words
}

func writeAll(ctx context.Context, folder string) error {
	speak, err := words.Load(assets.Translations(), "en")
	if err != nil {
		return err
	}
	shelf := shelf{folder, speak}
	if err := withStore(func(s *store.Store) error { return shelf.strangers(ctx, s) }); err != nil {
		return err
	}
	return withStore(func(s *store.Store) error { return shelf.sample(ctx, s) })
}

// withStore does something with an empty store in a temporary folder.
func withStore(do func(*store.Store) error) error {
	dir, err := os.MkdirTemp("", "peerage-readers-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	s, err := store.Open(dir, func() time.Time { return today.Time().Add(12 * time.Hour) })
	if err != nil {
		return err
	}
	return errors.Join(do(s), s.Close())
}

// strangers writes calendars of an empty network, and of people of every name in every manner.
func (to shelf) strangers(ctx context.Context, s *store.Store) error {
	p := data.DefaultPreferences()
	p.CalendarSaid = true
	if err := to.write(ctx, "empty", s, p, nil); err != nil {
		return err
	}
	if err := s.Write(ctx, "fill", fill); err != nil {
		return err
	}
	if err := to.write(ctx, "days", s, p, nil); err != nil {
		return err
	}
	initials, timed := p, p
	initials.PrivateCalendar = true
	if err := to.write(ctx, "initials", s, initials, nil); err != nil {
		return err
	}
	timed.CheckInsAt = 9*60 + 30
	for _, name := range []string{"Europe/Berlin", "America/New_York", "Australia/Sydney", "Asia/Kolkata", "Africa/Casablanca", "UTC"} {
		zone, err := time.LoadLocation(name)
		if err != nil {
			return err
		}
		if err := to.write(ctx, strings.ReplaceAll(name, "/", "-"), s, timed, zone); err != nil {
			return err
		}
	}
	return nil
}

// sample writes the calendar of the sample network.
func (to shelf) sample(ctx context.Context, s *store.Store) error {
	keeper, err := careers.Load(assets.Names(), assets.Ladder())
	if err != nil {
		return err
	}
	network, err := sample.Load(assets.Demo(), today)
	if err != nil {
		return err
	}
	if err := intake.Sample(ctx, s, keeper, network, "fill", today); err != nil {
		return err
	}
	return to.write(ctx, "sample", s, data.DefaultPreferences(), time.UTC) // it has check-ins with an hour
}

func (to shelf) write(ctx context.Context, name string, s *store.Store, p data.Preferences, zone *time.Location) error {
	all, err := events.All(ctx, s, p, today, command.CalendarPhrases(to.speak))
	if err != nil {
		return err
	}
	file, err := calendar.Encode(all, calendar.Book{Name: to.speak.CalendarName(), Zone: zone})
	if err != nil {
		return err
	}
	path := filepath.Join(to.folder, name)
	return errors.Join(os.WriteFile(path+".ics", file, 0o600), os.WriteFile(path+".txt", []byte(found(all, zone)), 0o600))
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
