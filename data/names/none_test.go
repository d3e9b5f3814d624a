package names

import "testing"

func TestTextsThatNameNoOrganisation(t *testing.T) {
	r := rules(t)
	for _, written := range []string{
		"", "-", "--", "…", "n/a", "N/A", "NA", "none", "🚀", "TBD",
		"Self-employed", "Self Employed", "SELF-EMPLOYED", "Freelance", "Freelancer", "Freelance – self-employed",
		"Self-employed / Freelance", "Freelance (self employed)", "Independent Consultant", "Freelance Graphic Designer",
		"Self-employed - Photographer", "Retired Teacher", "Stealth", "Stealth Startup", "Stealth Mode Startup", "Stealth AI Startup",
		"Stealth (AI) Startup", "Startup in Stealth Mode", "Confidential", "Retired", "Unemployed", "Open to work!", "Looking for my next adventure",
		"Actively seeking new opportunities", "Career Break", "Student", "Various", "Undisclosed",
		"Selbstständig", "Freiberufler", "Im Ruhestand", "Auf der Suche nach neuen Herausforderungen",
		"Indépendante", "Auto-entrepreneur", "À la recherche d’un emploi", "Retraité",
		"Autónomo", "Por cuenta propia", "Jubilada", "Consultor independiente", "En búsqueda activa",
		"Autônoma", "Aposentado", "Profissional liberal", "Libero professionista", "In pensione",
		"ZZP'er", "Zelfstandig ondernemer", "Met pensioen", "Egenföretagare", "Arbetssökande", "Selvstændig", "Jobsøgende",
		"Selvstendig næringsdrivende", "Pensjonist", "Własna działalność gospodarcza", "Emeryt", "Bezrobotny",
		"Serbest çalışan", "Emekli", "İşsiz", "Самозанятый", "Фрилансер", "В поиске работы", "ИП",
		"フリーランス", "個人事業主", "自営業", "自由职业者", "个体户", "退休", "عمل حر", "متقاعد", "أبحث عن عمل", "프리랜서", "자영업", "구직 중",
	} {
		if !r.None(written) {
			t.Errorf("%q is taken for an organisation", written)
		}
	}
}

func TestOrganisationsWhoseNamesContainSuchWords(t *testing.T) {
	r := rules(t)
	for _, written := range []string{
		"Self Employed Ltd", "Freelancer.com", "Freelance Writers Guild", "Stealth Communications", "Stealth Consulting", "Stealth Startup GmbH",
		"Seeking Alpha", "Looking Glass Studios", "Retired - Halden Bank", "Ex-Halden", "Independent News Group", "The Retired Professionals Society",
		"Student Union of Eastmere", "University of Eastmere", "Confidential Records, Inc.", "Open Society Foundations", "Unknown Worlds Entertainment",
		"Designer", "Home Depot", "Freelance & Maple", "自由职业网", "フリーランス協会", "X", "3M",
	} {
		if r.None(written) {
			t.Errorf("%q is taken for no organisation", written)
		}
	}
}
