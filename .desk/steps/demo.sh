# The sample network: Today, a search as one types, a person, the moves, and the pictures of them.
start "$PEERAGE" demo
still
shot today
key ctrl+2
see type halden
shot found
see key Down Return
shot person
key ctrl+k
see type tomasz
shot finder
see key Return
shot tomasz
see key F1
shot keys
key Escape
see key ctrl+3
shot changed
see key 2
shot managing
see key 3
shot years
see size 800 600
shot narrow
