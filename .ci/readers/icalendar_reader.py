"""Prints what python-icalendar finds in a calendar: UID, start and title of each event, with tabs between them."""
import datetime
import sys

import icalendar

calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
wrong = [(part.name, part.errors) for part in calendar.walk() if getattr(part, "errors", None)]
if wrong:
    sys.exit(f"{sys.argv[1]}: {wrong}")
for event in calendar.walk("VEVENT"):
    start = event.decoded("DTSTART")
    if isinstance(start, datetime.datetime):
        start = start.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    print(event["UID"], start, event["SUMMARY"], sep="\t")
