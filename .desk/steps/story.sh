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
still
shot 1-welcome
printf '%s\n%s\n' "$OUT/Connections.csv" "$OUT/Positions.csv" | xclip -selection clipboard
see key ctrl+v
shot 2-preview
see key Return
expect_output '"name": "Ana Souza"' people
shot 3-imported
see key Return
shot 4-proposed
see key Return
shot 5-today
expect_output '"due": "20' people
key ctrl+k
see type nowak
see key Return
see key l
type Asked about his talk
shot 6-log
see key ctrl+Return
expect_output 'Asked about his talk' told
shot 7-person
before=$(told)
later=$(date -d '90 days' +%F)
key r
keys 4 shift+Tab
see key Return Down Down Down Return
key ctrl+a
type "$later"
shot 7a-snooze
see key Return
expect_output "\"due\": \"$later\"" told
key r
type Moving to Porto
see key Return
expect_output 'Moving to Porto' told
see key r shift+Tab Return Down Return
key Tab
type "$later"
shot 7b-detail
see key Return
expect_output "\"ask_on\": \"$later\"" told
see key t
keys 3 Tab
type Since my first job
shot 7c-tie
see key Return
expect_output '"mentor"' told
see key e
key ctrl+a
type Tomasz Nowak-Lind
shot 7d-edit
key ctrl+Return
expect_output '"name": "Tomasz Nowak-Lind"' told
see key ctrl+comma
keys 12 Tab
type Maya Reyes
key Return
expect_output '"name": "Maya Reyes"' me
shot 7e-settings
see key ctrl+1
keys 6 ctrl+z
expect_exactly "$before" told
! me | grep -q Maya || fail "undo did not take the setting back"
see key ctrl+n
type Grace Adeyemi
shot 8-add
see key Return
expect_output '"name": "Grace Adeyemi"' people
see key ctrl+1
see key ctrl+z
named() { people | grep -c Grace; }
expect_exactly 0 named
key ctrl+shift+z
expect_output '"name": "Grace Adeyemi"' people
keys 4 ctrl+z
expect_output '[]' people
shot 9-undone
