package parts_test

import (
	"context"
	"os"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"peerage/app/apptest"
	"peerage/app/parts"
	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/intake"
	"peerage/data/quicklog"
	"peerage/data/store"
)

// line is the dialog that notes contact in one line, over a network in which two are called Ana.
type line struct {
	*apptest.Frame
	t       *testing.T
	store   *store.Store
	lexicon *quicklog.Lexicon
	people  map[string]data.ID
}

func newLine(t *testing.T) *line {
	t.Helper()
	w := apptest.English(t)
	lexicon, err := quicklog.Load(os.DirFS("../../assets/quicklog"))
	if err != nil {
		t.Fatal(err)
	}
	l := &line{lexicon: lexicon, Frame: apptest.New(t, w, datatest.Day(t, datatest.Today)), t: t, store: datatest.Open(t), people: map[string]data.ID{}}
	for _, name := range []string{"Ana Souza", "Ana Lima", "Raj Patel"} {
		l.people[name] = datatest.Person(t, l.store, name)
	}
	datatest.Opportunity(t, l.store, data.Opportunity{Title: "Platform job", Steps: datatest.Steps(t, "heard 2026-10-01"),
		Chain: []data.Link{{Someone: data.Someone{Person: l.people["Raj Patel"]}, Part: data.ToldOf}}})
	l.open()
	return l
}

// open opens the dialog over all who are in the store by now.
func (l *line) open() {
	parts.LogContactLine(l, l.store, func(ctx context.Context) (*intake.Quick, error) {
		return intake.LoadQuick(ctx, l.store, l.lexicon, l.Today())
	})
}

func (l *line) top() fyne.CanvasObject { return l.Window().Canvas().Overlays().Top() }

func (l *line) write(text string) {
	l.t.Helper()
	focused := l.Window().Canvas().Focused()
	focused.(interface{ SetText(string) }).SetText("")
	test.Type(focused, text)
}

