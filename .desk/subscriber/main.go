// Subscriber fetches the calendar at an address again and again, as it is and when it has it already, and
// in turn what a process of its own serves: nothing at all, and as many octets from a slice. It prints the
// medians. It also fetches the same calendar from Peerage and from Radicale in turn.
package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"time"
)

const (
	rounds = 300
	small  = 20 // fetches a round of what has no body
)

func main() {
	switch {
	case len(os.Args) == 3 && os.Args[1] == "serve":
		check(serve(os.Args[2]))
		return
	case len(os.Args) == 4 && os.Args[1] == "split":
		check(split(os.Args[2], os.Args[3]))
		return
	case len(os.Args) > 6 && os.Args[1] == "beside":
		beside(os.Args[2], os.Args[3], os.Args[4], os.Args[5], os.Args[6:])
		return
	}
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: subscriber ADDRESS | split CALENDAR FOLDER | beside ADDRESS PID RADICALE PID COMMAND…")
		os.Exit(2)
	}
	at, err := url.Parse(os.Args[1])
	check(err)
	ours := dial(at.Host)
	begin := time.Now()
	length := ours.fetch(at.Path, "")
	fmt.Printf("the calendar for the first time: %v\n", time.Since(begin).Round(time.Millisecond))
	floor := start(length)
	defer floor.Process.Kill()
	theirs := dial(floor.host)
	var times [4][]time.Duration
	for range rounds {
		for i, fetch := range []func(){
			func() { ours.fetch(at.Path, "If-None-Match: *\r\n") }, func() { theirs.fetch("/empty", "") },
			func() { ours.fetch(at.Path, "") }, func() { theirs.fetch("/slice", "") },
		} {
			for range [4]int{small, small, 1, 1}[i] {
				begin := time.Now()
				fetch()
				times[i] = append(times[i], time.Since(begin))
			}
		}
	}
	for i := range times {
		slices.Sort(times[i])
	}
	middle := func(i int) time.Duration { return times[i][len(times[i])/2] }
	ratio := func(a, b int) float64 { return float64(middle(a)) / float64(middle(b)) }
	fmt.Printf("unchanged: %v, an empty handler %v: %.2f times\n", middle(0), middle(1), ratio(0, 1))
	fmt.Printf("%d octets: %v, a slice %v: %.2f times\n", length, middle(2), middle(3), ratio(2, 3))
}

// serve serves nothing, and a slice of a length, and prints where.
func serve(length string) error {
	n, err := strconv.Atoi(length)
	if err != nil {
		return err
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	fmt.Println(l.Addr())
	octets := bytes.Repeat([]byte("x"), n)
	http.HandleFunc("/empty", func(http.ResponseWriter, *http.Request) {})
	http.HandleFunc("/slice", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Length", length)
		w.Write(octets)
	})
	return http.Serve(l, nil)
}

type process struct {
	*exec.Cmd
	host string
}

// start starts this program once more, to serve.
func start(length int) process {
	c := exec.Command(os.Args[0], "serve", strconv.Itoa(length))
	out, err := c.StdoutPipe()
	check(err)
	check(c.Start())
	host, err := bufio.NewReader(out).ReadString('\n')
	check(err)
	return process{c, strings.TrimSpace(host)}
}

type connection struct {
	net.Conn
	in   *bufio.Reader
	host string
}

func dial(host string) *connection {
	conn, err := net.Dial("tcp", host)
	check(err)
	return &connection{conn, bufio.NewReaderSize(conn, 1<<20), host}
}

// fetch asks once and returns the length of the body, doing no more than it must.
func (c *connection) fetch(path, headers string) (length int) {
	_, err := io.WriteString(c, "GET "+path+" HTTP/1.1\r\nHost: "+c.host+"\r\n"+headers+"\r\n")
	check(err)
	for {
		line, err := c.in.ReadSlice('\n')
		check(err)
		if value, ok := bytes.CutPrefix(line, []byte("Content-Length: ")); ok {
			length, err = strconv.Atoi(string(bytes.TrimSpace(value)))
			check(err)
		}
		if len(line) == 2 {
			break
		}
	}
	_, err = c.in.Discard(length)
	check(err)
	return length
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "subscriber:", err)
		os.Exit(1)
	}
}
