package words

import (
	"testing"

	"peerage/data"
)

func TestAChainIsToldInOrder(t *testing.T) {
	w := english(t)
	link := func(name string, part data.Part) data.Link {
		return data.Link{Someone: data.Someone{Name: name}, Part: part}
	}
	for want, links := range map[string][]data.Link{
		"":                             {},
		"Omar told me":                 {link("Omar", data.ToldOf)},
		"Deniz told Omar, who told me": {link("Deniz", data.ToldOf), link("Omar", data.ToldOf)},
		"Ana introduced Raj, who told Li, who put in a good word for me": {link("Ana", data.Introduced), link("Raj", data.ToldOf), link("Li", data.Referred)},
		"Ana put in a good word with Raj, who advised me":                {link("Ana", data.Referred), link("Raj", data.Advised)},
		"Zoe decided it; Raj told me":                                    {link("Zoe", data.DecidedIt), link("Raj", data.ToldOf)},
		"Raj told Zoe, who decided it":                                   {link("Raj", data.ToldOf), link("Zoe", data.DecidedIt)},
		"Raj had a part in it; Zoe had a part in it":                     {link("Raj", data.OtherwisePut), link("Zoe", "of tomorrow")},
		"Ra j introduced me":                                             {link("Ra\nj", data.Introduced)},
	} {
		if got := w.Chain(links); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestAStageIsSaidWithItsDay(t *testing.T) {
	w := english(t)
	today := data.NewDay(2026, 11, 22)
	for want, s := range map[string]data.Step{
		"heard of yesterday":           {Stage: data.Heard, Day: today - 1},
		"interviewing since 3 October": {Stage: data.Interviewing, Day: data.NewDay(2026, 10, 3)},
		"interviewing today":           {Stage: data.Interviewing, Day: today},
		"won on 3 October 2024":        {Stage: data.Won, Day: data.NewDay(2024, 10, 3)},
		"exploring since 21 November":  {Stage: data.Exploring, Day: today - 1},
	} {
		if got := w.StageSince(s, today); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
