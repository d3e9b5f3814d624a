package ladder

import (
	"os"
	"strings"
	"sync"
	"testing"

	"peerage/data"
)

var ladderFiles = os.DirFS("../../assets/ladder")

var loaded = sync.OnceValues(func() (*Ladder, error) { return Load(ladderFiles) })

func ladder(t testing.TB) *Ladder {
	t.Helper()
	l, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// trap is a title and how it is read: "management lead".
type trap struct{ title, want string }

func check(t *testing.T, traps []trap) {
	t.Helper()
	l := ladder(t)
	for _, trap := range traps {
		r := l.Read(trap.title)
		if got := string(r.Track) + " " + string(r.Level); got != trap.want {
			t.Errorf("%q is %s because of %q, want %s", trap.title, got, r.Why, trap.want)
		}
	}
}

func TestWhatIsManagedDecidesWhetherAManagerIsOne(t *testing.T) {
	check(t, []trap{
		{"Regional Sales Manager", "management manager"}, {"Regional Account Manager", "individual mid"},
		{"Product Team Lead", "management lead"}, {"Technical Product Manager", "individual mid"},
		{"Branch Manager", "management manager"}, {"Senior Property Manager", "individual senior"},
		{"Head of Product", "management director"}, {"Manager of Projects", "individual mid"},
		{"Projektleiterin", "individual mid"}, {"Bezirksleiterin", "management manager"},
		{"Chef de projet junior", "individual entry"}, {"Chef d'atelier", "management manager"},
		{"Jefa de planta", "management manager"}, {"Jefa de marca", "individual mid"},
		{"Gerente de contas", "individual mid"}, {"Gerente de fábrica", "management director"},
		{"Capo commessa", "individual mid"}, {"Capo officina", "management lead"},
		{"projectmanager", "individual mid"}, {"afdelingsmanager", "management manager"},
		{"Projektledare", "individual mid"}, {"Sektionsledare", "management lead"},
		{"Kierownik produktu", "individual mid"}, {"Kierownik sekcji", "management manager"},
		{"Ürün yöneticisi", "individual mid"}, {"Şube yöneticisi", "management manager"},
		{"Руководитель проектов", "individual mid"}, {"Руководитель службы поддержки", "management manager"},
		{"ブランドマネージャー", "individual mid"}, {"店舗マネージャー", "management manager"},
		{"渠道经理", "individual mid"}, {"分公司经理", "management manager"},
		{"مدير منتجات", "individual mid"}, {"مدير فرع", "management manager"},
		{"브랜드 매니저", "individual mid"}, {"지역 매니저", "management manager"},
		{"Partnerships Manager", "individual mid"}, {"Manager of Customer Success Managers", "management manager"},
		{"Leiter Projektmanagement", "management manager"}, {"Leiter Produktmanagement", "management manager"}, {"Head of Project Management", "management director"},
		{"Lead of a department of project managers", "management lead"}, {"Projektmitarbeiter", "individual mid"},
		{"المدير المالي", "management executive"}, {"المدير التقني", "management executive"}, {"المدير التنفيذي", "management executive"}, {"المدير العام", "management executive"},
		{"Superintendent, Correctional Facility", "management director"}, {"Hundeführer", "individual mid"}, {"Truppführer", "management lead"},
		{"Bestuurder van een bus", "individual mid"}, {"Behandlare", "individual mid"}, {"Vejleder", "individual mid"},
	})
}

func TestOfSeveralJobsTheHighestHeldNowDecides(t *testing.T) {
	check(t, []trap{
		{"Senior Engineer & Team Lead", "management lead"}, {"Founder | Ex-Meta | Adjunct Professor", "management executive"},
		{"Product Owner / Team Lead", "management lead"}, {"Nurse, Ward Manager and Lecturer", "management manager"},
		{"Software Engineer | Mentor | Speaker", "individual mid"}, {"Sales and Marketing Director", "management director"},
		{"Projektleiter und Abteilungsleiter", "management manager"}, {"取締役 兼 開発部長", "management vp"},
		{"Head of R&D, Chemist", "management director"}, {"Engineer, Senior", "individual senior"},
	})
}

func TestFormerAndHopedForJobsAreNotHeld(t *testing.T) {
	check(t, []trap{
		{"ex-CTO", "individual unknown"}, {"Former Head of Marketing", "individual unknown"}, {"CEO (retired)", "individual unknown"},
		{"Engineer (ex-CTO)", "individual mid"}, {"Director of Sales (2015–2021)", "individual unknown"}, {"営業部長（2015年–2021年）", "individual unknown"},
		{"Former Engineer, now Head of Product", "management director"}, {"Ex-Google", "unknown unknown"},
		{"Aspiring Engineering Manager", "individual entry"}, {"Looking for a role as Store Manager", "individual entry"},
		{"Ehemaliger Abteilungsleiter", "individual unknown"}, {"Ancienne directrice", "individual unknown"},
		{"Ex direttore", "individual unknown"}, {"Бывший директор", "individual unknown"}, {"元社長", "individual unknown"},
		{"前总经理", "individual unknown"}, {"مدير عام سابق", "individual unknown"}, {"전 대표이사", "individual unknown"},
		{"Principal (retired) | Author", "individual mid"}, {"Gepensioneerd directeur", "individual unknown"},
		{"Emekli öğretmen, yazar", "individual mid"}, {"Retired teacher, author", "individual mid"}, {"Major, retired", "individual unknown"},
		{"Exalcaldesa de Toledo", "individual unknown"}, {"Exgerente, consultora", "individual mid"}, {"Exportador de café", "individual mid"},
		{"Marketing Director turned pastry chef", "individual mid"}, {"Lehrer, jetzt Schulleiter", "management director"},
		{"Store Manager in Training", "individual intern"}, {"Supervisor-in-training", "individual intern"},
	})
}

func TestOnlyWhoIsRetiredIsCalledSo(t *testing.T) {
	l := ladder(t)
	for title, want := range map[string]bool{
		"Retired": true, "Retired teacher": true, "Engineer (retired)": true, "Rentner": true, "Lehrer im Ruhestand": true, "Lehrer, Rentner": true,
		"Pensionist": true, "Pensionist og forfatter": true, "I pension": true, "Sjuksköterska, pensionär": true, "Pensioner": true, "متقاعد": true, "Retiree | Author": true,
		"Pension Fund Analyst": false, "Pension Consultant": false, "Pension Administrator": false, "Pensions Manager": false, "Consultant, Pension": false,
		"Retirement Plan Specialist": false, "Rentenberater": false, "Berater für Rentner": false, "Pensionsrådgivare": false, "Pensioner Services Officer": false,
		"Advisor for retirees": false, "Retiree Benefits Specialist": false, "مدير صندوق تقاعد": false, "退職金担当": false, "퇴직연금 담당자": false, "退休金顾问": false,
		"Analyst at Retired Teachers Fund": false,
	} {
		if r := l.Read(title); r.Retired != want || !want && r.Level == data.UnknownLevel {
			t.Errorf("%q: retired is %t, %s %s", title, r.Retired, r.Track, r.Level)
		}
	}
}

func TestSomebodyElsesJobIsNotTheirOwn(t *testing.T) {
	check(t, []trap{
		{"Assistant to the CEO", "individual mid"}, {"EA to CEO, CFO & COO", "individual mid"}, {"Managing Director's Office", "unknown unknown"},
		{"Head Chef's Apprentice", "individual intern"}, {"Assistenz der Geschäftsführung", "individual mid"},
		{"Assistante du directeur général", "individual mid"}, {"Secretaria del presidente", "individual mid"},
		{"Помощник генерального директора", "individual mid"}, {"社長秘書", "individual mid"}, {"总裁秘书", "individual mid"},
		{"사장 비서", "individual mid"}, {"Genel müdür asistanı", "individual mid"}, {"We're hiring a Head of Sales!", "unknown unknown"},
		{"Hiring: Sales Director", "unknown unknown"}, {"Mentoring first-time managers", "unknown unknown"},
		{"Kierowca kierownika", "individual mid"}, {"Doradca dyrektora", "individual mid"}, {"Zastępca kierownika", "management lead"},
		{"Engineer @ Director Labs", "individual mid"},
		{"Director, Data and Analytics @ Halden Bank ASA", "management director"}, {"Director at Goldman Sachs", "unknown unknown"},
		{"Utviklingsleder at Vantage Retail Group Limited", "management manager"}, {"Engineer at Acme and Team Lead at Bell", "management lead"}, {"Account Executive | President's Club", "individual mid"},
		{"Referentin Geschäftsführung", "individual mid"}, {"Trainer für Führungskräfte", "individual mid"}, {"Coach voor leidinggevenden", "individual mid"},
	})
}

func TestDeputiesStillLead(t *testing.T) {
	check(t, []trap{
		{"Vice Principal", "management manager"}, {"Deputy Director of Nursing", "management director"}, {"Deputy CEO", "management vp"},
		{"Stellv. Abteilungsleiterin", "management manager"}, {"Sous-directrice", "management director"}, {"Subdirector", "management director"},
		{"副部长", "management manager"}, {"副店長", "management manager"}, {"Zastępca kierownika działu", "management manager"},
		{"Заместитель начальника отдела", "management manager"}, {"Assistant Store Manager", "management lead"},
		{"Dekan yardımcısı", "management director"}, {"Dekan asistanı", "individual mid"}, {"Uzman yardımcısı", "individual mid"},
		{"Stellvertretende Leitung", "management director"},
	})
}

func TestCraftsAndGradesThatSoundLikeManagement(t *testing.T) {
	check(t, []trap{
		{"Casting Director", "individual mid"}, {"Director de fotografía", "individual senior"}, {"Directrice artistique", "individual senior"},
		{"Kapellmeister", "individual mid"}, {"映画監督", "individual senior"}, {"Account Executive", "individual mid"},
		{"Principal Engineer", "individual lead"}, {"Chief Architect", "individual lead"}, {"Staff Engineer", "individual lead"},
		{"担当部長", "individual lead"}, {"主任医师", "individual senior"}, {"Главный специалист", "individual lead"},
		{"Vice President – Quantitative Analyst, investment bank", "individual lead"}, {"VP, Investment Banking", "unknown unknown"},
		{"VP Engineering", "management vp"}, {"Executive Director, Eastmere Food Bank", "management executive"},
		{"Professor of Management", "individual senior"}, {"Lecturer in Leadership", "individual mid"},
		{"Teamleiter (ohne Personalverantwortung)", "individual lead"}, {"Lead Developer (no direct reports)", "individual lead"},
		{"Director, feature films", "individual senior"}, {"Actor / Director", "individual senior"}, {"Restaurator für Leder", "individual mid"},
		{"Staff+ Engineer", "individual lead"}, {"Staff Accountant", "individual mid"}, {"Staff Writer", "individual mid"},
		{"Staff Pharmacist", "individual mid"}, {"Staff Attorney", "individual mid"}, {"Staff Nutritionist", "individual mid"}, {"Staff Product Designer", "individual lead"},
		{"Staff Data Scientist", "individual lead"}, {"Senior Staff Writer", "individual senior"}, {"Senior Staff Engineer", "individual lead"}, {"Chief Product & Technology Officer", "management executive"},
		{"Principal, St Mary's School", "management director"}, {"Principal, Product Design", "unknown unknown"},
	})
}

func TestGradesMoveTheLevelOfWorkers(t *testing.T) {
	check(t, []trap{
		{"Junior Analyst", "individual entry"}, {"Sr. Analyst", "individual senior"}, {"VP Eng @ Acme", "management vp"}, {"Head of Eng.", "management director"},
		{"DevOps Eng. at Acme", "individual mid"}, {"Asst. Mgr", "unknown unknown"}, {"Gte. Gral.", "management executive"}, {"Adm. dir.", "management executive"}, {"Lead Analyst", "individual lead"},
		{"Software Engineer II", "individual mid"}, {"SDE-1", "individual entry"}, {"Software Engineer III", "individual senior"},
		{"Analista sênior", "individual senior"}, {"Młodszy programista", "individual entry"}, {"Kıdemli mühendis", "individual senior"},
		{"高级工程师", "individual senior"}, {"수석 연구원", "individual lead"}, {"مهندس أول", "individual senior"}, {"Trainee Accountant", "individual intern"},
	})
}

func TestWhereARecruiterCouldNotTellTheAnswerIsUnknown(t *testing.T) {
	check(t, []trap{
		{"Principal", "unknown unknown"}, {"Office Manager", "unknown unknown"}, {"Assistant Manager", "unknown unknown"},
		{"Account Director", "unknown unknown"}, {"Fractional CFO", "unknown executive"}, {"Responsable qualité", "unknown unknown"},
		{"Vice President at Goldman Sachs", "unknown unknown"}, {"", "unknown unknown"}, {"🚀🚀🚀", "unknown unknown"},
		{"!?…", "unknown unknown"}, {"Making the world better", "unknown unknown"},
	})
}

func TestEveryWayToWriteBothSexesIsRead(t *testing.T) {
	for _, title := range []string{
		"Abteilungsleiter", "Abteilungsleiterin", "Abteilungsleiter*in", "Abteilungsleiter:in", "Abteilungsleiter·in", "Abteilungsleiter_in",
		"Abteilungsleiter/in", "Abteilungsleiter/-in", "Abteilungsleiter(in)", "AbteilungsleiterIn", "Abteilungsleiter (m/w/d)", "ABTEILUNGSLEITERIN",
	} {
		check(t, []trap{{title, "management manager"}})
	}
	check(t, []trap{
		{"Directeur(trice) financier(ère)", "management director"}, {"Chef·fe d’équipe", "management lead"}, {"Chargé·e de mission", "individual mid"},
		{"Director/a comercial", "management director"}, {"Coordinador/a de equipo", "management lead"}, {"Geschaeftsfuehrerin", "management executive"},
	})
}

func TestSmallWordsWithinASpellingMayDiffer(t *testing.T) {
	check(t, []trap{
		{"Directeur de magasin", "management manager"}, {"Directeur du magasin", "management manager"}, {"Directrice d’un magasin", "management manager"},
		{"Directrice de l’école", "management director"}, {"Gerente de las ventas", "management manager"}, {"Coordenadora do curso", "management manager"},
		{"Direttore della filiale", "management manager"}, {"Directeur d’études", "individual senior"}, {"Directeur des études", "management director"},
		{"Assistante de direction", "individual mid"}, {"Assistante de la direction", "individual mid"}, {"Assistante du directeur", "individual mid"},
	})
}

func TestTheJobTellsTheLanguageRatherThanWhatItIsAbout(t *testing.T) {
	l := ladder(t)
	for title, want := range map[string]string{
		"Formatrice in leadership": "it", "Consultora de management": "es", "Chef de projet marketing": "fr", "Principal de collège": "fr",
		"Gerente de loja": "pt", "Kierownik projektu IT": "pl", "Marketing müdürü": "tr", "Head of Sales Italia": "en",
	} {
		if got := l.language(title, l.tokens(title, nil)).name; got != want {
			t.Errorf("%q is taken for %s, want %s", title, got, want)
		}
	}
}

func TestTheWordsThatDecidedAreNamed(t *testing.T) {
	l := ladder(t)
	for title, why := range map[string]string{
		"Head of Data": "Head of", "Senior Product Manager": "Product Manager", "VERTRIEBSLEITERIN": "VERTRIEBSLEITERIN",
		"Software Engineer & Team Lead": "Team Lead", "Retired teacher": "Retired", "Responsable de equipo": "Responsable de equipo", "Nothing": "",
		"Principal Engineer": "Principal Engineer", "DevOps Eng. (remote)": "DevOps Eng", "\x1b[31mDirector\x1b[0m": "Director", "\x1b[1;31": "", "CTO\x1b": "CTO",
	} {
		if r := l.Read(title); r.Why != why {
			t.Errorf("%q is decided by %q, want %q", title, r.Why, why)
		}
	}
}

func TestTheProfessionIsNamed(t *testing.T) {
	l := ladder(t)
	for title, field := range map[string]data.Field{
		"Marketing Manager": "marketing", "Senior Software Engineer": "engineering", "Leiter Vertrieb": "sales", "VP Finance": "finance",
		"Infirmière": "unknown", "Staff Nurse": "nursing", "人事部長": "hr", "Head of Legal": "legal", "Kierownik magazynu": "logistics", "CEO": "unknown",
	} {
		if r := l.Read(title); r.Field != field {
			t.Errorf("%q is in %s, want %s", title, r.Field, field)
		}
	}
}

func TestHostileTitlesAreAnswered(t *testing.T) {
	l := ladder(t)
	for _, title := range []string{
		strings.Repeat("manager ", 700), strings.Repeat("x", 5000), strings.Repeat("部長", 2500), strings.Repeat("Director's ", 450),
		strings.Repeat("and CEO ", 600), strings.Repeat("(", 5000), strings.Repeat("ex-", 1700), strings.Repeat("e\u0301", 2500),
		"\xff\xfe CEO \x00", "<script>alert('CTO')</script>", "مدير Manager 部長", "\u202eOEC", strings.Repeat("führer", 800),
	} {
		r := l.Read(title)
		if r.Track == "" || r.Level == "" || r.Field == "" || !strings.Contains(title, r.Why) {
			t.Errorf("%.40q: %+v", title, r)
		}
	}
	if r := l.Read("<b>CTO</b>"); r.Level != data.Executive {
		t.Errorf("markup hides the job: %+v", r)
	}
}

func TestLevelsAreInOrder(t *testing.T) {
	if data.Intern.Rank() != 0 || data.Executive.Rank() != 8 || data.UnknownLevel.Rank() != -1 || data.Level("x").Rank() != -1 || data.Lead.Rank()+1 != data.ManagerLevel.Rank() {
		t.Error("ranks are out of order")
	}
}

func TestATitleIsReadFromSeveralGoroutinesAtOnce(t *testing.T) {
	l := ladder(t)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for _, title := range benchmarked {
				l.Read(title)
			}
		})
	}
	all.Wait()
}
