package words

import (
	"peerage/data"
)

// Problem says what is wrong with a place in a file, and what Peerage did or the reader can do: "“31
// Juni” is no day. The person is imported without it."
func (w *Words) Problem(p data.Problem) string {
	id, ok := problems[p.Reason]
	if !ok {
		return string(p.Reason)
	}
	if p.Value == "" && p.Reason == data.NoDay {
		return w.T("problem.day_missing")
	}
	if p.Value == "" {
		return w.T(id, Args{"Value": w.T("problem.this")})
	}
	return w.T(id, Args{"Value": w.T("problem.quoted", Args{"Text": visible(p.Value)})})
}

// Place says where a problem is: "Connections.csv, line 14, Connected On".
func (w *Words) Place(p data.Problem) string {
	place := visible(p.File)
	if p.Line > 0 {
		place = w.T("problem.line", Args{"File": place, "Line": p.Line})
	}
	if p.Field != "" {
		place = w.T("problem.field", Args{"Place": place, "Field": visible(p.Field)})
	}
	return place
}

// ProblemAt says where a problem is and what: "Connections.csv, line 14, Connected On: “31 Juni” is
// no day. The person is imported without it."
func (w *Words) ProblemAt(p data.Problem) string {
	return w.T("problem.at", Args{"Place": w.Place(p), "Problem": w.Problem(p)})
}

var problems = map[data.ProblemReason]string{
	data.NotRecognised:   "problem.not_recognised",
	data.NotText:         "problem.not_text",
	data.CutShort:        "problem.cut_short",
	data.WrongEncoding:   "problem.wrong_encoding",
	data.TooFewColumns:   "problem.too_few_columns",
	data.TooManyColumns:  "problem.too_many_columns",
	data.BadDay:          "problem.bad_day",
	data.EarlyDay:        "problem.early_day",
	data.FutureDay:       "problem.future_day",
	data.LaterDay:        "problem.later_day",
	data.BadAddress:      "problem.bad_address",
	data.ValueTooLong:    "problem.value_too_long",
	data.NoName:          "problem.no_name",
	data.Repeated:        "problem.repeated",
	data.BadQuote:        "problem.bad_quote",
	data.ArchiveBroken:   "problem.archive_broken",
	data.ArchiveTooLarge: "problem.archive_too_large",
	data.ArchiveLocked:   "problem.archive_locked",
	data.FileTooLarge:    "problem.file_too_large",
	data.FileSkipped:     "problem.file_skipped",
	data.FileUnreadable:  "problem.file_unreadable",
	data.EmptyFile:       "problem.empty_file",
	data.NoDay:           "problem.no_day",
	data.NoSide:          "problem.no_side",
	data.NobodyFits:      "problem.nobody_fits",
	data.SeveralFit:      "problem.several_fit",
	data.OtherAddress:    "problem.other_address",
}
