package store_test

import (
	"context"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"peerage/data"
	"peerage/data/store"
)

// player turns octets into operations: each octet chooses what is done next, or to what.
type player struct {
	tx   *store.Tx
	rest []byte
	step int // counts up, so that texts differ
}

// next returns a number below n.
func (p *player) next(n int) int {
	if len(p.rest) == 0 || n == 0 {
		return 0
	}
	v := int(p.rest[0]) % n
	p.rest = p.rest[1:]
	return v
}

func (p *player) maybe() bool { return p.next(2) == 1 }

// texts are what strangers write.
var texts = []string{"", "Ana", "O'Neill \"Ned\"", "李 明", "שלום\u202e\u0007", "a\x00b", "\xff\xfe", "line\nline", strings.Repeat("long ", 60), "Halden", "%_'--;"}

func (p *player) text() string {
	p.step++
	return fmt.Sprint(texts[p.next(len(texts))], p.step)
}

func (p *player) day() data.Day {
	if p.maybe() {
		return 0
	}
	return 739000 + data.Day(p.next(256))
}

func (p *player) partial() data.PartialDay {
	return []data.PartialDay{{}, {Year: 2016}, {Year: 2019, Month: 6}, {Year: 2021, Month: 2, Day: 3}}[p.next(4)]
}

// any returns a row of a table, 0 when there is none.
func (p *player) any(table string) data.ID {
	ids, err := p.tx.IDs(table)
	if err != nil || len(ids) == 0 {
		return 0
	}
	return ids[p.next(len(ids))]
}

// old returns a row of a table to change, or 0 to add one.
func (p *player) old(table string) data.ID {
	if p.maybe() {
		return 0
	}
	return p.any(table)
}

func (p *player) some(table string) []data.ID {
	var ids []data.ID
	for range 1 + p.next(3) {
		if id := p.any(table); id > data.Me || table != "person" && id != 0 {
			ids = append(ids, id)
		}
	}
	return ids
}

// someone is a person, or one who was removed.
func (p *player) someone() data.Someone {
	return data.Someone{Person: p.old("person"), Name: p.text()}
}

func (p *player) opportunity() data.Opportunity {
	o := data.Opportunity{ID: p.old("opportunity"), Title: p.text(), Kind: data.ProjectWork, Organisation: p.old("organisation"),
		Employer: texts[p.next(len(texts))], For: p.someone(), Notes: p.text()}
	for range p.next(3) {
		o.Steps = append(o.Steps, data.Step{Stage: data.Stages[p.next(8)], Day: p.day()})
		o.Chain = append(o.Chain, data.Link{ID: p.old("opportunity_link"), Someone: p.someone(), Part: data.ToldOf, Tie: data.Peer, Thanked: p.day()})
	}
	return o
}

func (p *player) exchange() data.Exchange {
	return data.Exchange{Person: p.any("person"), Kind: data.ExchangeKinds[p.next(3)], By: data.Theirs, Day: p.day(), Text: p.text(),
		Interaction: p.old("interaction"), Source: []data.Source{"", data.FromLinkedIn}[p.next(2)]}
}

func (p *player) role() data.Role {
	return data.Role{Person: p.any("person"), Organisation: p.old("organisation"), Employer: p.text(), Title: p.text(),
		From: p.partial(), To: p.partial(), Source: data.Stated, FirstSeen: p.day(), LastSeen: p.day(), Current: p.maybe(),
		Gone: p.day(), Standing: p.standing(), Ruled: p.maybe()}
}

func (p *player) tie() data.Tie {
	return data.Tie{Person: p.any("person"), Kind: data.StatedTies[p.next(3)], Derived: p.maybe(), Since: p.partial(), Until: p.partial(),
		Current: p.maybe(), Months: p.next(9) - 1, Sure: data.Certain, Mine: p.old("role"), Theirs: p.old("role"), Note: p.text(),
		Confirmed: p.maybe(), Project: p.old("project")}
}

func (p *player) standing() data.Standing {
	return data.Standing{Track: data.Tracks[p.next(3)], Level: data.Levels[p.next(9)], Field: "engineering"}
}

func (p *player) move() data.Move {
	return data.Move{Person: p.any("person"), Kinds: data.MoveKinds[:1+p.next(3)], From: data.Post{Role: p.any("role"), Form: p.text()},
		To: data.Post{Role: p.old("role"), Form: p.text()}, After: p.day(), By: p.day(), Status: data.MoveNew}
}

func (p *player) moveVerdict() data.MoveVerdict {
	return data.MoveVerdict{Person: p.any("person"), Kind: data.MoveKinds[p.next(3)], From: texts[p.next(2)], To: texts[p.next(2)],
		Status: data.MoveStatuses[p.next(4)], Day: p.day()}
}

