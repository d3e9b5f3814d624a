package parts

import (
	"strconv"
	"strings"

	"peerage/app/widgets"
	"peerage/app/words"
	"peerage/data"
)

// sides are the messages that say who did something: Me, and the person who is named.
type sides struct{ mine, theirs string }

var (
	promisers = sides{"promises.by_you", "promises.by_them"}
	givers    = sides{"exchanges.by_you", "exchanges.by_them"}
)

// options offers both sides for each of people.
func (s sides) options(w *words.Words, people ...PersonRowData) []widgets.Option {
	var list []widgets.Option
	for _, p := range people {
		args := words.Args{"Name": p.Name}
		list = append(list, widgets.Option{Key: sideKey(data.Mine, p.ID), Text: w.T(s.mine, args)},
			widgets.Option{Key: sideKey(data.Theirs, p.ID), Text: words.Capital(w.T(s.theirs, args))})
	}
	return list
}

// sideKey is the key of the option that one side did something between Me and a person.
func sideKey(by data.Side, person data.ID) string {
	return string(by) + " " + strconv.FormatInt(int64(person), 10)
}

// sideOf reads such a key; both are zero for none.
func sideOf(key string) (by data.Side, person data.ID) {
	side, id, _ := strings.Cut(key, " ")
	n, _ := strconv.ParseInt(id, 10, 64)
	return data.Side(side), data.ID(n)
}
