package parts_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"peerage/app/apptest"
	"peerage/app/look"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/data"
)

var rosa = parts.PersonRowData{ID: 2, Name: "Rosa Oliveira", Second: "Engineering Manager, Zenith", Initials: "RO", Risen: true}
var ana = parts.PersonRowData{ID: 3, Name: "Ana Souza", Second: "Product Designer, Brightwater", Initials: "AS", Due: true,
	Chips: []parts.ChipData{{Text: "coworker", Tone: look.Green}, {Text: "mentor", Tone: look.Claret}}}

func frame(t *testing.T, o fyne.CanvasObject, width, height float32) *apptest.Frame {
	f := apptest.New(t, nil, 1)
	f.Window().SetContent(o)
	f.Window().Resize(fyne.NewSize(width, height))
	return f
}

func TestARowShowsWhoItIsAndWhy(t *testing.T) {
	row := parts.NewPersonRow()
	frame(t, row, 500, 60)
	row.Set(ana)
	if got := apptest.Texts(row); !slices.Equal(got, []string{"AS", "Ana Souza", "Product Designer, Brightwater", "coworker", "mentor"}) {
		t.Errorf("shows %q", got)
	}
	row.Set(rosa)
	if got := apptest.Texts(row); !slices.Equal(got, []string{"RO", "Rosa Oliveira", "Engineering Manager, Zenith"}) {
		t.Errorf("used again it shows %q", got)
	}
}

func TestANameAloneStandsInTheMiddleOfItsRow(t *testing.T) {
	row := parts.NewPersonRow()
	frame(t, row, 500, 60)
	alone := ana
	alone.Second = ""
	row.Set(alone)
	middle := func(text string) float32 {
		return apptest.Place(t, row, text).Y + look.Name.Height/2
	}
	if got := middle("Ana Souza"); got < row.Size().Height/2-3 || got > row.Size().Height/2+3 {
		t.Errorf("the middle of the name is at %v in a row %v high", got, row.Size().Height)
	}
	row.Set(ana)
	if got := middle("Ana Souza"); got >= row.Size().Height/2-3 {
		t.Errorf("above a second line the middle of the name is at %v", got)
	}
}

func TestANarrowRowDropsChipsBeforeItCutsTheName(t *testing.T) {
	row := parts.NewPersonRow()
	row.Set(ana)
	frame(t, row, 250, 60)
	if got := apptest.Texts(row); !slices.Equal(got, []string{"AS", "Ana Souza", "Product Designer, Brightwater", "coworker"}) {
		t.Errorf("at 250 it shows %q", got)
	}
	name := ana
	name.Name, name.Chips = "Anneliese Bruckner", []parts.ChipData{{Text: "former coworker", Tone: look.Green}}
	row.Set(name)
	for _, c := range []struct {
		width float32
		chip  bool
	}{{400, true}, {360, true}, {310, false}, {260, false}} {
		row.Resize(fyne.NewSize(c.width, 60))
		if cut := within(row, "Anneliese Bruckner"); cut || apptest.Shows(row, "former coworker") != c.chip {
			t.Errorf("%v wide: the name is cut %v, shows %q", c.width, cut, apptest.Texts(row))
		}
	}
	long := ana
	long.Name = strings.Repeat("Featherstonehaugh ", 280)
	row.Set(long)
	for _, o := range test.WidgetRenderer(row).Objects() {
		if o.Visible() && o.Position().X+o.Size().Width > 251 {
			t.Errorf("%T reaches to %v", o, o.Position().X+o.Size().Width)
		}
	}
}