func (p *player) tieVerdict() data.TieVerdict {
	return data.TieVerdict{Person: p.any("person"), Kind: data.DerivedTies[p.next(2)], Organisation: p.old("organisation"), Holds: p.maybe()}
}

func (p *player) roleVerdict() data.RoleVerdict {
	return data.RoleVerdict{Person: p.any("person"), Employer: texts[p.next(2)], Title: texts[p.next(2)], First: p.day(), Last: p.day()}
}

func (p *player) rhythm() data.Rhythm {
	return data.Rhythm{Ideal: p.next(3) * 30, Longest: p.next(3) * 60}
}

func (p *player) contact() data.ContactPoint {
	return data.ContactPoint{Kind: data.ContactKinds[p.next(5)], Value: p.text(), Label: p.text()}
}

func (p *player) savePerson() error {
	who := data.Person{ID: p.old("person")}
	if who.ID != 0 {
		var err error
		if who, err = p.tx.Person(who.ID); err != nil {
			return err
		}
	}
	switch p.next(4) {
	case 0:
		who.Notes, who.Photo = p.text(), [][]byte{nil, {}, {1, 0, 255}}[p.next(3)]
	case 1:
		who.Contacts = append(who.Contacts, p.contact(), p.contact())
	case 2:
		who.Contacts = slices.Clone(who.Contacts[:len(who.Contacts)/2])
		who.OtherNames = append(who.OtherNames, p.text())
	}
	who.Name, who.Given, who.Place, who.HowMet = p.text(), p.text(), p.text(), p.text()
	who.Birthday, who.Private, who.Connected, who.PausedUntil = p.partial(), p.maybe(), p.day(), p.day()
	return p.tx.SavePerson(&who)
}

