package settings

import (
	"strings"

	"fyne.io/fyne/v2"

	"peerage/app/look"
	"peerage/app/parts"
	"peerage/app/widgets"
	"peerage/data"
	"peerage/data/store"
)

// you is the section of the user's own name and career.
func (v *view) you() fyne.CanvasObject {
	w := v.frame.Words()
	var field *widgets.Field
	name := v.newTyped("", func(text string) bool {
		me := data.Person{ID: data.Me, Name: strings.TrimSpace(text)}
		if !parts.MarkInvalid(w, map[string]*widgets.Field{"name": field}, me.Validate()) {
			return false
		}
		v.rename(me.Name)
		return true
	})
	field = widgets.NewField(w.T("settings.your_name"), "", name.entry)
	place := widgets.Column(0)
	v.shows = append(v.shows, func(s *state) {
		name.set(s.name)
		rows := []fyne.CanvasObject{field}
		for _, r := range s.roles {
			rows = append(rows, v.roleRow(r))
		}
		add := widgets.NewButton(w.T("settings.add_role"), func() { v.editRole(data.Role{Person: data.Me, Source: data.Stated}) })
		end := widgets.Column(10)
		if len(s.roles) == 0 {
			end.Add(widgets.NewText(w.T("settings.career_none"), look.Second))
		}
		end.Add(widgets.Row(0, add))
		refill(place, widgets.NewRows(append(rows, end)...))
	})
	return widgets.NewSection(w.T("people.you"), place)
}

func (v *view) rename(name string) {
	v.write(v.frame.Words().T("operation.settings"), "", func(tx *store.Tx) error {
		me, err := tx.Person(data.Me)
		if err != nil || me.Name == name {
			return err
		}
		me.Name, me.Given, me.Family = name, "", ""
		return tx.SavePerson(&me)
	})
}

func (v *view) roleRow(r roleRow) fyne.CanvasObject {
	w := v.frame.Words()
	lines := widgets.Column(0, widgets.NewLine(r.text, look.Name), widgets.NewLine(r.second, look.Second))
	return widgets.Sides(look.Gap, nil, lines, widgets.Row(look.SmallGap,
		widgets.NewButton(w.T("people.edit"), func() { v.editRole(r.Role) }),
		widgets.NewButton(w.T("people.remove"), func() { v.removeRole(r.Role) })))
}

// saveRole writes a role of the user's own, with its employer, and what follows from it.
func (v *view) saveRole(r data.Role) {
	w, today := v.frame.Words(), v.frame.Today()
	v.write(w.T("operation.career"), w.T("settings.role_saved"), func(tx *store.Tx) error {
		return v.keeper.SaveRole(tx, &r, today)
	})
}

func (v *view) removeRole(r data.Role) {
	w, today := v.frame.Words(), v.frame.Today()
	v.write(w.T("operation.career"), w.T("settings.role_removed"), func(tx *store.Tx) error {
		return v.keeper.DeleteRole(tx, r, today)
	})
}
