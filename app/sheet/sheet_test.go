package sheet_test

import (
	"errors"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode"

	"peerage/app/sheet"
	"peerage/app/wordstest"
	"peerage/assets"
	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/careers"
	"peerage/data/datatest"
	"peerage/data/store"
)

var today = data.NewDay(2026, 11, 22)

// loadKeeper reads the word lists once for all tests.
var loadKeeper = sync.OnceValues(func() (*careers.Keeper, error) {
	return careers.Load(assets.Names(), assets.Ladder())
})

// of returns the sheet before meeting the people given.
func of(t *testing.T, s *store.Store, people ...data.ID) *sheet.Sheet {
	t.Helper()
	keeper, err := loadKeeper()
	if err != nil {
		t.Fatal(err)
	}
	datatest.Write(t, s, func(tx *store.Tx) error { return keeper.Refresh(tx, today) })
	m, err := briefing.Before(t.Context(), s, people, today)
	if err != nil {
		t.Fatal(err)
	}
	return sheet.Of(wordstest.English(t), m, func(name string) string { return name }, today)
}

// text writes a sheet as one reads it.
func text(s *sheet.Sheet) string {
	var b strings.Builder
	section := func(x sheet.Section) {
		b.WriteString(x.Heading + ":")
		for _, l := range x.Lines {
			b.WriteString(" [" + l.Text)
			if l.Note != "" {
				b.WriteString(" | " + l.Note)
			}
			if l.Due {
				b.WriteString(" !")
			}
			b.WriteString("]")
		}
		b.WriteString("\n")
	}
	b.WriteString(s.Title + "\n" + s.Sentence + "\n")
	for _, x := range s.Common {
		section(x)
	}
	for _, p := range s.People {
		b.WriteString(strings.Join([]string{p.Name, p.Now, p.Headline}, " / ") + "\n")
		for _, x := range p.Sections {
			section(x)
		}
	}
	return b.String()
}

// rosa writes a person of whom much is known, and returns who she is.
func rosa(t *testing.T, s *store.Store) data.ID {
	datatest.Me(t, s, datatest.Role("Halden Bank", "Software Engineer", "2016-07", "2020-02"))
	omar := datatest.Person(t, s, "Omar Khalil")
	id := datatest.Person(t, s, "Rosa Oliveira", datatest.Role("Halden Bank", "Software Engineer", "2016-03", "2021"),
		datatest.Role("Zenith", "Engineering Manager", "2026-04", ""), datatest.Notes("Likes to think aloud.\n\nTwo children."),
		datatest.Interaction(data.Call, "2026-08-03", "up for a lead post"),
		datatest.Detail("Flat white, no sugar", ""), datatest.Detail("Her daughter's school", "2026-09-01"))
	datatest.Write(t, s, func(tx *store.Tx) error {
		p, err := tx.Person(id)
		if err != nil {
			return err
		}
		p.Place, p.Given, p.Confidant, p.Private = "Porto", "Rosa", true, true
		return errors.Join(tx.SavePerson(&p),
			tx.SaveInteraction(&data.Interaction{Kind: data.Meal, Day: today - 400, People: []data.ID{id, omar}}),
			tx.SavePromise(&data.Promise{Person: id, By: data.Mine, What: "send the rubric", Made: today - 9, Due: today - 2, State: data.PromiseOpen}),
			tx.SavePromise(&data.Promise{Person: id, By: data.Theirs, What: "a word with Kim", Made: today - 9, State: data.PromiseOpen}),
			tx.SaveExchange(&data.Exchange{Person: id, By: data.Mine, Kind: data.Feedback, Day: today - 30, Text: "her talk"}),
			tx.SaveIntroduction(&data.Introduction{By: data.Someone{Person: id}, Known: [2]data.Someone{{Person: omar}, {Person: data.Me}}, Day: data.PartialDay{Year: 2022}}),
			tx.SaveBoundary(data.Boundary{Person: id, Avoid: []string{"money"}, Channel: data.Phone, From: 10}),
			tx.SaveProject(&data.Project{Name: "Orbita", Kind: data.WorkTogether, From: data.PartialDay{Year: 2018}, To: data.PartialDay{Year: 2019}, Outcome: "Won a prize",
				People: []data.Someone{{Person: id}}}),
			tx.SaveMilestone(&data.Milestone{Person: id, Text: "Marathon in Porto", On: data.Whole(today + 4)}))
	})
	return id
}

