package data_test

import (
	"testing"

	"peerage/data"
)

func TestSomebodyIsCalledByTheGivenNameWhereOneIsKnown(t *testing.T) {
	for _, c := range []struct {
		person          data.Person
		familiar, short string
	}{
		{data.Person{Name: "Ana Souza", Given: "Ana"}, "Ana", "Ana"},
		{data.Person{Name: "Ana Souza"}, "Ana Souza", ""},
		{data.Person{Name: "Bob Smith", Given: "Robert"}, "Robert", ""},
		{data.Person{Name: "李雷", Given: "雷"}, "雷", "雷"},
	} {
		if got := c.person.Familiar(); got != c.familiar {
			t.Errorf("%+v is called %q, want %q", c.person, got, c.familiar)
		}
		if got := c.person.Short(); got != c.short {
			t.Errorf("%+v is %q for short, want %q", c.person, got, c.short)
		}
	}
}
