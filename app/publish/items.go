package publish

import (
	"context"
	"hash/fnv"
	"strconv"
	"time"

	"peerage/data"
	"peerage/data/briefing"
	"peerage/data/calendar"
	"peerage/data/events"
)

// item is one event as it is to stand on the server.
type item struct {
	event   calendar.Event
	at      int // minutes after midnight, or data.AllDay
	task    bool
	octets  []byte
	digest  int64 // of the octets, not 0
	wish    int64 // a digest of what the user wants, whatever the plan makes of it
	planned *briefing.Planned
}

// items returns all that is to stand on the server, by UID.
func (p *Publisher) items(ctx context.Context, preferences data.Preferences) (map[string]*item, error) {
	today, zone := p.today(), p.zone()
	all, err := events.All(ctx, p.store, preferences, today, p.phrases())
	if err != nil {
		return nil, err
	}
	checkIns, err := briefing.CheckIns(ctx, p.store, preferences, today)
	if err != nil {
		return nil, err
	}
	planned := make(map[data.ID]*briefing.Planned, len(checkIns))
	for i := range checkIns {
		planned[checkIns[i].Person] = &checkIns[i]
	}
	items := make(map[string]*item, len(all))
	for i := range all {
		it := &item{event: all[i], at: data.AllDay, task: preferences.Publish.Tasks && all[i].Kind == calendar.CheckIn}
		if it.event.Length > 0 {
			it.at = int(it.event.At / time.Minute)
		}
		if it.octets, err = calendar.EncodeObject(it.event, it.task, zone); err != nil {
			return nil, err
		}
		it.digest = digestOf(string(it.octets)) | 1
		it.wish = digestOf(strconv.Itoa(int(it.event.Day)))
		if it.event.Kind == calendar.CheckIn {
			if it.planned = planned[it.event.Person]; it.planned == nil {
				continue // it went while this was put together, and is gone at the next look
			}
			it.wish = digestOf(strconv.Itoa(int(it.planned.Natural)) + " " + strconv.Itoa(it.planned.At) + " " + strconv.FormatBool(it.planned.Agreed))
		}
		items[it.event.UID] = it
	}
	return items, nil
}

func digestOf(s string) int64 {
	h := fnv.New64a()
	h.Write([]byte(s))
	return int64(h.Sum64())
}
