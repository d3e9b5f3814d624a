package parts_test

import (
	"strings"
	"testing"

	"peerage/app/apptest"
)

func TestALineShowsForWhichOpportunityItThanks(t *testing.T) {
	l := newLine(t)
	l.write("thanked Raj for Platform job")
	l.shows("Given: thanks, Raj Patel.", "Thanked for Platform job")
	l.write("coffee with Raj, thanked him")
	if all := strings.Join(apptest.Texts(l.top()), "\n"); strings.Contains(all, "Platform job") {
		t.Errorf("nothing says what for: %s", all)
	}
	l.write("thanked Raj for Platform job")
	l.enter()
	all, err := l.store.Opportunities(t.Context())
	if err != nil || all[0].Chain[0].Thanked != l.Today() {
		t.Errorf("%+v, %v", all, err)
	}
}
