package names

import (
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestTitlesThatAreOnePost(t *testing.T) {
	r := rules(t)
	for _, equal := range [][]string{
		// What never counts.
		{"Senior Engineer", "senior engineer", "SENIOR ENGINEER", " Senior  Engineer ", "Senior Engineer,", "Senior-Engineer", "🚀 Senior Engineer 🚀", "Senior Engineer.", "Sénior Engineer"},
		{"Sales & Marketing Manager", "Sales and Marketing Manager", "Sales/Marketing Manager", "Sales + Marketing Mgr"},
		{"Leiter Forschung & Entwicklung", "Leiter Forschung und Entwicklung", "Leiter Forschung + Entwicklung"},
		{"Directeur ventes & marketing", "Directeur ventes et marketing"}, {"Jefe de compras & ventas", "Jefe de compras y ventas"},
		{"Chef inköp & logistik", "Chef inköp och logistik"}, {"Leder innkjøp & logistikk", "Leder innkjøp og logistikk"},
		{"Hoofd inkoop & logistiek", "Hoofd inkoop en logistiek"}, {"Kierownik zakupów & logistyki", "Kierownik zakupów i logistyki"},
		{"Satış & Pazarlama Müdürü", "Satış ve Pazarlama Müdürü"}, {"Инженер & архитектор", "Инженер и архитектор"},
		{"Head of Sales – EMEA", "Head of Sales - EMEA", "Head of Sales, EMEA", "Head of Sales — EMEA", "Head of Sales (EMEA)"},
		{"", " ", "🚀", "-", "|"},

		// English.
		{"Senior Engineer", "Sr Engineer", "Sr. Engineer", "Snr Engineer", "Sr. Eng.", "Senior Eng"},
		{"Senior Manager, Supply Chain Operations", "Sr Mgr, Supply Chain Ops", "Senior Mgr, Supply Chain Ops", "Sr. Manager – Supply Chain Operations"},
		{"Engineering Manager", "Eng Manager", "Engineering Mgr.", "Eng. Mgr", "Manager, Engineering", "Manager of Engineering"},
		{"Vice President of Sales", "VP Sales", "VP, Sales", "V.P. of Sales", "Vice-President, Sales", "Sales VP", "VP - Sales"},
		{"Senior Vice President, Finance", "SVP Finance", "SVP, Finance", "Sr. VP Finance"},
		{"Director, Finance", "Finance Director", "Director of Finance", "Dir. of Finance", "Dir, Finance"},
		{"VP Engineering", "VP of Eng", "VP, Eng.", "VP Eng", "Vice President, Engineering"},
		{"Head of Operations", "Head of Ops", "Hd of Operations", "Head, Operations"},
		{"Chief Technology Officer", "CTO", "C.T.O.", "cto", "CTO @ Acme", "CTO at Acme", "Chief Technology Officer (CTO)", "CTO – Chief Technology Officer", "CTO | ex-Google | Speaker", "CTO, MBA"},
		{"CEO & Co-Founder", "CEO and Cofounder", "Chief Executive Officer / Co founder"},
		{"Assistant Professor", "Asst. Prof.", "Asst Professor"},
		{"Software Developer", "Software Dev", "SW Developer"},
		{"Senior Developer / Team Leader (5 devs)", "Sr. Developer / Team Leader (5 devs)", "Senior Developer/Team Lead (5 devs)"},
		{"HR Manager", "Human Resources Manager", "H.R. Mgr"},
		{"IT Director", "Director of Information Technology", "Director, IT"},
		{"EA to CEO & CFO", "EA to CEO and CFO", "Executive Assistant to CEO and CFO", "EA to the CEO & CFO"},
		{"Executive Assistant to the CEO", "EA to CEO", "E.A. to the CEO", "Exec. Assistant to CEO", "Executive Assistant to the Chief Executive Officer"},
		{"Headteacher", "Head Teacher", "Head-Teacher"}, {"Assistant Headteacher", "Asst. Head Teacher"},
		{"Senior Software Test Engineer", "Sr. SW Test Engineer", "Senior S/W Test Eng."}, {"Software Entwickler", "SW Entwickler", "SW-Entwickler"},
		{"Secretary to the Board", "Secretary to Board"},
		{"Engineer II", "Engineer 2", "Eng. II", "engineer ii"},
		{"Software Development Engineer I", "SDE I", "SDE-1", "SDE 1 @ Amazon"},
		{"Programme Manager", "Program Manager", "Program Mgr"},
		{"Centre Manager", "Center Manager"},
		{"Organisational Development Lead", "Organizational Development Lead"},
		{"Labour Counsellor", "Labor Counselor"},
		{"Front-End Developer", "Frontend Developer", "Front End Dev"},
		{"Product Manager, Growth", "Product Mgr, Growth", "Product Manager (Growth)"},
		{"Nurse", "Nurse at Halden Clinic", "Nurse (RN) @ Halden Clinic", "Nurse, at Halden Clinic", "Nurse, RN", "Nurse | she/her", "Nurse (she/her)", "Nurse | Helping families every day", "Nurse | We're hiring!"},
		{"PM @ Google | ex-Uber", "PM @ Google", "PM @Google | ex-Uber 🚀"},
		{"Software engineering Intern | CS '26", "Software Engineering Intern | CS ’26"},
		{"Research & Development Engineer", "R&D Engineer", "R & D Engineer", "Research and Development Engineer"},
		{"Business Development Manager", "BDM", "Biz Dev Manager", "Bus. Dev. Mgr"},
		{"C# Developer", "C# Dev"},

		// German.
		{"Leiter Vertrieb", "Leiter/in Vertrieb", "Leiter*in Vertrieb", "Leiter:in Vertrieb", "Leiter/-in Vertrieb", "Leiter(in) Vertrieb", "Leiter_in Vertrieb", "Leiter Vertrieb (m/w/d)", "Leiter Vertrieb m/w/d", "Leiter (w/m/d) Vertrieb", "Ltr. Vertrieb"},
		{"Leitender Angestellter", "Ltd. Angestellter", "Leitende/r Angestellte/r"},
		{"Kaufmännischer Leiter", "Kfm. Leiter", "Kaufm. Leiter"},
		{"Geschäftsführer", "GF", "Geschäftsführer (m/w/d)", "Geschaeftsfuehrer"},
		{"Stellvertretender Filialleiter", "Stv. Filialleiter", "Stellv. Filialleiter"},
		{"Vertriebsleiter", "Vertriebs-Leiter", "Vertr.-Leiter"},
		{"Abteilungsleiter", "Abt.-Leiter", "Abteilungs-Leiter"},
		{"Wissenschaftlicher Mitarbeiter", "Wiss. Mitarbeiter", "wiss. Mitarb."},
		{"Leiter Einkauf & Logistik", "Leiter Einkauf und Logistik", "Leiter Einkauf u. Logistik"},

		{"Facharzt für Anästhesie", "Facharzt für Anaesthesie", "Facharzt fuer Anaesthesie", "Facharzt fur Anasthesie", "FACHARZT FÜR ANÄSTHESIE"},
		{"Bäcker", "Baecker"}, {"Verkäufer", "Verkaeufer", "Verkaufer"}, {"Geprüfte Prüferin", "Gepruefte Prueferin"}, {"Büroleiter", "Bueroleiter"},
		{"Leiter Büro Süd", "Leiter Buero Sued"}, {"Præsteforløb", "Praesteforloeb"}, {"Sekretær", "Sekretaer"}, {"Försäljningschef", "Foersaeljningschef"},

		// French.
		{"Directeur général", "Dir. Gén.", "DG", "Directeur General", "Dir. général"},
		{"Responsable marketing", "Resp. marketing", "Resp. Mktg"},
		{"Chargé de projet", "Chargé(e) de projet", "Chargé·e de projet", "Chargé.e de projet (H/F)", "Chargé de projet H/F"},
		{"Directeur commercial", "Directeur(trice) commercial", "Dir. commercial"},
		{"Directeur des ressources humaines", "DRH", "Directeur des RH"},
		{"Chef de projet", "Cheffe de projet", "CDP", "Chef projet"},

		// Spanish, Portuguese, Italian.
		{"Director General", "Dir. Gral.", "Dir. General"},
		{"Gerente de Ventas", "Gte. de Ventas", "Gerente Ventas", "Gte. Vtas."},
		{"Director/a de Recursos Humanos", "Director de RRHH", "Dir. RR.HH.", "Directora de Recursos Humanos"},
		{"Coordenador de Vendas", "Coord. de Vendas", "Coordenador(a) de Vendas"},
		{"Analista de Sistemas Sênior", "Analista de Sistemas Sr.", "Analista de Sistemas Sr"},
		{"Analista de Sistemas Pleno", "Analista de Sistemas Pl."},
		{"Analista de TI", "Analista de Tecnologia da Informação"},
		{"Responsabile Vendite", "Resp. Vendite", "Responsabile delle Vendite"},
		{"Direttore Generale", "Dir. Gen.", "Direttore generale"},
		{"Amministratore Delegato", "Amm. Delegato", "Amm. Del."},
		{"Impiegato/a amministrativo", "Impiegato amministrativo"},

		// Dutch and the north.
		{"Algemeen directeur", "Alg. directeur", "Alg. dir."},
		{"Administratief medewerker", "Adm. medewerker", "Adm. mdw."},
		{"Hoofd Inkoop", "Hfd. Inkoop", "Hoofd van Inkoop"},
		{"Verkställande direktör", "Verkst. dir.", "VD", "V.D."},
		{"Vice verkställande direktör", "Vice VD"},
		{"Biträdande enhetschef", "Bitr. enhetschef"},
		{"Avdelningschef", "Avd.chef", "Avd. chef"},
		{"VD och grundare", "VD & grundare", "Verkställande direktör och grundare"},
		{"Administrerende direktør", "Adm. direktør", "Adm. dir."},
		{"Afdelingsleder", "Afd.leder", "Afd. leder"},
		{"Avdelingsleder", "Avd.leder", "Avd. leder"},
		{"Daglig leder", "Dagl. leder"},

		// Polish, Turkish, Russian.
		{"Kierownik sprzedaży", "Kier. sprzedaży", "Kierow. sprzedaży", "Kierownik/czka sprzedaży"},
		{"Specjalista ds. sprzedaży", "Specjalista do spraw sprzedaży", "Spec. ds. sprzedaży"},
		{"Zastępca dyrektora", "Z-ca dyrektora", "Zast. dyrektora"},
		{"Starszy programista", "St. programista"},
		{"Genel Müdür", "Gn. Md.", "Genel Müd.", "GENEL MÜDÜR"},
		{"Genel Müdür Yardımcısı", "GMY", "Genel Müdür Yrd."},
		{"İnsan Kaynakları Uzmanı", "İK Uzmanı"},
		{"Генеральный директор", "Ген. директор", "Гендиректор", "генеральный  директор"},
		{"Начальник отдела продаж", "Нач. отдела продаж", "Нач. отд. продаж"},
		{"Заместитель директора", "Зам. директора", "Зам.директора"},
		{"Старший инженер", "Ст. инженер", "ст. инж."},
		{"Главный бухгалтер", "Гл. бухгалтер", "Главбух"},
		{"Ведущий специалист", "Вед. специалист"},

		// Japanese, Chinese, Arabic, Korean.
		{"エンジニアリングマネージャー", "エンジニアリングマネジャー", "エンジニアリング マネージャー", "ｴﾝｼﾞﾆｱﾘﾝｸﾞﾏﾈｰｼﾞｬｰ"},
		{"営業部 部長", "営業部部長", "営業部　部長"},
		{"软件工程师", "軟體工程師", "软件 工程师"},
		{"总经理", "總經理"},
		{"高级产品经理", "高級產品經理"},
		{"مدير عام", "المدير العام", "مدير  عام"},
		{"مهندس برمجيات", "م. برمجيات"},
		{"مدير مبيعات", "مدير المبيعات"},
		{"프로덕트 매니저", "프로덕트매니저", "프로덕트 매니져"},
		{"콘텐츠 마케팅 매니저", "컨텐츠 마케팅 매니저"},
	} {
		want := r.Title(equal[0])
		for _, written := range equal {
			if got := r.Title(written); got != want {
				t.Errorf("Title(%q) = %q, and Title(%q) = %q", written, got, equal[0], want)
			}
		}
	}
}

func TestOnePostOfAManAndAWoman(t *testing.T) {
	r := rules(t)
	for _, equal := range [][]string{
		{"Projektleiter", "Projektleiterin", "PROJEKTLEITERIN", "Projektleiter/in"}, {"Senior Entwicklungsingenieur", "Senior Entwicklungsingenieurin"},
		{"Assistenzarzt", "Assistenzärztin", "Assistenzaerztin"}, {"Rechtsanwalt", "Rechtsanwältin"}, {"Sekretär", "Sekretärin"}, {"Betriebswirt", "Betriebswirtin"},
		{"Personalreferent", "Personalreferentin"}, {"Psychologe", "Psychologin"}, {"Küchenchef", "Küchenchefin"}, {"Praktikant", "Praktikantin"},
		{"Directeur commercial", "Directrice commerciale"}, {"Rédacteur", "Rédactrice", "Rédacteur/Rédactrice"}, {"Ingénieur commercial", "Ingénieure commerciale"}, {"Comptable confirmé", "Comptable confirmée"},
		{"Becario", "Becaria"}, {"Vendedor externo", "Vendedora externa"}, {"Directeur des soins", "Directeur/Directrice des soins"}, {"Infirmier", "Infirmière"},
		{"Conseiller financier", "Conseillère financière"}, {"Technicien", "Technicienne"}, {"Vendeur", "Vendeuse"}, {"Assistant de direction", "Assistante de direction"},
		{"Formatore", "Formatrice"}, {"Infermiere", "Infermiera"}, {"Coordinatore infermieristico", "Coordinatrice infermieristica"}, {"Impiegato", "Impiegata"},
		{"Jefe de estudios", "Jefa de estudios"}, {"Enfermero", "Enfermera"}, {"Profesor", "Profesora"}, {"Abogado", "Abogada"}, {"Ingeniero técnico", "Ingeniera técnica"},
		{"Diretor de vendas", "Diretora de vendas"}, {"Enfermeiro", "Enfermeira"}, {"Engenheiro civil", "Engenheira civil"},
		{"Administratief medewerker", "Administratief medewerkster"},
		{"Dyrektor finansowy", "Dyrektorka finansowa"}, {"Programista", "Programistka"}, {"Nauczyciel", "Nauczycielka"}, {"Kierownik", "Kierowniczka"}, {"Główny księgowy", "Główna księgowa"},
		{"Учитель", "Учительница"}, {"Старший помощник", "Старшая помощница"},
		{"محاسب", "محاسبة", "المحاسب", "المحاسبة"}, {"مدير عام", "مديرة عامة", "المديرة العامة"}, {"مهندس", "مهندسة"},
	} {
		want := r.Title(equal[0])
		for _, written := range equal {
			if got := r.Title(written); got != want {
				t.Errorf("Title(%q) = %q, and Title(%q) = %q", written, got, equal[0], want)
			}
		}
	}
}

func TestTitlesThatAreDifferentPosts(t *testing.T) {
	r := rules(t)
	for _, group := range [][]string{
		{"Manager", "Assistant Manager", "Assistant to the Manager", "Manager's Assistant", "Deputy Manager", "Senior Manager", "General Manager", "Management", "Management Trainee", "Manager Trainee"},
		{"Engineer", "Senior Engineer", "Junior Engineer", "Engineer I", "Engineer II", "Engineer III", "Staff Engineer", "Lead Engineer", "Engineering", "Engineering Manager", "Engineering Lead", "Chief Engineer"},
		{"VP Sales", "SVP Sales", "EVP Sales", "AVP Sales", "Director of Sales", "Senior Director of Sales", "Head of Sales", "Sales Manager", "Sales Executive", "Sales", "Assistant VP Sales", "VP Marketing"},
		{"Senior Product Marketing Manager", "Senior Manager, Product Marketing", "Product Manager, Marketing", "Product Marketing Manager", "Manager, Product Marketing"},
		{"Customer Success Manager", "Manager, Customer Success", "Director, Customer Success"},
		{"Project Manager", "Product Manager", "Program Manager", "Project Director", "Director of Projects"},
		{"Art Director", "Director", "Art Teacher", "Executive Director", "Managing Director", "Non-Executive Director", "Director's Assistant", "Assistant to the Director", "Assistant Director"},
		{"Head Chef", "Chef", "Sous Chef", "Chef de partie", "Chef de projet"},
		{"Head of Data at Scale", "Head of Data"},
		{"Attorney at Law", "Attorney"},
		{"Technician", "Head of Tech", "Head Technician", "Technical Lead", "Tech Support"},
		{"C# Developer", "C++ Developer", "C Developer", "F# Developer"},
		{"Consultant", "Former Consultant", "Ex-Consultant", "Consultant & CTO", "Consultant (former)"},
		{"CTO", "COO", "CFO", "CEO", "CIO", "CMO", "CISO", "Deputy CTO", "Interim CTO", "CTO Advisor"},
		{"Speaker", "Author", "Mentor", "Nurse | Team Lead", "Nurse", "Nurse | Certified Midwife", "Nurse | Hiring Manager", "Nurse | Building Manager", "Nurse | Seeking Alpha Analyst"},
		{"Business Development Manager", "Business Development Representative", "Business Manager", "Development Manager"},
		{"Leiter Vertrieb", "Stellvertretender Leiter Vertrieb", "Assistent der Leitung Vertrieb", "Leiter Einkauf", "Vertriebsleiter Nord", "Mitarbeiter Vertrieb"},
		{"Geschäftsführer", "Assistenz der Geschäftsführung", "Geschäftsführender Gesellschafter", "Stellv. Geschäftsführer"},
		{"Kaufmann für Büromanagement", "Kaufmännischer Leiter", "Kauffrau für Spedition"},
		{"Admin", "Ad Manager"}, {"Leiter", "Leitung", "Leiterin Einkauf"}, {"Sekretärin", "Sekretariat"}, {"Assistenzärztin", "Arzthelferin"},
		{"Opera Manager", "Opero Manager"}, {"Store Manager", "Steur Manager"}, {"Directrice", "Directrice adjointe", "Direction"}, {"Secretaria", "Secretariado"},
		{"Logistics", "Logística"}, {"Carrera", "Carro"}, {"Asystentka dyrektora", "Dyrektorka"}, {"مدرس", "مدرسة", "مدير مدرسة"}, {"شركة", "شريك"}, {"صيدلي", "صيدلية"},
		{"Krankenschwester", "Krankenpfleger"}, {"Betriebsrätin", "Betriebswirtin"}, {"Tischlerin", "Tischlerei"}, {"Gärtnerin", "Gärtnerei"},
		{"SW Region Manager", "Software Region Manager"}, {"Teacher", "Head Teacher", "Head of Teachers"}, {"The", "The Boss", "Boss"},
		{"Assistant to the Manager", "Assistant Manager"}, {"Head of the", "Head"}, {"VD", "Designer"},
		{"Maestro", "Mastro", "Master"}, {"Dos", "Does", "Poet", "Pot", "Poeten"}, {"Bar Manager", "Baer Manager"}, {"Steuerberater", "Sturberater"},
		{"Blue Team Lead", "Blu Team Lead"}, {"Queue Manager", "Qu Manager"}, {"Manuel", "Manul"},
		{"Directeur", "Directeur adjoint", "Directeur général", "Directeur général adjoint", "Assistant de direction", "Assistant du directeur", "Sous-directeur"},
		{"Responsable marketing", "Assistant marketing", "Responsable adjoint marketing"},
		{"Director General", "Subdirector General", "Director Adjunto", "Director Comercial", "Gerente General"},
		{"Gerente", "Subgerente", "Asistente de Gerencia", "Gerente de Cuentas", "Gerente de Ventas"},
		{"Analista Júnior", "Analista Pleno", "Analista Sênior", "Analista"},
		{"Responsabile", "Vice Responsabile", "Direttore", "Vicedirettore", "Assistente del Direttore"},
		{"Directeur", "Adjunct-directeur", "Algemeen directeur", "Directiesecretaresse"},
		{"VD", "Vice VD", "VD-assistent", "Ordförande"},
		{"Kierownik", "Zastępca kierownika", "Starszy kierownik", "Asystent kierownika", "Kierownik zmiany"},
		{"Genel Müdür", "Genel Müdür Yardımcısı", "Müdür", "Müdür Yardımcısı", "Şube Müdürü"},
		{"Директор", "Генеральный директор", "Заместитель директора", "Заместитель генерального директора", "Помощник директора", "Финансовый директор", "Технический директор"},
		{"部長", "副部長", "部長代理", "課長", "部長補佐", "担当部長"},
		{"经理", "副经理", "总经理", "副总经理", "经理助理", "高级经理", "产品经理", "项目经理"},
		{"مدير", "مدير عام", "نائب مدير", "مساعد مدير", "مساعد المدير", "مدير مشروع"},
		{"كبير المهندسين", "كبير مهندسين"},
		{"Directeur de recherche", "Directeur de la recherche"},
		{"팀장", "부팀장", "팀원", "매니저", "시니어 매니저", "프로덕트 매니저", "프로젝트 매니저"},
	} {
		forms := map[string]string{}
		for _, written := range group {
			form := r.Title(written)
			if other, ok := forms[form]; ok {
				t.Errorf("%q and %q are both %q", written, other, form)
			}
			forms[form] = written
		}
	}
}

// No two words of the ladder, in seventeen languages, become one because ae, oe or ue was read as an umlaut,
// unless they are spellings of each other, or one word in two languages.
func TestUmlautsInTwoLettersMakeNoOtherWords(t *testing.T) {
	r := rules(t)
	lists, err := filepath.Glob("../../assets/ladder/*.txt")
	if err != nil || len(lists) < 10 {
		t.Fatal(lists, err)
	}
	spelled := map[string][]string{} // plain word -> words as written
	for _, list := range lists {
		text, err := os.ReadFile(list)
		if err != nil {
			t.Fatal(err)
		}
		for word := range strings.FieldsFuncSeq(string(text), noWord) {
			plain := Fold(word)
			if !r.titles.kept[plain] {
				plain = plainUmlauts(plain)
			}
			spelled[plain] = append(spelled[plain], word)
		}
	}
	for plain, words := range spelled {
		ways := map[string]bool{plain: true, "boekbinder": true}
		for _, word := range words {
			if Fold(word) == plain {
				ways[Fold(inTwoLetters(word))] = true
			}
		}
		if !slices.ContainsFunc(words, func(w string) bool { return Fold(w) != Fold(words[0]) }) {
			continue
		}
		for _, word := range words {
			if !ways[Fold(word)] {
				t.Errorf("%q of %q is %q", word, words, plain)
			}
		}
	}
	if len(spelled) < 10000 {
		t.Errorf("only %d words", len(spelled))
	}
}

// written are titles of every kind and script, from which tests and fuzzing start.
var written = []string{
	"Sr. Eng. Mgr, Ops & Dev @ Acme | ex-Google | Speaker", "VP, Sales", "Directeur(trice) adj. des ventes", "Leiter*in (m/w/d)", "SDE-1", "зам. ген. директора",
	"マネジャー 補佐", "المدير العام", "매니져 겸 팀장", "總 經理", "Head of at at", "Director of Director", "co co founder", "I I I", "a/in", "(m/w/d)", "C##", "VP,VP,VP", "the the of", "Hd Af 0 At",
}

func TestTheFormOfAFormIsItself(t *testing.T) {
	r := rules(t)
	list := append([]string{}, written...)
	for _, shorts := range r.titles.short {
		for _, s := range shorts {
			list = append(list, strings.Join(s.words, " "), strings.Join(s.full, " "), "senior "+strings.Join(s.words, " ")+" sales", "director of "+strings.Join(s.words, " "))
		}
	}
	list = append(list, r.titles.gluing...)
	for _, s := range list {
		once := r.Title(s)
		if again := r.Title(once); again != once {
			t.Errorf("Title(%q) = %q, and again %q", s, once, again)
		}
	}
}

// The lists are small worlds of their own, so their words are mixed as nobody would.
func TestTheFormOfMixedWordsIsItself(t *testing.T) {
	r := rules(t)
	vocabulary := append([]string{"sales", "X", "ii", "I", "v", "@", "5", "نائب", "المدير"}, written...)
	for _, words := range []map[string]bool{r.titles.and, r.titles.of, r.titles.leads, r.titles.still, r.titles.employer, r.titles.place} {
		vocabulary = append(vocabulary, slices.Sorted(maps.Keys(words))...)
	}
	for _, first := range slices.Sorted(maps.Keys(r.titles.short)) {
		for _, s := range r.titles.short[first] {
			vocabulary = append(vocabulary, strings.Join(s.words, " "), first, s.full[0])
		}
	}
	signs := []string{" ", " ", " ", ", ", " - ", "/", " | ", " & ", " (", ") ", "*"}
	random := rand.New(rand.NewPCG(1, 1))
	for range 4000 {
		var title strings.Builder
		for range 1 + random.IntN(6) {
			title.WriteString(vocabulary[random.IntN(len(vocabulary))])
			title.WriteString(signs[random.IntN(len(signs))])
		}
		once := r.Title(title.String())
		if again := r.Title(once); again != once {
			t.Errorf("Title(%q) = %q, and again %q", title.String(), once, again)
		}
		employer := vocabulary[random.IntN(len(vocabulary))]
		once = r.TitleAt(title.String()+" at "+employer, employer)
		if again := r.TitleAt(once, employer); again != once {
			t.Errorf("at %q, TitleAt(%q) = %q, and again %q", employer, title.String(), once, again)
		}
	}
}

func TestEveryShortFormIsWhatItStandsFor(t *testing.T) {
	r := rules(t)
	for _, shorts := range r.titles.short {
		for _, s := range shorts {
			if s.language != "" {
				continue
			}
			short, full := "quux "+strings.Join(s.words, " "), "quux "+strings.Join(s.full, " ")
			if !s.atEnd {
				short, full = short+" quux", full+" quux"
			}
			if a, b := r.Title(short), r.Title(full); a != b {
				t.Errorf("%q is %q, and %q is %q", short, a, full, b)
			}
		}
	}
}

func TestALongTitleIsCutInOnePiece(t *testing.T) {
	r := rules(t)
	for n := range 9 {
		got := r.Title(strings.Repeat("x", n) + strings.Repeat("ж", 1000))
		if !utf8.ValidString(got) || len(got) > maxTitle {
			t.Errorf("%d octets, %q", len(got), got)
		}
	}
}

func FuzzTitle(f *testing.F) {
	r := rules(f)
	for _, s := range written {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		once := r.Title(s)
		switch {
		case !utf8.ValidString(once):
			t.Errorf("Title(%q) = %q is no UTF-8", s, once)
		case len(once) <= maxTitle && r.Title(once) != once:
			t.Errorf("Title(%q) = %q, and again %q", s, once, r.Title(once))
		case utf8.ValidString(s) && len(s) < maxTitle/4 && r.Title(strings.ToUpper(s)) != r.Title(strings.ToUpper(strings.ToLower(s))):
			t.Errorf("case counts in %q", s)
		}
	})
}

func BenchmarkTitle(b *testing.B) {
	r := rules(b)
	for _, title := range []string{"Software Engineer", "Sr. Mgr, Supply Chain Ops", "CTO @ Acme | ex-Google | Speaker", "Leiter/in Vertrieb (m/w/d)", "Заместитель генерального директора", "シニアエンジニアリングマネジャー"} {
		b.Run(title, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				r.Title(title)
			}
		})
	}
}
