# A second start raises the window that is open, and ends; there is never a second window.
start "$PEERAGE" --data "$DATA"
"$PEERAGE" --data "$DATA" || fail "the second start did not end well"
[ "$(wmctrl -l | wc -l)" = 1 ] || fail "there are $(wmctrl -l | wc -l) windows"
