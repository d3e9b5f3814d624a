package data

// A Channel is a way on which Peerage speaks to the outside, and how it is doing.
type Channel struct {
	Name      ChannelName
	Succeeded int64  // when it last went well, in milliseconds UTC; 0 for never
	Failed    int64  // when it last went wrong, in milliseconds UTC; 0 for never
	Trouble   string // the last failure as a sentence, "" once it went well again
}

// ChannelName names a channel.
type ChannelName string

// The channels.
const (
	SubscriptionChannel ChannelName = "subscription"
	FileChannel         ChannelName = "file"
	ServerChannel       ChannelName = "server" // the calendar on a server
	NotificationChannel ChannelName = "notification"
)
