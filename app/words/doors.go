package words

import "peerage/data"

// OpportunityKind names a kind of opportunity within a sentence: "job", "talk".
func (w *Words) OpportunityKind(k data.OpportunityKind) string {
	return named(w, opportunityKinds, k)
}

// Stage names a stage within a sentence: "interviewing", "won".
func (w *Words) Stage(s data.Stage) string { return named(w, stages, s) }

// Part says what somebody in a chain did, within a sentence: "told you of it".
func (w *Words) Part(p data.Part) string { return named(w, chainParts, p) }

// PromiseState says what became of a promise, within a sentence: "late", "let go".
func (w *Words) PromiseState(s data.PromiseState) string { return named(w, promiseStates, s) }

// ExchangeKind names what is given or received, within a sentence: "advice".
func (w *Words) ExchangeKind(k data.ExchangeKind) string { return named(w, exchangeKinds, k) }

// ProjectKind names what was done together, within a sentence: "project".
func (w *Words) ProjectKind(k data.ProjectKind) string { return named(w, projectKinds, k) }

var opportunityKinds = map[data.OpportunityKind]string{
	data.JobOffer: "opportunity.job", data.PromotionTo: "opportunity.promotion", data.ProjectWork: "opportunity.project",
	data.ClientWork: "opportunity.client", data.Talk: "opportunity.talk", data.OtherOpening: "opportunity.other_kind",
}

var stages = map[data.Stage]string{
	data.Heard: "stage.heard", data.Exploring: "stage.exploring", data.Applied: "stage.applied", data.Interviewing: "stage.interviewing",
	data.Offered: "stage.offered", data.Won: "stage.won", data.Lost: "stage.lost", data.Passed: "stage.passed",
}

var chainParts = map[data.Part]string{
	data.ToldOf: "part.told", data.Introduced: "part.introduced", data.Referred: "part.referred", data.Advised: "part.advised",
	data.DecidedIt: "part.decided", data.OtherwisePut: "part.other_part",
}

var promiseStates = map[data.PromiseState]string{
	data.PromiseOpen: "promise.open", data.PromiseLate: "promise.late", data.PromiseKept: "promise.kept", data.PromiseLetGo: "promise.let_go",
}

var exchangeKinds = map[data.ExchangeKind]string{
	data.Help: "exchange.help", data.Advice: "exchange.advice", data.Feedback: "exchange.feedback", data.Thanks: "exchange.thanks",
	data.AnIntroduction: "exchange.introduction", data.Referral: "exchange.referral", data.Resource: "exchange.resource",
	data.Recommendation: "exchange.recommendation", data.Endorsement: "exchange.endorsement",
}

var projectKinds = map[data.ProjectKind]string{
	data.WorkTogether: "project.project", data.EventTogether: "project.event",
}
