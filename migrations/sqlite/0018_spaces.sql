-- Spaces: where people work together. Each mentorship has one, or shares its mentor's in a program of groups; a booked hour has one
-- without a mentorship, and space_people says who is in it.

-- What a program's spaces are: 'pair' or 'group'. Chosen by its template when it begins.
ALTER TABLE programs ADD COLUMN kind TEXT NOT NULL DEFAULT 'pair';
UPDATE programs SET kind = 'group' WHERE template = 'group';

-- A pair's has the id of its mentorship. name is empty where it is called by its people; closed_at is set while no mentorship in it
-- is current.
CREATE TABLE spaces (
    id BLOB PRIMARY KEY,
    program_id BLOB NOT NULL REFERENCES programs (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    created_at TEXT NOT NULL,
    closed_at TEXT
) STRICT;
CREATE INDEX spaces_program ON spaces (program_id, closed_at);

-- Who is in a space that has no mentorship, as what, and when they left it.
CREATE TABLE space_people (
    space_id BLOB NOT NULL REFERENCES spaces (id) ON DELETE CASCADE,
    person_id BLOB NOT NULL REFERENCES people (id),
    role TEXT NOT NULL,
    joined_at TEXT NOT NULL,
    left_at TEXT,
    PRIMARY KEY (space_id, person_id)
) STRICT;
CREATE INDEX space_people_person ON space_people (person_id);

-- Mentorships that are here already: the current ones of one mentor in a program of groups share the space that has the id of the
-- oldest; each other one has its own.
INSERT INTO spaces (id, program_id, kind, name, created_at, closed_at)
SELECT m.id, m.program_id, p.kind, '', m.created_at,
    CASE WHEN m.status IN ('completed', 'ended_early') THEN COALESCE(m.ended_at, m.created_at) END
FROM mentorships m JOIN programs p ON p.id = m.program_id
WHERE p.kind = 'pair' OR m.status IN ('completed', 'ended_early')
    OR m.id = (SELECT o.id FROM mentorships o WHERE o.program_id = m.program_id AND o.mentor_id = m.mentor_id
        AND o.status IN ('proposed', 'active', 'paused') ORDER BY o.id LIMIT 1);

-- SQLite adds no column that is NOT NULL and refers to another table, and making the table anew would take along, row by row, what
-- refers to mentorships. So the column is added, filled, and only then said to be NOT NULL, in the way that SQLite's documentation
-- of ALTER TABLE shows for changes which alter nothing of what is stored.
ALTER TABLE mentorships ADD COLUMN space_id BLOB REFERENCES spaces (id);
UPDATE mentorships SET space_id = CASE
    WHEN status IN ('completed', 'ended_early') OR program_id IN (SELECT id FROM programs WHERE kind = 'pair') THEN id
    ELSE (SELECT o.id FROM mentorships o WHERE o.program_id = mentorships.program_id AND o.mentor_id = mentorships.mentor_id
        AND o.status IN ('proposed', 'active', 'paused') ORDER BY o.id LIMIT 1)
END;
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, 'space_id BLOB REFERENCES', 'space_id BLOB NOT NULL REFERENCES')
WHERE type = 'table' AND name = 'mentorships';
PRAGMA writable_schema = RESET;
CREATE INDEX mentorships_space ON mentorships (space_id, status);
