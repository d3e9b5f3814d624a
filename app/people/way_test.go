package people

import (
	"testing"

	"fyne.io/fyne/v2"

	"peerage/app/page"
	"peerage/data"
	"peerage/data/store"
)

// acquaint is a screen with Ana, a friend, who made Raj and Kim known to each other; Kim is a friend too.
func acquaint(t *testing.T) (x *screen, ana, raj, kim data.ID) {
	x = newScreen(t)
	ids := x.add("Ana Souza", "Raj Patel", "Kim Lee")
	ana, raj, kim = ids[0], ids[1], ids[2]
	x.write(func(tx *store.Tx) error {
		for _, friend := range []data.ID{ana, kim} {
			if err := tx.SaveTie(&data.Tie{Person: friend, Kind: data.Friend, Current: true, Months: -1, Sure: data.Certain}); err != nil {
				return err
			}
		}
		return tx.SaveIntroduction(&data.Introduction{By: data.Someone{Person: ana}, Known: [2]data.Someone{{Person: raj}, {Person: kim}},
			Day: data.PartialDay{Year: 2022}})
	})
	return x, ana, raj, kim
}

func TestWhoCanLeadMeToSomebodyStrangeStandsOnTheirPage(t *testing.T) {
	x, ana, raj, _ := acquaint(t)
	x.show(page.Person(raj))
	x.wantsNo("Who could introduce you") // it is looked for once the page has settled
	x.Timers().Pass(settleTime)
	x.wants("Who could introduce you to Raj")
	x.wants("Ana Souza")
	x.wants("Ana Souza introduced Raj Patel to Kim Lee in 2022")
	x.wants("Show another way")
	x.tap("Show another way")
	x.wants("Kim Lee")
	x.wantsNo("Show another way")
	x.tap("Ana Souza")
	if x.view().pane.person != ana {
		t.Error("pressing the first on the way does not lead to her")
	}
	x.wantsNo("Who could introduce you")
	x.show(page.Person(raj))
	x.Timers().Pass(settleTime)
	x.wants("Who could introduce you to Raj")
	x.write(func(tx *store.Tx) error {
		return tx.SaveInteraction(&data.Interaction{Kind: data.Call, Day: sunday, People: []data.ID{raj}})
	})
	x.wantsNo("Who could introduce you")
}

func TestAWayIsLookedForOnRequest(t *testing.T) {
	x, ana, _, _ := acquaint(t)
	lea := x.add("Lea Stone")[0]
	x.show(page.Person(ana))
	x.tap("More")
	x.tap("Who could introduce you?")
	x.Timers().Pass(settleTime)
	x.wants("Who could introduce you to Ana")
	x.wants("Kim Lee")
	x.view().show(lea)
	x.wantsNo("Who could introduce you")
	x.tap("More")
	x.tap("Who could introduce you?")
	x.Timers().Pass(settleTime)
	x.wants("Nobody you know leads there, as far as Peerage can tell. Introductions that you note, and careers with their dates, show ways.")
}

func TestBeforeYouMeetIsOneKeyAway(t *testing.T) {
	x, ana, raj, kim := acquaint(t)
	x.show(page.Person(raj))
	x.hear(fyne.KeyB, 0)
	x.tap("Before you meet")
	for i, r := range x.Opened {
		if r != page.Meeting(raj) {
			t.Errorf("%d: opened %+v", i, r)
		}
	}
	if len(x.Opened) != 2 {
		t.Errorf("opened %v", x.Opened)
	}
	x.show(page.People())
	x.hear(fyne.KeyM, fyne.KeyModifierShortcutDefault)
	x.tap("All in the list")
	x.tap("Before you meet")
	if last := x.Opened[len(x.Opened)-1]; last != page.Meeting(ana, raj, kim) {
		t.Errorf("opened %+v", last)
	}
}
