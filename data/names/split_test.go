package names

import (
	"os"
	"slices"
	"strings"
	"testing"
)

func rules(t testing.TB) *Rules {
	t.Helper()
	r, err := Load(os.DirFS("../../assets/names"))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestALegalFormIsDroppedWhereItsCountryWritesIt(t *testing.T) {
	r := rules(t)
	for _, test := range []struct{ written, base, form string }{
		{"Northwind Systems, Inc.", "northwind systems", "inc"},
		{"Northwind Systems Incorporated", "northwind systems", "inc"},
		{"Northwind Corp.", "northwind", "corp"},
		{"Northwind Corporation", "northwind", "corp"},
		{"Northwind L.L.C.", "northwind", "llc"},
		{"Halden Ltd", "halden", "ltd"},
		{"Halden Limited", "halden", "ltd"},
		{"Halden Co., Ltd.", "halden", "ltd"},
		{"Halden Co.,Ltd", "halden", "ltd"},
		{"Halden Corporation Ltd", "halden", "ltd"},
		{"Halden & Company", "halden", "co"},
		{"Halden & Co.", "halden", "co"},
		{"Halden (Pty) Ltd", "halden", "pty ltd"},
		{"Halden Pvt. Ltd.", "halden", "pvt ltd"},
		{"Halden Private Limited", "halden", "pvt ltd"},
		{"Halden Pte Ltd", "halden", "pte ltd"},
		{"Halden Sdn. Bhd.", "halden", "sdn bhd"},
		{"Vantage Retail Group plc", "vantage retail group", "plc"},
		{"Orbita S.A.", "orbita", "sa"},
		{"Orbita S. A.", "orbita", "sa"},
		{"ORBITA SA", "orbita", "sa"},
		{"Orbita S/A", "orbita", "sa"},
		{"Orbita, S.A. de C.V.", "orbita", "sa de cv"},
		{"Orbita SA de CV", "orbita", "sa de cv"},
		{"Orbita S. de R.L. de C.V.", "orbita", "srl de cv"},
		{"Orbita Ltda.", "orbita", "ltda"},
		{"Orbita, Unipessoal Lda", "orbita", "unipessoal lda"},
		{"Orbita S.à r.l.", "orbita", "sarl"},
		{"SARL Orbita", "orbita", "sarl"},
		{"Orbita S.p.A.", "orbita", "spa"},
		{"Orbita SpA", "orbita", "spa"},
		{"Orbita S.r.l.", "orbita", "srl"},
		{"Acme Holding GmbH & Co. KG", "acme holding", "gmbh co kg"},
		{"Acme Holding GmbH und Co KG", "acme holding", "gmbh co kg"},
		{"Acme Ges.m.b.H.", "acme", "gmbh"},
		{"Acme UG (haftungsbeschränkt)", "acme", "ug"},
		{"Acme e.V.", "acme", "ev"},
		{"Polder Logistics B.V.", "polder logistics", "bv"},
		{"Tessella AB", "tessella", "ab"},
		{"Tessella AB (publ)", "tessella", "ab"},
		{"AB Tessella", "tessella", "ab"},
		{"Fjord A/S", "fjord", "as"},
		{"Fjord AS", "fjord", "as"},
		{"Fjord ApS", "fjord", "aps"},
		{"Fjord Oyj", "fjord", "oyj"},
		{"Fjord ehf.", "fjord", "ehf"},
		{"UAB „Gintaras“", "gintaras", "uab"},
		{"Gintaras, UAB", "gintaras", "uab"},
		{"OÜ Kask", "kask", "ou"},
		{"AS \"Latvijas Koks\"", "latvijas koks", "as"},
		{"Kowal Sp. z o.o.", "kowal", "spzoo"},
		{"Kowal sp.z.o.o.", "kowal", "spzoo"},
		{"Kowal Spółka z o.o. Sp. k.", "kowal", "spzoo spk"},
		{"Novák s.r.o.", "novak", "sro"},
		{"Novák, spol. s r.o.", "novak", "sro"},
		{"Nagy Kft.", "nagy", "kft"},
		{"Horvat d.o.o.", "horvat", "doo"},
		{"Деметра ЕООД", "деметра", "eood"},
		{"Δήμητρα Α.Ε.", "δημητρα", "ae"},
		{"Demir A.Ş.", "demir", "as"},
		{"Demir Ltd. Şti.", "demir", "ltd sti"},
		{"ООО «Ромашка»", "ромашка", "ooo"},
		{"Ромашка, ООО", "ромашка", "ooo"},
		{"ТОВ Ромашка", "ромашка", "tov"},
		{"PJSC Romashka", "romashka", "pjsc"},
		{"Lumen Foundry K.K.", "lumen foundry", "kk"},
		{"株式会社山田", "山田", "kk"},
		{"山田株式会社", "山田", "kk"},
		{"㈱山田", "山田", "kk"},
		{"山田（株）", "山田", "kk"},
		{"腾达科技（深圳）有限公司", "腾达科技 深圳", "youxian"},
		{"腾达股份有限公司", "腾达", "gufen"},
		{"주식회사 하나", "하나", "jusik"},
		{"하나(주)", "하나", "jusik"},
		{"PT Bank Nusantara Tbk", "bank nusantara", "pt"},
		{"PT. Nusantara", "nusantara", "pt"},
		{"Công ty TNHH Sao Mai", "sao mai", "tnhh"},
		{"บริษัท ช้างทอง จำกัด", "ช้างทอง", "chamkat"},
		{"طيبة ش.م.م", "طيبه", "dhmm"},
		{"شركة طيبة", "طيبه", ""},
		{`טבע בע"מ`, "טבע", "baam"},
		{"Halden Bank, N.A.", "halden bank", "na"},
		{"Desert Trading FZ-LLC", "desert trading", "fz llc"},
		{"Greenfield Energy SE", "greenfield energy", "se"},
		{"J.P. Finch & Co.", "jp finch", "co"},
		{"JP Finch", "jp finch", ""},
	} {
		base, form := r.Split(test.written)
		if base != test.base || form != test.form {
			t.Errorf("Split(%q) = %q, %q, want %q, %q", test.written, base, form, test.base, test.form)
		}
	}
}

func TestWhatOnlyLooksLikeALegalFormStays(t *testing.T) {
	r := rules(t)
	for _, written := range []string{
		"SA", "Co", "PT", "Inc.", "S.A. de C.V.", "Co. Ltd.", "株式会社", "有限公司", "The Company", "ООО",
		"SA Power Networks", "AG Insurance", "AS Roma", "SE Ventures", "Co Working Space", "Limited Brands Store",
		"Serenity Spa", "Too Faced", "OU Health", "MTU Aero Engines", "S.C. Finch Sons", "K.K. Hospital",
		"Vantage Retail Group", "Acme Holding", "Acme International", "Kestrel Labs", "Brightwater Capital", "Halden Bank",
		"The Citadelle", "Orbital Freight", "Acme Deutschland", "Acme Ltd Partners", "Ducks Unlimited", "Groupe PSA",
		"Visa", "Alphabet", "Nvidia", "Mango", "Tesco", "Inco", "Tobag", "株主通信",
	} {
		if base, form := r.Split(written); base != joinInitials(Fold(written)) || form != "" {
			t.Errorf("Split(%q) = %q, %q", written, base, form)
		}
	}
}

func TestEveryCountryNamedHasALegalForm(t *testing.T) {
	content, err := os.ReadFile("../../assets/names/legalforms.txt")
	if err != nil {
		t.Fatal(err)
	}
	countries := map[string]bool{}
	for line := range strings.Lines(string(content)) {
		if fields := strings.Split(line, "|"); len(fields) == 4 && line[0] != '#' {
			for _, country := range strings.Fields(fields[1]) {
				countries[country] = true
			}
		}
	}
	if len(countries) < 40 {
		t.Errorf("legal forms of %d countries", len(countries))
	}
}

func FuzzSplit(f *testing.F) {
	for _, seed := range []string{"Acme GmbH & Co. KG", "株式会社山田", "PT X Tbk", "S.A. de C.V.", "\xffInc.", "ООО «Ромашка»", "a b c SpA"} {
		f.Add(seed)
	}
	r := rules(f)
	f.Fuzz(func(t *testing.T, s string) {
		base, form := r.Split(s)
		folded := Fold(s)
		spelled := strings.Contains(folded, "plus") || slices.ContainsFunc(strings.Fields(folded), func(w string) bool { return andWords[w] })
		switch {
		case (base == "") != (folded == ""):
			t.Errorf("Split(%+q) = %+q, %q of %+q", s, base, form, folded)
		case form == "" && len(base) > len(folded) && !spelled, base != strings.TrimSpace(base):
			t.Errorf("Split(%+q) = %+q of %+q", s, base, folded)
		case !spelled && !strings.Contains(strings.ReplaceAll(folded, " ", ""), strings.ReplaceAll(base, " ", "")):
			t.Errorf("Split(%+q) = %+q is no part of %+q", s, base, folded)
		}
		if key := r.Groups([]string{s})[s]; key != base && key != "" {
			t.Errorf("Groups of %+q alone gives %+q, base %+q", s, key, base)
		}
	})
}

func BenchmarkSplit(b *testing.B) {
	r := rules(b)
	for _, name := range []string{"Northwind Systems, Inc.", "Northwind Systems", "Müller Holding GmbH & Co. KG", "腾达科技有限公司"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				r.Split(name)
			}
		})
	}
}
