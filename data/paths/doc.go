// Package paths finds by whom somebody, or an organisation, can be reached: the chain of people from me to there.
//
// # Who knows whom
//
//   - I know those whom the caller says I am acquainted with, each as warmly as it says, and slightly those it
//     says I know no better than that;
//   - whoever made two people known to each other knows both, and the two know each other;
//   - two people who were at one organisation at the same time may know each other. It is certain that they
//     met when there is a day on which both provably were there, just as package ties says, and likely when
//     there is one on which both may have been there. Ties weighs two roles together and may say less of a
//     likely pair. Who was there at other times has not met;
//   - an organisation is reached by whoever is there now, or was.
//
// # Which path is best
//
// The path with the fewest people. Of those that are equally long, one without anybody who is paused; then the
// warmest: the sum, over its steps, of how warmly I know the first one, how long ago somebody was introduced,
// how surely, how long ago and among how many two people met, and whether the last one is still there.
// Of those that are equally long, whoever I know slightly comes after all others.
//
// Nobody is led through who wants no contact; such a person may still be the one to be reached, by others and
// not by myself. The paths named differ in their first person, for that is whom I would ask. Where all of them
// would begin with people I know slightly, the last place is for the best that does not, however long.
//
// # How it stays small
//
// Whoever met at a big employer would make a graph of millions of edges. Here those who were at one place on
// one day hang together through that day: of all days only those count on which somebody came and after which
// somebody left, for on these everyone who met at all was there together. An employer with more such days than
// maxDays keeps that many of them, spread over its time.
package paths
