package ladder

import "sync"

// room is where the parts of a usual title lie while it is read; longer ones get room of their own.
type room struct {
	tokens [24]token
	items  [24]item
}

var rooms = sync.Pool{New: func() any { return new(room) }}

// clear lets go of the title and gives the room to the next one.
func (r *room) clear() {
	*r = room{}
	rooms.Put(r)
}
