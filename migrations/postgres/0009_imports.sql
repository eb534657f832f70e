-- Enrolling people from a spreadsheet: the file between the steps, and what is known of those who are invited by it.

-- One file at a time for each person and program. lines: what each line of the file says; targets: what each column is for.
CREATE TABLE imports (
    id UUID PRIMARY KEY,
    program_id UUID NOT NULL REFERENCES programs (id) ON DELETE CASCADE,
    person_id UUID NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    file TEXT NOT NULL,
    header JSONB NOT NULL,
    lines JSONB NOT NULL,
    targets JSONB NOT NULL,
    side TEXT NOT NULL,
    done JSONB,
    created_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    UNIQUE (program_id, person_id)
);
CREATE INDEX imports_person ON imports (person_id);
CREATE INDEX imports_expires ON imports (expires_at);

-- What the enrolment and the profile of somebody begin with who accepts an invitation into a program.
CREATE TABLE invited_participants (
    invitation_id UUID PRIMARY KEY REFERENCES invitations (id) ON DELETE CASCADE,
    body JSONB NOT NULL
);

CREATE INDEX invitations_program ON invitations (program_id);
