package sample

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"peerage/data"
)

// layout puts files together into a network and collects what is wrong with them.
type layout struct {
	today    data.Day
	began    data.Day
	network  Network
	employer map[string]string // name of the organisation of a key
	keys     map[string]int    // index of the person of a key
	problems []error
}

// entry is the place that a problem is reported for.
type entry struct{ file, name string }

// lay builds the network of files around today.
func lay(files []file, today data.Day) (*Network, error) {
	l := layout{today: today, employer: map[string]string{}, keys: map[string]int{}}
	for _, f := range files {
		l.addFrame(f)
	}
	// People come after the frame of every file, and what they did together after all people, since
	// either may stand in another file than what it names.
	for _, f := range files {
		l.addMe(f)
		for _, s := range f.Stories {
			l.network.Stories = append(l.network.Stories, Story{Title: s.Title, Members: l.addPeople(f.name, s.People)})
			l.check(entry{f.name, s.Title}, missing("title", s.Title))
		}
		l.addPeople(f.name, f.People)
	}
	for _, f := range files {
		for _, s := range f.Stories {
			l.addTogether(f.name, s.Together)
		}
		l.addTogether(f.name, f.Together)
		l.addDoors(f)
	}
	if l.network.Me.Name == "" {
		l.problems = append(l.problems, errors.New("no file says who I am"))
	}
	if len(l.problems) > 0 {
		return nil, errors.Join(l.problems...)
	}
	slices.SortStableFunc(l.network.Interactions, func(a, b Interaction) int { return cmp.Compare(a.Day, b.Day) })
	return &l.network, nil
}

// addDoors adds what a file says of the doors people opened, and of what they owe and give each other.
func (l *layout) addDoors(f file) {
	for _, o := range f.Opportunities {
		l.addOpportunity(f.name, o)
	}
	for _, p := range f.Projects {
		l.addProject(f.name, p)
	}
	for _, section := range []struct {
		name string
		rows []row
		add  func(entry, row)
	}{
		{"introduction", f.Introductions, l.addIntroduction}, {"promise", f.Promises, l.addPromise},
		{"exchange", f.Exchanges, l.addExchange}, {"milestone", f.Milestones, l.addMilestone},
	} {
		for i, r := range section.rows {
			section.add(entry{f.name, fmt.Sprintf("%s %d", section.name, i+1)}, r)
		}
	}
}

// check keeps err, if there is one, as a problem of at.
func (l *layout) check(at entry, err error) {
	if err != nil {
		l.problems = append(l.problems, fmt.Errorf("%s: %s: %w", at.file, at.name, err))
	}
}

func missing(field, value string) error {
	if strings.TrimSpace(value) == "" {
		return &data.Invalid{Field: field, Reason: data.Missing}
	}
	return nil
}

// addFrame adds the organisations, the circles and the day the user began.
func (l *layout) addFrame(f file) {
	for _, o := range f.Organisations {
		at := entry{f.name, "organisation " + o.Key}
		l.check(at, missing("key", o.Key))
		l.check(at, missing("name", o.Name))
		if _, taken := l.employer[o.Key]; taken {
			l.check(at, &data.Invalid{Field: "key", Reason: data.Taken})
		}
		if slices.ContainsFunc(l.network.Organisations, func(have data.Organisation) bool { return have.Name == o.Name }) {
			l.check(at, &data.Invalid{Field: "name", Reason: data.Taken})
		}
		l.employer[o.Key] = o.Name
		l.network.Organisations = append(l.network.Organisations, data.Organisation{Name: o.Name, Aliases: o.Aliases})
	}
	for _, c := range f.Circles {
		at := entry{f.name, "circle " + c.Name}
		rhythm, err := parseRhythm(c.Every)
		l.check(at, err)
		circle := data.Circle{Name: c.Name, Rhythm: rhythm}
		l.check(at, circle.Validate())
		if l.hasCircle(c.Name) {
			l.check(at, &data.Invalid{Field: "circle", Reason: data.Taken})
		}
		l.network.Circles = append(l.network.Circles, circle)
	}
	if f.Began != "" {
		l.began = l.past(entry{f.name, "began"}, "began", f.Began)
	}
}

