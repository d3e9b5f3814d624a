package ties

import (
	"slices"
	"testing"

	"peerage/data"
)

const (
	engineer = "/individual senior engineering"
	seller   = "/individual senior sales"
	mid      = "/individual mid sales"
	lead     = "/individual lead sales"
	manager  = "/management manager sales"
	untold   = "/unknown unknown unknown"
)

func TestCoworkersInOneProfessionAreColleagues(t *testing.T) {
	check(t, []example{
		{"7:2015-03..2020-02/individual entry sales", "7:2018-01..2024/management director sales", "",
			"certain coworker 2018-01..2020-02 24m [100 200]; certain colleague 2018-01..2020-02 24m [100 200]"},
		{"7:2015-03..2020-02/individual entry sales", "7:2018-01..2024/individual senior engineering", "",
			"certain coworker 2018-01..2020-02 24m [100 200]"},
		{"7:2015-03..2020-02", "7:2018-01..2024", "", "certain coworker 2018-01..2020-02 24m [100 200]"},
		{"7:2015-03..2020-02" + untold, "7:2018-01..2024" + untold, "", "certain coworker 2018-01..2020-02 24m [100 200]"},
		// Only the time in one profession counts, and whoever changes it is a colleague no longer.
		{"7:2015-03../individual entry sales", "7:2016-01..2017-12/individual senior engineering,7:2018-01..2019-12/individual senior sales,7:2020-01../individual senior hr", "",
			"certain coworker 2016-01.. current 129m [100 202]; certain colleague 2018-01..2019-12 22m [100 201]"},
		// A promotion within the profession costs no month.
		{"7:2014..2022/individual entry sales", "7:2015-03..2017-06/management manager sales,7:2017-07..2020-01/management director sales", "",
			"certain coworker 2015-03..2020-01 57m [100 201]; certain colleague 2015-03..2020-01 57m [100 201]"},
		{"7:2015-03..2020-02/individual entry sales", "7:seen 2024-06-01 now/management vp sales", "2018-07-01",
			"likely coworker ..2020-02 [100 200]; likely colleague ..2020-02 [100 200]"},
	})
}

func TestAlumniInOneProfessionAreColleagues(t *testing.T) {
	check(t, []example{
		{"7:2015-03..2018-02" + seller, "7:2018-03..2020" + seller, "", "certain colleague 2018-03.. [100 200]; certain alumni 2018-03.. [100 200]"},
		{"7:2015-03..2018-02" + seller, "7:2018-03..2020" + engineer, "", "certain alumni 2018-03.. [100 200]"},
		{"7:2015-03..2018-02" + seller, "7:2018-03..2019" + engineer + ",7:2019..2021" + seller, "",
			"certain colleague 2019.. [100 201]; certain alumni 2018-03.. [100 200]"},
		{"7:2015-03..2020-02" + seller, "7:seen 2024-06-01 now" + seller, "", "possible colleague .. [100 200]; possible alumni .. [100 200]"},
		// Beside a shared time in two professions, a second stint in one.
		{"7:2010-01..2012-01" + engineer + ",7:2018-01..2020-01" + seller, "7:2010-06..2013-01" + seller, "",
			"certain coworker 2010-06..2012-01 18m [100 200]; certain peer 2010-06..2012-01 18m [100 200]; " +
				"certain colleague 2018-01.. [101 200]; certain alumni 2018-01.. [101 200]"},
	})
}

