package feed_test

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"peerage/app/command"
	"peerage/app/feed"
	"peerage/app/wordstest"
	"peerage/data"
	"peerage/data/datatest"
	"peerage/data/store"
)

// crowd is how many people there are in the benchmarks.
const crowd = 10000

var benchDay = data.NewDay(2026, 11, 22)

// crowded returns a store of many people of whom so many have a rhythm, and so an event, and the calendar of
// them.
func crowded(b *testing.B, rhythms int) (*store.Store, func(context.Context) ([]byte, error)) {
	b.Helper()
	s := datatest.Open(b)
	datatest.Write(b, s, func(tx *store.Tx) error {
		for i := range crowd {
			p := data.Person{Name: fmt.Sprintf("Ángela Nowak-%d", i)}
			if err := tx.SavePerson(&p); err != nil {
				return err
			}
			if i%10 >= rhythms*10/crowd {
				continue
			}
			k := data.Cadence{Person: p.ID, Rhythm: data.Rhythm{Ideal: 30 + i%300, Longest: 400}, Set: benchDay - data.Day(i%400)}
			if err := tx.SaveCadence(k); err != nil {
				return err
			}
			if i%2 == 0 {
				talk := data.Interaction{Kind: data.Coffee, Day: benchDay - data.Day(i%700), People: []data.ID{p.ID}, Text: "Her new team, the talk in March, and whom to ask about it"}
				if err := tx.SaveInteraction(&talk); err != nil {
					return err
				}
			}
		}
		return nil
	})
	w := wordstest.English(b)
	return s, func(ctx context.Context) ([]byte, error) { return command.CalendarBytes(ctx, s, w, benchDay) }
}

// fetch asks again and again on one connection; request is sent whole each time.
func fetch(b *testing.B, h http.Handler, address, request string, status int) {
	b.Helper()
	l, err := net.Listen("tcp", address)
	if err != nil {
		b.Fatal(err)
	}
	server := &http.Server{Handler: h}
	go server.Serve(l)
	defer server.Close()
	conn, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		b.Fatal(err)
	}
	defer conn.Close()
	in := bufio.NewReaderSize(conn, 1<<20)
	ask := func() int64 {
		if _, err := io.WriteString(conn, request); err != nil {
			b.Fatal(err)
		}
		return receive(b, in, status)
	}
	b.SetBytes(ask()) // the first one has the calendar made
	for b.Loop() {
		ask()
	}
}

// receive reads one answer and returns the length of its body. It does no more than it must, so that the
// time is the server's.
func receive(b *testing.B, in *bufio.Reader, status int) int64 {
	b.Helper()
	length := 0
	for first := true; ; first = false {
		line, err := in.ReadSlice('\n')
		if err != nil || first && string(line[9:12]) != strconv.Itoa(status) {
			b.Fatalf("%s %v", line, err)
		}
		if value, ok := bytes.CutPrefix(line, []byte("Content-Length: ")); ok {
			length, _ = strconv.Atoi(string(bytes.TrimSpace(value)))
		}
		if len(line) == 2 {
			break
		}
	}
	if _, err := in.Discard(length); err != nil {
		b.Fatal(err)
	}
	return int64(length)
}

func get(s feed.Subscription, headers string) string {
	host := fmt.Sprintf("127.0.0.1:%d", s.Port)
	return "GET " + strings.TrimPrefix(s.Address(), "http://"+host) + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "\r\n"
}

// BenchmarkFetch is a subscriber on one connection: who has the calendar already beside an empty
// handler, and a calendar that is ready beside a slice of the same length.
func BenchmarkFetch(b *testing.B) {
	s, calendar := crowded(b, crowd)
	octets, err := calendar(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	f := feed.New(s, calendar, func() data.Day { return benchDay }, datatest.Clock(benchDay))
	at, err := feed.Ready(filepath.Dir(s.Path()))
	if err != nil {
		b.Fatal(err)
	}
	address := fmt.Sprintf("127.0.0.1:%d", at.Port)
	b.Run("unchanged", func(b *testing.B) {
		fetch(b, f.Handler(at), address, get(at, "If-None-Match: *\r\n"), http.StatusNotModified)
	})
	b.Run("empty handler", func(b *testing.B) {
		fetch(b, http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}), address, get(at, ""), http.StatusOK)
	})
	b.Run("warm", func(b *testing.B) {
		fetch(b, f.Handler(at), address, get(at, ""), http.StatusOK)
	})
	b.Run("static slice", func(b *testing.B) {
		fetch(b, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", fmt.Sprint(len(octets)))
			w.Write(octets)
		}), address, get(at, ""), http.StatusOK)
	})
}
