# Closing the window leaves an agent in the tray. Its menu shows who is due and opens the window there; a second
# start hands over a link or a file. Either may be killed: the other reminds, and nothing is announced twice.
# It is noon here, so that the hour of reminders has passed whenever this runs.
hour=$(date -u +%-H)
if [ "$hour" -ge 12 ]; then TZ=Etc/GMT+$((hour - 12)); else TZ=Etc/GMT-$((12 - hour)); fi
export TZ
watcher=$here/../build/desk/watcher
cat >"$OUT/Connections.csv" <<'CSV'
First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ana,So_uza & <b>Co</b>,https://www.linkedin.com/in/ana-souza,,Halden Bank,Engineer,04 May 2020
Raj,Patel,https://www.linkedin.com/in/raj-patel,,Halden Bank,Engineer,04 May 2020
Mei,Lin,https://www.linkedin.com/in/mei-lin,,Halden Bank,Engineer,04 May 2020
Kim,Ito,https://www.linkedin.com/in/kim-ito,,Halden Bank,Engineer,04 May 2020
Omar,Khalil,https://www.linkedin.com/in/omar-khalil,,Halden Bank,Engineer,04 May 2020
CSV
# due NAME: has somebody fall due, twenty days ago.
due() {
  "$PEERAGE" --data "$DATA" set "$1" --cadence 10/20 && "$PEERAGE" --data "$DATA" log --with "$1" --day "$(date -d '30 days ago' +%F)" coffee
}
told() { "$PEERAGE" --data "$DATA" show "$1" --json; }
id_of() { told "$1" | sed -n 's/.*"id": "\([^"]*\)".*/\1/p' | head -n 1; }
agent() { pgrep -f "peerage agent --data $DATA"; }
no_agent() { ! agent; }
menu() { "$watcher" menu "$(agent)"; }
say() { "$watcher" icon "$(agent)"; }

"$PEERAGE" --data "$DATA" import "$OUT/Connections.csv" || fail "the import failed"
due Ana

# Without a tray nothing stays.
start "$PEERAGE" --data "$DATA"
expect_notifications 1
close
_wait_for _gone || fail "the window does not end"
pause 0.5
no_agent >/dev/null || fail "an agent stays though there is no tray"

# With one, the agent does, and takes nothing up twice.
"$watcher" >"$OUT/watcher.log" &
WATCHER=$!
_wait_for gdbus wait --session --timeout 5 org.kde.StatusNotifierWatcher || fail "there is no watcher"
start "$PEERAGE" --data "$DATA"
pause 1
no_agent >/dev/null || fail "an agent came with the window"
close
_wait_for _gone || fail "the window does not end"
_wait_for agent || fail "no agent stays"
expect_output "Ana So__uza & <b>Co</b> · 20 days over" menu
expect_output "tooltip: Peerage: 1 thing waits today" say
expect_output "picture: 44 x 44" say
expect_notifications 1
first=$(agent)
"$PEERAGE" --data "$DATA" agent >"$OUT/second" 2>&1 || fail "a second agent did not end well"
[ "$(agent)" = "$first" ] || fail "there are two agents"

# What becomes due is reminded of, and stands in the menu.
due Raj
expect_notifications 2
expect_output "Raj Patel · 20 days over" menu

# A choice in the menu opens the window at the person, and the work stays with the agent.
opened() { APP=$(pgrep -f "peerage --data $DATA" | head -n 1) && [ -n "$APP" ]; }
"$watcher" click "$first" "Raj Patel"
_wait_for opened || fail "the menu opens no window"
window
still
shot person
see key l
type From the tray
key ctrl+Return
expect_output "From the tray" told Raj
expect_output "tooltip: Peerage: 1 thing waits today" say

# A link and a file are handed over to the window that is open.
see "$PEERAGE" --data "$DATA" "PEERAGE://person/$(id_of Mei)/"
see key l
type By a link
key ctrl+Return
expect_output "By a link" told Mei
see "$watcher" click "$first" "Log"
type "coffee with Mei yesterday, by the menu"
key Return
expect_output "by the menu" told Mei
bring() { (cd "$OUT" && "$PEERAGE" --data "$DATA" Connections.csv); }
see bring
shot file
[ "$(wmctrl -l | wc -l)" = 1 ] || fail "there are $(wmctrl -l | wc -l) windows"
"$PEERAGE" --data "$DATA" peerage:nowhere 2>"$OUT/nowhere" && fail "a link to nowhere is taken"

# The agent is killed: the window goes on with the work, within seconds.
kill -9 "$first"
due Kim
expect_notifications 3
# An agent that begins anew takes it back; the watcher dies meanwhile and comes again.
"$PEERAGE" agent --data "$DATA" >>"$OUT/app.log" 2>&1 &
second=$!
expect_output "Kim Ito" menu
kill "$WATCHER"
wait "$WATCHER"
"$watcher" >"$OUT/watcher.log" &
WATCHER=$!
registered() { grep -q registered "$OUT/watcher.log"; }
_wait_for registered || fail "the icon does not come back"
pause 3
# The window is killed: the agent goes on, and nothing was announced twice.
kill -9 "$APP"
_wait_for _gone
APP=""
expect_notifications 3
# A day announces three check-ins at most, so that this is a promise.
"$PEERAGE" --data "$DATA" promises --add "the slides" --by me --with Omar --due "$(date +%F)"
expect_notifications 4
expect_output "Omar Khalil" menu
"$watcher" click "$second" "Pause reminders"
expect_output "Resume reminders" menu
"$watcher" click "$second" "Quit"
_wait_for no_agent || fail "the agent does not end"
wait "$second" || fail "the agent ended badly"
kill "$WATCHER"