func TestPeersStoodAtMostOneStepApartAtTheTime(t *testing.T) {
	check(t, []example{
		{"7:2015-03..2020-02" + seller, "7:2018-01..2024" + engineer, "",
			"certain coworker 2018-01..2020-02 24m [100 200]; certain peer 2018-01..2020-02 24m [100 200]"},
		{"7:2015-03..2020-02" + mid, "7:2018-01..2024" + lead, "",
			"certain coworker 2018-01..2020-02 24m [100 200]; certain colleague 2018-01..2020-02 24m [100 200]"},
		{"7:2015-03..2020-02/individual lead sales", "7:2018-01..2024/management lead hr", "", "certain coworker 2018-01..2020-02 24m [100 200]"},
		{"7:2015-03..2020-02/individual unknown sales", "7:2018-01..2024/individual unknown hr", "", "certain coworker 2018-01..2020-02 24m [100 200]"},
		{"7:2015-03..2020-02/unknown mid sales", "7:2018-01..2024/unknown mid hr", "", "certain coworker 2018-01..2020-02 24m [100 200]"},
		{"7:2015-03..2020-02/individual intern sales", "7:2018-01..2024/individual unknown hr", "", "certain coworker 2018-01..2020-02 24m [100 200]"},
		// They rose, and I did not.
		{"7:2014-01.." + seller, "7:2015-03..2019-06" + engineer + ",7:2019-07../management manager engineering", "",
			"certain coworker 2015-03.. current 139m [100 201]; certain peer 2015-03..2019-06 50m [100 200]"},
		// A step within reach costs no month, one out of it ends the time.
		{"7:2014..2022" + seller, "7:2015-03..2017-06/individual mid hr,7:2017-07..2020-01/individual senior hr", "",
			"certain coworker 2015-03..2020-01 57m [100 201]; certain peer 2015-03..2020-01 57m [100 201]"},
		{"7:2014..2022/individual mid sales", "7:2015-03..2017-06/individual entry hr,7:2017-07..2020-01/individual mid hr,7:2020-02..2021/individual lead hr", "",
			"certain coworker 2015-03..2021 69m [100 201]; certain peer 2015-03..2020-01 57m [100 201]"},
		{"7:2015..2018/individual mid sales", "7:2018..2020/individual mid hr", "", "likely coworker 2018..2018 [100 200]; likely peer 2018..2018 [100 200]"},
		{"7:2020-01.." + seller, "7:seen 2024-06-01 now" + engineer, "", "certain coworker .. current [100 200]; certain peer .. current [100 200]"},
		{"7:2015-03..2018-02" + seller, "7:2018-03..2020" + engineer, "", "certain alumni 2018-03.. [100 200]"},
	})
}

func TestATitleReadAtAnotherTimeMakesPossiblePeers(t *testing.T) {
	check(t, []example{
		{"7:2015-03..2020-02" + seller, "7:seen 2024-06-01 now" + engineer, "2018-07-01",
			"likely coworker ..2020-02 [100 200]; possible peer ..2020-02 [100 200]"},
		{"7:2025-03.." + seller, "7:seen 2024-06-01" + engineer, "2025-06-01", "likely coworker .. [100 200]; possible peer .. [100 200]"},
		// The title was the same before and after.
		{"7:2022-03..2023-02" + seller, "7:seen 2021-06-01 2024-06-01" + engineer, "",
			"likely coworker ..2023-02 [100 200]; likely peer ..2023-02 [100 200]"},
	})
}

func TestPresentRolesInOneProfessionMakeColleaguesAndPeers(t *testing.T) {
	check(t, []example{
		{"1:2020.." + seller, "2:seen 2024-06-01 now/management vp sales", "", "possible colleague .. current [100 200]"},
		{"0:2020.." + seller, "0:2021.." + mid, "", "possible peer .. current [100 200]; possible colleague .. current [100 200]"},
		{"1:2020.." + seller, "2:2021.." + engineer, "", ""},
		{"1:2020.." + untold, "2:2021.." + untold, "", ""},
		{"1:2020..", "2:2021..", "", ""},
		{"1:2020..2025" + seller, "2:2021.." + seller, "", ""},
		{"1:2020.." + seller, "2:2021..2025" + seller, "", ""},
		// The role begun last is the present one.
		{"1:2020.." + seller, "2:2019.." + seller + ",3:2022.." + engineer, "", ""},
		// Former coworkers are peers again, and colleagues where they were.
		{"7:2015-03..2020-02" + seller + ",1:2020-03.." + seller, "7:2018-01..2024" + seller + ",2:2025.." + seller, "",
			"certain coworker 2018-01..2020-02 24m [100 200]; certain peer 2018-01..2020-02 24m [100 200]; " +
				"certain colleague 2018-01..2020-02 24m [100 200]; possible peer .. current [101 201]"},
		{"7:2015-03..2020-02" + engineer + ",1:2020-03.." + seller, "7:2018-01..2024/management vp hr,2:2025.." + seller, "",
			"certain coworker 2018-01..2020-02 24m [100 200]; possible peer .. current [101 201]; possible colleague .. current [101 201]"},
		{"7:2015-03..2018-02" + seller + ",1:2020-03.." + seller, "7:2018-03..2020" + seller + ",2:2025.." + mid, "",
			"certain colleague 2018-03.. [100 200]; certain alumni 2018-03.. [100 200]; possible peer .. current [101 201]"},
		// Peers where both are today are not peers by profession too.
		{"7:2015-03.." + seller, "7:2018-01.." + seller, "",
			"certain coworker 2018-01.. current 105m [100 200]; certain peer 2018-01.. current 105m [100 200]; certain colleague 2018-01.. current 105m [100 200]"},
		// Own dates say more than a profile that still calls the role current.
		{"1:2020.." + seller, "2:..2024 seen 2023-01-01 now" + seller, "", ""},
	})
}

