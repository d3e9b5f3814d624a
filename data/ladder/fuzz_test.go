package ladder

import (
	"strings"
	"testing"
	"unicode/utf8"

	"peerage/data"
)

var benchmarked = []string{
	"Senior Software Engineer", "Head of Data @ Acme | ex-Google | speaker", "Regional Sales Manager, EMEA", "Vertriebsleiterin DACH", "Chef de projet",
	"Jefa de equipo de ventas", "Gerente de Contas", "Responsabile di reparto", "Afdelingshoofd", "Enhetschef, hemtjänsten", "Kierownik projektu",
	"Satış müdürü", "Руководитель отдела продаж", "営業部長", "客户经理", "مدير مشروع", "개발팀장", "EA to CEO & CFO", "Staff Nurse", "Founder & CEO",
}

func FuzzRead(f *testing.F) {
	for _, title := range benchmarked {
		f.Add(title)
	}
	f.Add("Director of Sales (2015–2021), now on sabbatical")
	f.Add("Leiter/-in (m/w/d) | C.E.O. — R&D's boss")
	l := ladder(f)
	f.Fuzz(func(t *testing.T, title string) {
		r := l.Read(title)
		if !strings.Contains(title, r.Why) {
			t.Errorf("%q decided, but does not stand in the title", r.Why)
		}
		if r.Level != data.UnknownLevel && r.Level.Rank() < 0 || r.Track != data.Individual && r.Track != data.Management && r.Track != data.UnknownTrack || r.Field != data.UnknownField && !fields[r.Field] {
			t.Errorf("%+v is no reading", r)
		}
		if spaced := l.Read(" \t" + title + "\n "); spaced != r {
			t.Errorf("with blanks around it is %+v, not %+v", spaced, r)
		}
		if !isASCII(title) {
			return // elsewhere capitals may be other letters
		}
		loud := l.Read(strings.ToUpper(title))
		if loud.Track != r.Track || loud.Level != r.Level || loud.Field != r.Field {
			t.Errorf("in capitals it is %+v, not %+v", loud, r)
		}
	})
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func BenchmarkRead(b *testing.B) {
	l := ladder(b)
	for b.Loop() {
		for _, title := range benchmarked {
			l.Read(title)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(benchmarked)), "ns/title")
}

func BenchmarkReadTitlesFullOfUnknownWords(b *testing.B) {
	l := ladder(b)
	for b.Loop() {
		l.Read("Grobulon Fraxiparine Wexler Quondam Zimbelstern @ Haldenbrook Vexillum")
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Load(ladderFiles); err != nil {
			b.Fatal(err)
		}
	}
}
