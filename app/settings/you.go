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
		add := widgets.NewButton(w.T("role.add"), v.career().Add)
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

// career returns the user's own career, to be changed.
func (v *view) career() parts.Career {
	return parts.Career{Frame: v.frame, Store: v.store, Keeper: v.keeper, Person: data.Me}
}

func (v *view) roleRow(r roleRow) fyne.CanvasObject {
	w, career := v.frame.Words(), v.career()
	lines := widgets.Column(0, widgets.NewLine(r.text, look.Name), widgets.NewText(r.second, look.Second))
	buttons := widgets.Row(look.SmallGap, widgets.NewButton(w.T("people.edit"), func() { career.Edit(r.Role) }))
	if r.Current {
		buttons.Add(widgets.NewButton(w.T("role.end"), func() { career.End(r.Role) }))
	}
	buttons.Add(widgets.NewButton(w.T("people.remove"), func() { career.Remove(r.Role) }))
	return widgets.Sides(look.Gap, nil, lines, buttons)
}