func TestARoleThatWasOnlySeenEndedBeforeItWasGone(t *testing.T) {
	check(t, []example{
		{"7:2025-01..", "7:seen 2023-06-01 gone 2024-06-01", "", "certain alumni .. [100 200]"},
		{"7:2025-01..", "7:2020..? seen 2023-06-01 gone 2024-06-01", "", "certain alumni 2025-01.. [100 200]"},
		{"7:2024-05-31..", "7:seen 2023-06-01 gone 2024-06-01", "", "possible alumni .. [100 200]"},
		{"7:2024-06-01..", "7:seen 2023-06-01 gone 2024-06-01", "", "certain alumni .. [100 200]"},
		// Dates of its own, and a later sighting, say more.
		{"7:2024-06-01..2025-01", "7:2020..2025 seen 2023-06-01 gone 2024-06-01", "", "certain coworker 2024-06-01..2025-01 7m [100 200]"},
		{"7:2025-01..", "7:2024-08..? seen 2024-08-01 gone 2024-06-01", "", "possible coworker 2025-01.. [100 200]"},
		{"7:2025-01..", "7:seen 2025-06-01 gone 2024-06-01", "", "certain coworker .. [100 200]"},
		{"7:2025-01..", "7:seen 2023-06-01 now gone 2024-06-01", "", "certain coworker .. current [100 200]"},
		{"7:2025-01..", "7:2020..? gone 2024-06-01", "", "possible coworker 2025-01.. [100 200]"},
	})
}

func TestARoleThatWasOnlySeenBeganAfterASourceSpokeOfAnother(t *testing.T) {
	const elsewhere = "8:seen 2024-11-17 gone 2025-11-16,"
	check(t, []example{
		{"7:2020-03..2023-08", elsewhere + "7:seen 2025-11-16 now", "2021-05-01", "certain alumni .. [100 201]"},
		{"7:2020-03..2024-11-17", elsewhere + "7:seen 2025-11-16 now", "", "certain alumni .. [100 201]"},
		{"7:2020-03..2024-11-18", elsewhere + "7:seen 2025-11-16 now", "", "possible alumni .. [100 201]"},
		// To have connected before they came says nothing of my last months there.
		{"7:2020-03..2025-01", elsewhere + "7:seen 2025-11-16 now", "2021-05-01", "possible alumni .. [100 201]"},
		{"7:2020-03..2025-01", elsewhere + "7:seen 2025-11-16 now", "2024-12-01", "likely coworker ..2025-01 [100 201]"},
		// Of two roles there, the one that may have been held in my time is named.
		{"7:2020-03..2023-08", "7:seen 2024-11-17 2025-11-16 gone 2026-11-15,7:seen 2026-11-15 now", "2021-05-01", "likely coworker ..2023-08 [100 200]"},
		// The day on which a file named nothing counts, and what was seen there before is another time there.
		{"7:2025-01..2025-06", "7:seen 2024-11-17 gone 2024-12-31,7:seen 2026-11-15 now", "2025-02-01", "likely coworker ..2025-06 [100 201]"},
		{"7:2020-03..2023-08,7:2026-11..", "7:seen 2022-11-17 gone 2024-11-16," + elsewhere + "7:seen 2026-11-15 now", "", "certain coworker .. current [101 202]; certain alumni .. [101 200]"},
		// A stated start is narrowed, unless the two contradict each other.
		{"7:2020-03..2024-11-17", elsewhere + "7:2024..? seen 2025-11-16", "", "certain alumni 2024.. [100 201]"},
		{"7:2020-03..2023-08", elsewhere + "7:2023..? seen 2025-11-16", "", "likely coworker 2023..2023-08 [100 201]"},
		// A profile that names a job which had ended was stale.
		{"7:2020-03..2023-08", "8:2019..2021 seen 2024-11-17,7:seen 2025-11-16 now", "2021-05-01", "likely coworker ..2023-08 [100 201]"},
	})
}

func TestWhatTheUserStatedBoundsNoOtherRole(t *testing.T) {
	me, them := Career{Roles: roles(t, 100, "7:2020-03..2023-08")}, Career{Roles: roles(t, 200, "8:seen 2024-11-17 now,7:seen 2025-11-16 now"), Connected: day(t, "2021-05-01")}
	for i := range them.Roles {
		roles := slices.Clone(them.Roles)
		roles[i].Source = data.Stated
		if got, want := says(Derive(me, Career{Roles: roles, Connected: them.Connected}, day(t, today))), "likely coworker ..2023-08 [100 201]"; got != want {
			t.Errorf("role %d stated: %s, want %s", i, got, want)
		}
	}
}

