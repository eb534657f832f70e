-- Devices that somebody signed in on before; mails that were sent say nothing any more; what is tidied has an index to be found by.

CREATE TABLE known_devices (
    token_hash BLOB NOT NULL,
    person_id BLOB NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    seen_at TEXT NOT NULL,
    PRIMARY KEY (token_hash, person_id)
) STRICT;
CREATE INDEX known_devices_person ON known_devices (person_id);
CREATE INDEX known_devices_seen ON known_devices (seen_at);

-- What is sent or given up is not sent again, and links in it may still open something.
UPDATE mails SET body_text = '', body_html = '' WHERE sent_at IS NOT NULL OR given_up;

CREATE INDEX events_sign_ins ON events (at) WHERE kind IN ('account.signed_in', 'account.sign_in_failed');
CREATE INDEX invitations_ended ON invitations (COALESCE(accepted_at, revoked_at, expires_at));
CREATE INDEX people_unconfirmed ON people (created_at) WHERE email_verified_at IS NULL;
