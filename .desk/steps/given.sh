# Files that come with the start are shown before anything else was drawn; Enter takes them in.
connections() { printf 'First Name,Last Name,URL,Email Address,Company,Position,Connected On\nOmar,Khalil,https://www.linkedin.com/in/omar,,Orbita,Engineer,04 May 2021\n'; }
connections >"$OUT/Connections.csv"
start "$PEERAGE" --data "$DATA" "$OUT/Connections.csv"
still
see key Return
expect_output 'Omar Khalil' "$PEERAGE" --data "$DATA" people
