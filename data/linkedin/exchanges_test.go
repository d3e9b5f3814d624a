package linkedin

import (
	"slices"
	"strings"
	"testing"

	"peerage/data"
)

const (
	recommendationsHead = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
	receivedHead        = "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url,Endorsement Status\n"
	givenHead           = "Endorsement Date,Skill Name,Endorsee First Name,Endorsee Last Name,Endorsee Public Url,Endorsement Status\n"
)

func readNamed(name, text string) data.Reading {
	return Read(name, strings.NewReader(text), int64(len(text)))[0]
}

func checkExchanges(t *testing.T, r data.Reading, want ...data.ExchangeDraft) {
	t.Helper()
	if !slices.Equal(r.Exchanges, want) {
		t.Errorf("got  %+v\nwant %+v", r.Exchanges, want)
	}
}

func TestRecommendationsAreReadWithTheirLines(t *testing.T) {
	text := recommendationsHead +
		"Ana,Sá,Halden Bank,Lead,\"She listens.\n\nThen she \u202eacts.\",\"08/30/22, 05:51 PM\",VISIBLE\n" +
		"Bo,Li,,,Good.,\"01/02/21, 11:02 AM\",PENDING\n"
	want := []data.ExchangeDraft{
		{Line: 2, Kind: data.Recommendation, Given: "Ana", Family: "Sá", Organisation: "Halden Bank", Day: data.NewDay(2022, 8, 30), Text: "She listens.\n\nThen she acts."},
		{Line: 5, Kind: data.Recommendation, Given: "Bo", Family: "Li", Day: data.NewDay(2021, 1, 2), Text: "Good."},
	}
	for name, by := range map[string]data.Side{
		"Recommendations_Received.csv": data.Theirs, "Recommendations Given.csv": data.Mine, "x/recommendations_given (1).CSV": data.Mine,
		`Received\Recommendations_Given.csv`: data.Mine,
	} {
		for i := range want {
			want[i].By = by
		}
		r := readNamed(name, text)
		checkExchanges(t, r, want...)
		checkProblems(t, r)
	}
}

func TestRecommendationsOfWhichNothingTellsWhoWroteThemAreLeftOut(t *testing.T) {
	for _, name := range []string{"Recommendations.csv", "", "given-and-received.csv", "received/Recommendations.csv"} {
		r := readNamed(name, recommendationsHead+"Ana,Sá,,,Good.,08/30/22,VISIBLE\nBo,Li,,,Good.,08/30/22,VISIBLE\n")
		checkExchanges(t, r)
		checkProblems(t, r, "0  no_side ")
		if r.Skipped != 2 {
			t.Errorf("%d skipped", r.Skipped)
		}
	}
}

func TestEndorsementsSayWhoseTheyAreInTheirHeader(t *testing.T) {
	line := "2024/01/01 10:00:00 UTC,Go,Ana,Sá,www.linkedin.com/in/Ana-S%C3%A1,ACCEPTED\n"
	want := data.ExchangeDraft{Line: 2, Kind: data.Endorsement, By: data.Theirs, Profile: "ana-sá", Given: "Ana", Family: "Sá", Day: data.NewDay(2024, 1, 1), Text: "Go"}
	checkExchanges(t, readNamed("given.csv", receivedHead+line), want)
	want.By = data.Mine
	checkExchanges(t, readNamed("received.csv", givenHead+line), want)
	want.Profile = ""
	short := strings.ReplaceAll(givenHead, "Endorsee Public Url,", "")
	checkExchanges(t, readNamed("x", short+"2024/01/01 10:00:00 UTC,Go,Ana,Sá,ACCEPTED\n"), want)
}

