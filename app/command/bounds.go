package command

import (
	"context"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"peerage/app/words"
	"peerage/data"
	"peerage/data/names"
	"peerage/data/store"
)

// boundFlags are the flags of set for boundaries, confidants and dates, as written.
type boundFlags struct {
	noContact, contact     bool
	confidant, noConfidant bool
	avoid, milestones      []string
	prefer, hours          string
}

// bounds is what set does to boundaries, confidants and dates. What is nil or empty stays as it is.
type bounds struct {
	noContact, confidant *bool
	avoid                []string
	avoidNothing         bool
	prefer               *data.ContactKind // "" takes it away
	hours                *hours
	dates                []data.Milestone // without a day one is taken away
}

// hours are those at which somebody likes to be reached; zero takes them away.
type hours struct{ from, to int }

func (r *runner) boundOptions(c *cobra.Command, f *boundFlags) {
	w := r.Words
	r.yes(c, &f.noContact, option{"no-contact", "", "", w.T("command.flag_no_contact")})
	r.yes(c, &f.contact, option{"contact", "", "", w.T("command.flag_contact")})
	r.texts(c, &f.avoid, option{"avoid", "", "TOPIC", w.T("command.flag_avoid")})
	r.text(c, &f.prefer, option{"prefer", "", "WAY", w.T("command.flag_prefer", words.Args{"Known": joined(data.ContactKinds)})})
	r.text(c, &f.hours, option{"hours", "", "10-18", w.T("command.flag_hours")})
	r.yes(c, &f.confidant, option{"confidant", "", "", w.T("command.flag_confidant")})
	r.yes(c, &f.noConfidant, option{"no-confidant", "", "", w.T("command.flag_no_confidant")})
	r.texts(c, &f.milestones, option{"milestone", "", "TEXT=DAY", w.T("command.flag_milestone")})
}

// readBounds reads the flags for boundaries, confidants and dates.
func (r *runner) readBounds(cmd *cobra.Command, f *setFlags, c *changes) error {
	b := &c.bounds
	for _, choice := range []struct {
		yes, no bool
		flags   string
		into    **bool
	}{{f.noContact, f.contact, "--no-contact, --contact", &b.noContact}, {f.confidant, f.noConfidant, "--confidant, --no-confidant", &b.confidant}} {
		if choice.yes && choice.no {
			return r.usage("command.one_of", words.Args{"Flags": choice.flags})
		}
		if choice.yes || choice.no {
			*choice.into = &choice.yes
		}
	}
	for _, topic := range f.avoid {
		if topic = names.Clean(topic); topic == none {
			b.avoidNothing = true
			continue
		}
		b.avoid = append(b.avoid, topic)
	}
	given := func(flag string) bool { return cmd.Flags().Changed(flag) }
	if given("prefer") {
		way := data.ContactKind(strings.ToLower(strings.TrimSpace(f.prefer)))
		if way == none {
			way = ""
		} else if !slices.Contains(data.ContactKinds, way) {
			return r.usage("command.bad_way", words.Args{"Value": f.prefer, "Known": joined(data.ContactKinds)})
		}
		b.prefer = &way
	}
	if given("hours") {
		read, ok := parseHours(f.hours)
		if !ok {
			return r.usage("command.bad_hours", words.Args{"Value": f.hours})
		}
		b.hours = &read
	}
	wanted := b.on(data.Boundary{})
	if err := wanted.Validate(); err != nil {
		return usageError{err}
	}
	return r.readMilestones(f.milestones, b)
}

// parseHours reads 10-18, 10- or -18, or none. Whole hours alone, of which one at least.
func parseHours(value string) (hours, bool) {
	value = strings.TrimSpace(value)
	if value == none {
		return hours{}, true
	}
	from, to, found := strings.Cut(value, "-")
	if !found || from+to == "" {
		return hours{}, false
	}
	read := func(s string) (int, bool) {
		if s = strings.TrimSpace(s); s == "" {
			return 0, true
		}
		n, err := strconv.Atoi(s)
		return n, err == nil && n > 0
	}
	a, fine := read(from)
	b, well := read(to)
	return hours{a, b}, fine && well
}

// writtenAsDay is how a day of a milestone is written, whether it exists or not.
var writtenAsDay = regexp.MustCompile(`^([0-9]{4}|-)-[0-9]{2}-[0-9]{2}$`)

func (r *runner) readMilestones(written []string, b *bounds) error {
	for _, value := range written {
		at := strings.LastIndex(value, "=")
		if at < 0 {
			return r.usage("command.bad_milestone", words.Args{"Value": value})
		}
		m := data.Milestone{Text: names.Clean(value[:at])}
		if day := strings.TrimSpace(value[at+1:]); day != none {
			var err error
			m.On, err = data.ParsePartialDay(day)
			switch {
			case err != nil && writtenAsDay.MatchString(day):
				return r.usage("command.no_such_milestone", words.Args{"Value": value})
			case err != nil, day == "":
				return r.usage("command.bad_milestone", words.Args{"Value": value})
			}
			if err := m.Validate(); err != nil {
				return usageError{err}
			}
		}
		m.Yearly = m.On.Year == 0
		b.dates = append(b.dates, m)
	}
	return nil
}

