package opportunities

import (
	"context"
	"errors"
	"slices"

	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/store"
)

// mending asks for the true day of a stage that an opportunity came to.
type mending struct {
	v      *view
	entry  *entry
	at     int // which of its stages
	day    *widgets.DayEntry
	fields map[string]*widgets.Field
	dialog *widgets.Dialog
	saving bool
}

// mend opens the dialog on one of the stages of an opportunity, to change its day or to take it away.
func (v *view) mend(e *entry, at int) {
	w, step := v.words, e.Steps[at]
	m := &mending{v: v, entry: e, at: at, day: widgets.NewDayEntry(w.T("opportunities.day_hint"), data.Whole(step.Day))}
	m.fields = map[string]*widgets.Field{"stage_day": widgets.NewRequiredField(w.T("opportunities.mend_day"), "", m.day)}
	title := "opportunities.mend_title"
	if step.Stage.Closed() {
		title = "opportunities.mend_outcome"
	}
	m.dialog = parts.NewForm(v.frame, w.T(title, words.Args{"Stage": words.Capital(w.Stage(step.Stage))}), widgets.Column(0, m.fields["stage_day"]), m.save)
	if len(e.Steps) > 1 {
		m.dialog.Extra(widgets.NewButton(w.T("opportunities.mend_remove"), func() {
			m.keep(func(steps []data.Step) []data.Step { return slices.Delete(steps, at, at+1) })
		}))
	}
	m.dialog.OnClosed = v.Focus
	m.dialog.Show()
}

func (m *mending) save() bool {
	day, err := parts.NeededDay(m.day, "stage_day")
	if parts.MarkInvalid(m.v.words, m.fields, err) {
		m.keep(func(steps []data.Step) []data.Step {
			steps[m.at].Day = day
			return steps
		})
	}
	return false
}

// keep writes the stages as change leaves them. The dialog closes once they are written; a day that is
// refused is marked.
func (m *mending) keep(change func([]data.Step) []data.Step) {
	if m.saving {
		return
	}
	m.saving = true
	v, w, id, today := m.v, m.v.words, m.entry.ID, m.v.frame.Today()
	args := words.Args{"Title": m.entry.title}
	v.frame.Tasks().Go(func(ctx context.Context) error {
		return v.store.Write(ctx, w.T("operation.edit_opportunity", args), func(tx *store.Tx) error {
			o, err := tx.Opportunity(id)
			if err != nil {
				return err
			}
			if !slices.Equal(o.Steps, m.entry.Steps) {
				return data.ErrChanged
			}
			o.Steps = change(slices.Clone(o.Steps))
			if err := o.Validate(today); err != nil {
				return err
			}
			return tx.SaveOpportunity(&o)
		})
	}, func(err error) {
		m.saving = false
		var invalid *data.Invalid
		switch {
		case errors.As(err, &invalid) && m.fields[invalid.Field] != nil:
			parts.MarkInvalid(w, m.fields, invalid)
		case err != nil:
			v.frame.Fail(err)
		default:
			m.dialog.Close()
			v.frame.Toast(w.T("toast.opportunity_saved", args), true)
		}
	})
}
