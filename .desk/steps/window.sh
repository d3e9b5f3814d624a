# The window opens on a data folder that does not exist yet, and ends well.
start "$PEERAGE" --data "$DATA"
expect_title Peerage
shot start
close
no_window
