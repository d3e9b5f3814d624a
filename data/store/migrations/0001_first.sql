-- Days are TEXT (2026-06-30), partial days TEXT (2016, 2016-06, --06-30), both '' when unknown.
-- Instants are INTEGER milliseconds UTC. No foreign key cascades: every change is one that the
-- journal sees and undo takes back.

CREATE TABLE person (
    id           INTEGER PRIMARY KEY,
    uuid         TEXT    NOT NULL UNIQUE,
    name         TEXT    NOT NULL,
    given        TEXT    NOT NULL DEFAULT '',
    family       TEXT    NOT NULL DEFAULT '',
    other_names  TEXT    NOT NULL DEFAULT '', -- one a line
    name_stated  INTEGER NOT NULL DEFAULT 0,  -- the user wrote the name: imports leave it alone
    place        TEXT    NOT NULL DEFAULT '',
    birthday     TEXT    NOT NULL DEFAULT '',
    how_met      TEXT    NOT NULL DEFAULT '',
    notes        TEXT    NOT NULL DEFAULT '',
    photo        BLOB,
    private      INTEGER NOT NULL DEFAULT 0,
    connected    TEXT    NOT NULL DEFAULT '',
    paused_until TEXT    NOT NULL DEFAULT '',
    sort_key     TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX person_by_name ON person (sort_key, id);

CREATE TABLE contact_point (
    id        INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    kind      TEXT    NOT NULL,
    value     TEXT    NOT NULL,
    label     TEXT    NOT NULL DEFAULT '',
    seen      TEXT    NOT NULL DEFAULT '', -- the last day a source gave it; '' when the user stated it
    firm      INTEGER NOT NULL DEFAULT 0   -- the user put it there or joined two people through it
) STRICT;
CREATE INDEX contact_point_by_person ON contact_point (person_id);
CREATE INDEX contact_point_by_value ON contact_point (value, kind);

CREATE TABLE organisation (
    id   INTEGER PRIMARY KEY,
    uuid TEXT    NOT NULL UNIQUE,
    name TEXT    NOT NULL,
    key  TEXT    NOT NULL UNIQUE -- the normal form (data/names)
) STRICT;

-- Every way an organisation's name was written, with what it was taken to mean.
CREATE TABLE organisation_name (
    id              INTEGER PRIMARY KEY,
    organisation_id INTEGER NOT NULL REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    written         TEXT    NOT NULL UNIQUE,
    confirmed       INTEGER NOT NULL DEFAULT 0 -- the user said so: no rule moves it
) STRICT;
CREATE INDEX organisation_name_by_organisation ON organisation_name (organisation_id);

CREATE TABLE role (
    id              INTEGER PRIMARY KEY,
    person_id       INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    organisation_id INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    employer        TEXT    NOT NULL,
    title           TEXT    NOT NULL,
    from_day        TEXT    NOT NULL DEFAULT '',
    to_day          TEXT    NOT NULL DEFAULT '',
    source          TEXT    NOT NULL,
    first_seen      TEXT    NOT NULL DEFAULT '',
    last_seen       TEXT    NOT NULL DEFAULT '',
    current         INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX role_by_person ON role (person_id);
CREATE INDEX role_by_organisation ON role (organisation_id);

-- One file that was read: what it said is in snapshot. The same content is the same reading.
CREATE TABLE reading (
    id     INTEGER PRIMARY KEY,
    source TEXT    NOT NULL,
    day    TEXT    NOT NULL,
    digest TEXT    NOT NULL UNIQUE
) STRICT;

CREATE TABLE snapshot (
    id           INTEGER PRIMARY KEY,
    person_id    INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    reading_id   INTEGER NOT NULL REFERENCES reading (id) DEFERRABLE INITIALLY DEFERRED,
    profile      TEXT    NOT NULL DEFAULT '',
    given        TEXT    NOT NULL DEFAULT '',
    family       TEXT    NOT NULL DEFAULT '',
    email        TEXT    NOT NULL DEFAULT '',
    organisation TEXT    NOT NULL DEFAULT '',
    title        TEXT    NOT NULL DEFAULT '',
    connected    TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX snapshot_by_person ON snapshot (person_id);

CREATE TABLE tie (
    id          INTEGER PRIMARY KEY,
    person_id   INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    kind        TEXT    NOT NULL,
    derived     INTEGER NOT NULL,
    since       TEXT    NOT NULL DEFAULT '',
    until       TEXT    NOT NULL DEFAULT '',
    current     INTEGER NOT NULL DEFAULT 0,
    months      INTEGER NOT NULL DEFAULT -1,
    sure        TEXT    NOT NULL DEFAULT 'certain',
    mine        INTEGER REFERENCES role (id) DEFERRABLE INITIALLY DEFERRED,
    theirs      INTEGER REFERENCES role (id) DEFERRABLE INITIALLY DEFERRED,
    note        TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX tie_by_person ON tie (person_id);
CREATE INDEX tie_by_mine ON tie (mine);
CREATE INDEX tie_by_theirs ON tie (theirs);

CREATE TABLE circle (
    id      INTEGER PRIMARY KEY,
    name    TEXT    NOT NULL UNIQUE,
    ideal   INTEGER NOT NULL DEFAULT 0, -- days; 0 when the circle sets no rhythm
    longest INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE circle_member (
    id        INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    circle_id INTEGER NOT NULL REFERENCES circle (id) DEFERRABLE INITIALLY DEFERRED,
    joined    TEXT    NOT NULL DEFAULT '', -- from this day the circle's rhythm runs
    UNIQUE (person_id, circle_id)
) STRICT;
CREATE INDEX circle_member_by_circle ON circle_member (circle_id);

CREATE TABLE interaction (
    id   INTEGER PRIMARY KEY,
    uuid TEXT    NOT NULL UNIQUE,
    kind TEXT    NOT NULL,
    day  TEXT    NOT NULL,
    text TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE interaction_person (
    id             INTEGER PRIMARY KEY,
    person_id      INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    interaction_id INTEGER NOT NULL REFERENCES interaction (id) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (person_id, interaction_id)
) STRICT;
CREATE INDEX interaction_person_by_interaction ON interaction_person (interaction_id);

CREATE TABLE detail (
    id        INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    text      TEXT    NOT NULL,
    ask_on    TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX detail_by_person ON detail (person_id);

-- What the user did to one person's rhythm; ideal is 0 where the circles' rhythm holds.
CREATE TABLE cadence (
    id        INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL UNIQUE REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    ideal     INTEGER NOT NULL DEFAULT 0,
    longest   INTEGER NOT NULL DEFAULT 0,
    set_on    TEXT    NOT NULL DEFAULT '',
    snoozed   TEXT    NOT NULL DEFAULT '',
    skipped   TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE setting (
    id    INTEGER PRIMARY KEY,
    name  TEXT    NOT NULL UNIQUE,
    value TEXT    NOT NULL
) STRICT;

-- What was announced: no undo brings a reminder back.
CREATE TABLE announcement (
    id  INTEGER PRIMARY KEY,
    key TEXT    NOT NULL UNIQUE,
    day TEXT    NOT NULL
) STRICT;

-- The undo stack: what each operation did, so that it can be taken back, and redone after that.
CREATE TABLE operation (
    id      INTEGER PRIMARY KEY,
    name    TEXT    NOT NULL,
    at      INTEGER NOT NULL,
    undone  INTEGER NOT NULL DEFAULT 0,
    entries BLOB    NOT NULL -- see journal.go
) STRICT;
