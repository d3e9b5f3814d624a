package ladder

import (
	"errors"
	"fmt"
	"strings"

	"peerage/data"
)

// section is how the lines under a heading are read.
type section struct {
	facts bool
	read  func(into *sense, facts string) error
}

// part returns a section without facts, whose spellings play one part.
func part(k kinds) section {
	return section{read: func(into *sense, _ string) error { into.kinds = k; return nil }}
}

// sections are the headings that a word list may have, besides those of endings.
var sections = map[string]section{
	"[jobs]": {true, func(into *sense, facts string) (err error) {
		into.kinds, into.job = isJob, verdict{track: data.Individual, level: data.Mid}
		for _, fact := range strings.Fields(facts) {
			switch fact {
			case "servant":
				into.kinds |= isServant
			case "first":
				into.firstOnly = true
			default:
				err = errors.Join(err, into.job.set(fact))
			}
		}
		return err
	}},
	"[leads]": {true, func(into *sense, facts string) error {
		into.kinds = isLead
		all := strings.Split(facts, ">")
		if len(all) != 3 {
			return fmt.Errorf("%q are not three readings parted by >", facts)
		}
		for i, v := range []*verdict{&into.job, &into.of, &into.over} {
			v.track, v.level = data.UnknownTrack, data.UnknownLevel
			for _, fact := range strings.Fields(all[i]) {
				if err := v.set(fact); err != nil {
					return err
				}
			}
		}
		return nil
	}},
	"[grades]":  {true, readGrade(isGrade)},
	"[numbers]": {true, readGrade(isNumber)},
	"[fields]": {true, func(into *sense, facts string) error {
		into.kinds, into.field = isField, data.Field(facts)
		if !fields[into.field] {
			return fmt.Errorf("%q is no profession", facts)
		}
		return nil
	}},
	"[things]":       part(isThing),
	"[people]":       part(isPeople),
	"[of]":           part(isOf),
	"[and]":          part(isAnd),
	"[at]":           part(isAt),
	"[former]":       part(isFormer),
	"[retired]":      part(isRetired),
	"[retirees]":     part(isRetired | isRetiree),
	"[hopes]":        part(isHope),
	"[hoped]":        part(isHoped),
	"[servants]":     part(isServant),
	"[now]":          part(isNow),
	"[banks]":        part(isBank),
	"[stages]":       part(isStage),
	"[offices]":      part(isOffice),
	"[plain]":        part(isPlain),
	"[leads nobody]": {read: func(into *sense, _ string) error { into.nobody = true; return nil }},
	"[leads people]": {read: func(into *sense, _ string) error { into.someone = true; return nil }},
}

func readGrade(k kinds) func(*sense, string) error {
	return func(into *sense, facts string) error {
		into.kinds = k
		for _, fact := range strings.Fields(facts) {
			if field := data.Field(fact); fields[field] {
				into.within = append(into.within, field)
			} else if err := into.grade.set(fact); err != nil {
				return err
			}
		}
		return nil
	}
}

// set adds one word of the facts.
func (v *verdict) set(fact string) error {
	switch {
	case fact == string(data.Individual), fact == string(data.Management):
		v.track = data.Track(fact)
	case fact == "unknown":
		v.track, v.level = data.UnknownTrack, data.UnknownLevel
	case data.Level(fact).Rank() >= 0:
		v.level = data.Level(fact)
	case fields[data.Field(fact)]:
		v.field = data.Field(fact)
	case fact == "aside":
		v.aside = true
	case fact == "bank":
		v.bank = true
	case fact == "craft":
		v.craft = true
	case fact == "lower":
		v.lower = true
	case fact == "vice":
		v.vice = true
	default:
		return fmt.Errorf("%q is no track, level or profession", fact)
	}
	return nil
}
