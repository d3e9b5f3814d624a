# What falls due is announced once, by the window or by the command, whichever comes first; a promise on its own.
# It is noon here, so that the hour of reminders has passed whenever this runs.
hour=$(date -u +%-H)
if [ "$hour" -ge 12 ]; then TZ=Etc/GMT+$((hour - 12)); else TZ=Etc/GMT-$((12 - hour)); fi
export TZ
cat >"$OUT/Connections.csv" <<'CSV'
First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ana,<b>Souza</b> & Co,https://www.linkedin.com/in/ana-souza,,Halden Bank,Engineer,04 May 2020
Raj,Patel,https://www.linkedin.com/in/raj-patel,,Halden Bank,Engineer,04 May 2020
CSV
"$PEERAGE" --data "$DATA" import "$OUT/Connections.csv" || fail "the import failed"
"$PEERAGE" --data "$DATA" set "Ana" --cadence 10/20
"$PEERAGE" --data "$DATA" log --with "Ana" --day "$(date -d '30 days ago' +%F)" "coffee"
start "$PEERAGE" --data "$DATA"
expect_notifications 1
grep -qF '&lt;b&gt;Souza&lt;/b&gt; &amp; Co' "$OUT/bus.log" || fail "the name is not shown as it is written"
shot announced
"$PEERAGE" --data "$DATA" remind || fail "remind failed"
expect_notifications 1
"$PEERAGE" --data "$DATA" set "Raj" --cadence 10/20
"$PEERAGE" --data "$DATA" log --with "Raj" --day "$(date -d '30 days ago' +%F)" "coffee"
expect_notifications 2
"$PEERAGE" --data "$DATA" remind || fail "remind failed"
expect_notifications 2
"$PEERAGE" --data "$DATA" promises --add "the <i>slides</i>" --by me --with "Raj" --due "$(date +%F)"
expect_notifications 3
grep -qF 'Your promise to Raj Patel' "$OUT/bus.log" || fail "a promise has no notification of its own"
! grep -qF 'slides' "$OUT/bus.log" || fail "a notification says what was promised, unasked"
"$PEERAGE" --data "$DATA" remind || fail "remind failed"
expect_notifications 3
