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
