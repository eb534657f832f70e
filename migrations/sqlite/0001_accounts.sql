-- People, their profiles, signed-in devices, one-time tokens, mails to send, and the stream of events.

CREATE TABLE pictures (
    id BLOB PRIMARY KEY,
    owner_id BLOB,
    content_type TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    created_at TEXT NOT NULL
) STRICT;

CREATE TABLE people (
    id BLOB PRIMARY KEY,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL UNIQUE,
    email_verified_at TEXT,
    password_hash TEXT NOT NULL,
    name TEXT NOT NULL,
    locale TEXT NOT NULL,
    zone TEXT NOT NULL,
    picture_id BLOB REFERENCES pictures (id) ON DELETE SET NULL,
    pronouns TEXT,
    headline TEXT,
    about TEXT,
    country TEXT,
    industry TEXT,
    role_title TEXT,
    experience_years INTEGER,
    help_offered TEXT NOT NULL,
    help_wanted TEXT NOT NULL,
    availability TEXT NOT NULL,
    visibility TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;

CREATE INDEX people_picture ON people (picture_id);

CREATE TABLE person_languages (
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    language TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (person_id, language)
) STRICT;

-- A skill is an id of the shipped taxonomy, or of custom_skills.
CREATE TABLE person_skills (
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    side TEXT NOT NULL,
    skill_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (person_id, side, skill_id)
) STRICT;
CREATE INDEX person_skills_skill ON person_skills (skill_id, side);

CREATE TABLE sessions (
    id BLOB PRIMARY KEY,
    token_hash BLOB NOT NULL UNIQUE,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    user_agent TEXT NOT NULL,
    address TEXT NOT NULL,
    created_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL,
    expires_at TEXT NOT NULL
) STRICT;
CREATE INDEX sessions_person ON sessions (person_id);
CREATE INDEX sessions_expires ON sessions (expires_at);

CREATE TABLE account_tokens (
    id BLOB PRIMARY KEY,
    token_hash BLOB NOT NULL UNIQUE,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    purpose TEXT NOT NULL,
    new_email TEXT,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT
) STRICT;
CREATE INDEX account_tokens_person ON account_tokens (person_id, purpose);

-- What a form held when it could not be saved, kept for one look when JavaScript is off.
CREATE TABLE flashes (
    token_hash BLOB PRIMARY KEY,
    body TEXT NOT NULL,
    expires_at TEXT NOT NULL
) STRICT;
CREATE INDEX flashes_expires ON flashes (expires_at);

-- The transactional outbox: a mail is written with the change that causes it and sent afterwards.
CREATE TABLE mails (
    id BLOB PRIMARY KEY,
    to_name TEXT NOT NULL,
    to_email TEXT NOT NULL,
    locale TEXT NOT NULL,
    subject TEXT NOT NULL,
    body_text TEXT NOT NULL,
    body_html TEXT NOT NULL,
    created_at TEXT NOT NULL,
    not_before TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    given_up INTEGER NOT NULL,
    last_error TEXT,
    sent_at TEXT
) STRICT;
CREATE INDEX mails_waiting ON mails (not_before) WHERE sent_at IS NULL;
CREATE INDEX mails_created ON mails (created_at);

-- The one stream that the live hub, notifications, audit log and automations read.
CREATE TABLE events (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    actor_id BLOB,
    organisation_id BLOB,
    program_id BLOB,
    subject_id BLOB,
    body TEXT NOT NULL
) STRICT;
CREATE INDEX events_program ON events (program_id, seq);
CREATE INDEX events_organisation ON events (organisation_id, seq);

CREATE TABLE notifications (
    id BLOB PRIMARY KEY,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    link TEXT NOT NULL,
    body TEXT NOT NULL,
    created_at TEXT NOT NULL,
    read_at TEXT
) STRICT;
CREATE INDEX notifications_person ON notifications (person_id, created_at);
CREATE INDEX notifications_unread ON notifications (person_id) WHERE read_at IS NULL;
