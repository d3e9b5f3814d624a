# The agenda: a check-in put on a day and an hour with the keyboard, moved by a day and a week, dragged to
# another day in the list and in the month, taken back by undo; and what the commands tell of it.
told() { "$PEERAGE" --data "$DATA" --today 2026-11-20 agenda --json; }
due() { "$PEERAGE" --data "$DATA" --today 2026-11-20 people --json | grep '"due"'; }
mkdir -p "$OUT/in"
cat >"$OUT/in/Connections.csv" <<'CSV'
First Name,Last Name,URL,Email Address,Company,Position,Connected On
Omar,Khalil,https://www.linkedin.com/in/omar-khalil,,Orbita,Engineer,04 May 2021
CSV
"$PEERAGE" --data "$DATA" --today 2026-11-20 import "$OUT/in/Connections.csv" --as-of 2026-11-15 >/dev/null
"$PEERAGE" --data "$DATA" --today 2026-11-20 set Omar --cadence 30/60 --on 2026-11-24 >/dev/null
start "$PEERAGE" --data "$DATA" --today 2026-11-20
still
see key ctrl+6
shot 1-agenda
see key period
expect_output '"due": "2026-11-25"' due
see key shift+period
expect_output '"due": "2026-12-02"' due
see key alt+Up
expect_output '"due": "2026-12-01"' due
see key shift+comma
expect_output '"due": "2026-11-24"' due
see key m
key Tab
type 15:00
shot 2-hour
see key Return
expect_output '"at": "15:00"' told
shot 3-at-an-hour
# Omar's row is the second of next week's card; the free days after it stand in the row below.
xdotool mousemove 560 374 sleep 0.1 mousedown 1 sleep 0.1 mousemove 540 389 sleep 0.1 mousemove 480 415 sleep 0.1 mousemove 396 435 sleep 0.3
shot 4-dragged
xdotool mouseup 1
expect_output '"due": "2026-11-26"' due
key ctrl+z
expect_output '"due": "2026-11-24"' due
see key 2
shot 5-month
xdotool mousemove 413 334 sleep 0.1 mousedown 1 sleep 0.1 mousemove 440 334 sleep 0.1 mousemove 600 340 sleep 0.1 mousemove 692 340 sleep 0.3
shot 5-month-dragged
see xdotool mouseup 1
expect_output '"due": "2026-11-26"' due
key ctrl+z
expect_output '"due": "2026-11-24"' due
see key Down Return
shot 6-day
