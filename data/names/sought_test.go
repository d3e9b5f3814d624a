package names

import (
	"fmt"
	"testing"
)

func TestANameStandsInATextAsWholeWords(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       bool
	}{
		{"Conf Idant", "coffee with Conf Idant and Raj", true},
		{"Conf Idant", "CONF  ÍDANT’s birthday", true},
		{"Conf Idant", "conf.idant@example.org", true},
		{"Conf Idant", "“Conf\u200b\nIdant”", true},
		{"Conf Idant", "the Idant conf", false},
		{"Conf Idant", "Conf Idante", false},
		{"Ana", "an analysis of Havana", false},
		{"Ana", "ÁNA's sister", true},
		{"Ana", "Ana'yla kahve", true},
		{"O'Neill", "lunch with ONeill", true},
		{"O’Neill", "O'Neill's lunch", true},
		{"Zoë Müller-Lang", "zoe muller lang", true},
		{"Łukasz Żak", "z Lukasz Zak o pracy", true},
		{"Анна Ким", "кофе: анна ким", true},
		{"Άννα", "καφές με ΑΝΝΑ", true},
		{"王小明", "和王小明喝咖啡", true},
		{"王小明", "和王小红喝咖啡", false},
		{"Ana", "和Ana喝咖啡", true},
		{"田中 花子", "田中花子さん", false},
		{"田中花子", "田中花子さんとコーヒー", true},
		{"김민수", "김민수와 커피", true},
		{"민수", "김민수와 커피", false},
		{"สมชาย", "กาแฟกับสมชายเมื่อวาน", true},
		{"דוד לוי", "קפה עם דוד לוי.", true},
		{"أحمد", "قهوة مع احمد", true},
		{"🙂", "tea with 🙂", true},
		{"🙂", "tea", false},
		{"", "tea", false},
		{" ", "tea and milk", false},
	} {
		var s Sought
		s.Add("Somebody Else")
		s.Add(test.name)
		if got := s.In(test.text, ""); got != test.want {
			t.Errorf("%q in %q: %t", test.name, test.text, got)
		}
		if s.In(test.text, "Dr. "+test.name) {
			t.Errorf("%q in %q is found though it is the name of whom the text is about", test.name, test.text)
		}
	}
}

func TestNothingSoughtIsNowhere(t *testing.T) {
	var s Sought
	if s.In("Ana", "") {
		t.Error("a name was found that nobody has")
	}
}

func FuzzSoughtIsFoundWhereItStandsAlone(f *testing.F) {
	f.Add("Ana Souza")
	f.Add("O'Neill`s")
	f.Add("👩\u200D💻 ")
	f.Fuzz(func(t *testing.T, name string) {
		if Clean(name) == "" {
			return
		}
		var s Sought
		s.Add(name)
		if text := fmt.Sprintf("(%s)", name); !s.In(text, "") {
			t.Errorf("%q is not found in %q", name, text)
		}
	})
}

func BenchmarkSoughtAmongFiveThousand(b *testing.B) {
	var s Sought
	for i := range 5000 {
		s.Add(fmt.Sprint(string(rune('a'+i%26)), "na", i, " Souza"))
	}
	for b.Loop() {
		s.In("her move to Lisbon, and the new team that Raj has built there since", "Raj Malhotra")
	}
}
