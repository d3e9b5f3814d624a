package words

import (
	"strings"

	"peerage/data"
)

// Boundary says what a person wants left alone and how they like to be reached: "Not to be contacted.
// Prefers a call; not before ten. Avoid: health, money." It is "" when there is nothing to say.
func (w *Words) Boundary(b data.Boundary) string {
	var said []string
	if b.NoContact {
		said = append(said, w.T("boundary.no_contact"))
	}
	for _, s := range []string{w.Manner(b), w.Avoid(b.Avoid)} {
		if s != "" {
			said = append(said, w.Sentence(s))
		}
	}
	return strings.Join(said, " ")
}

// Manner says how a person likes to be reached, and when: "Prefers a message on LinkedIn; not before ten."
// It is "" when that is not known.
func (w *Words) Manner(b data.Boundary) string {
	way, hours := "", w.Hours(b)
	if id, ok := preferredWays[b.Channel]; ok {
		way = w.T(id)
	}
	switch {
	case way == "" && hours == "":
		return ""
	case hours == "":
		return w.T("boundary.manner", Args{"Manner": way})
	case way == "":
		return w.T("boundary.manner", Args{"Manner": Capital(hours)})
	}
	return w.T("boundary.manner", Args{"Manner": w.T("boundary.way_hours", Args{"Way": way, "Hours": hours})})
}

// Hours says when a person likes to be reached, within a sentence: "not before ten", "between 10:00 and
// 18:00". It is "" when that is not known.
func (w *Words) Hours(b data.Boundary) string {
	from, to := data.Clock(b.From*60), data.Clock(b.To*60)
	const noon = 12
	switch {
	case b.From == 0 && b.To == 0:
		return ""
	case b.To == 0 && b.From <= noon: // the morning needs no clock to be told from the evening
		return w.T("boundary.not_before", Args{"Time": w.Count(b.From)})
	case b.To == 0:
		return w.T("boundary.not_before", Args{"Time": from})
	case b.From == 0:
		return w.T("boundary.not_after", Args{"Time": to})
	}
	return w.T("boundary.between", Args{"From": from, "To": to})
}

// Avoid names topics that are not to be touched: "Avoid: health, money". It is "" when there are none.
func (w *Words) Avoid(topics []string) string {
	if len(topics) == 0 {
		return ""
	}
	named := oneLine(topics[0])
	for _, topic := range topics[1:] {
		named = w.T("list.more", Args{"List": named, "Item": oneLine(topic)})
	}
	return w.T("boundary.avoid", Args{"Topics": named})
}

var preferredWays = map[data.ContactKind]string{
	data.Email: "boundary.prefers_email", data.Phone: "boundary.prefers_phone", data.LinkedIn: "boundary.prefers_linkedin",
	data.Website: "boundary.prefers_website", data.OtherWay: "boundary.prefers_other_way",
}
