# A second start raises the window that is open, also one that was minimised, and ends; there is never
# a second window.
state() { xprop -id "$(_window)" WM_STATE; }
start "$PEERAGE" --data "$DATA"
xdotool windowminimize "$(_window)"
expect_output Iconic state
"$PEERAGE" --data "$DATA" || fail "the second start did not end well"
expect_output Normal state
[ "$(xdotool getactivewindow)" = "$(($(_window)))" ] || fail "the window is not in front"
[ "$(wmctrl -l | wc -l)" = 1 ] || fail "there are $(wmctrl -l | wc -l) windows"
