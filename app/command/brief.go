package command

import (
	"bytes"
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"peerage/app/filing"
	"peerage/app/sheet"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/names"
	"peerage/data/store"
)

// briefJSON is what helps before meeting one person.
type briefJSON struct {
	ID        string           `json:"id"`
	Name      string           `json:"name"`
	Now       string           `json:"now"`
	Headline  string           `json:"headline"`
	Ties      []string         `json:"ties"`
	Last      []lastJSON       `json:"last"`
	Promises  []dueJSON        `json:"promises"`
	Details   []detailJSON     `json:"details"`
	Moves     []string         `json:"moves"`
	Gave      []giftJSON       `json:"gave"`
	Got       []giftJSON       `json:"got"`
	Avoid     []string         `json:"avoid"`
	Manner    string           `json:"manner"`
	Coming    []comingJSON     `json:"coming"`
	Projects  []string         `json:"projects"`
	Questions []string         `json:"questions"`
	Shared    []acquaintedJSON `json:"shared"`
}

type lastJSON struct {
	Day  data.Day             `json:"day"`
	Kind data.InteractionKind `json:"kind"`
	Text string               `json:"text"`
}

type dueJSON struct {
	ID   string    `json:"id"`
	By   data.Side `json:"by"`
	What string    `json:"what"`
	Due  data.Day  `json:"due"`
	// State is open or late.
	State data.PromiseState `json:"state"`
}

type giftJSON struct {
	Kind data.ExchangeKind `json:"kind"`
	Day  data.PartialDay   `json:"day"`
	Text string            `json:"text"`
}

type comingJSON struct {
	Kind data.OccasionKind `json:"kind"`
	Day  data.Day          `json:"day"`
	Text string            `json:"text"`
}

type acquaintedJSON struct {
	Name string   `json:"name"`
	With []string `json:"with"`
}

// pageEndings are those of a file that holds a page. Anything else would be taken for what it is not.
var pageEndings = []string{".html", ".htm"}

func (r *runner) briefCommand() *cobra.Command {
	w := r.Words
	var file string
	c := &cobra.Command{Use: "brief PERSON… [-o FILE]", Short: w.T("command.brief"), Long: w.T("command.brief_long") + "\n\n" + w.T("command.person"), Args: r.someArgs}
	c.RunE = func(c *cobra.Command, args []string) error {
		if file == "" && c.Flags().Changed("output") {
			return r.usage("command.flag_needs_value", words.Args{"Flag": "--output", "Value": "FILE"})
		}
		if ending := filepath.Ext(file); ending != "" && !slices.Contains(pageEndings, strings.ToLower(ending)) {
			return r.usage("command.brief_ending", words.Args{"Value": ending})
		}
		return r.with(func(s *store.Store) error { return r.brief(c.Context(), s, args, file) })
	}
	r.text(c, &file, option{"output", "o", "FILE", w.T("command.flag_brief_output")})
	return c
}

// brief says what helps before meeting those that the arguments mean, or writes it as a page to print.
func (r *runner) brief(ctx context.Context, s *store.Store, args []string, file string) error {
	people, err := r.findAll(ctx, s, args)
	if err != nil {
		return err
	}
	m, err := briefing.Before(ctx, s, people, r.today)
	var invalid *data.Invalid
	switch {
	case errors.As(err, &invalid) && invalid.Reason == data.TooLong:
		return r.usage("command.brief_too_many", words.Args{"Most": briefing.MostMet})
	case errors.As(err, &invalid):
		return r.usage("command.brief_me")
	case err != nil:
		return err
	}
	sh := sheet.Of(r.Words, m, names.Clean, r.today)
	switch {
	case file != "":
		return r.writeBrief(sh, file)
	case r.json:
		return r.print(r.briefs(m, sh))
	}
	r.describeBrief(sh)
	return nil
}

