-- Whoever is a confidant is private too.
ALTER TABLE person ADD COLUMN confidant INTEGER NOT NULL DEFAULT 0;

-- Where a column person_id may be NULL the row outlives the person: name says how they were called.

CREATE TABLE opportunity (
    id              INTEGER PRIMARY KEY,
    uuid            TEXT    NOT NULL UNIQUE,
    title           TEXT    NOT NULL,
    kind            TEXT    NOT NULL,
    organisation_id INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED,
    employer        TEXT    NOT NULL DEFAULT '',
    person_id       INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED, -- for whom
    name            TEXT    NOT NULL DEFAULT '',
    worth           TEXT    NOT NULL DEFAULT '',
    notes           TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX opportunity_by_person ON opportunity (person_id);
CREATE INDEX opportunity_by_organisation ON opportunity (organisation_id);

-- The stages an opportunity came to, in the order of their ids.
CREATE TABLE opportunity_step (
    id             INTEGER PRIMARY KEY,
    opportunity_id INTEGER NOT NULL REFERENCES opportunity (id) DEFERRABLE INITIALLY DEFERRED,
    stage          TEXT    NOT NULL,
    day            TEXT    NOT NULL
) STRICT;
CREATE INDEX opportunity_step_by_opportunity ON opportunity_step (opportunity_id);

-- Who an opportunity came through, in the order of place.
CREATE TABLE opportunity_link (
    id             INTEGER PRIMARY KEY,
    opportunity_id INTEGER NOT NULL REFERENCES opportunity (id) DEFERRABLE INITIALLY DEFERRED,
    place          INTEGER NOT NULL,
    person_id      INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    name           TEXT    NOT NULL DEFAULT '',
    part           TEXT    NOT NULL,
    tie            TEXT    NOT NULL DEFAULT '', -- at the time it was heard of
    former         INTEGER NOT NULL DEFAULT 0,
    thanked        TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX opportunity_link_by_opportunity ON opportunity_link (opportunity_id);
CREATE INDEX opportunity_link_by_person ON opportunity_link (person_id);

CREATE TABLE introduction (
    id        INTEGER PRIMARY KEY,
    uuid      TEXT    NOT NULL UNIQUE,
    person_id INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED, -- who made them known
    name      TEXT    NOT NULL DEFAULT '',
    day       TEXT    NOT NULL DEFAULT '',
    note      TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX introduction_by_person ON introduction (person_id);

-- The two who were made known to each other.
CREATE TABLE introduced (
    id              INTEGER PRIMARY KEY,
    introduction_id INTEGER NOT NULL REFERENCES introduction (id) DEFERRABLE INITIALLY DEFERRED,
    person_id       INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    name            TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX introduced_by_introduction ON introduced (introduction_id);
CREATE INDEX introduced_by_person ON introduced (person_id);

CREATE TABLE promise (
    id             INTEGER PRIMARY KEY,
    uuid           TEXT    NOT NULL UNIQUE,
    person_id      INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    by_side        TEXT    NOT NULL,
    what           TEXT    NOT NULL,
    made           TEXT    NOT NULL,
    due            TEXT    NOT NULL DEFAULT '',
    state          TEXT    NOT NULL,
    settled        TEXT    NOT NULL DEFAULT '',
    interaction_id INTEGER REFERENCES interaction (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX promise_by_person ON promise (person_id);
CREATE INDEX promise_by_interaction ON promise (interaction_id);
CREATE INDEX promise_open ON promise (due) WHERE state = 'open';

CREATE TABLE exchange (
    id             INTEGER PRIMARY KEY,
    uuid           TEXT    NOT NULL UNIQUE,
    person_id      INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    kind           TEXT    NOT NULL,
    by_side        TEXT    NOT NULL,
    day            TEXT    NOT NULL,
    text           TEXT    NOT NULL DEFAULT '',
    interaction_id INTEGER REFERENCES interaction (id) DEFERRABLE INITIALLY DEFERRED,
    source         TEXT    NOT NULL,
    removed        INTEGER NOT NULL DEFAULT 0 -- the user removed it: the file it came from may say it again
) STRICT;
CREATE INDEX exchange_by_person ON exchange (person_id, day);
CREATE INDEX exchange_by_interaction ON exchange (interaction_id);
CREATE INDEX exchange_by_day ON exchange (day);

CREATE TABLE boundary (
    id         INTEGER PRIMARY KEY,
    person_id  INTEGER NOT NULL UNIQUE REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    no_contact INTEGER NOT NULL DEFAULT 0,
    avoid      TEXT    NOT NULL DEFAULT '', -- one topic a line
    channel    TEXT    NOT NULL DEFAULT '',
    from_hour  INTEGER NOT NULL DEFAULT 0,
    to_hour    INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE project (
    id       INTEGER PRIMARY KEY,
    uuid     TEXT    NOT NULL UNIQUE,
    name     TEXT    NOT NULL,
    kind     TEXT    NOT NULL,
    from_day TEXT    NOT NULL DEFAULT '',
    to_day   TEXT    NOT NULL DEFAULT '',
    outcome  TEXT    NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE project_person (
    id         INTEGER PRIMARY KEY,
    project_id INTEGER NOT NULL REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
    person_id  INTEGER REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    name       TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX project_person_by_project ON project_person (project_id);
CREATE INDEX project_person_by_person ON project_person (person_id);

-- The project that shows a derived tie.
ALTER TABLE tie ADD COLUMN project_id INTEGER REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX tie_by_project ON tie (project_id);

CREATE TABLE milestone (
    id        INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    text      TEXT    NOT NULL,
    on_day    TEXT    NOT NULL,
    yearly    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX milestone_by_person ON milestone (person_id);

-- What the user made of nudges. On which days one was shown stands among the announcements.
CREATE TABLE nudge_answer (
    id        INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    kind      TEXT    NOT NULL,
    subject   TEXT    NOT NULL DEFAULT '',
    day       TEXT    NOT NULL,
    done      INTEGER NOT NULL
) STRICT;
CREATE INDEX nudge_answer_by_person ON nudge_answer (person_id);

-- What the calendar said of each event last, so that every change of it is known as one. The id is a digest
-- of the event's name, and so is all that stays of somebody who is removed.
CREATE TABLE event (
    id       INTEGER PRIMARY KEY,
    digest   INTEGER NOT NULL, -- of what it said
    sequence INTEGER NOT NULL, -- how often that changed
    changed  INTEGER NOT NULL  -- when it last did
) STRICT;
