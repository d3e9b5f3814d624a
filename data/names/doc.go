// Package names compares names and job titles as people write them, by a normal form.
//
// Two names are equal when their normal forms are: case, accents, punctuation, credentials and legal
// forms do not count, whole words do. Nothing is ever compared by substring, and nothing is guessed:
// where two spellings carry different legal forms the answer is to ask.
//
// Titles have a normal form of their own ([Rules.Title]), in which rewordings of one post are equal and two
// posts never are: where a word could make another post of it, it counts.
//
// The legal forms, the texts that name no employer, the remarks behind one and the short forms of titles are
// word lists of the caller's (see [Load]); the credentials and small words, which belong to no country, are part of the
// package.
package names
