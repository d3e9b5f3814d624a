package feed

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"strings"
	"time"
)

// A second process of the same data finds the port taken, and asks whether it is a Peerage of this
// subscription that listens there. Each side proves that it knows the token without saying it: whoever
// listens may be anyone.
const whoIsThere = "/peerage/"

// proof is what only those who know the token can say about what was asked by chance.
func proof(token, side, chance string) string {
	mac := hmac.New(sha256.New, []byte(token))
	io.WriteString(mac, side+" "+chance)
	return hex.EncodeToString(mac.Sum(nil))
}

// proves returns the answer to a neighbour who asks by path who is here.
func (d *door) proves(path string) (answer string, ok bool) {
	rest, ok := strings.CutPrefix(path, whoIsThere)
	if !ok {
		return "", false
	}
	chance, asked, _ := strings.Cut(rest, "/")
	if !hmac.Equal([]byte(asked), []byte(proof(d.token, "ask", chance))) {
		return "", false
	}
	return proof(d.token, "answer", chance), true
}

// neighbourWait is how long a neighbour may take to answer.
const neighbourWait = time.Second

// served reports whether a Peerage serves the subscription already, in some other process.
func served(ctx context.Context, s Subscription) bool {
	ctx, cancel := context.WithTimeout(ctx, neighbourWait)
	defer cancel()
	chance := rand.Text()
	url := "http://" + s.host() + whoIsThere + chance + "/" + proof(s.Token, "ask", chance)
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return false
	}
	// No proxy and no redirect: it is this computer that is asked.
	transport := &http.Transport{DisableKeepAlives: true}
	answer, err := transport.RoundTrip(r)
	if err != nil {
		return false
	}
	defer answer.Body.Close()
	want := proof(s.Token, "answer", chance)
	got, err := io.ReadAll(io.LimitReader(answer.Body, int64(len(want))))
	return err == nil && hmac.Equal(got, []byte(want))
}

// Settled waits until nobody but a Peerage of this subscription has its port. One that served it at the
// address of before learns of the new one at its next glance, and is a stranger until then.
func Settled(ctx context.Context, s Subscription) {
	ctx, stop := context.WithTimeout(ctx, 2*glance)
	defer stop()
	for !usable(ctx, s) {
		select {
		case <-ctx.Done():
			return
		case <-time.After(glance / 20):
		}
	}
}
