package words

import "peerage/data"

// Known is whom one knows at an organisation, in numbers.
type Known struct {
	Organisation string
	Now, Before  int    // how many people are there now, and how many were
	InManagement int    // how many of those there now are in management
	Introducer   string // who could introduce me best, "" for nobody
	// Mine bounds my own time there; Here says that it lasts, There that there was any.
	Here, There bool
	Mine        [2]data.PartialDay
}

// Known says in a sentence or two whom one knows: "You know seven people at Halden Bank, two of them in
// management; Ana Souza could introduce you. You were there yourself, July 2016 to February 2020."
func (w *Words) Known(k Known) string {
	args := Args{"Organisation": oneLine(k.Organisation), "Name": oneLine(k.Introducer)}
	said := ""
	switch {
	case k.Now > 0:
		said = w.N("known.now", k.Now, args)
		if k.InManagement > 0 {
			id := "known.leading"
			if k.Now == k.InManagement {
				id = "known.all_leading"
			}
			said = w.T("list.more", Args{"List": said, "Item": w.N(id, k.InManagement)})
		}
	case k.Before > 0:
		said = w.N("known.before", k.Before, args)
	default:
		said = w.T("known.nobody", args)
	}
	args["Known"] = said
	if k.Introducer != "" {
		said = w.T("known.introducer", args)
	} else {
		said = w.T("known.sentence", args)
	}
	span := w.Span(k.Mine[0], k.Mine[1])
	switch {
	case k.Here:
		said += " " + w.T("known.here")
	case k.There && span != "":
		said += " " + w.T("known.there_span", Args{"Span": span})
	case k.There:
		said += " " + w.T("known.there")
	}
	return said
}

// Counted says how many people one knows at an organisation, in short: "3 now, 5 before, 1 in
// management"; "" for nobody.
func (w *Words) Counted(now, before, inManagement int) string {
	var list []string
	for _, c := range []struct {
		id string
		n  int
	}{{"counted.now", now}, {"counted.before", before}, {"counted.leading", inManagement}} {
		if c.n > 0 {
			list = append(list, w.N(c.id, c.n))
		}
	}
	return w.series(list)
}

// series joins items by commas alone.
func (w *Words) series(items []string) string {
	said := ""
	for i, item := range items {
		if i == 0 {
			said = item
			continue
		}
		said = w.T("list.more", Args{"List": said, "Item": item})
	}
	return said
}

// Stay says a role at an organisation that is spoken of: "Engineering Manager since 2019", "Engineer,
// 2012 to 2016", "since 2019"; "" when nothing is known.
func (w *Words) Stay(title string, since, until data.PartialDay) string {
	title, span := oneLine(title), w.Span(since, until)
	switch {
	case title == "" || span == "":
		return title + span
	case until.IsZero() || since.IsZero():
		return w.T("stay.open", Args{"Title": title, "Span": span})
	}
	return w.T("list.more", Args{"List": title, "Item": span})
}

// WithContact adds to a line when there was contact last: "…, last contact on 2 October".
func (w *Words) WithContact(line string, last, today data.Day) string {
	switch {
	case last == 0:
		return line
	case line == "":
		return Capital(w.T("known.contact", Args{"Day": w.Day(last, today)}))
	}
	return w.T("known.line", Args{"Line": line, "More": w.T("known.contact", Args{"Day": w.Day(last, today)})})
}
