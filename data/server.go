package data

import "fmt"

// ServerReason says why the calendar could not be published to its server, as a key that app/words turns into a
// sentence.
type ServerReason string

// The reasons.
const (
	ServerUnreachable   ServerReason = "unreachable"    // no connection, or no answer
	ServerUnknown       ServerReason = "unknown"        // there is no computer of that name
	ServerUntrusted     ServerReason = "untrusted"      // its certificate
	ServerInsecure      ServerReason = "insecure"       // it would be spoken to without encryption
	ServerElsewhere     ServerReason = "elsewhere"      // it sends to a server of somebody else
	ServerGoesRound     ServerReason = "goes_round"     // it sends from one address to the next
	ServerNotXML        ServerReason = "not_xml"        // something else answers, such as the page of a network that wants a sign-in
	ServerNoCalendars   ServerReason = "no_calendars"   // it knows nothing of CalDAV
	ServerWrongPassword ServerReason = "wrong_password" // or a wrong user
	ServerLocked        ServerReason = "locked"         // the password is not known here
	ServerForbids       ServerReason = "forbids"
	ServerRefuses       ServerReason = "refuses" // this one request
	ServerNoTasks       ServerReason = "no_tasks"
	ServerFull          ServerReason = "full"
	ServerBroken        ServerReason = "broken"  // it says so itself
	ServerEmptied       ServerReason = "emptied" // the calendar is gone again
	ServerRestless      ServerReason = "restless"
)

// ServerFailure is why the calendar could not be published to its server.
type ServerFailure struct {
	Reason ServerReason
	Status int   // of HTTP, 0 where there was no answer
	Err    error // what is behind it, or nil; it holds no password
}

// Error names the reason in the words of the code; app/words says it to people.
func (e *ServerFailure) Error() string {
	switch {
	case e.Err != nil:
		return fmt.Sprintf("server: %s: %v", e.Reason, e.Err)
	case e.Status != 0:
		return fmt.Sprintf("server: %s: status %d", e.Reason, e.Status)
	}
	return "server: " + string(e.Reason)
}

func (e *ServerFailure) Unwrap() error { return e.Err }
