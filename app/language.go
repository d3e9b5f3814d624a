package app

import (
	"peerage/app/words"
	"peerage/assets"
)

// wordsIn returns everything there is to say, in the language that fits best with the tags.
func wordsIn(tags ...string) (*words.Words, error) {
	w, err := words.Load(assets.Translations(), tags...)
	if err != nil {
		return nil, err
	}
	if w, err = w.WithPrompts(assets.Prompts()); err != nil {
		return nil, err
	}
	return w.WithQuestions(assets.Questions())
}
