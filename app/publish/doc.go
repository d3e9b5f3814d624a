// Package publish keeps the calendar on the user's CalDAV server up to date, and takes over what the user does
// there.
//
// It writes to a calendar made for Peerage, which it finds again by its name and its description, or to the one
// calendar whose own address the user gave; and there it touches only the objects it has written, one for each
// event, named for its UID. Everything it does depends on what it saw before: an object is created where there is
// none, changed and removed while it is the one that was last seen. Where it is another one by now, nothing is
// written: the object is read, what it says is taken as the user's doing, and only what holds then is written.
//
// What the user does in the calendar comes back. A check-in that was moved is put on that day and hour; one that
// was deleted or cancelled is skipped; one that is a task and was ticked off is contact on that day. A promise
// that was moved is due on the new day. A promise or a milestone that was deleted or cancelled is left out of
// this calendar until it says something else, and nothing else happens to it: that somebody tidies a calendar
// does not break a promise. A milestone that was moved goes back, for its day is not the user's to choose.
// Promises and milestones are events whatever check-ins are.
//
// What was changed on both sides: contact that was ticked off is always taken, because it happened. Of two moves,
// or a move and a cancellation, the later one holds, as far as it is known: here from when the change was noticed,
// there from what the object says. What was deleted there says no time, so that what was changed here holds and is
// written anew. That a check-in slides because a day is full or over is no change here: only what the user did
// counts, so that a move on the phone wins over a plan that went on by itself. It is told in words when
// something of one side was not taken.
//
// A calendar that is gone, or was emptied as a whole, is no mass of check-ins to skip: it is made and written anew
// once, and told. When it is gone again, the user means it, and publishing rests until it is connected anew.
//
// Whatever goes wrong is tried again after a pause that grows; what is remembered of each object is written down
// before and after, so that an answer that was lost or a process that was ended at any moment costs one more
// look and nothing else.
//
// github.com/emersion/go-webdav finds the way to the calendar, reads and removes objects. What it cannot do, or
// does wrongly, is mended in the carrier through which all its requests go. It cannot list objects without their
// lengths, make a calendar, or write octets that are not its own, so that these requests are put together here.
package publish