// plays is every way to change the file.
var plays = map[string]func(p *player) error{
	"SavePerson":   (*player).savePerson,
	"DeletePerson": func(p *player) error { return p.tx.DeletePerson(p.any("person")) },
	"MergePeople":  func(p *player) error { return p.tx.MergePeople(p.any("person"), p.any("person")) },
	"RememberMerge": func(p *player) error {
		keep, drop := p.any("person"), p.any("person")
		if err := p.tx.MergePeople(keep, drop); err != nil {
			return err
		}
		return p.tx.RememberMerge(keep, drop, p.text())
	},
	"TakeApart": func(p *player) error { return p.tx.TakeApart(int64(p.any("operation"))) },
	"Pause":     func(p *player) error { return p.tx.Pause(p.any("person"), p.day()) },
	"SaveInteraction": func(p *player) error {
		return p.tx.SaveInteraction(&data.Interaction{ID: p.old("interaction"), Kind: data.Coffee, Day: 739000, Text: p.text(), People: p.some("person")})
	},
	"DeleteInteraction": func(p *player) error { return p.tx.DeleteInteraction(p.any("interaction")) },
	"SaveDetail": func(p *player) error {
		return p.tx.SaveDetail(&data.Detail{ID: p.old("detail"), Person: p.any("person"), Text: p.text(), AskOn: p.day()})
	},
	"DeleteDetail": func(p *player) error { return p.tx.DeleteDetail(p.any("detail")) },
	"SaveRole": func(p *player) error {
		r := p.role()
		r.ID = p.old("role")
		return p.tx.SaveRole(&r)
	},
	"AddRoles": func(p *player) error {
		roles := make([]data.Role, p.next(70))
		for i := range roles {
			roles[i] = p.role()
		}
		return p.tx.AddRoles(roles)
	},
	"DeleteRole": func(p *player) error { return p.tx.DeleteRole(p.any("role")) },
	"SaveTie": func(p *player) error {
		t := p.tie()
		t.ID = p.old("tie")
		return p.tx.SaveTie(&t)
	},
	"AddTies":   func(p *player) error { return p.tx.AddTies([]data.Tie{p.tie(), p.tie()}) },
	"DeleteTie": func(p *player) error { return p.tx.DeleteTie(p.any("tie")) },
	"SaveCircle": func(p *player) error {
		return p.tx.SaveCircle(&data.Circle{ID: p.old("circle"), Name: p.text(), Rhythm: p.rhythm()})
	},
	"DeleteCircle": func(p *player) error { return p.tx.DeleteCircle(p.any("circle")) },
	"JoinCircle":   func(p *player) error { return p.tx.JoinCircle(p.any("person"), texts[p.next(len(texts))]+"x", p.day()) },
	"LeaveCircle":  func(p *player) error { return p.tx.LeaveCircle(p.any("person"), p.any("circle")) },
	"SaveCadence": func(p *player) error {
		return p.tx.SaveCadence(data.Cadence{Person: p.any("person"), Rhythm: p.rhythm(), Set: p.day(), Snoozed: p.day(), Skipped: p.day(),
			Appointment: data.Appointment{Day: p.day(), At: p.next(24*60) - 1, Made: p.day()}})
	},
	"AddOrganisation": func(p *player) error {
		_, err := p.tx.AddOrganisation(p.text(), p.text())
		return err
	},
	"AddOrganisations": func(p *player) error {
		return p.tx.AddOrganisations([]store.OrganisationName{{Written: p.text(), Key: p.text()}, {Written: p.text(), Key: p.text()}})
	},
	"AddOrganisationNames": func(p *player) error {
		return p.tx.AddOrganisationNames([]store.OrganisationName{{Organisation: p.any("organisation"), Written: p.text()}, {Organisation: p.any("organisation"), Written: p.text()}})
	},
	"Rekey":              func(p *player) error { return p.tx.Rekey(p.any("organisation"), p.text()) },
	"RenameOrganisation": func(p *player) error { return p.tx.RenameOrganisation(p.any("organisation"), p.text()) },
	"NameOrganisation": func(p *player) error {
		return p.tx.NameOrganisation(p.any("organisation"), texts[p.next(len(texts))], p.maybe())
	},
	"MoveEmployer": func(p *player) error {
		return p.tx.MoveEmployer(p.text(), p.any("organisation"), p.any("organisation"))
	},
	"DropEmptyOrganisations": func(p *player) error { return p.tx.DropEmptyOrganisations() },
	"Set":                    func(p *player) error { return p.tx.Set([]string{"theme", "language", "\x00"}[p.next(3)], p.text()) },
	"AddReading": func(p *player) error {
		_, err := p.tx.AddReading(data.FromLinkedIn, p.day(), p.text())
		return err
	},
	"AddSnapshots": func(p *player) error {
		snapshots := make([]data.Snapshot, p.next(70))
		for i := range snapshots {
			snapshots[i] = data.Snapshot{Person: p.any("person"), Profile: p.text(), Given: p.text(), Title: p.text(), Connected: p.day()}
		}
		return p.tx.AddSnapshots(p.any("reading"), snapshots)
	},
	"MoveSnapshots": func(p *player) error { return p.tx.MoveSnapshots(p.any("person"), p.some("snapshot")) },
	"AddImported": func(p *player) error {
		people := make([]store.Imported, p.next(70))
		for i := range people {
			people[i] = store.Imported{Name: p.text(), OtherNames: []string{p.text()}, Connected: p.day()}
		}
		return p.tx.AddImported(people)
	},
	"UpdateImported": func(p *player) error {
		return p.tx.UpdateImported(store.Imported{ID: p.any("person"), Name: p.text(), Family: p.text(), Connected: p.day()})
	},
	"AddSeenContacts": func(p *player) error {
		return p.tx.AddSeenContacts([]store.SeenContact{
			{Person: p.any("person"), Kind: data.LinkedIn, Value: p.text(), Seen: p.day()},
			{Person: p.any("person"), Kind: data.Email, Value: p.text(), Seen: p.day()}})
	},
	"UpdateSeenContact": func(p *player) error {
		return p.tx.UpdateSeenContact(store.SeenContact{ID: p.any("contact_point"), Person: p.any("person"), Seen: p.day()})
	},
	"DropSeenContact": func(p *player) error { return p.tx.DropSeenContact(p.any("contact_point")) },
	"SaveOpportunity": func(p *player) error {
		o := p.opportunity()
		return p.tx.SaveOpportunity(&o)
	},
	"DeleteOpportunity": func(p *player) error { return p.tx.DeleteOpportunity(p.any("opportunity")) },
	"Thank":             func(p *player) error { return p.tx.Thank(p.any("opportunity_link"), p.day()) },
	"SaveIntroduction": func(p *player) error {
		return p.tx.SaveIntroduction(&data.Introduction{ID: p.old("introduction"), By: p.someone(), Known: [2]data.Someone{p.someone(), p.someone()},
			Day: p.partial(), Note: p.text()})
	},
	"DeleteIntroduction": func(p *player) error { return p.tx.DeleteIntroduction(p.any("introduction")) },
	"SavePromise": func(p *player) error {
		return p.tx.SavePromise(&data.Promise{ID: p.old("promise"), Person: p.any("person"), By: data.Mine, What: p.text(), Made: p.day(),
			Due: p.day(), State: data.PromiseOpen, Settled: p.day(), Interaction: p.old("interaction")})
	},
	"DeletePromise": func(p *player) error { return p.tx.DeletePromise(p.any("promise")) },
	"SaveExchange": func(p *player) error {
		e := p.exchange()
		e.ID = p.old("exchange")
		return p.tx.SaveExchange(&e)
	},
	"AddSeenExchange": func(p *player) error {
		e := p.exchange()
		_, err := p.tx.AddSeenExchange(&e)
		return err
	},
	"DeleteExchange": func(p *player) error { return p.tx.DeleteExchange(p.any("exchange")) },
	"SaveBoundary": func(p *player) error {
		return p.tx.SaveBoundary(data.Boundary{Person: p.any("person"), NoContact: p.maybe(), Avoid: []string{p.text()}, From: p.next(9)})
	},
	"SaveProject": func(p *player) error {
		return p.tx.SaveProject(&data.Project{ID: p.old("project"), Name: p.text(), Kind: data.WorkTogether, From: p.partial(),
			Outcome: p.text(), People: []data.Someone{p.someone(), p.someone()}})
	},
	"DeleteProject": func(p *player) error { return p.tx.DeleteProject(p.any("project")) },
	"SaveMilestone": func(p *player) error {
		return p.tx.SaveMilestone(&data.Milestone{ID: p.old("milestone"), Person: p.any("person"), Text: p.text(), On: p.partial(), Yearly: p.maybe()})
	},
	"DeleteMilestone": func(p *player) error { return p.tx.DeleteMilestone(p.any("milestone")) },
	"AddNudgeAnswer": func(p *player) error {
		return p.tx.AddNudgeAnswer(&data.NudgeAnswer{Person: p.any("person"), Kind: data.NudgeThank, Subject: p.text(), Day: p.day(), Done: p.maybe()})
	},
	"AddMoves":         func(p *player) error { return p.tx.AddMoves([]data.Move{p.move(), p.move()}) },
	"DeleteMove":       func(p *player) error { return p.tx.DeleteMove(p.any("move")) },
	"AddRoleVerdict":   func(p *player) error { return p.tx.AddRoleVerdict(p.roleVerdict()) },
	"SaveMoveVerdict":  func(p *player) error { return p.tx.SaveMoveVerdict(p.moveVerdict()) },
	"DropMoveVerdict":  func(p *player) error { return p.tx.DropMoveVerdict(p.moveVerdict()) },
	"SaveTieVerdict":   func(p *player) error { return p.tx.SaveTieVerdict(p.tieVerdict()) },
	"DropTieVerdict":   func(p *player) error { return p.tx.DropTieVerdict(p.tieVerdict()) },
	"MoveTieVerdicts":  func(p *player) error { return p.tx.MoveTieVerdicts(p.any("organisation"), p.any("organisation")) },
	"DropTitleVerdict": func(p *player) error { return p.tx.DropTitleVerdict(p.any("person"), texts[p.next(4)]) },
	"SaveTitleVerdict": func(p *player) error {
		return p.tx.SaveTitleVerdict(data.TitleVerdict{Person: p.any("person"), Form: texts[p.next(4)],
			Track: data.Tracks[p.next(3)], Level: data.Levels[p.next(9)]})
	},
	"CopyTieVerdicts": func(p *player) error {
		return p.tx.CopyTieVerdicts(p.text(), p.any("organisation"), p.any("organisation"))
	},
}