func TestChipsNameTheClosestTies(t *testing.T) {
	w := apptest.English(t)
	derived := func(kind data.TieKind, current bool) data.Tie {
		return data.Tie{Kind: kind, Derived: true, Current: current, Months: 12, Sure: data.Certain}
	}
	alone := func(kind data.TieKind) data.Tie {
		return data.Tie{Kind: kind, Derived: true, Current: true, Months: -1, Sure: data.Possible}
	}
	mentor := data.Tie{Kind: data.Mentor, Current: true}
	for _, c := range []struct {
		ties []data.Tie
		want string
	}{
		{[]data.Tie{derived(data.Coworker, true), derived(data.Peer, false), derived(data.Colleague, true)}, "former peer blue, coworker green"},
		{[]data.Tie{mentor, derived(data.Coworker, false), derived(data.Peer, false), alone(data.Peer)}, "mentor claret, peer blue, former coworker green"},
		{[]data.Tie{derived(data.Colleague, false), derived(data.Alumni, false)}, "former colleague blue, alumni plain"},
		{[]data.Tie{derived(data.Alumni, false), alone(data.Colleague)}, "alumni plain"},
		{[]data.Tie{alone(data.Peer), alone(data.Colleague)}, ""},
		{[]data.Tie{mentor, {Kind: data.Friend}, derived(data.Peer, true), derived(data.Coworker, true)}, "mentor claret, former friend claret, peer blue"},
	} {
		var got []string
		for _, chip := range parts.Chips(w, c.ties, 3) {
			tone := map[look.Tone]string{look.Green: "green", look.Blue: "blue", look.Plain: "plain", look.Claret: "claret"}[chip.Tone]
			got = append(got, chip.Text+" "+tone)
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("got %q, want %s", got, c.want)
		}
	}
}

func TestARisenPersonIsBrassAndNobodyElse(t *testing.T) {
	if parts.Tone(2, true) != look.Brass || parts.Tone(2, false) == look.Brass {
		t.Error("brass is not for those who have risen")
	}
}

func TestALineOfACardSaysWhyAndOffersActions(t *testing.T) {
	did := ""
	line := parts.NewPersonLine(ana, []widgets.Run{{Text: "Every six weeks, nine days over. "}, {Text: "Ask how it went.", Bold: true}},
		widgets.NewButton("Snooze", func() { did += "snooze" }), widgets.NewButton("Log", func() { did += "log" }))
	card := widgets.NewRows(line)
	frame(t, widgets.Page(card), 900, 300)
	if got := apptest.Texts(card); !slices.Equal(got, []string{"AS", "Ana Souza", "coworker", "mentor", "Every six weeks, nine days over. Ask how it went.", "Snooze", "Log"}) {
		t.Errorf("shows %q", got)
	}
	apptest.Tap(t, card, "Log")
	if did != "log" {
		t.Errorf("did %q", did)
	}
}

// within reports whether a name in a row is cut.
func within(row *parts.PersonRow, name string) bool {
	for _, o := range test.WidgetRenderer(row).Objects() {
		if l, ok := o.(*widgets.Line); ok && l.Text() == name {
			return l.Size().Width < l.Natural()
		}
	}
	return true
}

func TestTheHeaderShowsALongNameOnAsManyLinesAsItNeedsAndFourAtMost(t *testing.T) {
	long := rosa
	long.Name = "Maria-Anneliese Wilhelmine Featherstonehaugh-Bruckenberger von und zu Hohenstein"
	h := parts.NewPersonHeader(long, nil, widgets.NewPrimary("Log", nil))
	f := frame(t, widgets.Page(h), 900, 300)
	one := parts.NewPersonHeader(rosa, nil, widgets.NewPrimary("Log", nil))
	if got := strings.Join(apptest.Texts(h), " "); !strings.Contains(got, "Hohenstein") {
		t.Errorf("shows %q", got)
	}
	if h.MinSize().Height <= one.MinSize().Height+look.Title.Height/2 {
		t.Errorf("%v high, on one line %v", h.MinSize().Height, one.MinSize().Height)
	}
	two := h.MinSize().Height
	f.Window().Resize(fyne.NewSize(560, 300))
	if got := strings.Join(apptest.Texts(h), " "); !strings.Contains(got, "Hohenstein") || strings.Contains(got, "…") || h.MinSize().Height <= two {
		t.Errorf("with less room it shows %q, %v high after %v", got, h.MinSize().Height, two)
	}
	f.Window().Resize(fyne.NewSize(900, 300))
	if got := strings.Join(apptest.Texts(h), " "); !strings.Contains(got, "Hohenstein") {
		t.Errorf("with the room again it shows %q", got)
	}
	endless := rosa
	endless.Name = strings.Repeat("x", 600)
	e := parts.NewPersonHeader(endless, nil)
	frame(t, widgets.Page(e), 900, 300)
	if got := strings.Join(apptest.Texts(e), " "); e.MinSize().Height > one.MinSize().Height+3*look.Title.Height+1 || !strings.Contains(got, "…") {
		t.Errorf("a name without end is %v high: %q", e.MinSize().Height, got)
	}
}

