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

-- Where the calendar lies on the user's server. There is one row at most.
CREATE TABLE publication (
    id      INTEGER PRIMARY KEY,
    account TEXT    NOT NULL,            -- the address and the user as they were typed, joined by a blank
    address TEXT    NOT NULL,            -- of the calendar
    mark    TEXT    NOT NULL DEFAULT '', -- by which the server tells that nothing in it changed, '' for unknown
    emptied INTEGER NOT NULL DEFAULT 0,  -- when it was last written anew because it was gone, in milliseconds UTC, 0 for never
    told    TEXT    NOT NULL DEFAULT '', -- what was said of it last, naming nobody, '' for nothing
    told_at INTEGER NOT NULL DEFAULT 0   -- when, in milliseconds UTC
) STRICT;

-- What was last written there, one row for each object. It names nobody: what is kept of a person goes with the person.
CREATE TABLE published (
    id        INTEGER PRIMARY KEY,
    uid       TEXT    NOT NULL UNIQUE,     -- of the event, and the name of the object
    etag      TEXT    NOT NULL DEFAULT '', -- that the object had last, '' for unknown
    digest    INTEGER NOT NULL,            -- of its octets, 0 for none that hold
    task      INTEGER NOT NULL,            -- it is a task and not an event
    day       TEXT    NOT NULL,
    at        INTEGER NOT NULL,            -- minutes after midnight, -1 for the whole day
    prior_day TEXT    NOT NULL DEFAULT '', -- what stood there before, while it is not known that the later one was written
    prior_at  INTEGER NOT NULL DEFAULT 0,
    seen      INTEGER NOT NULL DEFAULT 0,  -- the server has listed it, so that it can be missed
    left_out  INTEGER NOT NULL DEFAULT 0,  -- the user took it out of the calendar
    wish      INTEGER NOT NULL,            -- a digest of what the user wanted here when it was written
    wished    INTEGER NOT NULL,            -- the same of now
    since     INTEGER NOT NULL             -- since when, in milliseconds UTC
) STRICT;
