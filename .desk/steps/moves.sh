# Two years of an archive: what changed in careers, judged by keys alone, in one verdict for each; what
# was said stays said when the same file comes again, and is taken back by undo.
moves() { "$PEERAGE" --data "$DATA" moves --json; }
# status NAME: what was made of somebody's newest move.
status() { moves | grep -A40 "\"name\": \"$1\"" | grep -m1 '"status"'; }
archive() {
  mkdir -p "$OUT/$1"
  cat >"$OUT/$1/Connections.csv"
}
archive 2025-11 <<'CSV'
First Name,Last Name,URL,Email Address,Company,Position,Connected On
Rosa,Oliveira,https://www.linkedin.com/in/rosa-oliveira,,Kestrel Labs,Senior Software Engineer,04 May 2021
Tomasz,Nowak,https://www.linkedin.com/in/tomasz-nowak,,Kestrel Labs,Software Engineer,02 Feb 2022
Grace,Adeyemi,https://www.linkedin.com/in/grace-adeyemi,,Orbita S.A.,Nurse,02 Feb 2024
CSV
archive 2026-11 <<'CSV'
First Name,Last Name,URL,Email Address,Company,Position,Connected On
Rosa,Oliveira,https://www.linkedin.com/in/rosa-oliveira,,Zenith,Engineering Manager,04 May 2021
Tomasz,Nowak,https://www.linkedin.com/in/tomasz-nowak,,"Kestrel Labs, Inc.",Sr. Software Engineer,02 Feb 2022
Grace,Adeyemi,https://www.linkedin.com/in/grace-adeyemi,,Orbita SA,Charge Nurse,02 Feb 2024
CSV
cat >"$OUT/Positions.csv" <<'CSV'
Company Name,Title,Description,Location,Started On,Finished On
Kestrel Labs,Senior Software Engineer,,,Mar 2020,
CSV
"$PEERAGE" --data "$DATA" --today 2026-11-20 import "$OUT/2025-11/Connections.csv" "$OUT/Positions.csv" --as-of 2025-11-15 >/dev/null
"$PEERAGE" --data "$DATA" --today 2026-11-20 import "$OUT/2026-11/Connections.csv" --as-of 2026-11-15 >/dev/null
expect_output '"into_management"' moves
start "$PEERAGE" --data "$DATA" --today 2026-11-20
still
shot 1-today
see key ctrl+3
shot 2-changed
see key c
expect_output '"status": "confirmed"' status 'Rosa Oliveira'
see key n
expect_output '"status": "dismissed"' moves
shot 3-judged
judged=$(moves)
see key 2
shot 4-managing
see key 3
shot 5-years
"$PEERAGE" --data "$DATA" --today 2026-11-20 import "$OUT/2026-11/Connections.csv" --as-of 2026-11-15 >/dev/null
[ "$(moves)" = "$judged" ] || fail "the same file again changed what was said of moves"
key ctrl+z ctrl+z
left() { moves | grep -c 'confirmed\|dismissed'; }
expect_exactly 0 left
