package ties

import (
	"math/rand"
	"slices"
	"testing"

	"peerage/data"
)

// of returns the ties of a kind, with another kind in its place.
func of(ties []data.Tie, kind, as data.TieKind) []data.Tie {
	var list []data.Tie
	for _, t := range ties {
		if t.Kind == kind {
			t.Kind = as
			list = append(list, t)
		}
	}
	return list
}

// restand gives all roles of both new standings.
func restand(me, them Career, standing func(*data.Role) data.Standing) (Career, Career) {
	for _, c := range []*Career{&me, &them} {
		c.Roles = slices.Clone(c.Roles)
		for i := range c.Roles {
			c.Roles[i].Standing = standing(&c.Roles[i])
		}
	}
	return me, them
}

func TestTitlesNeitherMakeNorUnmakeCoworkersAndAlumni(t *testing.T) {
	meetings(func(_ *rand.Rand, _, _ []truth, me, them Career, today data.Day) {
		told := Derive(me, them, today)
		me, them = restand(me, them, func(*data.Role) data.Standing { return data.UnknownStanding })
		untold := Derive(me, them, today)
		for _, kind := range []data.TieKind{data.Coworker, data.Alumni} {
			if a, b := of(told, kind, kind), of(untold, kind, kind); !slices.Equal(a, b) {
				t.Fatalf("with titles %s, without %s", says(a), says(b))
			}
		}
		if len(of(untold, data.Peer, ""))+len(of(untold, data.Colleague, "")) > 0 {
			t.Fatalf("unknown titles make %s", says(untold))
		}
	})
}

func TestPeersAreCoworkersOrColleagues(t *testing.T) {
	meetings(func(_ *rand.Rand, mine, theirs []truth, me, them Career, today data.Day) {
		ties := Derive(me, them, today)
		for _, peer := range of(ties, data.Peer, data.Peer) {
			a, b := me.Roles[peer.Mine-10], them.Roles[peer.Theirs-20]
			apart := a.Standing.Level.Rank() - b.Standing.Level.Rank()
			if a.Standing.Track != b.Standing.Track || a.Standing.Track == data.UnknownTrack || apart*apart > 1 {
				t.Fatalf("%+v and %+v are peers", a.Standing, b.Standing)
			}
			beside := slices.ContainsFunc(ties, func(o data.Tie) bool {
				if peer.ByProfession() {
					return o.Kind == data.Colleague
				}
				return o.Kind == data.Coworker && theirs[o.Theirs-20].organisation == b.Organisation &&
					rankOf(o.Sure) >= rankOf(peer.Sure) && o.Months >= peer.Months && (o.Current || !peer.Current)
			})
			if !beside {
				t.Fatalf("nothing stands beside %+v: %s\nfrom %+v\nand %+v", peer, says(ties), me, them)
			}
		}
		for _, tie := range of(ties, data.Colleague, data.Colleague) {
			a, b := me.Roles[tie.Mine-10], them.Roles[tie.Theirs-20]
			if a.Standing.Field != b.Standing.Field || a.Standing.Field == data.UnknownField || a.Standing.Field == "" {
				t.Fatalf("%+v and %+v are colleagues", a.Standing, b.Standing)
			}
		}
	})
}

func TestWhereAllAreAlikeTheKindsSayTheSame(t *testing.T) {
	meetings(func(_ *rand.Rand, _, _ []truth, me, them Career, today data.Day) {
		alike := data.Standing{Track: data.Individual, Level: data.Mid, Field: "sales"}
		me, them = restand(me, them, func(*data.Role) data.Standing { return alike })
		ties := Derive(me, them, today)
		here := slices.DeleteFunc(ties, func(t data.Tie) bool { return t.ByProfession() })
		colleagues, shared := of(here, data.Colleague, ""), append(of(here, data.Coworker, ""), of(here, data.Alumni, "")...)
		for _, c := range colleagues {
			if !slices.Contains(shared, c) {
				t.Fatalf("a colleague for himself: %s\nfrom %+v\nand %+v", says(here), me, them)
			}
		}
		coworkers := of(here, data.Coworker, "")
		// A title read at another time makes a peer less sure than the coworker.
		for _, p := range of(here, data.Peer, "") {
			if p.Sure == data.Certain && !slices.Contains(coworkers, p) {
				t.Fatalf("a peer for himself: %s\nfrom %+v\nand %+v", says(here), me, them)
			}
		}
		if len(of(here, data.Peer, "")) != len(coworkers) || len(colleagues) < len(coworkers) {
			t.Fatalf("not everybody is a peer and a colleague: %s", says(here))
		}
	})
}

func TestADeniedTieTakesNothingButWhatRestsOnIt(t *testing.T) {
	meetings(func(r *rand.Rand, _, _ []truth, me, them Career, today data.Day) {
		before := Derive(me, them, today)
		denied := data.TieVerdict{Kind: kinds[r.Intn(len(kinds))], Organisation: data.ID(r.Intn(3))}
		them.Verdicts = []data.TieVerdict{denied}
		after := Derive(me, them, today)
		var kept []data.Tie
		for _, tie := range before {
			organisation := them.Roles[tie.Theirs-20].Organisation
			if tie.ByProfession() {
				organisation = 0
			}
			if slices.Contains(after, tie) {
				kept = append(kept, tie)
			} else if organisation != denied.Organisation && !(denied.Kind == data.Colleague && tie.Kind == data.Peer && tie.ByProfession()) {
				t.Fatalf("%+v took %+v", denied, tie)
			}
			if organisation == denied.Organisation && tie.Kind == denied.Kind && slices.Contains(after, tie) {
				t.Fatalf("%+v left %+v", denied, tie)
			}
		}
		made := slices.DeleteFunc(slices.Clone(after), func(tie data.Tie) bool { return slices.Contains(kept, tie) })
		if denied.Kind == data.Coworker && len(made) == 1 && made[0].Kind == data.Alumni && made[0].Sure == data.Likely {
			made = nil
		}
		if len(made) > 0 {
			t.Fatalf("%+v made %s of %s", denied, says(after), says(before))
		}
		them.Verdicts[0].Holds = true
		confirmed := Derive(me, them, today)
		if len(confirmed) != len(before) {
			t.Fatalf("%+v made %s of %s", them.Verdicts[0], says(confirmed), says(before))
		}
		for _, tie := range confirmed {
			if tie.Confirmed && (tie.Sure != data.Certain || tie.Kind != denied.Kind) || !tie.Confirmed && !slices.Contains(before, tie) {
				t.Fatalf("%+v made %+v of %s", them.Verdicts[0], tie, says(before))
			}
		}
	})
}

func TestOtherNumbersNameTheSameRoles(t *testing.T) {
	meetings(func(_ *rand.Rand, _, _ []truth, me, them Career, today data.Day) {
		want := Derive(me, them, today)
		for i := range want {
			want[i].Mine, want[i].Theirs = want[i].Mine+70, want[i].Theirs+70
		}
		for _, roles := range [][]data.Role{me.Roles, them.Roles} {
			for i := range roles {
				roles[i].ID += 70
			}
		}
		if got := Derive(me, them, today); !slices.Equal(got, want) {
			t.Fatalf("got %v, want %v", says(got), says(want))
		}
	})
}
