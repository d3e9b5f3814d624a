// Package careers keeps what follows from careers current: the roles that snapshots show, the
// organisations they are at, and the ties between Me and everyone.
package careers
