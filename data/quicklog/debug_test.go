package quicklog

import (
	"fmt"
	"os"
	"testing"

	"peerage/assets"
	"peerage/data"
)

func TestDebug(t *testing.T) {
	l, err := Load(assets.QuickLog())
	if err != nil {
		t.Fatal(err)
	}
	r := NewRoster([]Person{{ID: 2, Name: "Patricia Gallagher"}, {ID: 3, Name: "Ben Adler"}, {ID: 4, Name: "Raj Malhotra"}}, nil)
	text := os.Getenv("LINE")
	today, _ := data.ParseDay("2026-11-22")
	d := &reading{l: l, roster: r, today: today, line: text, index: map[int]int{}}
	d.tokens = d.split(l.tokens(text))
	d.places = make([]place, len(d.tokens))
	d.findWords()
	d.findTimes()
	d.findNames()
	d.findClauses()
	d.findStatements()
	for i, k := range d.tokens {
		fmt.Printf("%d %q %v name %d time %d place %d:", i, k.word, k.class, d.nameAt[i], d.timeAt[i], d.places[i])
		for _, h := range d.hits[i] {
			fmt.Printf(" %v(%d)-%d", h.role, h.mode, h.end)
		}
		fmt.Println()
	}
	fmt.Println(d.clauses)
	for _, s := range d.statements {
		fmt.Printf("%+v\n", s)
	}
	fmt.Printf("%+v\n", l.Read(text, today, r))
}
