package ladder

import (
	"bufio"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

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
	{"headteacher", "head teacher"}:                                     "apart, the words say something else beside another (plant head)",
	{"headmaster", "head master"}:                                       "apart, the words say something else beside another (plant head)",
	{"headmistress", "head mistress"}:                                   "apart, the words say something else beside another (plant head)",
	{"arzt", "aerzt"}:                                                   "only a part of Ärztin",
	{"services", "service"}:                                             "a service manager is not a services manager",
	{"administrerende director", "administrative director"}:             "English, in which it is no managing director",
	{"frontend", "front-end"}:                                           "the short word is a job in Russian",
	{"frontend", "front end"}:                                           "the short word is a job in Russian",
	{"backend", "back-end"}:                                             "the short word is a job in Russian",
	{"backend", "back end"}:                                             "the short word is a job in Russian",
	{"devops", "dev ops"}:                                               "the short word is a job in Russian",
	{"devops", "dev-ops"}:                                               "the short word is a job in Russian",
	{"مهندس", "م"}:                                                      "one letter says nothing",
	{"دكتور", "د"}:                                                      "one letter says nothing",
	{"استاذ", "ا"}:                                                      "one letter says nothing",
}

func TestEveryShortFormIsReadAsItIsSpelledOut(t *testing.T) {
	l := ladder(t)
	inside, atEnd := comparedPairs(t)
	all := slices.Concat(inside, atEnd)
	for p := range excepted {
		if !slices.Contains(all, p) {
			t.Errorf("%q is no pair any more", p)
		}
	}
	ending := map[string]bool{}
	for _, p := range atEnd {
		ending[p.short] = true
	}
	language := func(title string) string { return l.language(title, l.tokens(title, nil)).name }
	compared, translations, foreign := 0, 0, 0
	for n, p := range all {
		lang := language(p.long)
		if other := language(p.short); other != lang && other != "en" {
			translations++
			continue
		}
		if excepted[p] != "" {
			continue
		}
		compared++
		for _, carrier := range carriers[lang][besides(l.Read(p.long))] {
			if inner := strings.HasPrefix(carrier, "% "); ending[p.short] && inner == (n >= len(inside)) {
				continue // Eng. Manager is engineering, but DevOps Eng. is an engineer
			}
			long, short := strings.Replace(carrier, "%", p.long, 1), strings.Replace(carrier, "%", p.short, 1)
			a, b := l.Read(long), l.Read(short)
			if a.Track == b.Track && a.Level == b.Level {
				continue
			}
			if utf8.RuneCountInString(p.short) <= 3 && language(short) != lang {
				foreign++ // so few letters do not tell the language
				continue
			}
			t.Errorf("%s: %q is %s %s, but %q is %s %s", lang, long, a.Track, a.Level, short, b.Track, b.Level)
			break
		}
	}
	t.Logf("%d pairs compared, %d are translations; %d titles with short forms were taken for another language", compared, translations, foreign)
	if compared < 900 || foreign > 20 {
		t.Errorf("only %d pairs are compared, and %d titles with them not", compared, foreign)
	}
}

// besides returns 1 for a reading of what is no job by itself, 0 for one of a job.
func besides(r Reading) int {
	if r.Level == data.UnknownLevel && r.Why == "" {
		return 1
	}
	return 0
}

func TestWhatAShortFormStandsForHasNoShortFormItself(t *testing.T) {
	for _, language := range ladder(t).languages {
		for _, forms := range language.shorts {
			for _, f := range forms {
				for at := range f.spelled {
					if within := language.short(f.spelled, at); within != nil && len(within.words) < len(f.spelled) {
						t.Errorf("%s: %q stands for words with %q", language.name, f.words, within.words)
					}
				}
			}
		}
	}
}
