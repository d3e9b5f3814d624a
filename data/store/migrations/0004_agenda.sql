-- Where the user put the next check-in: the day, the minute after midnight (-1 for none), and the day that was done.
ALTER TABLE cadence ADD COLUMN appointed TEXT NOT NULL DEFAULT '';
ALTER TABLE cadence ADD COLUMN appointed_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cadence ADD COLUMN appointed_on TEXT NOT NULL DEFAULT '';

-- What comes every year is asked for by the part of the year.
CREATE INDEX person_by_birthday ON person (substr(birthday, -5)) WHERE birthday <> '';
CREATE INDEX role_by_begin ON role (substr(from_day, 6)) WHERE from_day <> '';

-- How the ways on which Peerage speaks to the outside are doing. Instants are milliseconds UTC, 0 for never.
CREATE TABLE channel (
    id        INTEGER PRIMARY KEY,
    name      TEXT    NOT NULL UNIQUE,
    succeeded INTEGER NOT NULL DEFAULT 0,
    failed    INTEGER NOT NULL DEFAULT 0,
    trouble   TEXT    NOT NULL DEFAULT '' -- the last failure as a sentence, '' once it went well again
) STRICT;
