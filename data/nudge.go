package data

// NudgeKind says what a nudge suggests.
type NudgeKind string

// The kinds of nudge.
const (
	NudgeThank     NudgeKind = "thank"     // an opportunity not thanked for
	NudgeAsk       NudgeKind = "ask"       // a detail whose day has come
	NudgeOffer     NudgeKind = "offer"     // someone in trouble, or who mostly gave
	NudgeCelebrate NudgeKind = "celebrate" // a milestone or a confirmed move
	NudgeShare     NudgeKind = "share"     // a resource with someone in that field
	NudgeInvite    NudgeKind = "invite"    // someone left out of the last group event
	NudgeCoffee    NudgeKind = "coffee"    // a virtual coffee for the far-away
	NudgeFarewell  NudgeKind = "farewell"  // a word when someone leaves or retires
)

// NudgeKinds lists the kinds.
var NudgeKinds = []NudgeKind{NudgeThank, NudgeAsk, NudgeOffer, NudgeCelebrate, NudgeShare, NudgeInvite, NudgeCoffee, NudgeFarewell}

// NudgeAnswer is what the user made of a nudge.
type NudgeAnswer struct {
	ID      ID
	Person  ID
	Kind    NudgeKind
	Subject string // what it was about, as the rule names it; "" when about the person alone
	Day     Day
	Done    bool // else it was dismissed
}

// NudgeCase says for which of its reasons a nudge is made. Each has sentences of its own.
type NudgeCase string

// The cases.
const (
	ThankWon          NudgeCase = "thank_won"
	ThankClosed       NudgeCase = "thank_closed"  // nothing came of it
	ThankRunning      NudgeCase = "thank_running" // it is open still, and was heard of a while ago
	AskDetail         NudgeCase = "ask_detail"
	OfferTrouble      NudgeCase = "offer_trouble" // their last words were of trouble
	OfferGave         NudgeCase = "offer_gave"    // they mostly gave
	CelebrateBirthday NudgeCase = "celebrate_birthday"
	CelebrateYears    NudgeCase = "celebrate_years" // an anniversary of work or of a move
	CelebrateOwn      NudgeCase = "celebrate_own"   // a day that the user noted
	CelebrateMove     NudgeCase = "celebrate_move"
	ShareField        NudgeCase = "share_field"
	InviteGroup       NudgeCase = "invite_group"
	CoffeeFar         NudgeCase = "coffee_far"    // lives elsewhere
	CoffeeFormer      NudgeCase = "coffee_former" // a coworker once
	FarewellLeft      NudgeCase = "farewell_left"
	FarewellRetired   NudgeCase = "farewell_retired"
)

// NudgeCases lists the cases.
var NudgeCases = []NudgeCase{ThankWon, ThankClosed, ThankRunning, AskDetail, OfferTrouble, OfferGave, CelebrateBirthday,
	CelebrateYears, CelebrateOwn, CelebrateMove, ShareField, InviteGroup, CoffeeFar, CoffeeFormer, FarewellLeft, FarewellRetired}

// Suggestion is the nudge of a day, with what its sentences are made from and what doing it needs. What
// does not belong to its case is empty.
type Suggestion struct {
	Kind    NudgeKind
	Case    NudgeCase
	Subject string // what it is about, as the rule names it
	Person  ID
	UUID    string
	Name    string
	Given   string // what those who know them call them
	Private bool

	What        string // title of the opportunity, detail, what is to be shared, name of the circle
	Place       string // where they live
	Others      []Someone
	Thanked     []Someone    // those of Others who were thanked already
	First, Last Day          // when it was heard of and won; when to ask; when others were there
	Gave        *Exchanged   // what they gave in the last twelve months
	Contact     *Interaction // the last with them
	Move        *Move
	Occasion    *Occasion
	Detail      Detail
	Link        ID // of the chain in which they are not thanked
}

// Called returns the suggestion with each name as call makes it, for a screen that hides them.
func (s Suggestion) Called(call func(string) string) Suggestion {
	renamed := func(list []Someone) []Someone {
		var all []Someone
		for _, o := range list {
			all = append(all, Someone{o.Person, call(o.Name)})
		}
		return all
	}
	s.Name, s.Given, s.Others, s.Thanked = call(s.Name), call(s.Given), renamed(s.Others), renamed(s.Thanked)
	if s.Occasion != nil {
		o := *s.Occasion
		o.Name = call(o.Name)
		s.Occasion = &o
	}
	return s
}
