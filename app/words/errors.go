package words

import (
	"context"
	"errors"
	"io/fs"
	"slices"
	"strings"

	"peerage/data"
)

// Error says what went wrong and what to do about it, in one or two sentences. It returns "" for nil.
func (w *Words) Error(err error) string {
	if err == nil {
		return ""
	}
	var invalid *data.Invalid
	if errors.As(err, &invalid) {
		return w.Invalid(invalid)
	}
	var blocked *data.Blocked
	if errors.As(err, &blocked) {
		return w.blocked(blocked)
	}
	var server *data.ServerFailure
	if errors.As(err, &server) {
		return w.ServerFailure(server)
	}
	var unread interface {
		UnreadDay() (written string, ahead bool)
	}
	if errors.As(err, &unread) {
		return w.UnreadDay(unread.UnreadDay())
	}
	file := w.T("error.the_file")
	var path *fs.PathError
	if errors.As(err, &path) && path.Path != "" {
		file = visible(path.Path)
	}
	for _, known := range failures {
		if slices.ContainsFunc(known.errs, func(e error) bool { return errors.Is(err, e) }) {
			return w.T(known.id, Args{"File": file})
		}
	}
	var coded interface{ Code() int }
	if errors.As(err, &coded) {
		code := coded.Code()
		if code != noShared {
			code &= 0xff
		}
		if id, ok := databaseFailures[code]; ok {
			return w.T(id, Args{"File": file})
		}
	}
	return w.T("error.unexpected", Args{"Reason": strings.TrimSuffix(visible(err.Error()), ".")}) // Windows ends its own with one
}

// Invalid says why a field is refused and what would do: "Please fill in the name."
func (w *Words) Invalid(e *data.Invalid) string {
	id, ok := reasons[e.Reason]
	if !ok {
		return e.Error()
	}
	if narrower, ok := narrower[*e]; ok {
		id = narrower
	} else if within, ok := ranges[e.Field]; ok && e.Reason == data.OutOfRange {
		id = within
	}
	if e.Field == "heard" && e.Reason == data.BeforeHeard {
		id = "invalid.heard_late"
	}
	return w.T(id, Args{"Field": named(w, fields, e.Field), "Most": data.MaxInterval})
}

// blocked says what must be undone first.
func (w *Words) blocked(e *data.Blocked) string {
	if len(e.By) == 0 {
		return w.T("error.blocked_unnamed")
	}
	var named []string
	for _, name := range e.By {
		named = append(named, w.T("error.quoted", Args{"Operation": visible(name)}))
	}
	if e.More > 0 {
		named = append(named, w.N("error.blocked_more", e.More))
	}
	return w.T("error.blocked", Args{"Operations": w.List(named)})
}

// Doubt says what is unusual about a role: "This lies before the first day."
func (w *Words) Doubt(d data.Doubt) string {
	if d.Reason == data.InFuture && d.Field == "to" {
		return w.T("doubt.ends_ahead")
	}
	return named(w, doubts, d.Reason)
}

var doubts = map[data.Reason]string{
	data.EndsBeforeStart: "doubt.ends_before_start", data.Overlaps: "doubt.overlaps", data.InFuture: "doubt.starts_ahead",
	data.VeryLong: "doubt.very_long",
}

// failures are the errors that people can do something about, the most telling first.
var failures = []struct {
	id   string
	errs []error
}{
	{"error.not_found", []error{data.ErrNotFound}},
	{"error.changed", []error{data.ErrChanged}},
	{"error.newer", []error{data.ErrNewer}},
	{"error.damaged", []error{data.ErrDamaged}},
	{"error.not_ours", []error{data.ErrNotOurs}},
	{"error.no_undo", []error{data.ErrNoUndo}},
	{"error.no_redo", []error{data.ErrNoRedo}},
	{"error.ambiguous", []error{data.ErrAmbiguous}},
	{"error.cancelled", []error{context.Canceled}},
	{"error.too_slow", []error{context.DeadlineExceeded}},
	{"error.disk_full", diskFull},
	{"error.read_only", readOnly},
	{"error.in_use", inUse},
	{"error.no_permission", []error{fs.ErrPermission}},
	{"error.no_file", append([]error{fs.ErrNotExist}, noName...)},
	{"error.exists", []error{fs.ErrExist}},
}

