// Package names compares names of people and organisations as people write them, by a normal form.
//
// Two names are equal when their normal forms are: case, accents, punctuation, credentials and legal
// forms do not count, whole words do. Nothing is ever compared by substring, and nothing is guessed:
// where two spellings carry different legal forms the answer is to ask.
//
// The legal forms and the texts that name no employer are word lists of the caller's (see [Load]); the
// credentials and small words, which belong to no country, are part of the package.
package names
