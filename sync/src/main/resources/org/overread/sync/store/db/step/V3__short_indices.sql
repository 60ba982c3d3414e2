-- A digest stands once in the file: the index of objects holds its first 6 bytes, and finds the few that share them.
-- What only scans need comes before the bytes, so that a scan does not follow long rows.
CREATE TABLE object_3(
    id INTEGER PRIMARY KEY, digest BLOB NOT NULL CHECK (length(digest) = 32), kind INTEGER NOT NULL,
    length INTEGER NOT NULL, base INTEGER, depth INTEGER, seal BLOB NOT NULL, bytes BLOB NOT NULL
) STRICT;

INSERT INTO object_3(id, digest, kind, length, base, depth, seal, bytes)
    SELECT id, digest, kind, length, base, depth, seal, bytes FROM object ORDER BY id;

DROP TABLE object;

ALTER TABLE object_3 RENAME TO object;

CREATE INDEX object_by_digest ON object(substr(digest, 1, 6));

CREATE TRIGGER object_is_once BEFORE INSERT ON object
WHEN EXISTS (SELECT 1 FROM object
    WHERE substr(digest, 1, 6) = substr(NEW.digest, 1, 6) AND digest = NEW.digest)
BEGIN
    SELECT raise(ABORT, 'an object is kept once');
END;

-- the chain itself says whether two entries have one hash
CREATE TABLE audit_3(
    id INTEGER PRIMARY KEY, utc TEXT NOT NULL, utc_offset TEXT NOT NULL, person TEXT NOT NULL,
    workstation TEXT NOT NULL, software TEXT NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL,
    old TEXT NOT NULL, new TEXT NOT NULL, previous BLOB NOT NULL, hash BLOB NOT NULL, seal BLOB NOT NULL
) STRICT;

INSERT INTO audit_3(id, utc, utc_offset, person, workstation, software, action, subject, old, new, previous, hash, seal)
    SELECT id, utc, utc_offset, person, workstation, software, action, subject, old, new, previous, hash, seal
    FROM audit ORDER BY id;

DROP TABLE audit;

ALTER TABLE audit_3 RENAME TO audit;

CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN
    SELECT raise(ABORT, 'history only grows');
END;

CREATE TRIGGER audit_is_kept BEFORE DELETE ON audit BEGIN
    SELECT raise(ABORT, 'history only grows');
END;

-- only a recovery looks for children
DROP INDEX version_parent_of;

-- who reads a task and how soon, each time that somebody says so; before that it is as the task says
CREATE TABLE assignment(
    id INTEGER PRIMARY KEY, task INTEGER NOT NULL REFERENCES task(id), reader TEXT NOT NULL, priority INTEGER NOT NULL,
    utc TEXT NOT NULL, utc_offset TEXT NOT NULL, person TEXT NOT NULL, seal BLOB NOT NULL
) STRICT;

CREATE INDEX assignment_of ON assignment(task, id);

CREATE TRIGGER assignment_stays BEFORE UPDATE ON assignment BEGIN
    SELECT raise(ABORT, 'history only grows');
END;

CREATE TRIGGER assignment_is_kept BEFORE DELETE ON assignment BEGIN
    SELECT raise(ABORT, 'history only grows');
END;
