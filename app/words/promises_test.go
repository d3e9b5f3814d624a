package words

import (
	"testing"

	"peerage/data"
)

func TestAPromiseSaysHowItStandsToToday(t *testing.T) {
	w, today := english(t), data.NewDay(2026, 11, 22)
	for want, p := range map[string]data.Promise{
		"due on 3 December":     {Due: data.NewDay(2026, 12, 3), State: data.PromiseOpen},
		"due today":             {Due: today, State: data.PromiseOpen},
		"one day late":          {Due: today - 1, State: data.PromiseOpen},
		"nine days late":        {Due: today - 9, State: data.PromiseOpen},
		"no day named":          {State: data.PromiseOpen},
		"kept yesterday":        {Due: today, State: data.PromiseKept, Settled: today - 1},
		"kept, three days late": {Due: today - 5, State: data.PromiseKept, Settled: today - 2},
		"kept on 3 June":        {State: data.PromiseKept, Settled: data.NewDay(2026, 6, 3)},
		"kept":                  {State: data.PromiseKept},
		"let go today":          {Due: today - 5, State: data.PromiseLetGo, Settled: today},
	} {
		if got := w.PromiseWhen(&p, today); got != want {
			t.Errorf("said %q, not %q", got, want)
		}
	}
}

func TestAPromiseSaysWhoPromisedWhat(t *testing.T) {
	w := english(t)
	if got := w.Promised(data.Mine, "Ana", "send the\nslides\u202e"); got != "You promised Ana: send the slides" {
		t.Error(got)
	}
	if got := w.Promised(data.Theirs, "A. S.", "an introduction to Kim"); got != "A. S. promised you: an introduction to Kim" {
		t.Error(got)
	}
}

func TestAnIntroductionSaysWhoMadeWhomKnown(t *testing.T) {
	w := english(t)
	me, ana, omar, kim := data.Someone{Person: data.Me}, data.Someone{Person: 2, Name: "Ana"}, data.Someone{Name: "Omar Khalil"}, data.Someone{Person: 4, Name: "Kim"}
	for want, i := range map[string]data.Introduction{
		"Ana introduced you to Omar Khalil in 2022":      {By: ana, Known: [2]data.Someone{me, omar}, Day: data.PartialDay{Year: 2022}},
		"Ana introduced you to Omar Khalil in June 2022": {By: ana, Known: [2]data.Someone{omar, me}, Day: data.PartialDay{Year: 2022, Month: 6}},
		"You introduced Ana to Kim on 3 June 2022":       {By: me, Known: [2]data.Someone{ana, kim}, Day: data.PartialDay{Year: 2022, Month: 6, Day: 3}},
		"Omar Khalil introduced Ana to Kim":              {By: omar, Known: [2]data.Someone{ana, kim}},
	} {
		if got := w.Introduction(&i, asIs); got != want {
			t.Errorf("said %q, not %q", got, want)
		}
	}
	initials := func(string) string { return "X." }
	if got := w.Introduction(&data.Introduction{By: ana, Known: [2]data.Someone{omar, kim}}, initials); got != "X. introduced X. to X." {
		t.Error(got)
	}
}
