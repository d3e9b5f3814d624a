package people

import (
	"strings"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/store"
)

// together lists what I and the person worked on, newest first; nil when there is nothing.
func (p *pane) together() fyne.CanvasObject {
	w := p.v.words
	if len(p.shown.projects) == 0 {
		return nil
	}
	var rows []fyne.CanvasObject
	for _, project := range p.shown.projects {
		content := widgets.Column(0, widgets.NewText(p.veil(project.Name), look.Body))
		if about := p.aboutProject(project); about != "" {
			content.Add(widgets.NewText(about, look.Second))
		}
		rows = append(rows, newLine(p.v, content, p.projectActions(project)...))
	}
	return widgets.NewRows(append(rows, widgets.Flush(widgets.NewQuiet(w.T("together.add"), p.addProject)))...)
}

func (p *pane) projectActions(project data.Project) []action {
	w := p.v.words
	return []action{{w.T("people.edit"), func() { p.openProject(project) }}, {w.T("people.remove"), func() { p.removeProject(project) }}}
}

// aboutProject says of a project when it was, who else was part of it, and what came of it.
func (p *pane) aboutProject(project data.Project) string {
	w := p.v.words
	var said []string
	if span := w.Span(project.From, project.To); span != "" {
		said = append(said, w.Sentence(words.Capital(span)))
	}
	if others := p.others(project); others != "" {
		said = append(said, w.Sentence(words.Capital(w.T("together.with", words.Args{"Names": others}))))
	}
	if project.Outcome != "" {
		said = append(said, w.Sentence(p.veil(project.Outcome)))
	}
	return strings.Join(said, " ")
}

// others names who was part of a project besides Me and the person shown.
func (p *pane) others(project data.Project) string {
	var others []string
	for _, s := range project.People {
		if s.Person != p.shown.person.ID {
			others = append(others, p.v.called(s.Name))
		}
	}
	return p.v.words.List(others)
}

// projectOf returns the project that shows a tie.
func (d *dossier) projectOf(t data.Tie) (data.Project, bool) {
	for _, project := range d.projects {
		if project.ID == t.Project {
			return project, true
		}
	}
	return data.Project{}, false
}

// projectTie says that a project ties the two of us, who else was part of it and whence that is known.
func (p *pane) projectTie(t data.Tie) fyne.CanvasObject {
	w := p.v.words
	project, known := p.shown.projectOf(t)
	if !known {
		return widgets.NewText(w.Together(t, ""), look.Body)
	}
	args := words.Args{"Organisation": mark, "Span": w.Span(t.Since, t.Until)}
	said := projectSentences[projectKey{project.Kind, t.Current, args["Span"] != ""}]
	runs := emphasised(w.T(said, args), p.veil(project.Name))
	evidence := w.T("together.noted")
	if others := p.others(project); others != "" {
		evidence = w.T("together.noted_with", words.Args{"Names": others})
	}
	runs = append(runs, widgets.Run{Text: " " + evidence, Color: look.ColorNameDimmed})
	return newLine(p.v, widgets.NewRuns(look.Body, runs...), p.projectActions(project)...)
}

// projectKey is what decides in which words a tie from a project is told.
type projectKey struct {
	kind       data.ProjectKind
	now, dated bool
}

var projectSentences = map[projectKey]string{
	{data.WorkTogether, false, false}: "together.worked", {data.WorkTogether, false, true}: "together.worked_span",
	{data.WorkTogether, true, false}: "together.working", {data.WorkTogether, true, true}: "together.working_span",
	{data.EventTogether, false, false}: "together.attended", {data.EventTogether, false, true}: "together.attended_span",
	{data.EventTogether, true, false}: "together.attending", {data.EventTogether, true, true}: "together.attending",
}

// projectHappenings are the projects that have come to an end, and the events, on the day they did.
func (p *pane) projectHappenings() []happening {
	today := p.v.frame.Today()
	var all []happening
	for _, project := range p.shown.projects {
		on := project.To
		if on.IsZero() && project.Kind == data.EventTogether {
			on = project.From
		}
		if on.Earliest() == 0 || on.Earliest() > today {
			continue
		}
		all = append(all, happening{on.Latest(), p.giftDay(on), func(day string) fyne.CanvasObject { return p.projectRow(project, day) }})
	}
	return all
}

