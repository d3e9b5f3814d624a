# What the README shows: Today, a person and the moves of the sample network.
start "$PEERAGE" demo
size 1280 800
pause 2
picture today
key ctrl+k
type rosa
pause 0.5
key Return
pause 1
picture person
key ctrl+3
pause 1
picture moves