// databaseFailures are SQLite's primary result codes (https://sqlite.org/rescode.html) that people
// can do something about. The error that carries one is known by its method Code alone, so that this
// room needs no database.
var databaseFailures = map[int]string{
	5:  "error.busy",
	8:  "error.read_only",
	10: "error.disk",
	11: "error.damaged",
	13: "error.disk_full",
	14: "error.no_open",
	26: "error.damaged",

	noShared: "error.disk_full",
}

// noShared is the extended result code SQLITE_IOERR_SHMSIZE: the file that readers and writers share cannot have
// its size, which is how a database on a full disk fails to open.
const noShared = 10 | 19<<8

var reasons = map[data.Reason]string{
	data.Missing:         "invalid.missing",
	data.TooLong:         "invalid.too_long",
	data.Unknown:         "invalid.unknown",
	data.NoSuchDay:       "invalid.no_such_day",
	data.NotADay:         "invalid.not_a_day",
	data.NotWhole:        "invalid.not_whole",
	data.NotEmail:        "invalid.not_email",
	data.InFuture:        "invalid.in_future",
	data.NotAhead:        "invalid.not_ahead",
	data.InPast:          "invalid.in_past",
	data.EndsBeforeStart: "invalid.ends_before_start",
	data.OutOfRange:      "invalid.out_of_range",
	data.Taken:           "invalid.taken",
	data.Overlaps:        "invalid.overlaps",
	data.VeryLong:        "invalid.very_long",
	data.Twice:           "invalid.twice",
	data.BeforeHeard:     "invalid.before_heard",
	data.NoOrganisation:  "invalid.no_organisation",
}

// narrower says of some fields more than their reason alone tells.
var narrower = map[data.Invalid]string{
	{Field: "hours", Reason: data.EndsBeforeStart}: "invalid.hours_end",
	{Field: "remind_on", Reason: data.Missing}:     "invalid.remind_on",
	{Field: "due", Reason: data.EndsBeforeStart}:   "invalid.due_before_made",
	{Field: "on", Reason: data.NotADay}:            "invalid.month_and_day",
}

// ranges says for a field what data.OutOfRange leaves open: between which values it may be.
var ranges = map[string]string{
	"ideal": "invalid.interval", "longest": "invalid.interval", "per_day": "invalid.per_day", "per_week": "invalid.per_week",
	"quiet":     "invalid.remind_at",
	"remind_at": "invalid.remind_at", "alarm_at": "invalid.remind_at", "check_ins_at": "invalid.remind_at", "at": "invalid.remind_at", "ahead": "invalid.ahead", "hours": "invalid.hours",
}

// fields names what data.Invalid calls by the words of the code.
var fields = map[string]string{
	"name": "field.name", "birthday": "field.birthday", "notes": "field.notes", "how_met": "field.how_met",
	"photo": "field.photo", "email": "field.email", "phone": "field.phone", "linkedin": "field.linkedin",
	"website": "field.website", "other": "field.other_way", "organisation": "field.organisation",
	"title": "field.title", "from": "field.from", "to": "field.to", "people": "field.people", "kind": "field.kind",
	"day": "field.day", "text": "field.text", "detail": "field.detail", "circle": "field.circle",
	"ideal": "field.ideal", "longest": "field.longest", "tie": "field.tie", "since": "field.since", "until": "field.until",
	"per_day": "field.per_day", "per_week": "field.per_week", "weekdays": "field.weekdays", "remind_at": "field.remind_at", "alarm_at": "field.alarm_at", "check_ins_at": "field.check_ins_at", "at": "field.hour", "ahead": "field.ahead",
	"remind_on": "field.remind_on", "quiet": "field.quiet",
	"theme": "field.theme", "track": "field.track", "level": "field.level",
	"opportunity": "field.opportunity", "opportunity_kind": "field.opportunity_kind", "heard": "field.heard", "stage": "field.stage", "stage_day": "field.stage_day",
	"worth": "field.worth", "for": "field.for", "chain": "field.chain", "part": "field.part", "thanked": "field.thanked",
	"introduced": "field.introduced", "promise": "field.promise", "promise_with": "field.promise_with", "promise_by": "field.promise_by",
	"promise_state": "field.promise_state", "made": "field.made", "due": "field.due", "settled": "field.settled",
	"exchange_kind": "field.exchange_kind", "exchange_by": "field.exchange_by", "avoid": "field.avoid", "channel": "field.channel",
	"hours": "field.hours", "project": "field.project", "project_kind": "field.project_kind", "outcome": "field.outcome",
	"server": "field.server", "server_user": "field.server_user", "server_password": "field.server_password",
	"milestone": "field.milestone", "on": "field.on", "given": "field.given", "ask_on": "field.ask_on",
}
