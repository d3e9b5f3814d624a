package names

import "testing"

func TestAPersonIsComparedWithoutDecoration(t *testing.T) {
	for _, test := range []struct{ given, family, want string }{
		{"Ana", "Souza", "ana souza"},
		{"Ana", "Souza, PhD", "ana souza"},
		{"Ana", "Souza, Ph.D., MBA, PMP®", "ana souza"},
		{"Ana", "Souza PhD MBA", "ana souza"},
		{"Ana", "Souza M.Sc.", "ana souza"},
		{"Ana", "Souza, CFA, XQZ-V", "ana souza"},
		{"Dr. Ana", "Souza", "ana souza"},
		{"Prof. Dr. Ana", "Souza", "ana souza"},
		{"Ana 🚀", "Souza ✨", "ana souza"},
		{"Ana (she/her)", "Souza", "ana souza"},
		{"Ana", "Souza she/her", "ana souza"},
		{"Ana (Anita)", "Souza [hiring", "ana souza"},
		{"Ana", "Souza | Growth Coach", "ana souza"},
		{"Ana", "Souza – Growth Coach", "ana souza"},
		{"Ana", "Souza - We are hiring!", "ana souza"},
		{"Ana", "Souza - we’re hiring", "ana souza"},
		{"Ana", "Souza - PhD, MBA", "ana souza"},
		{"Ana Souza", "- We're hiring!", "ana souza"},
		{"Ana Souza - We are hiring!", "", "ana souza"},
		{"Ana", "Souza (we're hiring)", "ana souza"},
		{"Ana", "Souza (We’re hiring!)", "ana souza"},
		{"Ana", "Souza | Hiring", "ana souza"},
		{"Ana", "Souza - Hiring", "ana souza"},
		{"Ana", "Souza #OpenToWork", "ana souza"},
		{"Ana", "Souza #hiring #remote", "ana souza"},
		{"🚀 Ana", "Souza", "ana souza"},
		{"Ana", "Souza 🚀, PhD, MBA", "ana souza"},
		{"Ana", "Souza, PhD, MBA - Hiring now!", "ana souza"},
		{"Siobhán", "O’Neill, SHRM-SCP", "siobhan oneill"},
		{"Ana", "van der Berg", "ana van der berg"},
		{"Jürgen", "Müller-Lüdenscheidt, Dipl.-Ing.", "jurgen muller ludenscheidt"},
		{"д-р Анна", "Петрова", "анна петрова"},
		{"李", "雷", "李 雷"},
		{"", "Souza", "souza"},
	} {
		if got := Person(test.given, test.family); got != test.want {
			t.Errorf("Person(%q, %q) = %q, want %q", test.given, test.family, got, test.want)
		}
	}
}

func TestNamesThatLookLikeCredentialsStay(t *testing.T) {
	for _, test := range []struct{ given, family, want string }{
		{"Anne - Marie", "Dupont", "anne marie dupont"},
		{"Ana", "Souza - Silva", "ana souza silva"},
		{"Viet - Do", "", "viet do"},
		{"Ana", "Souza-Do", "ana souza do"},
		{"Viet-Do", "", "viet do"},
		{"#OpenToWork", "", "opentowork"},
		{"Jack", "Ma", "jack ma"},
		{"Jack", "Ma, MA", "jack ma"},
		{"Viet", "Do", "viet do"},
		{"Md", "Rahman", "md rahman"},
		{"Ramesh", "K.C.", "ramesh k c"},
		{"Suresh", "R.N.", "suresh r n"},
		{"Jordi", "Riba, RIBA", "jordi riba"},
		{"Artur", "Mas", "artur mas"},
		{"Lu", "Han", "lu han"},
		{"JOHN", "SMITH, JANE", "john smith jane"},
		{"", "MBA", "mba"},
		{"PhD", "MBA", "phd"},
		{"", "(PhD)", "phd"},
		{"", "", ""},
	} {
		if got := Person(test.given, test.family); got != test.want {
			t.Errorf("Person(%q, %q) = %q, want %q", test.given, test.family, got, test.want)
		}
	}
}

func TestInitialsAreThoseOfTheFirstAndTheLastWord(t *testing.T) {
	for name, want := range map[string]string{
		"Ana Souza":                "AS",
		"ana maria souza":          "AS",
		"Jürgen Müller":            "JM",
		"Óscar Núñez, PhD":         "ÓN",
		"Dr. Ana Souza MBA":        "AS",
		"Ana Souza Ph. D.":         "AS",
		"Ana Souza (she/her) 🚀":    "AS",
		"“Ana” Souza":              "AS",
		"Ana":                      "A",
		"李雷":                       "李",
		"山田 太郎":                    "山",
		"김 철수":                     "김",
		"林 Lin":                    "林",
		"أحمد سعيد":                "أس",
		"क्षमा शर्मा":              "क्षश",
		"कृष्ण":                    "कृ",
		"გიორგი":                   "გ",
		"":                         "",
		"🚀 -":                      "",
		"(Ana)":                    "A",
		"\u202eAna\u202c Souza":    "AS",
		"E\u0301va O\u0308dipus":   "ÉÖ",
		"d’Artagnan":               "D",
		"Ana van der Berg | Coach": "AB",
	} {
		if got := Initials(name); got != want {
			t.Errorf("Initials(%q) = %q, want %q", name, got, want)
		}
	}
}

func BenchmarkPerson(b *testing.B) {
	for _, name := range [][2]string{{"Annabel", "Kowalski-Souza"}, {"Jürgen", "Müller"}, {"Dr. Ana", "Souza, PhD, MBA"}} {
		b.Run(name[1], func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Person(name[0], name[1])
			}
		})
	}
}
