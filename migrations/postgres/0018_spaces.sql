-- Spaces: where people work together. Each mentorship has one, or shares its mentor's in a program of groups; a booked hour has one
-- without a mentorship, and space_people says who is in it.

-- What a program's spaces are: 'pair' or 'group'. Chosen by its template when it begins.
ALTER TABLE programs ADD COLUMN kind TEXT NOT NULL DEFAULT 'pair';
UPDATE programs SET kind = 'group' WHERE template = 'group';

-- A pair's has the id of its mentorship. name is empty where it is called by its people; closed_at is set while no mentorship in it
-- is current.
CREATE TABLE spaces (
    id UUID PRIMARY KEY,
    program_id UUID NOT NULL REFERENCES programs (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    closed_at TIMESTAMPTZ
);
CREATE INDEX spaces_program ON spaces (program_id, closed_at);

-- Who is in a space that has no mentorship, as what, and when they left it.
CREATE TABLE space_people (
    space_id UUID NOT NULL REFERENCES spaces (id) ON DELETE CASCADE,
    person_id UUID NOT NULL REFERENCES people (id),
    role TEXT NOT NULL,
    joined_at TIMESTAMPTZ NOT NULL,
    left_at TIMESTAMPTZ,
    PRIMARY KEY (space_id, person_id)
);
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

ALTER TABLE mentorships ADD COLUMN space_id UUID REFERENCES spaces (id);
UPDATE mentorships SET space_id = CASE
    WHEN status IN ('completed', 'ended_early') OR program_id IN (SELECT id FROM programs WHERE kind = 'pair') THEN id
    ELSE (SELECT o.id FROM mentorships o WHERE o.program_id = mentorships.program_id AND o.mentor_id = mentorships.mentor_id
        AND o.status IN ('proposed', 'active', 'paused') ORDER BY o.id LIMIT 1)
END;
ALTER TABLE mentorships ALTER COLUMN space_id SET NOT NULL;
CREATE INDEX mentorships_space ON mentorships (space_id, status);
