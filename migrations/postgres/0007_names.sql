-- People are looked up by name whatever its capitals and marks: name_key is the name as domain::search::name_key folds it,
-- the same on both databases. Neither folds like that in SQL, so the key of people who are here already stays empty until
-- store::people::names has filled it, right after the migrations. No name folds to nothing.
--
-- Names are looked for inside (LIKE '%…%') among the members of one organisation or the participants of one program, which
-- no index shortens: the members or participants are read by the indexes of their own tables. This one finds whose key is
-- still missing, at each start.

ALTER TABLE people ADD COLUMN name_key TEXT COLLATE "C" NOT NULL DEFAULT '';
CREATE INDEX people_name_key ON people (name_key);

-- The audit log of one person: events_organisation alone would read everybody's.
CREATE INDEX events_organisation_actor ON events (organisation_id, actor_id, seq);