func TestASheetSaysWhatHelpsBeforeAMeeting(t *testing.T) {
	s := datatest.Open(t)
	got := text(of(t, s, rosa(t, s)))
	want := `Before you meet Rosa Oliveira
Two open promises, one thing to ask about, one piece of news and one day coming up. You were last in touch on 3 August.
Rosa Oliveira / Engineering Manager at Zenith, Porto. Prefers a call; not before ten. / Former peer, now in management
How you know each other: [You were peers at Halden Bank, 2016 to 2020. | Certain] [You were both part of Orbita, 2018 to 2019.] [Rosa Oliveira introduced you to Omar Khalil in 2022.]
Lately: [Call on 3 August: up for a lead post.] [Meal on 18 October 2025. | With Omar Khalil]
Promises: [You promised Rosa: send the rubric. | Two days late !] [Rosa promised you: a word with Kim. | No day named]
Remember: [Her daughter's school | Ask now !] [Flat white, no sugar]
What is new: [Now Engineering Manager at Zenith. | Software Engineer at Halden Bank until April 2026. Not confirmed yet.]
Coming up: [Rosa Oliveira: Marathon in Porto, on Thursday.]
Better left alone: [money]
Give and take: [This year you gave feedback (her talk).]
Worked on together: [Orbita, 2018 to 2019 | Won a prize.]
Notes: [Likes to think aloud.] [Two children.]
Good to ask: [What do people in your team get wrong about your work?] [Is there anybody I know whom you would like to meet?]
People in common: [Omar Khalil]
`
	if got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

func TestOfSomebodyOfWhomNothingIsKnownThereIsAQuestion(t *testing.T) {
	s := datatest.Open(t)
	got := of(t, s, datatest.Person(t, s, "Kim"))
	if got.Sentence != "Nothing is open between you. No contact noted yet." || len(got.People[0].Sections) != 1 || got.People[0].Sections[0].Kind != sheet.Questions {
		t.Error(text(got))
	}
}

func TestASheetOfSeveralSaysHowTheyKnowEachOther(t *testing.T) {
	s := datatest.Open(t)
	ana := datatest.Person(t, s, "Ana", datatest.Role("Halden", "Engineer", "2016", "2020"))
	raj := datatest.Person(t, s, "Raj", datatest.Role("Halden", "Engineer", "2018", "2022"))
	lea := datatest.Person(t, s, "Lea")
	datatest.Write(t, s, func(tx *store.Tx) error {
		return tx.SaveInteraction(&data.Interaction{Kind: data.Meal, Day: today, People: []data.ID{ana, raj, lea}})
	})
	got := text(of(t, s, ana, raj))
	for _, want := range []string{"Before you meet Ana and Raj\n", "How they know each other: [Ana and Raj | Coworkers at Halden, 2018 to 2020 (certain)]",
		"People in common: [Lea | Knows Ana and Raj]\nGood to ask: [", "\nAna / ", "\nRaj / "} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

// hostile are names and notes as a stranger might send them.
const hostile = "<b>Bob</b>\x1b[2J\u202e\"&'</style><script>alert(1)</script>"

func TestWhatStrangersWroteIsTextAlone(t *testing.T) {
	s := datatest.Open(t)
	id := datatest.Person(t, s, hostile, datatest.Role(hostile, hostile, "2020", ""), datatest.Notes(hostile+"\n"+strings.Repeat("a", 10_000)+strings.Repeat("\nline", 50)),
		datatest.Interaction(data.Call, "2026-11-01", hostile), datatest.Detail(strings.Repeat("<i>", 10_000), ""))
	sh := of(t, s, id)
	for _, p := range sh.People {
		for _, section := range p.Sections {
			if len(section.Lines) > 12 {
				t.Errorf("%s has %d lines", section.Kind, len(section.Lines))
			}
			for _, line := range section.Lines {
				if len([]rune(line.Text)) > 1000 || strings.ContainsFunc(line.Text+line.Note, func(r rune) bool { return unicode.In(r, unicode.Cc, unicode.Cf) }) {
					t.Errorf("%s: %q", section.Kind, line.Text)
				}
			}
		}
	}
	var b strings.Builder
	if err := sh.HTML(&b, "en"); err != nil {
		t.Fatal(err)
	}
	for _, never := range []string{"<b>", "<i>", "<script", "</style><", "http:", "https:", "\x1b", "\u202e", "ZgotmplZ"} {
		if strings.Contains(strings.ReplaceAll(b.String(), "http-equiv", ""), never) {
			t.Errorf("the page holds %q", never)
		}
	}
	if n := strings.Count(b.String(), "</style>"); n != 1 {
		t.Errorf("the page has %d styles", n)
	}
}

func TestAPageToPrintNeedsNothingElseAndMarksNoConfidant(t *testing.T) {
	s := datatest.Open(t)
	var b strings.Builder
	if err := of(t, s, rosa(t, s)).HTML(&b, "de"); err != nil {
		t.Fatal(err)
	}
	page := b.String()
	for _, want := range []string{`<html lang="de">`, `<meta charset="utf-8">`, "@page", "default-src 'none'", "<h1>Before you meet Rosa Oliveira</h1>", `dir="auto"`,
		`<p class="headline risen" dir="auto">Former peer, now in management</p>`, "break-inside: avoid", `<section class="avoid">`, "</html>"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	for _, never := range []string{"src=", "href=", "url(", "@import", "onfidant", "rivate"} {
		if strings.Contains(page, never) {
			t.Errorf("the page holds %q", never)
		}
	}
	for _, element := range []string{"html", "head", "body", "header", "article", "section", "ul", "li", "span", "div", "h1", "h3", "p"} {
		opened := strings.Count(page, "<"+element+">") + strings.Count(page, "<"+element+" ")
		if closed := strings.Count(page, "</"+element+">"); opened != closed || opened == 0 {
			t.Errorf("%s is opened %d times and closed %d times", element, opened, closed)
		}
	}
}

func TestAPrintedPageNamesNobodyPrivateButThoseAskedFor(t *testing.T) {
	s := datatest.Open(t)
	id := rosa(t, s) // who has met Omar, and introduced me to him
	rows, err := s.People(t.Context(), store.Filter{Words: "Omar"})
	if err != nil || len(rows) != 1 {
		t.Fatal(rows, err)
	}
	omar := rows[0].ID
	datatest.Write(t, s, func(tx *store.Tx) error { return datatest.Confidant()(t, tx, omar) })
	page := func(sh *sheet.Sheet) string {
		t.Helper()
		var b strings.Builder
		if err := sh.HTML(&b, "en"); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	sh := of(t, s, id)
	if n := strings.Count(text(sh), "Omar"); n < 3 {
		t.Errorf("in the window Omar is named %d times:\n%s", n, text(sh))
	}
	if printed := page(sh); strings.Contains(printed, "Omar") || !strings.Contains(printed, "Rosa Oliveira") || !strings.Contains(printed, "Orbita, 2018 to 2019") {
		t.Errorf("printed is\n%s", printed)
	}
	if printed := page(of(t, s, id, omar)); !strings.Contains(printed, "Rosa Oliveira introduced you to Omar Khalil") {
		t.Errorf("of both who were asked for printed is\n%s", printed)
	}
}

func TestPrintedPagesLieWhereNobodyElseLooksAndDoNotStay(t *testing.T) {
	folder, now := t.TempDir(), time.Now()
	sh := &sheet.Sheet{Title: "Before you meet Kim"}
	if err := sheet.Sweep(folder, now); err != nil {
		t.Errorf("where nothing was printed: %v", err)
	}
	first, err := sh.Print(folder, "en", now)
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]os.FileMode{folder + "/" + sheet.Folder: 0o700, first: 0o600} {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v", path, info, err)
		}
	}
	own := folder + "/" + sheet.Folder + "/keep.html"
	if err := os.WriteFile(own, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	second, err := sh.Print(folder, "en", now.Add(30*time.Minute))
	if err != nil || second == first {
		t.Fatal(second, err)
	}
	there := func() (paths []string) {
		for _, path := range []string{first, second, own} {
			if _, err := os.Stat(path); err == nil {
				paths = append(paths, path)
			}
		}
		return paths
	}
	if got := there(); len(got) != 3 {
		t.Errorf("within the hour there are %q", got)
	}
	if err := sheet.Sweep(folder, now.Add(2*time.Hour)); err != nil || !slices.Equal(there(), []string{own}) {
		t.Errorf("swept, %q are there, %v", there(), err)
	}
	if _, err := sh.Print(own, "en", now); err == nil {
		t.Error("printed into what is no folder")
	}
}
