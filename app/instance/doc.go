// Package instance makes sure that a data folder has one window and one agent at most, and hands over to them
// what later starts bring.
//
// Each of the two holds a lock of the system, which goes with its process however that ends, and listens on a
// socket in the user's runtime folder; on Windows, which lacks those, on loopback, with a token that only this
// user can read. Whatever arrives there is read strictly: a link names a place in Peerage or is refused.
package instance
