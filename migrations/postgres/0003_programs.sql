-- Programs, their questions and coordinators, invitations, enrolments and answers.

-- organisation_id NULL: a program of the open community.
CREATE TABLE programs (
    id UUID PRIMARY KEY,
    organisation_id UUID REFERENCES organisations (id) ON DELETE CASCADE,
    slug TEXT NOT NULL UNIQUE,
    template TEXT NOT NULL,
    status TEXT NOT NULL,
    name TEXT NOT NULL,
    summary TEXT NOT NULL,
    description TEXT NOT NULL,
    picture_id UUID REFERENCES pictures (id) ON DELETE SET NULL,
    starts_on DATE,
    ends_on DATE,
    length_weeks INTEGER NOT NULL,
    join_policy TEXT NOT NULL,
    approval BOOLEAN NOT NULL,
    join_token TEXT NOT NULL UNIQUE,
    matching TEXT NOT NULL,
    default_capacity INTEGER NOT NULL,
    max_open_requests INTEGER NOT NULL,
    request_days INTEGER NOT NULL,
    agreement TEXT NOT NULL,
    -- Rises with every change that the list of mentors shows: the key of what is kept in memory about it.
    roster_version BIGINT NOT NULL,
    version INTEGER NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX programs_organisation ON programs (organisation_id, status);
CREATE INDEX programs_picture ON programs (picture_id);
CREATE INDEX programs_status ON programs (status);

CREATE TABLE program_coordinators (
    program_id UUID NOT NULL REFERENCES programs (id) ON DELETE CASCADE,
    person_id UUID NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    PRIMARY KEY (program_id, person_id)
);
CREATE INDEX program_coordinators_person ON program_coordinators (person_id);

CREATE TABLE program_questions (
    id UUID PRIMARY KEY,
    program_id UUID NOT NULL REFERENCES programs (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    audience TEXT NOT NULL,
    prompt TEXT NOT NULL,
    options JSONB NOT NULL,
    required BOOLEAN NOT NULL,
    counted BOOLEAN NOT NULL
);
CREATE INDEX program_questions_program ON program_questions (program_id, position);

-- By mail: email and token_hash. By link: link_token, shown again whenever it is asked for.
CREATE TABLE invitations (
    id UUID PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    program_id UUID REFERENCES programs (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    email TEXT,
    token_hash BYTEA NOT NULL UNIQUE,
    link_token TEXT,
    created_by UUID REFERENCES people (id) ON DELETE SET NULL,
    created_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    revoked_at TIMESTAMPTZ,
    accepted_at TIMESTAMPTZ
);
CREATE INDEX invitations_organisation ON invitations (organisation_id);

CREATE TABLE enrolments (
    id UUID PRIMARY KEY,
    program_id UUID NOT NULL REFERENCES programs (id) ON DELETE CASCADE,
    person_id UUID NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    status TEXT NOT NULL,
    as_mentor BOOLEAN NOT NULL,
    as_mentee BOOLEAN NOT NULL,
    capacity INTEGER NOT NULL,
    -- The mentee's own order of what matters, most important first.
    criteria JSONB NOT NULL,
    version INTEGER NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL,
    UNIQUE (program_id, person_id)
);
CREATE INDEX enrolments_person ON enrolments (person_id);
CREATE INDEX enrolments_status ON enrolments (program_id, status);

CREATE TABLE answers (
    enrolment_id UUID NOT NULL REFERENCES enrolments (id) ON DELETE CASCADE,
    question_id UUID NOT NULL REFERENCES program_questions (id) ON DELETE CASCADE,
    body JSONB NOT NULL,
    PRIMARY KEY (enrolment_id, question_id)
);
CREATE INDEX answers_question ON answers (question_id);

CREATE TABLE favourites (
    program_id UUID NOT NULL REFERENCES programs (id) ON DELETE CASCADE,
    person_id UUID NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    mentor_id UUID NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    created_at TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (program_id, person_id, mentor_id)
);
CREATE INDEX favourites_person ON favourites (person_id);
