package data

// QuestionKind says what a good question is about. The questions themselves are in assets/questions.
type QuestionKind string

// The kinds of question, each for a situation.
const (
	AskOfRising   QuestionKind = "rising"   // somebody who came into management not long ago
	AskOfLeading  QuestionKind = "leading"  // somebody in management
	AskOfNewPost  QuestionKind = "new_post" // somebody who has moved not long ago
	AskAfterLong  QuestionKind = "long_ago" // somebody with whom there was no contact for a year
	AskAtFirst    QuestionKind = "first"    // somebody with whom there was no contact yet
	AskOfAnybody  QuestionKind = "anybody"
	AskOfSeveral  QuestionKind = "several" // when several will be there
	AskWhatToGive QuestionKind = "to_give" // somebody who mostly gave
)

// QuestionKinds lists the kinds, the most telling first.
var QuestionKinds = []QuestionKind{AskOfRising, AskOfNewPost, AskWhatToGive, AskAtFirst, AskAfterLong, AskOfLeading, AskOfSeveral, AskOfAnybody}

// Question is a question to ask. Several are kept of each kind: Turn says which one it is this time.
type Question struct {
	Kind QuestionKind
	Turn int
}
