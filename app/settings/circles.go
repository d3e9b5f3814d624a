package settings

import (
	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/store"
)

// circles is the section of the user's circles.
func (v *view) circles() fyne.CanvasObject {
	w := v.frame.Words()
	place := widgets.Column(0)
	v.shows = append(v.shows, func(s *state) {
		var rows []fyne.CanvasObject
		for _, c := range s.circles {
			rows = append(rows, v.circleRow(c))
		}
		end := widgets.Column(10)
		if len(s.circles) == 0 {
			end.Add(widgets.NewText(w.T("settings.circles_none"), look.Second))
		}
		end.Add(widgets.Row(0, widgets.NewButton(w.T("settings.add_circle"), func() { v.editCircle(data.Circle{}) })))
		refill(place, widgets.NewRows(append(rows, end)...))
	})
	return widgets.NewSection(w.T("settings.circles"), place)
}

func (v *view) circleRow(c circleRow) fyne.CanvasObject {
	w := v.frame.Words()
	lines := widgets.Column(0, widgets.NewLine(c.Name, look.Name), widgets.NewText(c.second, look.Second))
	return widgets.Sides(look.Gap, nil, lines, widgets.Row(look.SmallGap,
		widgets.NewButton(w.T("people.edit"), func() { v.editCircle(c.Circle) }),
		widgets.NewButton(w.T("people.delete"), func() { v.deleteCircle(c.Circle) })))
}

func (v *view) deleteCircle(c data.Circle) {
	w, named := v.frame.Words(), words.Args{"Circle": c.Name}
	v.write(w.T("operation.delete", words.Args{"Name": c.Name}), w.T("people.circle_deleted", named), func(tx *store.Tx) error { return tx.DeleteCircle(c.ID) })
}
