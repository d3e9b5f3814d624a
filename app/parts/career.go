package parts

import (
	"context"

	"peerage/app/page"
	"peerage/app/words"
	"peerage/data"
	"peerage/data/careers"
	"peerage/data/store"
)

// Career is somebody's career, to be changed by hand: each of its methods asks what there is to ask, and
// writes it as one operation.
type Career struct {
	Frame  page.Frame
	Store  *store.Store
	Keeper *careers.Keeper
	Person data.ID
	Name   string // as it may be shown; not needed for Me
}

// Add asks for a role to be added.
func (c Career) Add() {
	c.ask(data.Role{Person: c.Person, Source: data.Stated, Current: true}, openRole)
}

// Edit asks what a role of the career is to be.
func (c Career) Edit(r data.Role) { c.ask(r, openRole) }

// End asks until when a role of the career was held.
func (c Career) End(r data.Role) { c.ask(r, openEnd) }

// Remove removes a role of the career at once; undo brings it back.
func (c Career) Remove(r data.Role) {
	w, today := c.Frame.Words(), c.Frame.Today()
	c.Frame.Tasks().Go(func(ctx context.Context) error {
		return c.Store.Write(ctx, c.operation(), func(tx *store.Tx) error { return c.Keeper.DeleteRole(tx, r, today) })
	}, func(err error) {
		if err != nil {
			c.Frame.Fail(err)
			return
		}
		c.Frame.Toast(w.T("role.removed"), true)
	})
}

// operation names what changes the career.
func (c Career) operation() string {
	if c.Person == data.Me {
		return c.Frame.Words().T("operation.career")
	}
	return c.Frame.Words().T("operation.role", words.Args{"Name": c.Name})
}

// saved says that the career was changed.
func (c Career) saved() string {
	if c.Person == data.Me {
		return c.Frame.Words().T("settings.role_saved")
	}
	return c.Frame.Words().T("role.saved", words.Args{"Name": c.Name})
}

// asked is what a form of a role needs besides the role.
type asked struct {
	others []data.Role    // the career so far
	known  *careers.Known // the organisations there are
	// read returns what a title says, and the words that decided.
	read func(title string) (data.Standing, string)
}

// ask loads what a form needs, and opens it.
func (c Career) ask(r data.Role, open func(Career, data.Role, asked)) {
	var a asked
	c.Frame.Tasks().Go(func(ctx context.Context) (err error) {
		if a.others, err = c.Store.Roles(ctx, c.Person); err != nil {
			return err
		}
		all, err := c.Store.Organisations(ctx, 0)
		if err != nil {
			return err
		}
		a.known = careers.NewKnown(all)
		titles, err := c.Keeper.Titles()
		if err != nil {
			return err
		}
		a.read = func(title string) (data.Standing, string) {
			reading := titles.Read(title)
			return reading.Standing, reading.Why
		}
		return nil
	}, func(err error) {
		if err != nil {
			c.Frame.Fail(err)
			return
		}
		open(c, r, a)
	})
}
