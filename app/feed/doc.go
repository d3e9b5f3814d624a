// Package feed serves the calendar to the calendar programs of this computer: the subscription, over
// HTTP on loopback.
//
// There is one address, http://127.0.0.1:PORT/calendar/TOKEN.ics. It is made when the subscription is
// first switched on and stays until the user takes a new one: programs that subscribed keep asking
// there, so a port that is taken is said, never replaced. Whether it is switched on, the port and the
// token lie in a file of their own beside the data, for the user's eyes only. They belong to this
// computer and not to the network of people: undo does not open or close a port, and no copy of the
// data carries the token to another place. A folder that is removed takes the subscription with it.
//
// Subscribers cannot send headers or passwords, so the token in the path, 256 bits of chance, is the
// only key. It guards against other users of a shared computer and against web pages, for which it is
// not the only wall: a request must name this computer and the port as its host, which a page that
// rebinds its domain to loopback cannot, and must not come from a page at all. Every wrong path has the
// same answer. Nothing of a request is written down but when the last good one was.
//
// The calendar is kept as it was sent until the data or the day change, and its ETag is the hash of its
// octets: whoever has it already is told so without a look at the data. It goes out as it is; to pack
// it would cost more time than loopback takes to carry it.
package feed
