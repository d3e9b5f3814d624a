# The whole way through the window by keys alone, from an empty folder: bring files in, keep up with
# those proposed, find someone, note contact, snooze, remember something and when to ask, say how one
# knows them, edit them, change a setting, undo it all, add someone, undo and redo; and be told about it
# by the commands.
people() { "$PEERAGE" --data "$DATA" people --json; }
told() { "$PEERAGE" --data "$DATA" show Tomasz --json; }
me() { "$PEERAGE" --data "$DATA" show me --json; }
keys() { for _ in $(seq "$1"); do key "$2"; done; }
cat >"$OUT/Connections.csv" <<'CSV'
First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ana,Souza,https://www.linkedin.com/in/ana-souza,,Halden Bank,Product Designer,04 May 2018
雷,李,https://www.linkedin.com/in/li-lei,,Kestrel Labs Ltd,Data Engineer,11 Mar 2021
Tomasz,Nowak,https://www.linkedin.com/in/tomasz-nowak,,Kestrel Labs,Staff Engineer,02 Feb 2022
محمد,خليل,https://www.linkedin.com/in/mohammed-khalil,,Orbita S.A.,مهندس أول,02 Feb 2024
,,,,,,07 Jun 2026
CSV
cat >"$OUT/Positions.csv" <<'CSV'
Company Name,Title,Description,Location,Started On,Finished On
Kestrel Labs,Staff Engineer,,,Mar 2020,
Halden Bank,Senior Software Engineer,,,Jul 2016,Feb 2020
CSV
start "$PEERAGE" --data "$DATA"
pause 0.5
shot 1-welcome
printf '%s\n%s\n' "$OUT/Connections.csv" "$OUT/Positions.csv" | xclip -selection clipboard
key ctrl+v
pause 1
shot 2-preview
key Return
expect_output '"name": "Ana Souza"' people
pause 0.7
shot 3-imported
key Return
pause 0.7
shot 4-proposed
key Return
pause 0.7
shot 5-today
expect_output '"due": "20' people
key ctrl+k
type nowak
pause 0.4
key Return
pause 0.5
key l
pause 0.5
type Asked about his talk
shot 6-log
key ctrl+Return
expect_output 'Asked about his talk' told
pause 0.5
shot 7-person
before=$(told)
later=$(date -d '90 days' +%F)
key r
keys 4 shift+Tab
key Return Down Down Down Return
pause 0.4
key ctrl+a
type "$later"
shot 7a-snooze
key Return
expect_output "\"due\": \"$later\"" told
pause 0.4
key r
type Moving to Porto
key Return
expect_output 'Moving to Porto' told
pause 0.4
key r shift+Tab Return Down Return
pause 0.4
key Tab
type "$later"
shot 7b-detail
key Return
expect_output "\"ask_on\": \"$later\"" told
pause 0.4
key t
pause 0.4
keys 3 Tab
type Since my first job
shot 7c-tie
key Return
expect_output '"mentor"' told
pause 0.4
key e
pause 0.4
key ctrl+a
type Tomasz Nowak-Lind
shot 7d-edit
key ctrl+Return
expect_output '"name": "Tomasz Nowak-Lind"' told
key ctrl+comma
pause 0.5
keys 12 Tab
type Maya Reyes
key Return
expect_output '"name": "Maya Reyes"' me
shot 7e-settings
key ctrl+1
pause 0.3
for _ in 1 2 3 4 5 6; do key ctrl+z; pause 0.3; done
[ "$(told)" = "$before" ] || fail "undo left $(told), where there was $before"
! me | grep -q Maya || fail "undo did not take the setting back"
key ctrl+n
pause 0.5
type Grace Adeyemi
shot 8-add
key Return
expect_output '"name": "Grace Adeyemi"' people
pause 0.5
key ctrl+1
pause 0.3
key ctrl+z
pause 0.5
! people | grep -q Grace || fail "undo did not take Grace away"
key ctrl+shift+z
expect_output '"name": "Grace Adeyemi"' people
for _ in 1 2 3 4; do key ctrl+z; pause 0.3; done
expect_output '[]' people
shot 9-undone
