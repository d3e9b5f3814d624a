package page

import (
	"strconv"
	"strings"

	"peerage/data"
)

// Meeting is what helps before one meets these people, in this order.
func Meeting(people ...data.ID) Route {
	ids := make([]string, len(people))
	for i, id := range people {
		ids[i] = strconv.FormatInt(int64(id), 10)
	}
	return Route{Screen: MeetingScreen, Meet: strings.Join(ids, ",")}
}

// Met returns whom a route to a meeting is about.
func (r Route) Met() []data.ID {
	var people []data.ID
	for id := range strings.SplitSeq(r.Meet, ",") {
		if n, err := strconv.ParseInt(id, 10, 64); err == nil {
			people = append(people, data.ID(n))
		}
	}
	return people
}
