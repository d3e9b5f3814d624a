package ladder

import (
	"fmt"
	"testing"
)

// wordsOfATest are words enough for a small dictionary to grow several times.
func wordsOfATest() []string {
	var all []string
	for i := range 3000 {
		all = append(all, fmt.Sprintf("word%d", i*i), fmt.Sprintf("слово%d", i))
	}
	return all
}

func TestAWordIsFoundUnderTheNumberItWasPutUnder(t *testing.T) {
	d := newDictionary(0)
	numbers := map[string]int32{}
	for _, w := range wordsOfATest() {
		n := d.put(w)
		if was, again := numbers[w]; again && was != n {
			t.Fatalf("%s is %d and %d", w, was, n)
		}
		numbers[w] = n
	}
	for w, n := range numbers {
		if got := d.find(w); got != n || string(d.spelled(n)) != w {
			t.Errorf("%s is %d, %q, not %d", w, got, d.spelled(got), n)
		}
	}
	if len(d.words) != len(numbers)+1 {
		t.Errorf("%d words, want %d", len(d.words)-1, len(numbers))
	}
	for _, w := range []string{"", "word", "word1word", "слов"} {
		if n := d.find(w); n != 0 {
			t.Errorf("%q, which was not put, is %d", w, n)
		}
	}
}

func TestDraftsAreEnteredAsWordsAre(t *testing.T) {
	d := newDictionary(0)
	all := wordsOfATest()
	for begin := 0; begin < len(all); begin += 50 {
		known := d.put(all[begin+7])
		for _, w := range all[begin : begin+50] {
			d.draft([]byte(w[:3]), w[3:])
		}
		i := begin
		d.enterDrafts(func(n int32) {
			if string(d.spelled(n)) != all[i] || d.find(all[i]) != n || i == begin+7 && n != known {
				t.Errorf("%s is %d, %q", all[i], n, d.spelled(n))
			}
			i++
		})
		if i != begin+50 {
			t.Fatalf("%d drafts entered", i-begin)
		}
	}
}

func TestEachLanguageKnowsItsOwnOfAWord(t *testing.T) {
	d := newDictionary(0)
	n := d.put("chef")
	d.learn(n, 3).own = 30
	d.learn(n, 5).form = 50
	d.learn(n, 3).marks |= ofPeople
	if f := d.fact(n, 3); f.own != 30 || f.form != 0 || f.marks != ofPeople {
		t.Errorf("the third knows %+v", f)
	}
	if f := d.fact(n, 5); f.own != 0 || f.form != 50 {
		t.Errorf("the fifth knows %+v", f)
	}
	if d.fact(n, 4).known() || d.fact(0, 3).known() {
		t.Error("a language knows what it was not told")
	}
}
