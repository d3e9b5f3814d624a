package main

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

const (
	turns    = 7                // how often each of the two is asked
	patience = 20 * time.Second // until Peerage has another calendar
)

// split writes each event of a calendar as a file of its own, as Radicale keeps them.
func split(calendar, folder string) error {
	whole, err := os.ReadFile(calendar)
	if err != nil {
		return err
	}
	const begin, end = "BEGIN:VEVENT\r\n", "END:VEVENT\r\n"
	for n := 0; ; n++ {
		from := bytes.Index(whole, []byte(begin))
		if from < 0 {
			return nil
		}
		to := bytes.Index(whole, []byte(end)) + len(end)
		item := "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Peerage//Peerage//EN\r\n" + string(whole[from:to]) + "END:VCALENDAR\r\n"
		if err := os.WriteFile(filepath.Join(folder, strconv.Itoa(n)+".ics"), []byte(item), 0o600); err != nil {
			return err
		}
		whole = whole[to:]
	}
}

// server is what a calendar is fetched from, as it is asked in turn with another.
type server struct {
	address string
	pid     int
	octets  int
	wall    []time.Duration
	cpu     time.Duration // of all that wall has
}

func newServer(address, pid string) *server {
	n, err := strconv.Atoi(pid)
	check(err)
	return &server{address: address, pid: n}
}

// beside fetches the same calendar from Peerage, after a change that a command makes and without one, and
// from Radicale, which has its items in its cache, and prints what a megabyte takes. In the command TURN
// stands for the number of the turn, from 1.
func beside(ours, pid, theirs, theirPid string, command []string) {
	cold, warm, radicale := newServer(ours, pid), newServer(ours, pid), newServer(theirs, theirPid)
	etag := cold.fetch("")
	radicale.fetch("")
	cold.forget()
	radicale.forget()
	for turn := range turns {
		change := slices.Clone(command)
		for i := range change {
			change[i] = strings.ReplaceAll(change[i], "TURN", strconv.Itoa(turn+1))
		}
		out, err := exec.Command(change[0], change[1:]...).CombinedOutput()
		if err != nil {
			check(fmt.Errorf("%v: %w: %s", change, err, out))
		}
		// Peerage looks every two seconds what others have written.
		before := etag
		for begin := time.Now(); etag == before; etag = cold.fetch(before) {
			if time.Since(begin) > patience {
				check(fmt.Errorf("%v changes nothing", change))
			}
			time.Sleep(20 * time.Millisecond)
		}
		for range turns {
			warm.fetch("")
		}
		radicale.fetch("")
	}
	for _, s := range []struct {
		name string
		*server
	}{{"Peerage after a change", cold}, {"Peerage without one", warm}, {"Radicale, its cache warm", radicale}} {
		wall, cpu := s.perMegabyte()
		theirWall, theirCPU := radicale.perMegabyte()
		fmt.Printf("%s: %.2f MB, %.2f ms a MB, of which %.2f ms of CPU: Radicale takes %.1f times as long, %.1f times the CPU\n",
			s.name, float64(s.octets)/1e6, wall, cpu, theirWall/wall, theirCPU/cpu)
	}
}

// fetch asks once, and takes the time of an answer that is all of the calendar. It returns its ETag.
func (s *server) fetch(known string) string {
	request, err := http.NewRequest(http.MethodGet, s.address, nil)
	check(err)
	request.SetBasicAuth("anyone", "")
	request.Header.Set("Accept-Encoding", "identity")
	if known != "" {
		request.Header.Set("If-None-Match", known)
	}
	begin, used := time.Now(), cpuOf(s.pid)
	answer, err := http.DefaultClient.Do(request)
	check(err)
	defer answer.Body.Close()
	n, err := io.Copy(io.Discard, answer.Body)
	check(err)
	switch answer.StatusCode {
	case http.StatusNotModified:
		return known
	case http.StatusOK:
	default:
		check(fmt.Errorf("%s: %s", s.address, answer.Status))
	}
	s.octets = int(n)
	s.wall, s.cpu = append(s.wall, time.Since(begin)), s.cpu+cpuOf(s.pid)-used
	return answer.Header.Get("ETag")
}

func (s *server) forget() { s.wall, s.cpu = nil, 0 }

// perMegabyte returns the median of what it took, and the mean of the CPU, in milliseconds.
func (s *server) perMegabyte() (wall, cpu float64) {
	slices.Sort(s.wall)
	megabytes := float64(s.octets) / 1e6
	return s.wall[len(s.wall)/2].Seconds() * 1000 / megabytes, s.cpu.Seconds() * 1000 / float64(len(s.wall)) / megabytes
}

// cpuOf returns what a process has used, with all threads that it ever had (proc_pid_stat(5)), in hundredths
// of a second.
func cpuOf(pid int) time.Duration {
	content, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	check(err)
	_, fields, _ := strings.Cut(string(content), ") ")
	var ticks int
	for _, field := range strings.Fields(fields)[11:13] {
		n, err := strconv.Atoi(field)
		check(err)
		ticks += n
	}
	return time.Duration(ticks) * 10 * time.Millisecond
}
