// Package remind raises check-ins and promises that fall due as notifications of the desktop: when, of whom,
// and each only once.
//
// Reminder knows neither the store nor a clock: it asks the functions it is given what is to come, sorts that by
// a Schedule into notices, claims each, so that no other process announces it too, and tells the people through a
// Notifier. New gives it the functions of a store. The caller runs Reminder.Run in a goroutine of its own.
//
// Notifications show on locked screens, so they hold names only unless the user wants more, and never the name of a
// private person. Names were written by strangers: Desktop, the Notifier of the systems, speaks with each in a way
// in which a text is a text, and never through a shell, a script or a template.
package remind