// looks are the methods of Tx that change nothing; IDs and Statement are the tests' own.
var looks = []string{"Context", "Person", "Promise", "Roles", "RolesAt", "AllRoles", "RoleVerdicts", "DerivedTies", "TiesOf", "ConnectedDays", "Organisation", "OrganisationNames", "Sightings",
	"ImportedPeople", "SeenContacts", "RemovedContacts", "Readings", "HasSeenExchange", "LatestReading", "Cadence", "Moves", "MoveVerdicts",
	"TieVerdicts", "TitleVerdicts", "Opportunity", "Project", "Projects", "ProjectsOf", "Milestones", "Boundary", "Version", "IDs", "Statement"}

func TestEveryWayToChangeTheFileIsPlayed(t *testing.T) {
	methods := reflect.TypeFor[*store.Tx]()
	for i := range methods.NumMethod() {
		name := methods.Method(i).Name
		if plays[name] == nil && !slices.Contains(looks, name) {
			t.Errorf("Tx.%s is neither played nor known to change nothing", name)
		}
	}
}

// play makes writes of what the octets choose and returns how many went through. A write that fails is
// as good as one that succeeds: it must leave nothing.
func play(t testing.TB, s *store.Store, octets []byte) (done int) {
	t.Helper()
	names := slices.Sorted(maps.Keys(plays))
	p := &player{rest: octets}
	for len(p.rest) > 0 {
		err := s.Write(context.Background(), "play", func(tx *store.Tx) error {
			p.tx = tx
			for range 1 + p.next(3) {
				if err := plays[names[p.next(len(names))]](p); err != nil {
					return err
				}
			}
			return nil
		})
		if err == nil {
			done++
		}
	}
	return done
}
