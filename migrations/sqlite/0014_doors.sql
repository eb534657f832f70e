-- Limits that outlive a restart: mails with invitations, and what is kept of forms for somebody.

-- When the mail with an invitation leaves. What is beyond the quotas of the day waits in the outbox until then.
CREATE TABLE invitation_mails (
    mail_id BLOB PRIMARY KEY,
    invitation_id BLOB NOT NULL REFERENCES invitations (id) ON DELETE CASCADE,
    organisation_id BLOB NOT NULL REFERENCES organisations (id) ON DELETE CASCADE,
    sent_by BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    email_key TEXT NOT NULL,
    leaves_at TEXT NOT NULL
) STRICT;
CREATE INDEX invitation_mails_organisation ON invitation_mails (organisation_id, leaves_at);
CREATE INDEX invitation_mails_sent_by ON invitation_mails (sent_by, leaves_at);
CREATE INDEX invitation_mails_email ON invitation_mails (email_key, leaves_at);
CREATE INDEX invitation_mails_invitation ON invitation_mails (invitation_id);
CREATE INDEX invitation_mails_leaves ON invitation_mails (leaves_at);

-- Whose form it is, and how long it is in bytes.
ALTER TABLE flashes ADD COLUMN person_id BLOB REFERENCES people (id) ON DELETE CASCADE;
ALTER TABLE flashes ADD COLUMN size INTEGER NOT NULL DEFAULT 0;
CREATE INDEX flashes_person ON flashes (person_id, expires_at);

-- How many mentors somebody asked lately.
CREATE INDEX match_requests_mentee_created ON match_requests (mentee_id, created_at);
