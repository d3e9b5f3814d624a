package data

import "testing"

func TestPreferencesComeBackAsTheyWereKept(t *testing.T) {
	p := DefaultPreferences()
	p.PerDay, p.PerWeek, p.RemindAt, p.Ahead, p.Theme, p.Language, p.PrivateCalendar = 5, 20, 7*60+30, 0, "dark", "de", true
	p.CalendarSaid, p.InCalendar, p.AlarmAt, p.CheckInsAt, p.CalendarFolder = true, Contents{Promises: true}, Never, 8*60+15, "/home/me/My Calendars"
	p.Weekdays = [7]bool{true, false, false, true, false, false, true}
	p.RemindOn, p.Quiet, p.Rest = [7]bool{false, true, true, true, true, true, false}, Hours{21 * 60, 8*60 + 30}, NewDay(2026, 12, 1)
	p.Said, p.Stay, p.Publish = true, false, Publishing{"https://cloud.example.org", "ana", true}
	if got := PreferencesFrom(p.Settings()); got != p {
		t.Errorf("kept %+v, came back as %+v", p, got)
	}
	if got := PreferencesFrom(nil); got != DefaultPreferences() {
		t.Errorf("without settings: %+v", got)
	}
}

func TestSettingsOutOfRangeFallBackToTheDefaults(t *testing.T) {
	for name, value := range map[string]string{"per_day": "0", "per_week": "9999", "weekdays": "", "theme": "pink", "remind_at": "25:00", "ahead": "61", "remind_on": "", "quiet_from": "24:00"} {
		if got := PreferencesFrom(map[string]string{name: value}); got != DefaultPreferences() {
			t.Errorf("%s=%q: %+v", name, value, got)
		}
	}
}

func TestWhatIsKeptPrivateStaysSoWhateverElseCannotBeRead(t *testing.T) {
	got := PreferencesFrom(map[string]string{"per_day": "0", "private_calendar": "true", "hide_names": "true", "calendar_promises": "false"})
	if !got.PrivateCalendar || !got.HideNames || got.InCalendar != (Contents{CheckIns: true, Milestones: true}) || got.PerDay != 3 {
		t.Errorf("%+v", got)
	}
}

func TestTimesOfDayAreReadAndWritten(t *testing.T) {
	for in, want := range map[string]int{"9:30": 570, "09:00": 540, "23:59": 1439, "0:00": 0} {
		if got, err := ParseClock(in); err != nil || got != want {
			t.Errorf("ParseClock(%q) = %d, %v", in, got, err)
		}
	}
	for _, in := range []string{"", "9", "24:00", "12:60", "12:5", "a:bc", "-1:00"} {
		if got, err := ParseClock(in); err == nil {
			t.Errorf("ParseClock(%q) = %d, want an error", in, got)
		}
	}
	if Clock(570) != "09:30" {
		t.Error(Clock(570))
	}
}

func TestQuietHoursMayLastOverMidnight(t *testing.T) {
	night, noon, none := Hours{22 * 60, 7 * 60}, Hours{12 * 60, 13 * 60}, Hours{8 * 60, 8 * 60}
	for _, c := range []struct {
		hours  Hours
		minute int
		want   bool
	}{
		{night, 22 * 60, true}, {night, 0, true}, {night, 7*60 - 1, true}, {night, 7 * 60, false}, {night, 12 * 60, false},
		{noon, 12 * 60, true}, {noon, 13 * 60, false}, {noon, 0, false}, {none, 8 * 60, false},
	} {
		if got := c.hours.Has(c.minute); got != c.want {
			t.Errorf("%+v has %s: %t", c.hours, Clock(c.minute), got)
		}
	}
}
