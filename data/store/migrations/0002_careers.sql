-- What a title says (data/ladder), or what the user said of it where ruled; and the first day on which
-- a source spoke of the person and named the role no more, '' while none did.
ALTER TABLE role ADD COLUMN track TEXT    NOT NULL DEFAULT 'unknown';
ALTER TABLE role ADD COLUMN level TEXT    NOT NULL DEFAULT 'unknown';
ALTER TABLE role ADD COLUMN field TEXT    NOT NULL DEFAULT 'unknown';
ALTER TABLE role ADD COLUMN ruled INTEGER NOT NULL DEFAULT 0;
ALTER TABLE role ADD COLUMN gone  TEXT    NOT NULL DEFAULT '';

-- The user confirmed a derived tie.
ALTER TABLE tie ADD COLUMN confirmed INTEGER NOT NULL DEFAULT 0;

-- What the user said of derived facts. It hangs on what sources say, in its normal form, and not on
-- rows that imports write anew: so it is never asked again.
CREATE TABLE title_verdict (
    id        INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    form      TEXT    NOT NULL, -- of employer and title
    track     TEXT    NOT NULL,
    level     TEXT    NOT NULL,
    UNIQUE (person_id, form)
) STRICT;

CREATE TABLE tie_verdict (
    id              INTEGER PRIMARY KEY,
    person_id       INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    kind            TEXT    NOT NULL,
    organisation_id INTEGER REFERENCES organisation (id) DEFERRABLE INITIALLY DEFERRED, -- NULL: by profession alone
    holds           INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX tie_verdict_by_tie ON tie_verdict (person_id, kind, coalesce(organisation_id, 0));
CREATE INDEX tie_verdict_by_organisation ON tie_verdict (organisation_id);

CREATE TABLE move_verdict (
    id        INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    kind      TEXT    NOT NULL,
    from_form TEXT    NOT NULL,
    to_form   TEXT    NOT NULL,
    status    TEXT    NOT NULL,
    day       TEXT    NOT NULL,
    UNIQUE (person_id, kind, from_form, to_form)
) STRICT;

-- Changes in careers, which follow from role and move_verdict (data/moves).
CREATE TABLE move (
    id        INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    kinds     TEXT    NOT NULL, -- parted by blanks, the most telling first
    from_role INTEGER NOT NULL REFERENCES role (id) DEFERRABLE INITIALLY DEFERRED,
    to_role   INTEGER REFERENCES role (id) DEFERRABLE INITIALLY DEFERRED, -- NULL: nothing is known after it
    from_form TEXT    NOT NULL,
    to_form   TEXT    NOT NULL,
    after     TEXT    NOT NULL,
    by_day    TEXT    NOT NULL,
    status    TEXT    NOT NULL
) STRICT;
CREATE INDEX move_by_person ON move (person_id);
CREATE INDEX move_by_from ON move (from_role);
CREATE INDEX move_by_to ON move (to_role);
CREATE INDEX move_by_day ON move (by_day);

-- Roles that files show and the user has edited or removed: their own word stands instead. What files
-- say is derived anew at every import, so this hangs on what they say and not on a row of role.
CREATE TABLE role_verdict (
    id        INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    employer  TEXT    NOT NULL, -- as the role had it
    title     TEXT    NOT NULL,
    first_day TEXT    NOT NULL, -- between which days it was known, '' where that is open
    last_day  TEXT    NOT NULL,
    UNIQUE (person_id, employer, title, first_day, last_day)
) STRICT;

-- Profiles and addresses that sources give a person and the user has removed: imports leave them out.
CREATE TABLE contact_verdict (
    id        INTEGER PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
    kind      TEXT    NOT NULL,
    value     TEXT    NOT NULL,
    UNIQUE (person_id, kind, value)
) STRICT;
