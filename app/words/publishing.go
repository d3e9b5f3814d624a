package words

import (
	"strconv"

	"peerage/data"
)

// ServerFailure says why the calendar is not published to its server, and what to do about it.
func (w *Words) ServerFailure(e *data.ServerFailure) string {
	id, ok := serverReasons[e.Reason]
	if !ok {
		id = "server.refuses"
	}
	status := ""
	if e.Status != 0 {
		status = " (" + strconv.Itoa(e.Status) + ")"
	}
	return w.T(id, Args{"Status": status})
}

var serverReasons = map[data.ServerReason]string{
	data.ServerUnreachable: "server.unreachable", data.ServerUnknown: "server.unknown", data.ServerUntrusted: "server.untrusted",
	data.ServerInsecure: "server.insecure", data.ServerGoesRound: "server.goes_round", data.ServerElsewhere: "server.elsewhere", data.ServerNotXML: "server.not_xml",
	data.ServerNoCalendars: "server.no_calendars", data.ServerWrongPassword: "server.wrong_password", data.ServerLocked: "server.locked",
	data.ServerForbids: "server.forbids", data.ServerRefuses: "server.refuses", data.ServerNoTasks: "server.no_tasks",
	data.ServerFull: "server.full", data.ServerBroken: "server.broken", data.ServerEmptied: "server.emptied", data.ServerRestless: "server.restless",
}

// PublishedMove names the operation of a check-in that was moved in the calendar on the server.
func (w *Words) PublishedMove(name string, day, today data.Day) string {
	return w.T("operation.published_move", Args{"Name": oneLine(name), "Day": w.Day(day, today)})
}

// PublishedSkip names the operation of a check-in that was removed there.
func (w *Words) PublishedSkip(name string) string {
	return w.T("operation.published_skip", Args{"Name": oneLine(name)})
}

// PublishedLog names the operation of a check-in that was ticked off there.
func (w *Words) PublishedLog(name string) string {
	return w.T("operation.published_log", Args{"Name": oneLine(name)})
}

// PublishedPromise names the operation of a promise that was moved there.
func (w *Words) PublishedPromise(name string, day, today data.Day) string {
	return w.T("operation.published_promise", Args{"Name": oneLine(name), "Day": w.Day(day, today)})
}

// PublishedLost says that changes on the server did not hold against later ones here.
func (w *Words) PublishedLost(n int) string { return w.N("server.lost", n) }

// PublishedAnew says that the calendar on the server was written anew.
func (w *Words) PublishedAnew() string { return w.T("server.anew") }

// ChangeSettings names the operation of changing settings.
func (w *Words) ChangeSettings() string { return w.T("operation.settings") }
