-- People, their profiles, signed-in devices, one-time tokens, mails to send, and the stream of events.

CREATE TABLE pictures (
    id UUID PRIMARY KEY,
    owner_id UUID,
    content_type TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    bytes BYTEA NOT NULL,
    created_at TIMESTAMPTZ NOT NULL
);

CREATE TABLE people (
    id UUID PRIMARY KEY,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL UNIQUE,
    email_verified_at TIMESTAMPTZ,
    password_hash TEXT NOT NULL,
    name TEXT NOT NULL,
    locale TEXT NOT NULL,
    zone TEXT NOT NULL,
    picture_id UUID REFERENCES pictures (id) ON DELETE SET NULL,
    pronouns TEXT,
    headline TEXT,
    about TEXT,
    country TEXT,
    industry TEXT,
    role_title TEXT,
    experience_years INTEGER,
    help_offered JSONB NOT NULL,
    help_wanted JSONB NOT NULL,
    availability JSONB NOT NULL,
    visibility TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL
);

CREATE INDEX people_picture ON people (picture_id);

CREATE TABLE person_languages (
    person_id UUID NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    language TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (person_id, language)
);

-- A skill is an id of the shipped taxonomy, or of custom_skills.
CREATE TABLE person_skills (
    person_id UUID NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    side TEXT NOT NULL,
    skill_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (person_id, side, skill_id)
);
CREATE INDEX person_skills_skill ON person_skills (skill_id, side);

CREATE TABLE sessions (
    id UUID PRIMARY KEY,
    token_hash BYTEA NOT NULL UNIQUE,
    person_id UUID NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    user_agent TEXT NOT NULL,
    address TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    last_seen_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX sessions_person ON sessions (person_id);
CREATE INDEX sessions_expires ON sessions (expires_at);

CREATE TABLE account_tokens (
    id UUID PRIMARY KEY,
    token_hash BYTEA NOT NULL UNIQUE,
    person_id UUID NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    purpose TEXT NOT NULL,
    new_email TEXT,
    created_at TIMESTAMPTZ NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL,
    used_at TIMESTAMPTZ
);
CREATE INDEX account_tokens_person ON account_tokens (person_id, purpose);

-- What a form held when it could not be saved, kept for one look when JavaScript is off.
CREATE TABLE flashes (
    token_hash BYTEA PRIMARY KEY,
    body JSONB NOT NULL,
    expires_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX flashes_expires ON flashes (expires_at);

-- The transactional outbox: a mail is written with the change that causes it and sent afterwards.
CREATE TABLE mails (
    id UUID PRIMARY KEY,
    to_name TEXT NOT NULL,
    to_email TEXT NOT NULL,
    locale TEXT NOT NULL,
    subject TEXT NOT NULL,
    body_text TEXT NOT NULL,
    body_html TEXT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    not_before TIMESTAMPTZ NOT NULL,
    attempts INTEGER NOT NULL,
    given_up BOOLEAN NOT NULL,
    last_error TEXT,
    sent_at TIMESTAMPTZ
);
CREATE INDEX mails_waiting ON mails (not_before) WHERE sent_at IS NULL;
CREATE INDEX mails_created ON mails (created_at);

-- The one stream that the live hub, notifications, audit log and automations read.
CREATE TABLE events (
    seq BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at TIMESTAMPTZ NOT NULL,
    kind TEXT NOT NULL,
    actor_id UUID,
    organisation_id UUID,
    program_id UUID,
    subject_id UUID,
    body JSONB NOT NULL
);
CREATE INDEX events_program ON events (program_id, seq);
CREATE INDEX events_organisation ON events (organisation_id, seq);

CREATE TABLE notifications (
    id UUID PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    link TEXT NOT NULL,
    body JSONB NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    read_at TIMESTAMPTZ
);
CREATE INDEX notifications_person ON notifications (person_id, created_at);
CREATE INDEX notifications_unread ON notifications (person_id) WHERE read_at IS NULL;
