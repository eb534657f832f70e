-- People who leave: when somebody who asked for it is erased, and when somebody was. An erased person's row stays, emptied, so that nothing
-- cascades from it: what two people made together stays the other one's.

ALTER TABLE people ADD COLUMN leaves_at TEXT;
ALTER TABLE people ADD COLUMN erased_at TEXT;
CREATE INDEX people_leaving ON people (leaves_at) WHERE leaves_at IS NOT NULL;