func TestTheActionsOfTheHeaderMakeRoomForTheName(t *testing.T) {
	for _, c := range []struct {
		name  string
		width float32
		below bool
	}{{"Rosa Oliveira", 700, false}, {"Rosa Oliveira", 480, true}, {"Maximiliana von und zu Hohenstein-Bruckenberger", 700, true}, {"Maximiliana von und zu Hohenstein-Bruckenberger", 1000, false}} {
		d := rosa
		d.Name = c.name
		actions := []fyne.CanvasObject{widgets.NewButton("Before you meet", nil), widgets.NewPrimary("Log contact now", nil)}
		h := parts.NewPersonHeader(d, nil, actions...)
		frame(t, widgets.Page(h), c.width, 300)
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject
		if below := at(actions[0]).X == at(h).X; below != c.below {
			t.Errorf("%s, %v wide: the actions are at %v, the header at %v", c.name, c.width, at(actions[0]), at(h))
		}
	}
}

func TestTheHeaderCutsNoChip(t *testing.T) {
	tied := rosa
	for _, text := range []string{"in management", "former peer", "former coworker"} {
		tied.Chips = append(tied.Chips, parts.ChipData{Text: text, Tone: look.Green})
	}
	for width := float32(300); width < 900; width += 20 {
		h := parts.NewPersonHeader(tied, nil, widgets.NewPrimary("Log", nil))
		frame(t, widgets.Page(h), width, 300)
		eachChip(h, func(c *widgets.Chip) {
			if c.Visible() && c.Size().Width < c.MinSize().Width {
				t.Errorf("%v wide: %q gets %v of %v", width, c.AccessibilityLabel(), c.Size().Width, c.MinSize().Width)
			}
		})
	}
}

func eachChip(o fyne.CanvasObject, do func(*widgets.Chip)) {
	switch o := o.(type) {
	case *widgets.Chip:
		do(o)
	case *fyne.Container:
		for _, child := range o.Objects {
			eachChip(child, do)
		}
	}
}

func TestTheHeaderShowsNameAndSentence(t *testing.T) {
	h := parts.NewPersonHeader(rosa, []byte("no photo"), widgets.NewPrimary("Log", nil))
	frame(t, widgets.Page(h), 900, 300)
	if got := apptest.Texts(h); !slices.Equal(got, []string{"RO", "Rosa Oliveira", "Engineering Manager, Zenith", "Log"}) {
		t.Errorf("shows %q", got)
	}
}

func search(_ context.Context, query string) ([]parts.PersonRowData, error) {
	if query == "broken" {
		return nil, errors.New("broken")
	}
	var found []parts.PersonRowData
	for _, p := range []parts.PersonRowData{rosa, ana} {
		if strings.Contains(strings.ToLower(p.Name), query) {
			found = append(found, p)
		}
	}
	return found, nil
}

