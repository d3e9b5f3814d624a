// Package quicklog reads one line about contact that happened: who took part, when and how, what was
// promised by when, what was given and received, and which circles it belongs to.
//
// "coffee with Ana and Raj yesterday, Ana promised intro to Kim by Friday, thanked Raj #design" is a
// coffee with two people on the day before, a promise of Ana's, thanks to Raj, and the circle design. What is
// not understood is not lost: the whole line is the note of the contact.
//
// A [Lexicon] holds the words of all languages, which are read at once, since people mix them; a [Roster]
// holds whom a name may mean. Reading knows no clock and no store: today is given.
package quicklog