func (l *line) enter() {
	focused := l.Window().Canvas().Focused()
	focused.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

func (l *line) shows(texts ...string) {
	l.t.Helper()
	shown := strings.Join(apptest.Texts(l.top()), "\n")
	for _, text := range texts {
		if !strings.Contains(shown, text) {
			l.t.Errorf("%q is not shown in\n%s", text, shown)
		}
	}
}

func (l *line) noted() []data.Interaction {
	l.t.Helper()
	all, err := l.store.Interactions(context.Background(), l.people["Raj Patel"], 0)
	if err != nil {
		l.t.Fatal(err)
	}
	return all
}

func TestALineIsShownAsItIsUnderstoodAndSavedWithEnter(t *testing.T) {
	l := newLine(t)
	l.write("coffee with Raj yesterday, he promised an intro to Kim by Friday, thanked Raj #design")
	l.shows("Coffee", "Raj Patel", "Raj Patel promised:", "Given: thanks, Raj Patel.", "design")
	l.enter()
	if l.top() != nil || len(l.Toasts) != 1 || !l.Toasts[0].Undo {
		t.Fatalf("after Enter: open %v, said %v, failed %v", l.top() != nil, l.Toasts, l.Errors)
	}
	all := l.noted()
	if len(all) != 1 || all[0].Kind != data.Coffee || all[0].Day != l.Today()-1 {
		t.Fatalf("noted %+v", all)
	}
	promises, err := l.store.Promises(context.Background(), store.PromiseFilter{Person: l.people["Raj Patel"]})
	if err != nil || len(promises) != 1 || promises[0].By != data.Theirs || promises[0].Interaction != all[0].ID {
		t.Errorf("promises %+v, %v", promises, err)
	}
	if _, err := l.store.Undo(context.Background()); err != nil || len(l.noted()) != 0 {
		t.Errorf("undo left %+v, %v", l.noted(), err)
	}
}

func TestEnterAsksWhichOfTwoIsMeantBeforeItSaves(t *testing.T) {
	l := newLine(t)
	l.write("call with Ana and Raj")
	l.shows("Which Ana?", "Ana Souza", "Ana Lima")
	l.enter()
	if l.top() == nil || len(l.noted()) != 0 {
		t.Fatal("saved before it was settled who is meant")
	}
	l.enter()
	l.write("call with Ana and Raj today")
	l.enter()
	all := l.noted()
	if l.top() != nil || len(all) != 1 || len(all[0].People) != 2 {
		t.Fatalf("noted %+v; said %v, failed %v", all, l.Toasts, l.Errors)
	}
	anas := []data.ID{l.people["Ana Souza"], l.people["Ana Lima"]}
	if !slices.Contains(anas, all[0].People[0]) && !slices.Contains(anas, all[0].People[1]) {
		t.Errorf("neither Ana took part: %+v", all)
	}
}

func TestNamesakesAreToldApartByWhereTheyAreAndTheLastContact(t *testing.T) {
	l := newLine(t)
	datatest.Person(t, l.store, "Ingrid Nowak", datatest.Role("Zenith", "Nurse", "2020", ""))
	datatest.Person(t, l.store, "Ingrid Nowak", datatest.Interaction(data.Call, "2026-01-05", ""))
	l.open()
	l.write("met Ingrid Nowak")
	l.shows("Which Ingrid Nowak?", "Ingrid Nowak, Zenith", "last in touch on 5 January")
}

func TestWhomNobodyIsCalledCanBeAdded(t *testing.T) {
	l := newLine(t)
	l.write("lunch with Zuleika and Raj")
	l.shows("Nobody is called Zuleika yet.")
	apptest.Tap(t, l.top(), "Add Zuleika")
	l.enter()
	if all := l.noted(); len(all) != 1 || len(all[0].People) != 2 {
		t.Errorf("noted %+v; failed %v", all, l.Errors)
	}
}

func TestEnterLeadsFromALineAboutAStrangerToTheirEntry(t *testing.T) {
	l := newLine(t)
	l.write("coffee with Zuleika yesterday")
	for range 3 { // to the offer, to take it, and to save
		if l.top() == nil || apptest.Shows(l.top(), "Please fill in who it was with.") {
			t.Fatal("it is closed, or complains")
		}
		l.enter()
	}
	found, err := l.store.People(t.Context(), store.Filter{Words: "Zuleika"})
	if err != nil || len(found) != 1 || l.top() != nil {
		t.Fatalf("found %+v, %v; failed %v", found, err, l.Errors)
	}
	if all, err := l.store.Interactions(t.Context(), found[0].ID, 0); err != nil || len(all) != 1 {
		t.Errorf("noted %+v, %v", all, err)
	}
}

func TestALineWithoutAnybodyIsNotSaved(t *testing.T) {
	l := newLine(t)
	l.write("coffee in the sun")
	l.enter()
	l.shows("Please fill in who it was with.")
	if len(l.Toasts) != 0 {
		t.Errorf("said %v", l.Toasts)
	}
}

func TestALineGoesOnInFields(t *testing.T) {
	l := newLine(t)
	l.write("call with Raj yesterday")
	apptest.Tap(t, l.top(), "In fields")
	l.shows("Raj Patel", "call with Raj yesterday")
}

func TestALineThatCannotBeKeptStaysWithWhatWasTyped(t *testing.T) {
	for line, said := range map[string]string{
		"coffee with Raj on 31 February":                           "“31 February” is no day, as far as Peerage can tell. Please write another one.",
		"coffee with Raj, he promised me the slides by 2026-11-20": "It is due before it was promised.",
	} {
		l := newLine(t)
		l.Window().Canvas().Focused().(interface{ SetText(string) }).SetText(line)
		l.enter()
		if l.top() == nil || len(l.noted()) != 0 {
			t.Fatalf("%q: open %v, noted %+v", line, l.top() != nil, l.noted())
		}
		l.shows(said, line)
		if len(l.Errors)+len(l.Toasts) != 0 {
			t.Errorf("%q: said %v, failed %v besides", line, l.Toasts, l.Errors)
		}
	}
}

func TestALineThatCouldNotBeWrittenStaysWithWhatWasTyped(t *testing.T) {
	l := newLine(t)
	l.write("coffee with Raj")
	datatest.Write(t, l.store, func(tx *store.Tx) error { return tx.DeletePerson(l.people["Raj Patel"]) })
	l.enter()
	if l.top() == nil || len(l.Errors) != 1 || len(l.Toasts) != 0 {
		t.Fatalf("open %v, said %v, failed %v", l.top() != nil, l.Toasts, l.Errors)
	}
	l.shows("coffee with Raj")
}

func TestInFieldsStandsAllThatWasUnderstood(t *testing.T) {
	l := newLine(t)
	datatest.Person(t, l.store, "Kim Larsen")
	l.open()
	l.write("coffee with Raj yesterday, he promised the deck by Friday, I promised him the slides, thanked Raj, he introduced me to Kim #design #close")
	apptest.Tap(t, l.top(), "In fields")
	l.shows("the deck", "the slides", "Raj Patel promised you", "You promised Raj Patel", "Thanks", "design", "close", "+ Remember")
	apptest.Tap(t, l.top(), "close") // not that circle
	apptest.Tap(t, l.top(), "Save")
	met := l.noted()
	promises, _ := l.store.Promises(t.Context(), store.PromiseFilter{})
	given, _ := l.store.Exchanges(t.Context(), store.ExchangeFilter{})
	introductions, _ := l.store.Introductions(t.Context())
	circles, _ := l.store.Circles(t.Context())
	if len(met) != 1 || len(promises) != 2 || len(given) != 2 || len(introductions) != 1 || len(circles) != 1 || circles[0].Name != "design" {
		t.Fatalf("noted %+v\npromises %+v\ngiven %+v\nintroductions %+v\ncircles %+v\nfailed %v", met, promises, given, introductions, circles, l.Errors)
	}
	for _, p := range promises {
		if p.Interaction != met[0].ID || p.Person != l.people["Raj Patel"] || (p.What == "the deck") != (p.By == data.Theirs) {
			t.Errorf("promised %+v", p)
		}
	}
}

func TestWhatWasUnderstoodWronglyIsRemovedInFields(t *testing.T) {
	l := newLine(t)
	l.write("coffee with Raj yesterday, thanked Raj")
	apptest.Tap(t, l.top(), "In fields")
	apptest.Tap(t, l.top(), "Remove")
	apptest.Tap(t, l.top(), "Save")
	if given, _ := l.store.Exchanges(t.Context(), store.ExchangeFilter{}); len(given) != 0 || len(l.noted()) != 1 {
		t.Errorf("gave %+v, noted %+v", given, l.noted())
	}
}

func TestALineSaysWhatIsToBeHeededOfThoseItNames(t *testing.T) {
	l := newLine(t)
	datatest.Write(t, l.store, func(tx *store.Tx) error {
		return tx.SaveBoundary(data.Boundary{Person: l.people["Raj Patel"], Avoid: []string{"money"}})
	})
	l.write("coffee with Raj")
	l.shows("Avoid: money.")
	l.write("coffee with Ana Souza")
	if apptest.Shows(l.top(), "money") {
		t.Errorf("shows %q", apptest.Texts(l.top()))
	}
}

func TestWhoWasMadeKnownIsShownAndHiddenAsOtherNamesAre(t *testing.T) {
	l := newLine(t)
	l.write("Raj introduced me to Ana Lima, thanked Raj")
	l.shows("Received: introduction to Ana Lima, Raj Patel.", "Given: thanks, Raj Patel.")
	l.Hidden = true
	l.write("Raj introduced me to Ana Lima, thanked Raj")
	l.shows("Received: introduction to A. L., R. P.", "Given: thanks, R. P.")
}