// any reports whether there is anything to do.
func (b *bounds) any() bool {
	return b.changesBoundary() || b.confidant != nil || len(b.dates) > 0
}

func (b *bounds) changesBoundary() bool {
	return b.noContact != nil || len(b.avoid) > 0 || b.avoidNothing || b.prefer != nil || b.hours != nil
}

// on returns what becomes of a boundary.
func (b *bounds) on(had data.Boundary) data.Boundary {
	if b.noContact != nil {
		had.NoContact = *b.noContact
	}
	if b.avoidNothing {
		had.Avoid = nil
	}
	for _, topic := range b.avoid {
		same := func(other string) bool { return strings.EqualFold(other, topic) }
		if !slices.ContainsFunc(had.Avoid, same) {
			had.Avoid = append(had.Avoid, topic)
		}
	}
	if b.prefer != nil {
		had.Channel = *b.prefer
	}
	if b.hours != nil {
		had.From, had.To = b.hours.from, b.hours.to
	}
	return had
}

func (c *changes) applyBounds(tx *store.Tx, id data.ID, _ data.Day) error {
	b := &c.bounds
	if b.changesBoundary() {
		had, err := tx.Boundary(id)
		if err != nil {
			return err
		}
		if err := tx.SaveBoundary(b.on(had)); err != nil {
			return err
		}
	}
	if b.confidant != nil {
		p, err := tx.Person(id)
		if err != nil {
			return err
		}
		p.Confidant = *b.confidant
		if err := tx.SavePerson(&p); err != nil {
			return err
		}
	}
	return b.applyDates(tx, id)
}

// applyDates notes days. Each takes the place of those noted by the same words, so that a script may set it
// every day.
func (b *bounds) applyDates(tx *store.Tx, id data.ID) error {
	for _, m := range b.dates {
		had, err := tx.Milestones(id)
		if err != nil {
			return err
		}
		there := false
		for _, h := range had {
			switch {
			case names.Fold(h.Text) != names.Fold(m.Text):
			case h.On == m.On && !there:
				there = true
			default:
				if err := tx.DeleteMilestone(h.ID); err != nil {
					return err
				}
			}
		}
		if m.Person = id; there || m.On.IsZero() {
			continue
		}
		if err := tx.SaveMilestone(&m); err != nil {
			return err
		}
	}
	return nil
}

// boundsJSON is what a person wants left alone, their dates, and what was worked on together.
type boundsJSON struct {
	Confidant  bool            `json:"confidant"`
	Boundary   boundaryJSON    `json:"boundary"`
	Milestones []milestoneJSON `json:"milestones"`
	Projects   []projectJSON   `json:"projects"`

	boundary data.Boundary
}

type boundaryJSON struct {
	NoContact bool             `json:"no_contact"`
	Avoid     []string         `json:"avoid"`
	Channel   data.ContactKind `json:"channel"`
	From      *int             `json:"from"`
	To        *int             `json:"to"`
}

type milestoneJSON struct {
	Text   string          `json:"text"`
	On     data.PartialDay `json:"on"`
	Yearly bool            `json:"yearly"`
}

type projectJSON struct {
	ID      string           `json:"id"`
	Name    string           `json:"name"`
	Kind    data.ProjectKind `json:"kind"`
	From    data.PartialDay  `json:"from"`
	To      data.PartialDay  `json:"to"`
	Outcome string           `json:"outcome"`
	With    []string         `json:"with"`
}

func (r *runner) addBounds(ctx context.Context, s *store.Store, id data.ID, shown *shownJSON) error {
	b, err := s.Boundary(ctx, id)
	if err != nil {
		return err
	}
	known := func(hour int) *int {
		if hour == 0 {
			return nil
		}
		return &hour
	}
	shown.boundary = b
	shown.Boundary = boundaryJSON{b.NoContact, orEmpty(b.Avoid), b.Channel, known(b.From), known(b.To)}
	dates, err := s.Milestones(ctx, id)
	if err != nil {
		return err
	}
	shown.Milestones, shown.Projects = []milestoneJSON{}, []projectJSON{}
	for _, m := range dates {
		shown.Milestones = append(shown.Milestones, milestoneJSON{m.Text, m.On, m.Yearly})
	}
	projects, err := s.ProjectsOf(ctx, id)
	for _, p := range projects {
		with := []string{}
		for _, someone := range p.People {
			if someone.Person != id {
				with = append(with, someone.Name)
			}
		}
		shown.Projects = append(shown.Projects, projectJSON{p.UUID, p.Name, p.Kind, p.From, p.To, p.Outcome, with})
	}
	return err
}

// describeBounds writes dates and what was worked on together for people to read.
func (r *runner) describeBounds(p *shownJSON) {
	w := r.Words
	var rows [][]string
	for _, m := range p.Milestones {
		when := w.Partial(m.On)
		if m.Yearly {
			when = w.T("dates.yearly", words.Args{"Day": when})
		}
		rows = append(rows, []string{when, m.Text})
	}
	r.section("dates.heading", rows)
	rows = nil
	for _, project := range p.Projects {
		rows = append(rows, []string{project.Name, w.Span(project.From, project.To), w.List(project.With), project.Outcome})
	}
	r.section("together.heading", rows)
}
