package data_test

import (
	"testing"

	"peerage/data"
)

func TestAChangeSaysWhetherItConcernsOneKindOnly(t *testing.T) {
	for _, c := range []struct {
		change data.Change
		only   bool
	}{
		{data.Change{Kinds: []data.Kind{data.Channels}}, true},
		{data.Change{Kinds: []data.Kind{data.Channels, data.People}}, false},
		{data.Change{Kinds: []data.Kind{data.People}}, false},
		{data.Change{Kinds: []data.Kind{data.Channels}, All: true}, false},
		{data.Change{All: true}, false},
		{data.Change{}, false},
	} {
		if got := c.change.Only(data.Channels); got != c.only {
			t.Errorf("%+v: %t", c.change, got)
		}
	}
}
