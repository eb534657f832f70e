-- Enrolling people from a spreadsheet: the file between the steps, and what is known of those who are invited by it.

-- One file at a time for each person and program. lines: what each line of the file says; targets: what each column is for.
CREATE TABLE imports (
    id BLOB PRIMARY KEY,
    program_id BLOB NOT NULL REFERENCES programs (id) ON DELETE CASCADE,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    file TEXT NOT NULL,
    header TEXT NOT NULL,
    lines TEXT NOT NULL,
    targets TEXT NOT NULL,
    side TEXT NOT NULL,
    done TEXT,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    UNIQUE (program_id, person_id)
) STRICT;
CREATE INDEX imports_person ON imports (person_id);
CREATE INDEX imports_expires ON imports (expires_at);

-- What the enrolment and the profile of somebody begin with who accepts an invitation into a program.
CREATE TABLE invited_participants (
    invitation_id BLOB PRIMARY KEY REFERENCES invitations (id) ON DELETE CASCADE,
    body TEXT NOT NULL
) STRICT;

CREATE INDEX invitations_program ON invitations (program_id);
