// Package remind raises check-ins and promises that fall due as notifications of the desktop: when, of whom,
// and each only once.
//
// Reminder knows neither the store nor a clock: it asks the functions it is given what is pending,
// claims it, so that no other process announces it too, and tells the people through a Notifier. New
// gives it the functions of a store. The caller runs Reminder.Run in a goroutine of its own; the only
// one started here waits for a notification service that may never answer. Notifications show on
// locked screens, so they hold names only, and never the name of a private person.
package remind
