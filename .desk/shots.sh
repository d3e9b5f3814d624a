# What the README shows: Today on the sample network.
start "$PEERAGE" demo
size 1280 800
pause 2
picture today
