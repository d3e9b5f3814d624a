package words

import "peerage/data"

// weekAhead is within how many days a coming day is called by its weekday alone.
const weekAhead = 7

// Coming says when a day from today on is, so that it can follow a verb: "today", "tomorrow", "on Thursday",
// "on 3 December".
func (w *Words) Coming(d, today data.Day) string {
	if d > today+1 && d < today+weekAhead {
		return w.T("day.on", Args{"Day": w.Weekday(d.Weekday())})
	}
	return w.Day(d, today)
}

// Occasion says in a sentence what a coming day brings: "Ana turns 40 on Thursday.", "Today it is a year
// since Rosa became Engineering Manager at Zenith."
func (w *Words) Occasion(o data.Occasion, today data.Day) string {
	when := w.Coming(o.Day, today)
	if o.InMonth {
		when = w.month(o.Day, today)
	}
	args := Args{"Name": oneLine(o.Name), "Text": oneLine(o.Text), "Organisation": oneLine(o.Text), "When": when}
	switch {
	case o.Kind == data.Birthday && o.Years > 0:
		return Capital(w.N("occasion.turns", o.Years, args))
	case o.Kind == data.Birthday:
		return Capital(w.T("occasion.birthday", args))
	case o.Kind == data.OwnOccasion && o.Years > 0:
		return w.N("occasion.own_years", o.Years, args)
	case o.Kind == data.OwnOccasion:
		return w.T("occasion.own", args)
	case o.Move != nil:
		return Capital(w.N("occasion.since", o.Years, Args{"When": when, "What": w.became(oneLine(o.Name), o.Move)}))
	}
	return Capital(w.N("occasion.since", o.Years, Args{"When": when, "What": w.T("milestone.joined", args)}))
}

// month says which month a day is in, so that it can follow a verb: "this month", "in December".
func (w *Words) month(d, today data.Day) string {
	_, month, _ := d.Date()
	if _, now, _ := today.Date(); now == month {
		return w.T("day.this_month")
	}
	return w.T("day.in", Args{"Month": w.Month(month)})
}

// OccasionTitle is the title of a coming day in a calendar, which says itself when that is: "Ana turns 40",
// "Two years since Rosa became Engineering Manager at Zenith".
func (w *Words) OccasionTitle(o data.Occasion) string {
	args := Args{"Name": oneLine(o.Name), "Text": oneLine(o.Text), "Organisation": oneLine(o.Text)}
	switch {
	case o.Kind == data.Birthday && o.Years > 0:
		return w.N("calendar.turns", o.Years, args)
	case o.Kind == data.Birthday:
		return w.T("calendar.birthday", args)
	case o.Kind == data.OwnOccasion && o.Years > 0:
		return w.N("calendar.own_years", o.Years, args)
	case o.Kind == data.OwnOccasion:
		return w.T("calendar.own", args)
	case o.Move != nil:
		return Capital(w.N("calendar.years_since", o.Years, Args{"What": w.became(oneLine(o.Name), o.Move)}))
	}
	return Capital(w.N("calendar.years_since", o.Years, Args{"What": w.T("milestone.joined", args)}))
}
