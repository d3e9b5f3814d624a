package words

import "peerage/data"

// Now says who somebody is now, with more about them: "Engineering Manager at Zenith, Porto." r may be nil,
// and what is "" of more is left out; nothing at all is "".
func (w *Words) Now(r *data.Role, more ...string) string {
	now := ""
	if r != nil {
		now = oneLine(r.Title + r.Employer)
		if r.Title != "" && r.Employer != "" {
			now = w.T("people.title_at", Args{"Title": oneLine(r.Title), "Organisation": oneLine(r.Employer)})
		}
	}
	for _, item := range more {
		switch item = oneLine(item); {
		case now == "":
			now = item
		case item != "":
			now = w.T("list.more", Args{"List": now, "Item": item})
		}
	}
	return w.Sentence(now)
}
