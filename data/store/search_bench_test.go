package store_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

// scripts are names and words as ten scripts write them, for networks of any size.
var scripts = []struct{ given, family, words []string }{
	{strings.Fields("Maria Anna Martin Thomas Laura Daniel Sophie Markus Emma Michael"), strings.Fields("Müller Smith García Johnson Schmidt Novák Hansen Martínez Andersson Brown"), strings.Fields("met at the conference in Hamburg talked about machine learning and her move to management likes hiking mentor introduced by former colleague wants advice on hiring")},
	{strings.Fields("José Inês Łukasz Zoë François Đorđe Şebnem Åsa Ørjan Chloé"), strings.Fields("Núñez Gonçalves Wiśniewski Çelik Lefèvre Đukić Öztürk Ångström Strøm Côté"), strings.Fields("rencontré à la conférence de Genève sujet apprentissage équipe données próxima reunión café señor années élève département réseau")},
	{strings.Fields("Анна Иван Мария Сергей Ольга Дмитрий Елена Алексей"), strings.Fields("Иванова Петров Смирнова Кузнецов Соколова Попов Лебедева Козлов"), strings.Fields("встретились на конференции говорили о машинном обучении команда разработка руководитель проект переезд совет")},
	{strings.Fields("Ελένη Γιώργος Μαρία Νίκος Κατερίνα Δημήτρης"), strings.Fields("Παπαδοπούλου Νικολάου Γεωργίου Ιωάννου Κωνσταντίνου"), strings.Fields("συνέδριο Αθήνα ομάδα διευθυντής έργο συμβουλή συνάντηση καφές δεδομένα")},
	{strings.Fields("محمد فاطمة أحمد مريم علي سارة يوسف ليلى"), strings.Fields("الحسن العلي منصور خليل حداد الخطيب ناصر"), strings.Fields("التقينا في المؤتمر تحدثنا عن الفريق إدارة مشروع نصيحة عمل جديد مدينة")},
	{strings.Fields("דוד שרה משה רחל יוסף מרים"), strings.Fields("כהן לוי מזרחי פרץ ביטון אברהם"), strings.Fields("נפגשנו בכנס דיברנו על צוות ניהול פרויקט עצה עבודה חדשה")},
	{strings.Fields("राज प्रिया अमित सुनीता विजय अनीता"), strings.Fields("शर्मा वर्मा सिंह गुप्ता पटेल मेहता"), strings.Fields("सम्मेलन में मिले टीम प्रबंधक परियोजना सलाह काम नया शहर")},
	{strings.Fields("伟 芳 娜 敏 静 丽 强 磊 军 洋"), strings.Fields("王 李 张 刘 陈 杨 赵 黄 周 吴"), strings.Fields("在会议上认识 讨论机器学习 团队经理 项目建议 新工作 上海 田太郎")},
	{strings.Fields("太郎 花子 健一 さくら ケンジ 美咲"), strings.Fields("佐藤 鈴木 高橋 田中 渡辺 伊藤"), strings.Fields("会議で会った チーム マネージャー プロジェクト 相談 東京 データ")},
	{strings.Fields("민수 지영 서연 준호 은지 현우"), strings.Fields("김 이 박 최 정 강"), strings.Fields("회의에서 만남 팀 관리자 프로젝트 조언 새로운 일 서울")},
}

var employers = strings.Fields("Halden Citadel Eastmere Nordwind Blaupunkt Ardent Meridian Fjordkraft Kobayashi Zenith Quantum Lumière Águila Соколов 三井物産 Marmara")
var titles = []string{"Engineer", "Senior Software Engineer", "Manager", "Head of Data", "Product Manager", "VP Marketing", "Analyst", "Directeur", "Инженер", "部長", "Recruiter", "Consultant", "C++ Developer", "Head of R&D"}

