package page

import "peerage/data"

// Screen names a screen.
type Screen string

// The screens.
const (
	TodayScreen         Screen = "today"
	PeopleScreen        Screen = "people"
	MovesScreen         Screen = "moves"
	OpportunitiesScreen Screen = "opportunities"
	OrganisationsScreen Screen = "organisations"
	AgendaScreen        Screen = "agenda"
	ImportingScreen     Screen = "importing"
	SettingsScreen      Screen = "settings"
	WelcomeScreen       Screen = "welcome"
	MeetingScreen       Screen = "meeting"
)

// Route is a place one can go to. It is comparable: going to where one is does nothing.
type Route struct {
	Screen Screen
	Person data.ID // who is shown beside a list, 0 for nobody
	Query  string  // what a list is searched for
	// Confidants says that only those to turn to in trouble are listed.
	Confidants bool

	Organisation data.ID // which organisation is shown beside their list, 0 for none
	Opportunity  data.ID // which opportunity is shown, 0 for all
	Through      data.ID // who stands in the chain of an opportunity that is to be added, 0 for nobody
	Calendar     bool    // the settings of the calendar are shown before the others
	Meet         string  // whom one is about to meet (Met)
}

// Today is the screen of what to do today.
func Today() Route { return Route{Screen: TodayScreen} }

// People is the list of everyone.
func People() Route { return Route{Screen: PeopleScreen} }

// Person is the list of everyone with one person beside it.
func Person(id data.ID) Route { return Route{Screen: PeopleScreen, Person: id} }

// Search is the list of those that a query finds.
func Search(query string) Route { return Route{Screen: PeopleScreen, Query: query} }

// Confidants is the list of those to turn to in trouble.
func Confidants() Route { return Route{Screen: PeopleScreen, Confidants: true} }

// Moves is the screen of what changed in careers, and who is in management.
func Moves() Route { return Route{Screen: MovesScreen} }

// Opportunities is the screen of the opportunities there are and were.
func Opportunities() Route { return Route{Screen: OpportunitiesScreen} }

// Opportunity is the screen of opportunities with one of them shown.
func Opportunity(id data.ID) Route { return Route{Screen: OpportunitiesScreen, Opportunity: id} }

// OpportunityThrough is the form that adds an opportunity which came through a person. It returns to
// where one came from, added or not.
func OpportunityThrough(person data.ID) Route {
	return Route{Screen: OpportunitiesScreen, Through: person}
}

// Organisations is the list of organisations, to find whom one knows at each.
func Organisations() Route { return Route{Screen: OrganisationsScreen} }

// Organisation is the list of organisations with one of them beside it.
func Organisation(id data.ID) Route { return Route{Screen: OrganisationsScreen, Organisation: id} }

// Agenda is the screen of the coming weeks by day.
func Agenda() Route { return Route{Screen: AgendaScreen} }

// Importing is the screen that brings files in.
func Importing() Route { return Route{Screen: ImportingScreen} }

// Settings is the screen of settings.
func Settings() Route { return Route{Screen: SettingsScreen} }

// CalendarSettings is the screen of settings, with those of the calendar.
func CalendarSettings() Route { return Route{Screen: SettingsScreen, Calendar: true} }

// Welcome is the screen of the first start.
func Welcome() Route { return Route{Screen: WelcomeScreen} }
