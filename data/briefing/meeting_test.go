package briefing_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/datatest"
	"peerage/data/store"
)

// before returns what helps before meeting the people given.
func before(t *testing.T, s *store.Store, people ...data.ID) *briefing.Meeting {
	t.Helper()
	m, err := briefing.Before(t.Context(), s, people, today)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestBeforeAMeetingAllThatHelpsIsGathered(t *testing.T) {
	s := datatest.Open(t)
	datatest.Me(t, s, datatest.Role("Halden", "Engineer", "2016", "2020"))
	rosa := datatest.Person(t, s, "Rosa", datatest.Role("Halden", "Engineer", "2016", "2020"), datatest.Role("Zenith", "Engineering Manager", "2026-10", ""),
		datatest.Detail("flat white", ""), datatest.Detail("the move to Lisbon", "2026-11-20"), datatest.Detail("school", "2027-01-01"),
		datatest.Interaction(data.Call, "2026-08-03", "up for a lead post"), datatest.Interaction(data.Coffee, "2026-05-19", ""),
		datatest.Interaction(data.Coffee, "2025-05-19", ""), datatest.Interaction(data.Coffee, "2024-05-19", ""),
		datatest.Interaction(data.Meeting, "2026-12-01", "planned"))
	keep(t, s)
	datatest.Write(t, s, func(tx *store.Tx) error {
		p, err := tx.Person(rosa)
		if err != nil {
			return err
		}
		p.Birthday = data.PartialDay{Month: 12, Day: 1}
		return errors.Join(err, tx.SavePerson(&p),
			tx.SavePromise(&data.Promise{Person: rosa, By: data.Mine, What: "the rubric", Made: today - 3, State: data.PromiseOpen}),
			tx.SavePromise(&data.Promise{Person: rosa, By: data.Theirs, What: "kept", Made: today - 9, State: data.PromiseKept, Settled: today - 8}),
			tx.SaveExchange(&data.Exchange{Person: rosa, By: data.Theirs, Kind: data.Advice, Day: datatest.Day(t, "2025-03-01")}),
			tx.SaveBoundary(data.Boundary{Person: rosa, Avoid: []string{"money"}, Channel: data.Phone}),
			tx.SaveProject(&data.Project{Name: "Orbita", Kind: data.WorkTogether, People: []data.Someone{{Person: rosa}}}))
	})
	b := before(t, s, rosa).People[0]
	var last, details []string
	for _, i := range b.Last {
		last = append(last, i.Day.String())
	}
	for _, d := range b.Details {
		details = append(details, d.Text)
	}
	employers := b.At[:1]
	got := fmt.Sprint(b.Now.Title, "; ", employers, b.Risen, "; ", last, "; ", b.Promises[0].What, len(b.Promises), "; ", details, "; ", b.Moves[0].Kinds, "; ",
		b.Period, len(b.Exchanged.Received), "; ", b.Boundary.Avoid, b.Boundary.Channel, "; ", b.Occasions[0].Kind, "; ", b.Projects[0].Name, "; ", b.Questions[0].Kind, b.Questions[1].Kind)
	want := "Engineering Manager; [Halden] true; [2026-08-03 2026-05-19 2025-05-19]; the rubric1; [the move to Lisbon school flat white]; [into_management new_employer new_title]; " +
		"always1; [money]phone; birthday; Orbita; risinganybody"
	if got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

func TestAMoveIsTheTalkUntilItWasCongratulatedOn(t *testing.T) {
	s := datatest.Open(t)
	rosa := datatest.Person(t, s, "Rosa", datatest.Role("Halden", "Engineer", "2016", "2026-09"), datatest.Role("Zenith", "Engineering Manager", "2026-10", ""))
	keep(t, s)
	for status, told := range map[data.MoveStatus]int{data.MoveNew: 1, data.MoveConfirmed: 1, data.MoveCongratulated: 0, data.MoveDismissed: 0} {
		datatest.Write(t, s, func(tx *store.Tx) error { return judge(tx, rosa, status) })
		if got := len(before(t, s, rosa).People[0].Moves); got != told {
			t.Errorf("%s: %d moves are told, want %d", status, got, told)
		}
	}
}

// judge gives all moves of a person a status.
func judge(tx *store.Tx, person data.ID, status data.MoveStatus) error {
	moves, err := tx.Moves(store.MoveFilter{Person: person})
	for i := range moves {
		moves[i].Status = status
		err = errors.Join(err, tx.DeleteMove(moves[i].ID))
	}
	if err != nil {
		return err
	}
	return tx.AddMoves(moves)
}

func TestOfSeveralItIsSaidHowTheyKnowEachOtherAndWhomWeShare(t *testing.T) {
	s := datatest.Open(t)
	ana := datatest.Person(t, s, "Ana", datatest.Role("Halden", "Engineer", "2016", "2020"))
	raj := datatest.Person(t, s, "Raj", datatest.Role("Halden", "Engineer", "2018", "2022"))
	kim := datatest.Person(t, s, "Kim")
	lea := datatest.Person(t, s, "Lea")
	introduce(t, s, raj, kim, data.Me, "2022")
	for _, with := range [][]data.ID{{ana, lea}, {raj, lea}, {ana, kim}} {
		datatest.Write(t, s, func(tx *store.Tx) error {
			return tx.SaveInteraction(&data.Interaction{Kind: data.Meal, Day: today, People: with})
		})
	}
	m := before(t, s, ana, raj, kim, ana)
	said := ""
	for _, k := range m.Among {
		said += fmt.Sprintf("%s and %s: %s %t; ", k.One.Name, k.Other.Name, k.Employer, k.Introduction != nil)
	}
	for _, x := range m.Shared {
		said += fmt.Sprintf("%s with %v; ", x.Name, x.With)
	}
	want := fmt.Sprintf("Ana and Raj: Halden false; Raj and Kim:  true; Lea with [{%d Ana} {%d Raj}]; ", ana, raj)
	if said != want || len(m.People) != 3 {
		t.Errorf("%s, want %s", said, want)
	}
	if got := before(t, s, lea).Shared; len(got) != 2 {
		t.Errorf("whom Lea and I both know: %v", got)
	}
	if q := m.People[1].Questions; m.Question.Kind != data.AskOfSeveral || len(q) != 0 {
		t.Errorf("all are asked %v, and Raj %v", m.Question, q)
	}
}

func TestAMeetingIsWithSomebodyAndNotWithACrowd(t *testing.T) {
	s := datatest.Open(t)
	var crowd []data.ID
	for i := range briefing.MostMet + 1 {
		crowd = append(crowd, datatest.Person(t, s, fmt.Sprint("Person ", i)))
	}
	before(t, s, crowd[1:]...)
	for _, people := range [][]data.ID{nil, {data.Me}, {crowd[0], data.Me}, crowd} {
		var invalid *data.Invalid
		if _, err := briefing.Before(t.Context(), s, people, today); !errors.As(err, &invalid) || invalid.Field != "people" {
			t.Errorf("%d people: %v", len(people), err)
		}
	}
	if _, err := briefing.Before(t.Context(), s, []data.ID{999}, today); !errors.Is(err, data.ErrNotFound) {
		t.Errorf("nobody of that name: %v", err)
	}
}

func TestQuestionsFitTheSituation(t *testing.T) {
	s := datatest.Open(t)
	stranger := datatest.Person(t, s, "Stranger")
	old := datatest.Person(t, s, "Old friend", datatest.Interaction(data.Call, "2024-01-01", ""))
	boss := datatest.Person(t, s, "Boss", datatest.Role("Zenith", "Engineering Manager", "2020", ""), datatest.Interaction(data.Call, "2026-11-01", ""))
	giver := datatest.Person(t, s, "Giver", datatest.Interaction(data.Call, "2026-11-01", ""))
	friend := datatest.Person(t, s, "Friend", datatest.Interaction(data.Call, "2026-11-01", ""))
	keep(t, s)
	datatest.Write(t, s, func(tx *store.Tx) (err error) {
		for day := range data.Day(4) {
			err = errors.Join(err, tx.SaveExchange(&data.Exchange{Person: giver, By: data.Theirs, Kind: data.Help, Day: today - day}))
		}
		return err
	})
	for id, want := range map[data.ID][]data.QuestionKind{
		stranger: {data.AskAtFirst, data.AskOfAnybody}, old: {data.AskAfterLong, data.AskOfAnybody}, giver: {data.AskWhatToGive, data.AskOfAnybody},
		friend: {data.AskOfAnybody}, boss: {data.AskOfLeading, data.AskOfAnybody},
	} {
		var got []data.QuestionKind
		for _, q := range before(t, s, id).People[0].Questions {
			got = append(got, q.Kind)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%d is asked %v, want %v", id, got, want)
		}
	}
}

// BenchmarkBefore gathers what helps before meeting twelve of 2,000 people, who met at sixty events, in fours.
func BenchmarkBefore(b *testing.B) {
	s := datatest.Open(b)
	var people []data.ID
	datatest.Write(b, s, func(tx *store.Tx) error {
		for i := range 2000 {
			p := data.Person{Name: fmt.Sprintf("Person %d", i), Birthday: data.PartialDay{Month: time.Month(1 + i%12), Day: 1 + i%28}}
			if err := tx.SavePerson(&p); err != nil {
				return err
			}
			people = append(people, p.ID)
		}
		for i := range 60 * 12 {
			met := data.Interaction{Kind: data.Event, Day: today - data.Day(i), People: []data.ID{people[i%12], people[(i+1+i/12)%12], people[20+i], people[900+i]}}
			if err := tx.SaveInteraction(&met); err != nil {
				return err
			}
		}
		return nil
	})
	for _, n := range []int{1, 12} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				if _, err := briefing.Before(b.Context(), s, people[:n], today); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
