package words

import "peerage/data"

// Tie names a tie as it stands behind a person's name: "coworker", or "former coworker" when it is
// not current.
func (w *Words) Tie(kind data.TieKind, current bool) string {
	ids, ok := ties[kind]
	switch {
	case !ok:
		return string(kind)
	case current:
		return w.T(ids.now)
	}
	return w.T(ids.former)
}

// Sureness says how sure a tie is: "certain".
func (w *Words) Sureness(s data.Sureness) string { return named(w, surenesses, s) }

// InteractionKind names a kind of interaction within a sentence: "coffee", "video call".
func (w *Words) InteractionKind(k data.InteractionKind) string { return named(w, interactions, k) }

// ContactKind names a kind of contact point within a sentence: "e-mail".
func (w *Words) ContactKind(k data.ContactKind) string { return named(w, contacts, k) }

// Source says where a fact comes from, within a sentence: "stated by you", "LinkedIn".
func (w *Words) Source(s data.Source) string { return named(w, sources, s) }

// named says the message that ids gives for key, or key itself when a newer file brought it.
func named[K ~string](w *Words, ids map[K]string, key K) string {
	if id, ok := ids[key]; ok {
		return w.T(id)
	}
	return string(key)
}

var ties = map[data.TieKind]struct{ now, former string }{
	data.Coworker:  {"tie.coworker", "tie.former_coworker"},
	data.Peer:      {"tie.peer", "tie.former_peer"},
	data.Colleague: {"tie.colleague", "tie.former_colleague"},
	// Alumni were never at one place together, so there is nothing that could have ended.
	data.Alumni: {"tie.alumni", "tie.alumni"},
	// They worked on one thing together, whether it goes on or not.
	data.Collaborator: {"tie.collaborator", "tie.former_collaborator"},
	data.Mentor:       {"tie.mentor", "tie.former_mentor"},
	data.Mentee:       {"tie.mentee", "tie.former_mentee"},
	data.Manager:      {"tie.manager", "tie.former_manager"},
	data.Report:       {"tie.report", "tie.former_report"},
	data.Friend:       {"tie.friend", "tie.former_friend"},
	data.Client:       {"tie.client", "tie.former_client"},
	data.Supplier:     {"tie.supplier", "tie.former_supplier"},
	data.Partner:      {"tie.partner", "tie.former_partner"},
	data.Advisor:      {"tie.advisor", "tie.former_advisor"},
	data.Teacher:      {"tie.teacher", "tie.former_teacher"},
	data.Student:      {"tie.student", "tie.former_student"},
	data.Investor:     {"tie.investor", "tie.former_investor"},
	data.Recruit:      {"tie.recruiter", "tie.former_recruiter"},
	data.Family:       {"tie.family", "tie.former_family"},
}

var surenesses = map[data.Sureness]string{
	data.Certain: "sure.certain", data.Likely: "sure.likely", data.Possible: "sure.possible",
}

var interactions = map[data.InteractionKind]string{
	data.Coffee: "interaction.coffee", data.Call: "interaction.call", data.VideoCall: "interaction.video_call",
	data.Meeting: "interaction.meeting", data.Meal: "interaction.meal", data.Message: "interaction.message",
	data.Mail: "interaction.email", data.Event: "interaction.event", data.OtherKind: "interaction.other_kind",
}

var contacts = map[data.ContactKind]string{
	data.Email: "contact.email", data.Phone: "contact.phone", data.LinkedIn: "contact.linkedin",
	data.Website: "contact.website", data.OtherWay: "contact.other_way",
}

var sources = map[data.Source]string{
	data.Stated: "source.stated", data.FromLinkedIn: "source.linkedin", data.FromOwnCareer: "source.positions",
	data.FromSampleData: "source.sample",
}
