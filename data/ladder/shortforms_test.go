package ladder

import (
	"bufio"
	"os"
	"slices"
	"strings"
	"testing"

	"peerage/data"
)

// pair is a spelled-out form and another way to write it, as the list for comparing titles has them.
type pair struct{ long, short string }

// comparedPairs reads the pairs under the headings of assets/names/titles.txt whose lines are short forms.
func comparedPairs(t *testing.T) (inside, atEnd []pair) {
	t.Helper()
	f, err := os.Open("../../assets/names/titles.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	section := ""
	for lines := bufio.NewScanner(f); lines.Scan(); {
		line := lines.Text()
		if strings.HasPrefix(line, "[") {
			section = line
		}
		long, list, found := strings.Cut(line, " | ")
		if !found || strings.HasPrefix(line, "#") {
			continue
		}
		for short := range spellings(list) {
			switch {
			case section == "[at the end]":
				atEnd = append(atEnd, pair{long, short})
			case strings.HasPrefix(section, "[short forms") || section == "[glued]":
				inside = append(inside, pair{long, short})
			}
		}
	}
	return inside, atEnd
}

// carriers are titles into which a form is put in place of %, by language: those for a job, and those for
// what stands beside one.
var carriers = map[string][2][]string{
	"en": {{"%", "Sales %", "Senior %", "QA %", "Plant %", "Art %", "Store %, Berlin", "% of Operations", "Deputy % | Speaker"}, {"%", "% Manager", "% Engineer", "Head of %", "Senior % Director, Berlin"}},
	"de": {{"%", "% Vertrieb", "Regionaler %", "% im Außendienst", "% und Berater"}, {"%", "% Leiter", "% Ingenieur", "Leiter %"}},
	"fr": {{"%", "% de la région Nord", "% commercial", "% des ventes"}, {"%", "Directeur %", "Assistant %"}},
	"es": {{"%", "% de ventas", "% comercial", "% del departamento"}, {"%", "Director %", "Analista %"}},
	"pt": {{"%", "% de vendas", "% comercial", "% da loja"}, {"%", "Diretor %", "Analista %"}},
	"it": {{"%", "% vendite", "% commerciale", "% dell’ufficio"}, {"%", "Direttore %", "Analista %"}},
	"nl": {{"%", "% verkoop", "% van de afdeling", "Senior %"}, {"%", "Directeur %", "% medewerker"}},
	"sv": {{"%", "% försäljning", "% på avdelningen", "Senior %"}, {"%", "% chef", "% ingenjör"}},
	"da": {{"%", "% i salg", "% på afdelingen", "Senior %"}, {"%", "% direktør", "% konsulent"}},
	"no": {{"%", "% i salg", "% på avdelingen", "Senior %"}, {"%", "% direktør", "% konsulent"}},
	"pl": {{"%", "% działu sprzedaży", "% regionu"}, {"%", "% dyrektor", "% analityk"}},
	"tr": {{"%", "Satış %", "Bölge %", "% ve danışman"}, {"%", "% müdürü", "% mühendis"}},
	"ru": {{"%", "% отдела продаж", "% по качеству"}, {"%", "% директор", "% инженер"}},
	"ar": {{"%", "% المبيعات", "% في القاهرة"}, {"%", "مدير %"}},
	"zh": {{"%", "销售%", "%（北京）"}, {"%", "%经理", "%工程师"}},
	"ja": {{"%", "営業%", "%（東京）"}, {"%", "%部長", "%担当"}},
	"ko": {{"%", "영업 %", "% (서울)"}, {"%", "% 팀장", "% 기획자"}},
}

// excepted are the pairs that are not read alike, and why.
var excepted = map[pair]string{
	{"engineering manager", "manager engineering"}:                      "turned round, not shorter",
	{"engineering manager", "manager of engineering"}:                   "turned round, not shorter",
	{"software engineering manager", "manager software engineering"}:    "turned round, not shorter",
	{"software engineering manager", "manager of software engineering"}: "turned round, not shorter",
	{"services", "service"}:                                             "a service manager is not a services manager",
	{"administrerende director", "administrative director"}:             "English, in which it is no managing director",
	{"devops", "dev ops"}:                                               "the short word is a job in Russian",
	{"devops", "dev-ops"}:                                               "the short word is a job in Russian",
	{"مهندس", "م"}:                                                      "one letter says nothing",
	{"دكتور", "د"}:                                                      "one letter says nothing",
	{"استاذ", "ا"}:                                                      "one letter says nothing",
}

func TestEveryShortFormIsReadAsItIsSpelledOut(t *testing.T) {
	l := ladder(t)
	inside, atEnd := comparedPairs(t)
	if len(inside) < 1000 || len(atEnd) < 30 {
		t.Fatalf("%d and %d pairs", len(inside), len(atEnd))
	}
	ending := map[string]bool{}
	for _, p := range atEnd {
		ending[p.short] = true
	}
	differ := func(lang, carrier string, p pair) bool {
		long, short := strings.Replace(carrier, "%", p.long, 1), strings.Replace(carrier, "%", p.short, 1)
		a, b := l.Read(long), l.Read(short)
		if a.Track == b.Track && a.Level == b.Level || len(p.short) <= 3 && l.language(short, l.tokens(short, nil)).name != lang {
			return false // so few letters do not tell the language
		}
		t.Errorf("%s: %q is %s %s, but %q is %s %s", lang, long, a.Track, a.Level, short, b.Track, b.Level)
		return true
	}
	for _, p := range slices.Concat(inside, atEnd) {
		lang := l.language(p.long, l.tokens(p.long, nil)).name
		if excepted[p] != "" {
			continue
		}
		if other := l.language(p.short, l.tokens(p.short, nil)).name; other != lang && other != "en" {
			continue // a translation
		}
		for _, carrier := range carriers[lang][besides(l.Read(p.long))] {
			if inner := strings.HasPrefix(carrier, "% "); ending[p.short] && inner == slices.Contains(atEnd, p) {
				continue // Eng. Manager is engineering, but DevOps Eng. is an engineer
			}
			if differ(lang, carrier, p) {
				break
			}
		}
	}
}

// besides returns 1 for a reading of what is no job by itself, 0 for one of a job.
func besides(r Reading) int {
	if r.Level == data.UnknownLevel && r.Why == "" {
		return 1
	}
	return 0
}
