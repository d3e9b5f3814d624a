package words

import (
	"strings"
	"testing"

	"peerage/data"
)

func TestABoundaryIsOneCalmLine(t *testing.T) {
	w := english(t)
	for _, c := range []struct {
		b    data.Boundary
		want string
	}{
		{data.Boundary{}, ""},
		{data.Boundary{Channel: data.LinkedIn, From: 10}, "Prefers a message on LinkedIn; not before ten."},
		{data.Boundary{Channel: data.Phone}, "Prefers a call."},
		{data.Boundary{From: 10}, "Not before ten."},
		{data.Boundary{From: 14}, "Not before 14:00."},
		{data.Boundary{To: 18}, "Not after 18:00."},
		{data.Boundary{Channel: data.Email, From: 9, To: 18}, "Prefers e-mail; between 09:00 and 18:00."},
		{data.Boundary{NoContact: true}, "Not to be contacted."},
		{data.Boundary{Avoid: []string{"health", "money"}}, "Avoid: health, money."},
		{data.Boundary{Avoid: []string{"the\nU.S. "}, NoContact: true, Channel: data.OtherWay}, "Not to be contacted. Prefers another way than these. Avoid: the U.S."},
	} {
		if got := w.Boundary(c.b); got != c.want {
			t.Errorf("%+v: %q, want %q", c.b, got, c.want)
		}
	}
	if got := w.Avoid([]string{"a\u202e\u0007b", "<b>"}); strings.ContainsAny(got, "\u202e\u0007") || !strings.Contains(got, "<b>") {
		t.Errorf("%q", got)
	}
}
