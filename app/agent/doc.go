// Package agent is the quiet process that stays in the tray while no window is open: it does what has to be
// done for a data folder and opens the window where that is asked for.
//
// The work (Duty) is the same whoever does it. Duties has it done by one process of a data folder at a time: by
// the one that holds a lock of the system, which goes with its process however that ends. A window takes the
// lock where nobody has it and looks for it every two seconds otherwise; an agent asks the window to leave it.
// What must not happen twice, such as an announcement, is claimed in the store besides, so that nothing hangs
// on the moment at which one process goes and the other comes.
//
// Peerage may stay in the tray all day, so that it must cost nothing there: one Pulse wakes all that has to
// look now and then, the menu is made anew only when the data or the day have changed, and memory that this
// took is given back at once.
package agent
