package ladder

import "peerage/data"

// fields are the professions that the word lists may name.
var fields = map[data.Field]bool{
	"accounting": true, "admin": true, "agriculture": true, "architecture": true, "arts": true,
	"communications": true, "construction": true, "consulting": true, "data": true, "design": true,
	"education": true, "engineering": true, "finance": true, "healthcare": true, "hospitality": true,
	"hr": true, "it": true, "legal": true, "logistics": true, "manufacturing": true, "marketing": true,
	"media": true, "military": true, "nursing": true, "operations": true, "product": true, "public": true,
	"realestate": true, "religion": true, "research": true, "retail": true, "sales": true, "security": true,
	"sport": true, "support": true, "trades": true, "transport": true,
}

// Reading is what a title says.
type Reading struct {
	data.Standing
	// Why is the part of the title that decided, as it is written there: "Head of". It is "" when
	// nothing did.
	Why string
	// Retired says that the title calls its bearer retired.
	Retired bool
}