func (p *pane) projectRow(project data.Project, day string) fyne.CanvasObject {
	w := p.v.words
	args := words.Args{"Project": p.veil(strings.TrimSpace(project.Name)), "Text": w.Sentence(p.veil(project.Outcome))}
	said := w.T("together.happened", args)
	switch event, text := project.Kind == data.EventTogether, project.Outcome != ""; {
	case event && text:
		said = w.T("together.event_said", args)
	case event:
		said = w.T("together.event", args)
	case text:
		said = w.T("together.happened_said", args)
	}
	return newLine(p.v, dated(day, widgets.NewText(said, look.Body), nil), p.projectActions(project)...)
}

// projectForm asks for everything of a project or event.
type projectForm struct {
	*form
	project  data.Project
	kind     *widgets.Choice
	name     *widgets.Entry
	people   *parts.PersonPicker
	from, to *widgets.DayEntry
	outcome  *widgets.Entry
}

func (p *pane) addProject() {
	person := p.shown.person
	p.openProject(data.Project{Kind: data.WorkTogether, People: []data.Someone{{Person: person.ID, Name: person.Name}}})
}

// openProject asks for what was worked on together; a project without an ID is new.
func (p *pane) openProject(project data.Project) {
	p.noteFocus()
	w, v := p.v.words, p.v
	f := &projectForm{project: project}
	var kinds []widgets.Option
	for _, k := range data.ProjectKinds {
		kinds = append(kinds, widgets.Option{Key: string(k), Text: words.Capital(w.ProjectKind(k))})
	}
	f.kind = widgets.NewChoice(kinds, string(project.Kind), nil)
	f.name, f.outcome = entryOf(project.Name), noteOf(project.Outcome, 3)
	f.from, f.to = widgets.NewDayEntry(w.T("form.day_hint"), project.From), widgets.NewDayEntry(w.T("people.until_hint"), project.To)
	f.people = parts.NewPersonPicker(v.frame.Tasks(), w.T("log.with_whom"), parts.Finder(v.store, w, v.frame.NamesHidden()), v.frame.Fail)
	for _, s := range project.People {
		if s.Person != 0 {
			f.people.Choose(append(f.people.People(), parts.PersonRowData{ID: s.Person, Name: v.called(s.Name), Initials: parts.Initials(v.called(s.Name))})...)
		}
	}
	f.form = newForm(v, map[string]*widgets.Field{
		"project":      widgets.NewRequiredField(w.T("people.name"), "", f.name),
		"project_kind": widgets.NewField(w.T("together.kind"), "", f.kind),
		"people":       widgets.NewRequiredField(w.T("log.people"), "", f.people),
		"from":         widgets.NewField(w.T("people.since"), "", f.from),
		"to":           widgets.NewField(w.T("together.until"), w.T("together.until_help"), f.to),
		"outcome":      widgets.NewField(w.T("together.outcome"), "", f.outcome),
	})
	body := widgets.Column(look.FormGap, widgets.Columns(150, look.FormGap, f.fields["project"], f.fields["project_kind"]), f.fields["people"],
		widgets.Columns(150, look.FormGap, f.fields["from"], f.fields["to"]), f.fields["outcome"])
	f.open(w.T("together.title"), body, func() bool { return f.submit(p.group()) })
	v.frame.Window().Canvas().Focus(f.name)
}

func (f *projectForm) submit(g group) bool {
	project, w, today := f.project, f.v.words, f.v.frame.Today()
	project.Kind, project.Name, project.Outcome = data.ProjectKind(f.kind.Key()), strings.TrimSpace(f.name.Text), strings.TrimSpace(f.outcome.Text)
	project.People = nil
	for _, id := range f.people.Chosen() {
		project.People = append(project.People, data.Someone{Person: id})
	}
	for _, s := range f.project.People {
		if s.Person == 0 { // removed since: what happened with them stays
			project.People = append(project.People, s)
		}
	}
	var err error
	if project.From, err = f.from.Day("from"); err == nil {
		project.To, err = f.to.Day("to")
	}
	if err == nil {
		err = project.Validate()
	}
	return f.save(err, w.T("operation.project", words.Args{"Project": project.Name}), g.saved(w), func(tx *store.Tx) error {
		return f.v.keeper.SaveProject(tx, &project, today)
	})
}

func (p *pane) removeProject(project data.Project) {
	w, today := p.v.words, p.v.frame.Today()
	p.v.change(w.T("operation.project", words.Args{"Project": project.Name}), w.T("together.removed"), func(tx *store.Tx) error {
		return p.v.keeper.DeleteProject(tx, project.ID, today)
	})
}
