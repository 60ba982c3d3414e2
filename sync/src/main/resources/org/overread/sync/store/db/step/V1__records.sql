-- Every table is STRICT and every row carries a seal. What is history may be added to and never changed.
CREATE TABLE migration(
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, sum TEXT NOT NULL, seal BLOB NOT NULL
) STRICT;

-- bytes by the SHA-256 of them: blocks and tables of labels, statements, working copies, pictures
CREATE TABLE object(
    id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32), kind INTEGER NOT NULL,
    length INTEGER NOT NULL, bytes BLOB NOT NULL, seal BLOB NOT NULL
) STRICT;

CREATE TABLE project(
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
    utc TEXT NOT NULL, utc_offset TEXT NOT NULL, person TEXT NOT NULL, seal BLOB NOT NULL
) STRICT;

-- ontologies and guidelines, revision after revision
CREATE TABLE document(
    id INTEGER PRIMARY KEY, project INTEGER NOT NULL REFERENCES project(id), kind TEXT NOT NULL,
    key TEXT NOT NULL, revision INTEGER NOT NULL, digest BLOB NOT NULL, body BLOB NOT NULL,
    utc TEXT NOT NULL, utc_offset TEXT NOT NULL, person TEXT NOT NULL, seal BLOB NOT NULL,
    UNIQUE (project, kind, key, revision)
) STRICT;

CREATE TABLE volume(
    id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE, body BLOB NOT NULL,
    utc TEXT NOT NULL, utc_offset TEXT NOT NULL, seal BLOB NOT NULL
) STRICT;

CREATE TABLE volume_path(
    id INTEGER PRIMARY KEY, volume INTEGER NOT NULL REFERENCES volume(id), path TEXT NOT NULL,
    utc TEXT NOT NULL, seal BLOB NOT NULL
) STRICT;

CREATE TABLE task(
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, project INTEGER NOT NULL REFERENCES project(id),
    volume INTEGER NOT NULL REFERENCES volume(id), reader TEXT NOT NULL, role TEXT NOT NULL,
    guideline BLOB, priority INTEGER NOT NULL, blind TEXT NOT NULL,
    utc TEXT NOT NULL, utc_offset TEXT NOT NULL, person TEXT NOT NULL, seal BLOB NOT NULL
) STRICT;

CREATE TABLE task_state(
    id INTEGER PRIMARY KEY, task INTEGER NOT NULL REFERENCES task(id), state TEXT NOT NULL,
    utc TEXT NOT NULL, utc_offset TEXT NOT NULL, person TEXT NOT NULL, seal BLOB NOT NULL
) STRICT;

CREATE INDEX task_state_of ON task_state(task, id);

CREATE TABLE reading(
    id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, task INTEGER NOT NULL REFERENCES task(id),
    volume INTEGER NOT NULL REFERENCES volume(id), reader TEXT NOT NULL,
    utc TEXT NOT NULL, utc_offset TEXT NOT NULL, seal BLOB NOT NULL
) STRICT;

CREATE TABLE version(
    id INTEGER PRIMARY KEY, digest BLOB NOT NULL UNIQUE CHECK (length(digest) = 32),
    reading INTEGER NOT NULL REFERENCES reading(id), number INTEGER NOT NULL, reader TEXT NOT NULL,
    utc TEXT NOT NULL, utc_offset TEXT NOT NULL, workstation TEXT NOT NULL, software TEXT NOT NULL,
    guideline BLOB, active_ms INTEGER NOT NULL, reason TEXT NOT NULL, seal BLOB NOT NULL,
    UNIQUE (reading, number)
) STRICT;

CREATE TABLE version_parent(
    id INTEGER PRIMARY KEY, version INTEGER NOT NULL REFERENCES version(id), place INTEGER NOT NULL,
    parent BLOB NOT NULL CHECK (length(parent) = 32), seal BLOB NOT NULL, UNIQUE (version, place)
) STRICT;

CREATE INDEX version_parent_of ON version_parent(parent);

CREATE TABLE version_name(
    id INTEGER PRIMARY KEY, version INTEGER NOT NULL REFERENCES version(id), name TEXT NOT NULL,
    utc TEXT NOT NULL, person TEXT NOT NULL, seal BLOB NOT NULL
) STRICT;

CREATE INDEX version_name_of ON version_name(version, id);

CREATE TABLE withdrawal(
    id INTEGER PRIMARY KEY, reading INTEGER NOT NULL UNIQUE REFERENCES reading(id), reason TEXT NOT NULL,
    objects INTEGER NOT NULL, bytes INTEGER NOT NULL,
    utc TEXT NOT NULL, utc_offset TEXT NOT NULL, person TEXT NOT NULL, seal BLOB NOT NULL
) STRICT;

-- what follows from versions alone; rebuilt where it is damaged
CREATE TABLE head(
    id INTEGER PRIMARY KEY, reading INTEGER NOT NULL REFERENCES reading(id),
    version INTEGER NOT NULL UNIQUE REFERENCES version(id), seal BLOB NOT NULL
) STRICT;

CREATE INDEX head_of ON head(reading);

