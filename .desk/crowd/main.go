// Crowd writes a Connections.csv of as many invented people as its argument says, in ten scripts, for
// measuring.
package main

import (
	"encoding/csv"
	"fmt"
	"math/rand"
	"os"
	"strconv"
	"time"
)

var (
	given = []string{"Ana", "Tiago", "Zoë", "Björn", "Ingrid", "Chloé", "Paweł", "Siobhan", "Kwame", "Ngọc", "Дмитрий", "Ольга", "雷", "秀英", "さくら", "翔太",
		"민준", "서연", "محمد", "فاطمة", "נועה", "דוד", "Ελένη", "Γιώργος", "प्रिया", "राज", "สมชาย", "มาลี"}
	family = []string{"Souza", "Nowak", "Müller", "O’Neill", "Nguyễn", "Yılmaz", "Østergård", "García", "Dlamini", "Петрова", "李", "王", "山田", "鈴木", "김",
		"이", "خليل", "حداد", "לוי", "Παπάς", "शर्मा", "पटेल", "ใจดี"}
	first  = []string{"Halden", "Kestrel", "Orbita", "Northwind", "Lumen", "Tessella", "Polder", "Aurelia", "Redwood", "Vantage", "Greenfield", "Sable", "Maple", "Zenith"}
	second = []string{"Bank", "Labs", "Systems", "Foods", "Health", "Energy", "Logistics", "Capital", "Foundry", "Retail Group"}
	form   = []string{"", "", "", " GmbH", " Ltd", " Inc.", " S.A.", " B.V.", " AB", " K.K."}
	title  = []string{"Software Engineer", "Senior Software Engineer", "Product Manager", "Head of Data", "Directrice des achats", "Vertriebsleiterin", "Staff Nurse",
		"Account Executive, EMEA", "Founder & CEO", "データエンジニア", "高级工程师", "Главный инженер", "مهندس أول"}
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: crowd PEOPLE")
		os.Exit(2)
	}
	n, err := strconv.Atoi(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	r := rand.New(rand.NewSource(1))
	any := func(list []string) string { return list[r.Intn(len(list))] }
	w := csv.NewWriter(os.Stdout)
	w.Write([]string{"First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On"})
	for i := range n {
		day := time.Date(2012, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, r.Intn(5000))
		w.Write([]string{any(given), any(family), fmt.Sprintf("https://www.linkedin.com/in/crowd-%d", i), "", any(first) + " " + any(second) + any(form), any(title),
			day.Format("02 Jan 2006")})
	}
	w.Flush()
	if err := w.Error(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
