package words

import "peerage/data"

// Chain says how an opportunity came to me, in a sentence without a full stop: "Deniz Demir told Omar
// Khalil, who told me". It is "" for an empty chain.
func (w *Words) Chain(links []data.Link) string {
	said, follows := "", false // follows: the one who is next was the last to be named
	for i, l := range links {
		clause := w.link(oneLine(l.Name), l.Part, links[i+1:])
		switch {
		case i == 0:
			said = clause
		case follows:
			said = w.T("chain.who", Args{"Chain": said, "Next": w.link(w.T("chain.relative"), l.Part, links[i+1:])})
		default:
			said = w.T("chain.besides", Args{"Chain": said, "Next": clause})
		}
		follows = chainClauses[l.Part].next != chainClauses[l.Part].me
	}
	return said
}

// link says what one in a chain did for the next, or for me.
func (w *Words) link(who string, part data.Part, after []data.Link) string {
	ids, ok := chainClauses[part]
	if !ok {
		ids = chainClauses[data.OtherwisePut]
	}
	if len(after) == 0 {
		return w.T(ids.me, Args{"Name": who})
	}
	return w.T(ids.next, Args{"Name": who, "Next": oneLine(after[0].Name)})
}

// chainClauses are what somebody did for the next in the chain, and what for me; they are the same where
// it was done for nobody.
var chainClauses = map[data.Part]struct{ next, me string }{
	data.ToldOf: {"chain.told", "chain.told_me"}, data.Introduced: {"chain.introduced", "chain.introduced_me"},
	data.Referred: {"chain.referred", "chain.referred_me"}, data.Advised: {"chain.advised", "chain.advised_me"},
	data.DecidedIt: {"chain.decided", "chain.decided"}, data.OtherwisePut: {"chain.had_part", "chain.had_part"},
}

// StageSince says how an opportunity stands and since when: "interviewing since 3 October", "heard of
// yesterday", "won on 3 October 2024".
func (w *Words) StageSince(s data.Step, today data.Day) string {
	args := Args{"Stage": w.Stage(s.Stage), "Day": w.Day(s.Day, today)}
	if s.Stage.Closed() || s.Stage == data.Heard || s.Day == today {
		return w.T("stage.on", args)
	}
	args["Day"] = w.Date(s.Day, today)
	return w.T("stage.since", args)
}
