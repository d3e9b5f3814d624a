package apptest_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"peerage/app/apptest"
	"peerage/app/look"
	"peerage/app/page"
	"peerage/app/widgets"
	"peerage/data"
)

type counter struct {
	object fyne.CanvasObject
	words  *widgets.Line
	field  *widgets.Entry
}

func newCounter(f page.Frame) *counter {
	c := &counter{words: widgets.NewLine("none", look.Body), field: widgets.NewEntry("Name")}
	c.object = widgets.Column(8, c.words, c.field, widgets.NewButton("Add", func() {
		widgets.NewDialog(f.Window(), "Really?", widgets.NewText("It is only a test.", look.Body)).Cancel("No").
			Confirm("Yes", func() bool {
				f.Tasks().Go(func(context.Context) error { return nil }, func(error) {
					c.words.SetText("one: " + c.field.Text)
					f.Toast("Added.", true)
				})
				return true
			}).Show()
	}))
	return c
}

func (c *counter) Object() fyne.CanvasObject { return c.object }
func (c *counter) Changed(data.Change)       {}

func TestAScreenIsUsedAsAPersonDoes(t *testing.T) {
	f := apptest.New(t, nil, data.NewDay(2026, 11, 22))
	c := newCounter(f)
	f.Show(c)
	apptest.Type(t, c.object, "Name", "Ana")
	apptest.Tap(t, c.object, "Add")
	apptest.Tap(t, c.object, "Yes")
	if got := apptest.Texts(c.object); !slices.Equal(got, []string{"one: Ana", "Ana", "Add"}) {
		t.Errorf("shows %q", got)
	}
	if !slices.Equal(f.Toasts, []apptest.Toast{{Text: "Added.", Undo: true}}) {
		t.Errorf("said %v", f.Toasts)
	}
}

func TestKeysGoToTheDialogThatIsOpen(t *testing.T) {
	f := apptest.New(t, nil, 1)
	c := newCounter(f)
	f.Show(c)
	apptest.Tap(t, c.object, "Add")
	apptest.Key(f.Window(), fyne.KeyEscape)
	if len(f.Toasts) != 0 || f.Window().Canvas().Overlays().Top() != nil {
		t.Error("Escape did not close it")
	}
}

func TestTheFrameRemembersWhatIsAskedOfIt(t *testing.T) {
	f := apptest.New(t, nil, 5)
	f.Open(page.Person(3))
	f.Back()
	f.Fail(nil)
	f.Fail(errors.New("broken"))
	if !slices.Equal(f.Opened, []page.Route{page.Person(3)}) || f.Backs != 1 || len(f.Errors) != 1 || f.Today() != 5 {
		t.Errorf("%+v", f)
	}
}

func TestTimePassesWhenTheTestSaysSo(t *testing.T) {
	tasks := apptest.New(t, nil, 1).Timers()
	var rang []string
	tasks.After(time.Second, func() { rang = append(rang, "one") })
	stop := tasks.After(time.Second, func() { rang = append(rang, "stopped") })
	tasks.After(3*time.Second, func() { rang = append(rang, "three") })
	stop()
	tasks.Pass(2 * time.Second)
	if !slices.Equal(rang, []string{"one"}) {
		t.Errorf("after two seconds: %v", rang)
	}
	tasks.Pass(time.Second)
	if !slices.Equal(rang, []string{"one", "three"}) {
		t.Errorf("after three seconds: %v", rang)
	}
}
