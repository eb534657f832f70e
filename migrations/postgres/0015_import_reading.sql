-- How a file was read that people are enrolled from, and its bytes, so that it can be read again in another way.

-- bytes: until people of it were enrolled; encoding: what the file was read by where it doesn't say so itself, else empty;
-- notes: what was guessed.
ALTER TABLE imports ADD COLUMN bytes BYTEA;
ALTER TABLE imports ADD COLUMN encoding TEXT NOT NULL DEFAULT '';
ALTER TABLE imports ADD COLUMN keep_rows BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE imports ADD COLUMN notes JSONB NOT NULL DEFAULT '[]';