// writeBrief writes the page to print, for the user's eyes only.
func (r *runner) writeBrief(sh *sheet.Sheet, file string) error {
	var page bytes.Buffer
	if err := sh.HTML(&page, r.Words.Language()); err != nil {
		return err
	}
	if err := filing.Write(file, page.Bytes()); err != nil {
		return r.into(file, err)
	}
	if r.json {
		return r.print(map[string]string{"file": file})
	}
	r.say(r.Words.T("command.brief_written", words.Args{"File": file}))
	return nil
}

// describeBrief writes the page for people to read.
func (r *runner) describeBrief(sh *sheet.Sheet) {
	r.say(sh.Title)
	r.say(sh.Sentence)
	r.describeSections(sh.Common)
	for _, p := range sh.People {
		r.say("")
		if len(sh.People) > 1 {
			r.say(p.Name)
		}
		for _, line := range []string{p.Now, p.Headline} {
			if line != "" {
				r.say(line)
			}
		}
		r.describeSections(p.Sections)
	}
}

func (r *runner) describeSections(sections []sheet.Section) {
	for _, section := range sections {
		r.say("")
		r.say(section.Heading)
		for _, line := range section.Lines {
			r.say("  " + line.Text)
			if line.Note != "" {
				r.say("    " + line.Note)
			}
		}
	}
}

// briefs returns the page for scripts: what is kept as it is kept, and what is put together as sentences.
func (r *runner) briefs(m *briefing.Meeting, sh *sheet.Sheet) []briefJSON {
	list := make([]briefJSON, len(m.People))
	for i := range m.People {
		b, p := &m.People[i], &sh.People[i]
		list[i] = briefJSON{ID: b.Person.UUID, Name: b.Person.Name, Now: p.Now, Headline: p.Headline,
			Ties: linesOf(p, sheet.Known), Moves: linesOf(p, sheet.Moves), Questions: linesOf(p, sheet.Questions),
			Last: []lastJSON{}, Promises: []dueJSON{}, Details: []detailJSON{}, Gave: giftsOf(b.Exchanged.Received), Got: giftsOf(b.Exchanged.Given),
			Avoid: orEmpty(b.Boundary.Avoid), Manner: r.Words.Manner(b.Boundary), Coming: []comingJSON{}, Projects: []string{}, Shared: sharedOf(m)}
		r.fillBrief(&list[i], b)
	}
	return list
}

func (r *runner) fillBrief(j *briefJSON, b *briefing.Brief) {
	for _, x := range b.Last {
		j.Last = append(j.Last, lastJSON{x.Day, x.Kind, x.Text})
	}
	for i := range b.Promises {
		p := &b.Promises[i]
		j.Promises = append(j.Promises, dueJSON{p.UUID, p.By, p.What, p.Due, p.On(r.today)})
	}
	for _, d := range b.Details {
		j.Details = append(j.Details, detailJSON{d.Text, d.AskOn})
	}
	for _, o := range b.Occasions {
		j.Coming = append(j.Coming, comingJSON{o.Kind, o.Day, r.Words.Occasion(o, r.today)})
	}
	for _, p := range b.Projects {
		j.Projects = append(j.Projects, p.Name)
	}
}

// linesOf returns the lines of a section.
func linesOf(p *sheet.Person, kind sheet.Kind) []string {
	lines := []string{}
	for _, section := range p.Sections {
		if section.Kind == kind {
			for _, line := range section.Lines {
				lines = append(lines, line.Text)
			}
		}
	}
	return lines
}

func giftsOf(all []data.Gift) []giftJSON {
	list := []giftJSON{}
	for _, g := range all {
		list = append(list, giftJSON{g.Kind, g.Day, g.Text})
	}
	return list
}

func sharedOf(m *briefing.Meeting) []acquaintedJSON {
	list := []acquaintedJSON{}
	for _, shared := range m.Shared {
		with := []string{}
		for _, p := range shared.With {
			with = append(with, p.Name)
		}
		list = append(list, acquaintedJSON{shared.Name, with})
	}
	return list
}
