package words

import (
	"io/fs"
	"maps"
	"slices"
	"strings"

	"peerage/data"
)

// WithQuestions returns the words with the questions in the folder fsys, in the same language: en.json is the
// source of all of them, and what another language lacks is asked in English. What stands before the dot of an
// id is the kind of the question.
func (w *Words) WithQuestions(fsys fs.FS) (*Words, error) {
	questions, err := Load(fsys, w.language)
	if err != nil {
		return nil, err
	}
	with := *w
	with.questions = map[data.QuestionKind][]string{}
	for _, id := range slices.Sorted(maps.Keys(questions.texts)) {
		kind, _, _ := strings.Cut(id, ".")
		with.questions[data.QuestionKind(kind)] = append(with.questions[data.QuestionKind(kind)], questions.T(id))
	}
	return &with, nil
}

// Question asks a question; "" when there is none of its kind.
func (w *Words) Question(q data.Question) string {
	all := w.questions[q.Kind]
	if len(all) == 0 {
		return ""
	}
	return all[((q.Turn%len(all))+len(all))%len(all)]
}
