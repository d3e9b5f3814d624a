# The whole way through the window by keys alone, from an empty folder: bring files in, keep up with
# those proposed, find someone, note contact, add someone, undo and redo, be told about it all by the
# commands.
people() { "$PEERAGE" --data "$DATA" people --json; }
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
expect_output 'Asked about his talk' "$PEERAGE" --data "$DATA" show Tomasz --json
pause 0.5
shot 7-person
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
