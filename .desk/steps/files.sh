# Files that come by the pointer and by the dialog: dropped onto the window in one go, with names of every kind;
# not taken while a form is open; chosen by keys alone, in a folder of two thousand; and a photo taken with a
# phone held upright, which is shown upright, replaced, refused and taken back.
people() { "$PEERAGE" --data "$DATA" people --json; }
named() { people | grep -c "\"name\": \"$1\""; }
connections() { printf 'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n%s,%s,https://www.linkedin.com/in/%s,,Orbita,Engineer,04 May 2021\n' "$1" "$2" "$1"; }
mkdir -p "$OUT/a b é" "$HOME/Downloads" "$HOME/Pictures"
connections Omar Khalil >"$OUT/a b é/Connections.csv"
printf 'Company Name,Title,Description,Location,Started On,Finished On\nOrbita,Engineer,,,Mar 2020,\n' >"$OUT/a b é/Posi%20tions #1.csv"
for i in $(seq 2000); do echo >"$HOME/Downloads/file $i.csv"; done
connections Deniz Demir >"$HOME/Downloads/.Connections.csv"
start "$PEERAGE" --data "$DATA"
still
see drop 700 300 "$OUT/a b é/Connections.csv" "$OUT/a b é/Posi%20tions #1.csv"
shot 1-dropped
see key Return
expect_exactly 1 named 'Omar Khalil'
see key ctrl+n
see drop 700 300 "$HOME/Downloads/.Connections.csv"
shot 2-not-now
see key Escape
see key ctrl+i
see key Return
shot 3-many
see key Escape
see key Return
type .conn
shot 4-hidden
see key Return
see key Return
expect_exactly 1 named 'Deniz Demir'
# The phone lay on its side: the upper half, in red, is the right one of what it wrote, turned by Exif's 8.
convert -size 300x600 xc:blue -fill red -draw 'rectangle 0,0 299,299' -rotate 90 "$OUT/plain.jpg"
{ head -c 2 "$OUT/plain.jpg" && printf '\xff\xe1\0\x22Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x08\0\0\0\0\0\0' && tail -c +3 "$OUT/plain.jpg"; } >"$HOME/Pictures/phone.jpg"
head -c 200 "$HOME/Pictures/phone.jpg" >"$HOME/Pictures/broken.jpg"
# red_above_blue: whether the photo at the top of the page stands as it was seen.
red_above_blue() {
  convert "$OUT/$1.png" -crop 120x120+492+16 +repage txt:- | awk -F'[,: ]+' '
    /#F[A-F]0[0-9A-F]0[0-9A-F]/ { red += $2; r++ }
    /#0[0-9A-F]0[0-9A-F]F[A-F]/ { blue += $2; b++ }
    END { exit !(r > 200 && b > 200 && red / r < blue / b) }'
}
see key ctrl+k
see type khalil
see key Return
# photo FILE TABS: chooses a file in the form, so many fields before its first.
photo() {
  see key e
  for _ in $(seq "$2"); do key shift+Tab; done
  see key Return
  type "$HOME/Pictures/$1"
  see key Return
}
photo phone.jpg 5
shot 5-photo
see key ctrl+Return
shot 6-upright
red_above_blue 6-upright || fail "the photo does not stand upright"
photo broken.jpg 6 # one more removes it
shot 7-refused
see key Escape
shot 8-kept
red_above_blue 8-kept || fail "a picture that is refused takes the photo away"
see key ctrl+z
shot 9-undone
! red_above_blue 9-undone || fail "undo leaves the photo"