func (l *layout) hasCircle(name string) bool {
	return slices.ContainsFunc(l.network.Circles, func(c data.Circle) bool { return c.Name == name })
}

// parseRhythm reads 42/60; "" is no rhythm.
func parseRhythm(s string) (data.Rhythm, error) {
	if s == "" {
		return data.Rhythm{}, nil
	}
	ideal, longest, _ := strings.Cut(s, "/")
	var r data.Rhythm
	var wrong [2]error
	r.Ideal, wrong[0] = strconv.Atoi(ideal)
	r.Longest, wrong[1] = strconv.Atoi(longest)
	if wrong[0] != nil || wrong[1] != nil {
		return data.Rhythm{}, fmt.Errorf("%q is no rhythm of the form 42/60", s)
	}
	return r, r.Validate()
}

func (l *layout) addMe(f file) {
	if f.Me == nil {
		return
	}
	at := entry{f.name, "me"}
	if l.network.Me.Name != "" {
		l.check(at, &data.Invalid{Field: "me", Reason: data.Taken})
	}
	if len(f.Me.Ties)+len(f.Me.Details)+len(f.Me.Talks)+len(f.Me.Circles) > 0 || f.Me.Every != "" || f.Me.Boundary != nil || f.Me.Confidant {
		l.check(at, errors.New("ties, details, talks, circles, rhythms and boundaries are kept with others, not with oneself"))
	}
	l.network.Me = l.person(at, f.Me)
	l.network.MyRoles = l.roles(at, f.Me.Roles)
}

// addPeople adds the people of one section and returns their indexes.
func (l *layout) addPeople(file string, people []person) []int {
	var indexes []int
	for i := range people {
		p := &people[i]
		at := entry{file, p.Name}
		if p.Name == "" {
			at.name = fmt.Sprintf("person %d", i+1)
		}
		index := len(l.network.People)
		indexes = append(indexes, index)
		if _, taken := l.keys[p.Key]; taken {
			l.check(at, &data.Invalid{Field: "key", Reason: data.Taken})
		}
		if p.Key != "" {
			l.keys[p.Key] = index
		}
		l.network.People = append(l.network.People, l.member(at, p))
		for _, talk := range p.Talks {
			l.addInteraction(at, talk, []int{index})
		}
	}
	return indexes
}

func (l *layout) addTogether(file string, all []together) {
	for i, t := range all {
		at := entry{file, fmt.Sprintf("together %d, %s", i+1, t.Day)}
		var members []int
		for _, key := range t.With {
			index, known := l.keys[key]
			switch {
			case !known:
				l.check(at, fmt.Errorf("nobody has the key %q", key))
			case slices.Contains(members, index):
				l.check(at, fmt.Errorf("%q is named twice", key))
			default:
				members = append(members, index)
			}
		}
		l.addInteraction(at, row{t.Day, t.Kind, t.Text}, members)
	}
}

// addInteraction adds contact with members; talk has day, kind and text.
func (l *layout) addInteraction(at entry, talk row, members []int) {
	if len(talk) != 3 {
		l.check(at, fmt.Errorf("the talk %q needs day, kind and text", talk))
		return
	}
	in := Interaction{Members: members}
	in.Day = l.past(at, "day", talk[0])
	in.Kind = data.InteractionKind(talk[1])
	in.Text = l.text(at, talk[2])
	l.check(at, missing("text", in.Text))
	whole := in.Interaction
	for _, index := range members {
		whole.People = append(whole.People, data.ID(index)+data.Me+1)
	}
	l.check(at, whole.Validate(l.today))
	l.network.Interactions = append(l.network.Interactions, in)
}