// network fills a store with n people in ten scripts: a job and a half each, an address, and notes of
// about 200 characters.
func network(t testing.TB, n int) *store.Store {
	t.Helper()
	s := datatest.Open(t)
	random := rand.New(rand.NewPCG(7, uint64(n)))
	one := func(list []string) string { return list[random.IntN(len(list))] }
	datatest.Write(t, s, func(tx *store.Tx) error {
		people := make([]store.Imported, n)
		notes := make([]string, n)
		var contacts []store.SeenContact
		for i := range people {
			script := scripts[i%len(scripts)]
			people[i].Name = one(script.given) + " " + one(script.family)
			for len([]rune(notes[i])) < 200 {
				notes[i] += one(script.words) + " " + string(rune('a'+random.IntN(26))) + string(rune('a'+random.IntN(26))) + string(rune('a'+random.IntN(26))) + " "
			}
		}
		if err := tx.AddImported(people); err != nil {
			return err
		}
		var roles []data.Role
		for i, p := range people {
			contacts = append(contacts, store.SeenContact{Person: p.ID, Kind: data.Email, Value: fmt.Sprintf("person.%d@%s.example", i, strings.ToLower(one(employers)))},
				store.SeenContact{Person: p.ID, Kind: data.LinkedIn, Value: fmt.Sprintf("person-%d", i)})
			roles = append(roles, data.Role{Person: p.ID, Employer: fmt.Sprint(one(employers), " ", random.IntN(n/10+1)), Title: one(titles), Source: data.FromLinkedIn, Current: true})
			if i%2 == 0 {
				roles = append(roles, data.Role{Person: p.ID, Employer: one(employers), Title: one(titles), Source: data.FromLinkedIn})
			}
			if err := tx.Statement("UPDATE person SET notes = ? WHERE id = ?", notes[i], p.ID); err != nil {
				return err
			}
		}
		if err := tx.AddSeenContacts(contacts); err != nil {
			return err
		}
		return tx.AddRoles(roles)
	})
	return s
}

// folder returns where the file of a store lies.
func folder(s *store.Store) string { return filepath.Dir(s.Path()) }

// typed are words that people search for, in six scripts.
var typed = []string{"martin", "garcia", "halden", "manager", "conference", "hamburg", "machine learning", "novak smith", "engineer", "person.77",
	"lefevre", "иванова", "конференции", "محمد", "المؤتمر", "शर्मा", "सम्मेलन", "田太郎", "机器学习", "김민수", "佐藤 花子", "xq", "c++ engineer", "c#", "r&d", "j.p. morgan"}

// keystrokes are the prefixes of all words, in the order in which they are typed.
func keystrokes() (all []string) {
	for _, word := range typed {
		for i := range word {
			if i > 0 {
				all = append(all, word[:i])
			}
		}
		all = append(all, word)
	}
	return all
}

func BenchmarkSearch(b *testing.B) {
	for _, n := range []int{10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := network(b, n)
			if err := s.Warm(ctx); err != nil {
				b.Fatal(err)
			}
			var took []time.Duration
			words := keystrokes()
			for b.Loop() {
				for _, w := range words {
					start := time.Now()
					if _, err := s.People(ctx, store.Filter{Words: w}); err != nil {
						b.Fatal(err)
					}
					took = append(took, time.Since(start))
				}
			}
			slices.Sort(took)
			b.ReportMetric(float64(took[len(took)/2].Microseconds()), "p50-µs")
			b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "p99-µs")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// BenchmarkWarm is the first reading of everyone.
func BenchmarkWarm(b *testing.B) {
	s := network(b, 100_000)
	for b.Loop() {
		b.StopTimer()
		again := datatest.OpenIn(b, folder(s))
		b.StartTimer()
		if err := again.Warm(ctx); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkWrite is one edit of one person, and the list that shows it.
func BenchmarkWrite(b *testing.B) {
	for _, n := range []int{200, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := network(b, n)
			p, err := s.Person(ctx, 77)
			if err != nil {
				b.Fatal(err)
			}
			if err := s.Warm(ctx); err != nil {
				b.Fatal(err)
			}
			for i := 0; b.Loop(); i++ {
				p.Notes = fmt.Sprint("note ", i)
				if err := s.Write(ctx, "Edit", func(tx *store.Tx) error { return tx.SavePerson(&p) }); err != nil {
					b.Fatal(err)
				}
				if _, err := s.People(ctx, store.Filter{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkOpen opens a file and reads what the start of the window needs of it.
func BenchmarkOpen(b *testing.B) {
	for _, n := range []int{200, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := network(b, n)
			today := datatest.Day(b, datatest.Today)
			for b.Loop() {
				again, err := store.Open(folder(s), clock)
				if err != nil {
					b.Fatal(err)
				}
				if _, err := again.Rhythms(ctx, today); err != nil {
					b.Fatal(err)
				}
				if _, err := again.Settings(ctx); err != nil {
					b.Fatal(err)
				}
				if err := again.Close(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
