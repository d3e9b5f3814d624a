package parts

import (
	"strings"
	"testing"

	"peerage/data"
)

func TestTheFirstWayIsTheOneThatTakesWords(t *testing.T) {
	mail, profile := data.ContactPoint{Kind: data.Email, Value: "rosa@example.org"}, data.ContactPoint{Kind: data.LinkedIn, Value: "rosa"}
	phone, site := data.ContactPoint{Kind: data.Phone, Value: "+49 30 1234"}, data.ContactPoint{Kind: data.Website, Value: "example.org"}
	broken := data.ContactPoint{Kind: data.Email, Value: "nobody"}
	for name, c := range map[string]struct{ have, want []data.ContactPoint }{
		"everything":      {[]data.ContactPoint{site, phone, profile, mail}, []data.ContactPoint{mail, profile, phone}},
		"a phone":         {[]data.ContactPoint{phone, site}, []data.ContactPoint{phone}},
		"a broken e-mail": {[]data.ContactPoint{broken, profile}, []data.ContactPoint{profile}},
		"nothing":         {nil, nil},
	} {
		ways := waysTo(&data.Person{Contacts: c.have})
		if len(ways) != len(c.want)+1 || ways[len(ways)-1].Kind != data.OtherWay {
			t.Errorf("%s: %+v", name, ways)
			continue
		}
		for i, want := range c.want {
			if ways[i] != want {
				t.Errorf("%s: way %d is %+v, want %+v", name, i, ways[i], want)
			}
		}
	}
}

func TestWordsAreOpenedOrCopiedAsTheWayAsks(t *testing.T) {
	long := strings.Repeat("Congratulations! ", 200)
	for _, c := range []struct {
		kind        data.ContactKind
		value, text string
		opens       string
		copies      bool
		noted       data.InteractionKind
	}{
		{data.Email, "rosa@example.org", "Dear Rosa,\nyes", "mailto:rosa@example.org?subject=Well%20done&body=Dear%20Rosa%2C%0D%0Ayes", false, data.Mail},
		{data.Email, "rosa@example.org", long, "mailto:rosa@example.org?subject=Well%20done&body=", true, data.Mail},
		{data.LinkedIn, "rosa", "Dear Rosa", "https://www.linkedin.com/in/rosa", true, data.Message},
		{data.Phone, "+49 30 1234", "Dear Rosa", "", true, data.Message},
		{data.OtherWay, "", "Dear Rosa", "", true, data.Message},
	} {
		d := deliver(data.ContactPoint{Kind: c.kind, Value: c.value}, "Well done", c.text)
		opens := ""
		if d.opens != nil {
			opens = d.opens.String()
		}
		if opens != c.opens || d.copies != c.copies || d.kind != c.noted {
			t.Errorf("%s: opens %q, copies %v, noted as %s", c.kind, opens, d.copies, d.kind)
		}
	}
}
