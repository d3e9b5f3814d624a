# The sample network: Today, a search as one types, a person, the moves, and the pictures of them.
start "$PEERAGE" demo
pause 1
shot today
key ctrl+2
type halden
pause 0.5
shot found
key Down Return
pause 0.5
shot person
key ctrl+k
type tomasz
pause 0.5
shot finder
key Return
pause 0.5
shot tomasz
key F1
pause 0.3
shot keys
key Escape
key ctrl+3
pause 0.5
shot changed
key 2
pause 0.3
shot managing
key 3
pause 0.3
shot years
size 800 600
pause 0.5
shot narrow
