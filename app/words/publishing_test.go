package words

import (
	"strings"
	"testing"

	"peerage/data"
)

func TestEveryTroubleWithAServerHasASentenceOfItsOwn(t *testing.T) {
	w := english(t)
	said := map[string]data.ServerReason{}
	for reason := range serverReasons {
		s := w.Error(&data.ServerFailure{Reason: reason, Status: 503})
		if other, twice := said[s]; twice || s == "" || strings.HasPrefix(s, "server.") || !strings.HasSuffix(s, ".") {
			t.Errorf("%s, as %s: %q", reason, other, s)
		}
		said[s] = reason
	}
	if got := w.Error(&data.ServerFailure{Reason: data.ServerBroken}); got != "The server has trouble of its own. Peerage tries again, and nothing is lost." {
		t.Error(got)
	}
	if got := w.Error(&data.ServerFailure{Reason: "of tomorrow", Status: 418}); got != "The server refused a request (418). Peerage tries again, and nothing is lost." {
		t.Error(got)
	}
}
