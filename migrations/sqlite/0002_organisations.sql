-- Organisations, their members, and invitations by mail or by link.

CREATE TABLE organisations (
    id BLOB PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    about TEXT NOT NULL,
    version INTEGER NOT NULL,
    created_at TEXT NOT NULL
) STRICT;

CREATE TABLE memberships (
    organisation_id BLOB NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    joined_at TEXT NOT NULL,
    PRIMARY KEY (organisation_id, person_id)
) STRICT;
CREATE INDEX memberships_person ON memberships (person_id);

-- Skills that an organisation (or, without one, the open community) added to the taxonomy. name_key is the folded name,
-- once in each.
CREATE TABLE custom_skills (
    id TEXT PRIMARY KEY,
    organisation_id BLOB REFERENCES organisations (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,
    added_by BLOB REFERENCES people (id) ON DELETE SET NULL,
    created_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX custom_skills_organisation ON custom_skills (organisation_id, name_key) WHERE organisation_id IS NOT NULL;
CREATE UNIQUE INDEX custom_skills_community ON custom_skills (name_key) WHERE organisation_id IS NULL;
CREATE INDEX custom_skills_added_by ON custom_skills (added_by);