func TestWhatTheUserSaidOfATieCounts(t *testing.T) {
	const me, them = "7:2015-03..2020-02" + seller + ",1:2020-03.." + manager, "7:2018-01..2024" + seller + ",2:2025.." + manager
	const coworker, peer, colleague = "certain coworker 2018-01..2020-02 24m [100 200]", "certain peer 2018-01..2020-02 24m [100 200]",
		"certain colleague 2018-01..2020-02 24m [100 200]"
	const again = "possible peer .. current [101 201]"
	const strangers, others = "1:2020-03.." + seller, "2:2025.." + seller
	for _, c := range []struct {
		me, them string
		verdicts []data.TieVerdict
		want     string
	}{
		{me, them, nil, coworker + "; " + peer + "; " + colleague + "; " + again},
		{me, them, []data.TieVerdict{{Kind: data.Coworker, Organisation: 7}}, "likely alumni 2018-01.. [100 200]"},
		{me, them, []data.TieVerdict{{Kind: data.Coworker, Organisation: 7}, {Kind: data.Coworker, Organisation: 7, Holds: true}}, "likely alumni 2018-01.. [100 200]"},
		{me, them, []data.TieVerdict{{Kind: data.Coworker, Organisation: 7}, {Kind: data.Alumni, Organisation: 7}}, ""},
		{me, them, []data.TieVerdict{{Kind: data.Coworker, Organisation: 7}, {Kind: data.Alumni, Organisation: 7, Holds: true}}, "certain alumni 2018-01.. [100 200] confirmed"},
		{"7:2015..", "7:2016..", []data.TieVerdict{{Kind: data.Coworker, Organisation: 7}}, "likely alumni 2016.. [100 200]"},
		// A second stint that was certainly at other times says more.
		{"7:2010-01..2012-01,7:2018-01..2020-01", "7:2010-06..2013-01", []data.TieVerdict{{Kind: data.Coworker, Organisation: 7}}, "certain alumni 2018-01.. [101 200]"},
		{me, them, []data.TieVerdict{{Kind: data.Peer, Organisation: 7}}, coworker + "; " + colleague + "; " + again},
		{me, them, []data.TieVerdict{{Kind: data.Peer}}, coworker + "; " + peer + "; " + colleague},
		{me, them, []data.TieVerdict{{Kind: data.Colleague, Organisation: 7}}, coworker + "; " + peer},
		{me, them, []data.TieVerdict{{Kind: data.Coworker, Organisation: 2}, {Kind: data.Alumni, Organisation: 7}, {Kind: data.Alumni, Organisation: 7, Holds: true}},
			coworker + "; " + peer + "; " + colleague + "; " + again},
		{me, them, []data.TieVerdict{{Kind: data.Peer, Organisation: 0, Holds: true}}, coworker + "; " + peer + "; " + colleague + "; certain peer .. current [101 201] confirmed"},
		{strangers, others, []data.TieVerdict{{Kind: data.Colleague}}, ""},
		{strangers, others, []data.TieVerdict{{Kind: data.Peer}}, "possible colleague .. current [100 200]"},
		{strangers, others, []data.TieVerdict{{Kind: data.Colleague, Holds: true}, {Kind: data.Colleague}}, ""},
		{"7:2015..2018", "7:2018..2020", []data.TieVerdict{{Kind: data.Coworker, Organisation: 7, Holds: true}}, "certain coworker 2018..2018 [100 200] confirmed"},
		{"7:2015-03..2018-02" + seller, "7:2018-03..2020" + seller, []data.TieVerdict{{Kind: data.Alumni, Organisation: 7}}, ""},
		// At today's organisation, a denied peer does not come back by profession.
		{"7:2015.." + seller, "7:2016.." + seller, []data.TieVerdict{{Kind: data.Peer, Organisation: 7}, {Kind: data.Colleague, Organisation: 7}}, "certain coworker 2016.. current 118m [100 200]"},
	} {
		got := says(Derive(Career{Roles: roles(t, 100, c.me)}, Career{Roles: roles(t, 200, c.them), Verdicts: c.verdicts}, day(t, today)))
		if got != c.want {
			t.Errorf("%+v:\n got %s\nwant %s", c.verdicts, got, c.want)
		}
	}
}
