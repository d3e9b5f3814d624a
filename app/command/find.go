package command

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"peerage/app/words"
	"peerage/data"
	"peerage/data/names"
	"peerage/data/store"
)

// find returns the person that an argument means: an id, a profile, "me", a full name, an e-mail
// address, or a part of a name that fits one person only, whole words before parts of words. Anything
// else is wrong usage, with the people it may mean.
func (r *runner) find(ctx context.Context, s *store.Store, arg string) (data.ID, error) {
	if strings.EqualFold(arg, "me") {
		return data.Me, nil
	}
	id, err := s.ByUUID(ctx, arg)
	if err == nil || !errors.Is(err, data.ErrNotFound) {
		return id, err
	}
	want := names.Fold(arg)
	if want == "" {
		return 0, r.nobody(arg)
	}
	rows, err := s.People(ctx, store.Filter{Words: arg})
	if err != nil {
		return 0, err
	}
	var exact, worded, named []*store.Row
	for _, row := range rows {
		name := names.Fold(row.Name)
		if name == want {
			exact = append(exact, row)
		}
		if strings.Contains(" "+name+" ", " "+want+" ") {
			worded = append(worded, row)
		}
		if strings.Contains(name, want) {
			named = append(named, row)
		}
	}
	for _, fit := range [][]*store.Row{exact, worded, named} {
		switch len(fit) {
		case 0:
		case 1:
			return fit[0].ID, nil
		default:
			return 0, r.ambiguous(arg, fit)
		}
	}
	return r.findOtherwise(ctx, s, arg, rows)
}

// findOtherwise looks for someone who has arg as their profile, and among people, who have it anywhere
// about them, for one who has it as another name or as an e-mail address.
func (r *runner) findOtherwise(ctx context.Context, s *store.Store, arg string, rows []*store.Row) (data.ID, error) {
	everyone, err := s.People(ctx, store.Filter{})
	if err != nil {
		return 0, err
	}
	if i := slices.IndexFunc(everyone, func(row *store.Row) bool { return row.Profile == strings.ToLower(arg) }); i >= 0 {
		return everyone[i].ID, nil
	}
	ids := make([]data.ID, len(rows))
	for i, row := range rows {
		ids[i] = row.ID
	}
	otherwise, err := s.OtherwiseAmong(ctx, ids)
	if err != nil {
		return 0, err
	}
	var fit []*store.Row
	want := " " + names.Fold(arg) + " "
	for _, row := range rows {
		o := otherwise[row.ID]
		if slices.ContainsFunc(o.Names, func(name string) bool { return strings.Contains(" "+names.Fold(name)+" ", want) }) ||
			slices.ContainsFunc(o.Contacts, func(value string) bool { return strings.EqualFold(value, arg) }) {
			fit = append(fit, row)
		}
	}
	switch len(fit) {
	case 0:
		return 0, r.nobody(arg)
	case 1:
		return fit[0].ID, nil
	}
	return 0, r.ambiguous(arg, fit)
}

// maxCandidates is how many people an ambiguous name lists.
const maxCandidates = 10

func (r *runner) ambiguous(arg string, fit []*store.Row) error {
	var b strings.Builder
	b.WriteString(r.Words.T("command.several", words.Args{"Name": names.Clean(arg)}))
	for i, row := range fit {
		if i == maxCandidates {
			b.WriteString("\n  " + r.Words.N("command.more", len(fit)-i))
			break
		}
		fmt.Fprintf(&b, "\n  %s  %s", row.UUID, cut(names.Clean(row.Name), widestCell))
		if second := names.Clean(listed(row.Title, row.Organisation)); second != "" {
			b.WriteString(" (" + cut(second, widestCell) + ")")
		}
	}
	return usageError{errors.Join(said(b.String()), errSeveral)}
}

// nobody says that nobody is called what an argument says.
func (r *runner) nobody(arg string) error {
	return usageError{errors.Join(r.usage("command.nobody", words.Args{"Name": names.Clean(arg)}), errNobody)}
}

// errNobody marks an error that says that an argument means nobody.
var errNobody = errors.New("nobody fits")

// errSeveral marks an error that names the people whom an argument may mean.
var errSeveral = errors.New("several people fit")

// listed joins what there is of some texts with commas.
func listed(texts ...string) string {
	return strings.Join(slices.DeleteFunc(texts, func(s string) bool { return s == "" }), ", ")
}

// findAll returns the people that several arguments mean, each once.
func (r *runner) findAll(ctx context.Context, s *store.Store, args []string) ([]data.ID, error) {
	var ids []data.ID
	for _, arg := range args {
		id, err := r.find(ctx, s, arg)
		if err != nil {
			return nil, err
		}
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	return ids, nil
}
