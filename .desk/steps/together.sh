# A command and the window work on the same file at once: each sees what the other did, and undo takes
# back what was done last, whoever did it.
cat >"$OUT/Connections.csv" <<'CSV'
First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ana,Souza,https://www.linkedin.com/in/ana-souza,,Halden Bank,Engineer,04 May 2020
CSV
start "$PEERAGE" --data "$DATA"
still
see "$PEERAGE" --data "$DATA" import "$OUT/Connections.csv"
see key ctrl+2
shot imported
key ctrl+z
expect_output '[]' "$PEERAGE" --data "$DATA" people --json
key ctrl+shift+z
expect_output 'Ana Souza' "$PEERAGE" --data "$DATA" people --json