CREATE TABLE journal(
    id INTEGER PRIMARY KEY, reading INTEGER NOT NULL REFERENCES reading(id), seq INTEGER NOT NULL,
    kind TEXT NOT NULL, name TEXT NOT NULL, tool TEXT NOT NULL, parameters TEXT NOT NULL, voxels BLOB NOT NULL,
    before BLOB NOT NULL, after BLOB NOT NULL, utc TEXT NOT NULL, utc_offset TEXT NOT NULL,
    active_ms INTEGER NOT NULL, seal BLOB NOT NULL, UNIQUE (reading, seq)
) STRICT;

CREATE TABLE working_copy(
    id INTEGER PRIMARY KEY REFERENCES reading(id), seq INTEGER NOT NULL, base BLOB, state BLOB NOT NULL,
    digest BLOB NOT NULL, utc TEXT NOT NULL, seal BLOB NOT NULL
) STRICT;

-- layout, cursor and tool as the window left them
CREATE TABLE look(
    id INTEGER PRIMARY KEY REFERENCES reading(id), body BLOB NOT NULL, utc TEXT NOT NULL, seal BLOB NOT NULL
) STRICT;

-- findings, comments and measurements, revision after revision
CREATE TABLE note(
    id INTEGER PRIMARY KEY, reading INTEGER NOT NULL REFERENCES reading(id), key TEXT NOT NULL,
    revision INTEGER NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL, body BLOB NOT NULL,
    utc TEXT NOT NULL, utc_offset TEXT NOT NULL, person TEXT NOT NULL, seal BLOB NOT NULL,
    UNIQUE (reading, key, revision)
) STRICT;

CREATE TABLE audit(
    id INTEGER PRIMARY KEY, utc TEXT NOT NULL, utc_offset TEXT NOT NULL, person TEXT NOT NULL,
    workstation TEXT NOT NULL, software TEXT NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL,
    old TEXT NOT NULL, new TEXT NOT NULL, previous BLOB NOT NULL, hash BLOB NOT NULL UNIQUE, seal BLOB NOT NULL
) STRICT;

CREATE TRIGGER migration_stays BEFORE UPDATE ON migration BEGIN
    SELECT raise(ABORT, 'history only grows');
END;

CREATE TRIGGER migration_is_kept BEFORE DELETE ON migration BEGIN
    SELECT raise(ABORT, 'history only grows');
END;

CREATE TRIGGER project_stays BEFORE UPDATE ON project BEGIN
    SELECT raise(ABORT, 'history only grows');
END;

CREATE TRIGGER project_is_kept BEFORE DELETE ON project BEGIN
    SELECT raise(ABORT, 'history only grows');
END;

CREATE TRIGGER document_stays BEFORE UPDATE ON document BEGIN
    SELECT raise(ABORT, 'history only grows');
END;

CREATE TRIGGER document_is_kept BEFORE DELETE ON document BEGIN
    SELECT raise(ABORT, 'history only grows');
END;

CREATE TRIGGER task_stays BEFORE UPDATE ON task BEGIN
    SELECT raise(ABORT, 'history only grows');
END;

CREATE TRIGGER task_is_kept BEFORE DELETE ON task BEGIN
    SELECT raise(ABORT, 'history only grows');
END;

CREATE TRIGGER task_state_stays BEFORE UPDATE ON task_state BEGIN
    SELECT raise(ABORT, 'history only grows');
END;

CREATE TRIGGER task_state_is_kept BEFORE DELETE ON task_state BEGIN
    SELECT raise(ABORT, 'history only grows');
END;

CREATE TRIGGER reading_stays BEFORE UPDATE ON reading BEGIN
    SELECT raise(ABORT, 'history only grows');
END;

CREATE TRIGGER reading_is_kept BEFORE DELETE ON reading BEGIN
    SELECT raise(ABORT, 'history only grows');
END;

CREATE TRIGGER version_stays BEFORE UPDATE ON version BEGIN
    SELECT raise(ABORT, 'history only grows');
END;

CREATE TRIGGER version_is_kept BEFORE DELETE ON version BEGIN
    SELECT raise(ABORT, 'history only grows');
END;

CREATE TRIGGER version_parent_stays BEFORE UPDATE ON version_parent BEGIN
    SELECT raise(ABORT, 'history only grows');
END;

CREATE TRIGGER version_parent_is_kept BEFORE DELETE ON version_parent BEGIN
    SELECT raise(ABORT, 'history only grows');
END;

CREATE TRIGGER version_name_stays BEFORE UPDATE ON version_name BEGIN
    SELECT raise(ABORT, 'history only grows');
END;

CREATE TRIGGER version_name_is_kept BEFORE DELETE ON version_name BEGIN
    SELECT raise(ABORT, 'history only grows');
END;

CREATE TRIGGER withdrawal_stays BEFORE UPDATE ON withdrawal BEGIN
    SELECT raise(ABORT, 'history only grows');
END;

CREATE TRIGGER withdrawal_is_kept BEFORE DELETE ON withdrawal BEGIN
    SELECT raise(ABORT, 'history only grows');
END;

CREATE TRIGGER journal_stays BEFORE UPDATE ON journal BEGIN
    SELECT raise(ABORT, 'history only grows');
END;

CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN
    SELECT raise(ABORT, 'history only grows');
END;

CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit BEGIN
    SELECT raise(ABORT, 'history only grows');
END;
