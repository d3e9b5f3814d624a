# An opportunity through a chain of two, added with a few keys, brought on by keys and by dragging its card,
# and taken back by undo.
opportunities() { "$PEERAGE" --data "$DATA" opportunities --json; }
# stage: where the newest opportunity is.
stage() { opportunities | grep -m1 '"stage"'; }
mkdir -p "$OUT/in"
cat >"$OUT/in/Connections.csv" <<'CSV'
First Name,Last Name,URL,Email Address,Company,Position,Connected On
Omar,Khalil,https://www.linkedin.com/in/omar-khalil,,Orbita,Engineer,04 May 2021
Deniz,Demir,https://www.linkedin.com/in/deniz-demir,,Orbita,Engineer,02 Feb 2022
CSV
"$PEERAGE" --data "$DATA" --today 2026-11-20 import "$OUT/in/Connections.csv" --as-of 2026-11-15 >/dev/null
start "$PEERAGE" --data "$DATA" --today 2026-11-20
still
see key ctrl+4
shot 1-empty
see key n
type 'Platform project'
key Return
expect_output '"stage": "heard"' stage
see key bracketright
expect_output '"stage": "exploring"' stage
shot 2-exploring
# Its card stands in the second column; the fourth is the one of interviews.
xdotool mousemove 450 200 sleep 0.1 mousedown 1 sleep 0.1 mousemove 480 220 sleep 0.1 mousemove 650 280 sleep 0.1 mousemove 810 300 sleep 0.3
shot 3-dragged
xdotool mouseup 1
expect_output '"stage": "interviewing"' stage
key w
expect_output '"stage": "won"' stage
key ctrl+z
expect_output '"stage": "interviewing"' stage
see key e
# The field for the next of the chain comes after title, kind, day, stage, its day and organisation.
key Tab Tab Tab Tab Tab Tab
see type Deniz
see key Down Return
see type Omar
see key Down Return
shot 4-chain
see key ctrl+Return
expect_output '"name": "Omar Khalil"' opportunities
[ "$(opportunities | grep -c '"thanked": false')" = 2 ] || fail "the chain is $(opportunities)"
see key 2
shot 5-flow
see key 3
shot 6-list