func TestPeopleArePickedByTypingAndTakenAwayByTheirChip(t *testing.T) {
	f := apptest.New(t, nil, 1)
	p := parts.NewPersonPicker(f.Tasks(), "Who was there", search, f.Fail)
	var told [][]data.ID
	p.OnChanged = func(ids []data.ID) { told = append(told, ids) }
	f.Window().SetContent(widgets.Column(0, p))
	f.Window().Resize(fyne.NewSize(460, 500))

	apptest.Type(t, p, "Who was there", "a") // both names have one
	if !apptest.Shows(p, "Rosa Oliveira") || !apptest.Shows(p, "Ana Souza") {
		t.Fatalf("offers %q", apptest.Texts(p))
	}
	widgets.Focus(f.Window().Canvas(), p)
	apptest.Key(f.Window(), fyne.KeyDown)
	apptest.Key(f.Window(), fyne.KeyDown)
	apptest.Key(f.Window(), fyne.KeyReturn)
	if !slices.Equal(p.Chosen(), []data.ID{3}) || apptest.Shows(p, "Rosa Oliveira") {
		t.Errorf("chosen %v, shows %q", p.Chosen(), apptest.Texts(p))
	}
	apptest.Type(t, p, "Who was there", "a")
	apptest.Tap(t, p, "Rosa Oliveira")
	apptest.Tap(t, p, "Ana Souza")
	if !slices.Equal(p.Chosen(), []data.ID{2}) || len(told) != 3 {
		t.Errorf("chosen %v, told %v", p.Chosen(), told)
	}
}

func TestAPickerOfOneReplacesWhoWasChosen(t *testing.T) {
	f := apptest.New(t, nil, 1)
	p := parts.NewOnePersonPicker(f.Tasks(), "Who", search, f.Fail)
	f.Window().SetContent(widgets.Column(0, p))
	f.Window().Resize(fyne.NewSize(460, 500))
	p.Choose(rosa)
	apptest.Type(t, p, "Who", "ana")
	apptest.Tap(t, p, "Ana Souza")
	if !slices.Equal(p.Chosen(), []data.ID{3}) {
		t.Errorf("chosen %v", p.Chosen())
	}
}

func TestThoseFoundComeIntoSightInADialogThatScrolls(t *testing.T) {
	f := apptest.New(t, nil, 1)
	p := parts.NewPersonPicker(f.Tasks(), "Who", search, f.Fail)
	rows := widgets.Column(4)
	for range 8 {
		rows.Add(widgets.NewEntry(""))
	}
	rows.Add(p)
	f.Window().Resize(fyne.NewSize(600, 420))
	widgets.NewDialog(f.Window(), "Long", rows).Cancel("Close").Show()
	widgets.Focus(f.Window().Canvas(), p)
	apptest.Type(t, p, "Who", "a")
	if last, close := apptest.Place(t, p, "Ana Souza"), apptest.Place(t, f.Window().Canvas().Overlays().Top(), "Close"); last.Y+look.RowHeight > close.Y {
		t.Errorf("the last who is found stands at %v, the buttons at %v", last, close)
	}
}

func TestASearchThatFailsIsTold(t *testing.T) {
	f := apptest.New(t, nil, 1)
	p := parts.NewPersonPicker(f.Tasks(), "Who", search, f.Fail)
	f.Window().SetContent(p)
	apptest.Type(t, p, "Who", "broken")
	if len(f.Errors) == 0 {
		t.Error("nobody was told")
	}
}

func TestANameThatIsTypedAndNotChosenIsNotDropped(t *testing.T) {
	d, people := logging(t, 1)
	apptest.Type(t, d.form(), "Type a name", "To")
	apptest.Tap(t, d.form(), "Save")
	if !apptest.Shows(d.form(), "Please choose one of those found") {
		t.Fatalf("shows %q", apptest.Texts(d.form()))
	}
	if met, err := d.store.Interactions(t.Context(), people[0].ID, 0); err != nil || len(met) != 0 {
		t.Fatalf("noted %v, %v", met, err)
	}
	apptest.Tap(t, d.form(), "Tom")
	if apptest.Shows(d.form(), "Please choose one of those found") {
		t.Error("it still asks for what was chosen")
	}
	apptest.Tap(t, d.form(), "Save")
	met, err := d.store.Interactions(t.Context(), people[0].ID, 0)
	if err != nil || len(met) != 1 || len(met[0].People) != 2 {
		t.Errorf("noted %v, %v", met, err)
	}
}
