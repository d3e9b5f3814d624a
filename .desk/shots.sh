# What the README shows: Today and a person of the sample network.
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