func TestWhatIsNotShownOnAProfileIsCountedAndLeftOut(t *testing.T) {
	r := readNamed("Endorsement_Received_Info.csv", receivedHead+
		"2024/01/01,Go,Ana,Sá,,HIDDEN\n2024/01/01,Go,Ana,Sá,,Rejected\n2024/01/01,Go,,,,ACCEPTED\n2024/01/01,Go,Bo,Li,,ACCEPTED\n2024/01/01,Go,Bo,Li,,Pending\n")
	if len(r.Exchanges) != 1 || r.Skipped != 4 || r.SkippedExchanges != 4 || r.Hidden != 0 || len(r.Problems) != 0 {
		t.Errorf("got %+v", r)
	}
}

func TestAnExchangeWithoutItsDayIsReportedAndLeftOut(t *testing.T) {
	r := readNamed("Recommendations_Given.csv", recommendationsHead+
		"Ana,Sá,,,Good.,31 Jun 2022,VISIBLE\nAna,Sá,,,Good.,,VISIBLE\nAna,Sá,,,Good.,Jun 2022,VISIBLE\nBo,Li,,,Good.,1 Jun 2022,VISIBLE\nBo,Li,,,Good.,1 Jun 2022,VISIBLE\n")
	checkProblems(t, r, "2 Creation Date no_day 31 Jun 2022", "3 Creation Date no_day ", "4 Creation Date no_day Jun 2022", "6  repeated Bo Li")
	if len(r.Exchanges) != 1 || r.Skipped != 4 {
		t.Errorf("got %+v", r)
	}
}

func TestAnAddressThatIsNoneLeavesTheName(t *testing.T) {
	r := readNamed("x", givenHead+"2024/01/01,Go,Ana,Sá,https://example.org/ana,ACCEPTED\n2024/01/01,Go,,,https://example.org/ana,ACCEPTED\n")
	checkProblems(t, r, "2 Endorsee Public Url bad_address https://example.org/ana", "3 Endorsee Public Url bad_address https://example.org/ana")
	if len(r.Exchanges) != 1 || r.Exchanges[0].Profile != "" || r.Skipped != 1 {
		t.Errorf("got %+v", r)
	}
}

func TestALongRecommendationIsCut(t *testing.T) {
	r := readNamed("Recommendations_Given.csv", recommendationsHead+"Ana,Sá,,,"+strings.Repeat("good ", data.MaxNote)+",1 Jun 2022,\n")
	if len(r.Exchanges) != 1 || len(r.Exchanges[0].Text) > data.MaxNote || len(r.Problems) != 1 || r.Problems[0].Reason != data.ValueTooLong {
		t.Errorf("%d exchanges, problems %q", len(r.Exchanges), problems(r))
	}
}

func TestTheDayOfAnInstantIsReadInEveryForm(t *testing.T) {
	for text, want := range map[string]string{
		"08/30/22, 05:51 PM": "2022-08-30", "8/3/22, 5:51\u202fPM": "2022-08-03", "06/01/25 12:00 PM": "2025-06-01", "06/30/25": "2025-06-30",
		"1/1/00": "2000-01-01", "01/15/2025": "2025-01-15", "2024/01/01 10:00:00 UTC": "2024-01-01", "2024-01-01T10:00:00Z": "2024-01-01",
		"2023-06-01 10:00:00 UTC": "2023-06-01", "1 Jun 2022": "2022-06-01", "30.08.2022 17:51": "2022-08-30", "30. August 2022 um 17:51": "2022-08-30",
		"30 août 2022 à 17:51": "2022-08-30", "30 de ago. de 2022 às 17:51": "2022-08-30", "4-Apr-21": "2021-04-04", "29/02/2024 1:00": "2024-02-29",
		"30/08/22, 05:51 PM": "", "08/02/2022 17:51": "", "02/30/22": "", "17:51": "", "2024-01-01 10:": "", "2024-01 10:00": "", "Jun 2022": "",
		"": "", ":": "", "//": "", "1//22": "", "a/b/22": "", "1/2/3/22": "", strings.Repeat("1", 100): "",
	} {
		day, ok := parseStamp(text)
		got := ""
		if ok {
			got = day.String()
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}
