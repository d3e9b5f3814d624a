# What the README shows of the sample network: Today, a person, before a meeting, moves, opportunities and the agenda.
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
key b
pause 1
picture meeting
key ctrl+3
pause 1
picture moves
key ctrl+4
pause 1
key 2
pause 1
picture doors
key ctrl+6
pause 1
picture agenda
