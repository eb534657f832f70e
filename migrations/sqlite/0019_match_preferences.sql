-- Match preferences, until now called ranks: the table, its columns and its indexes get the name that the rest of the code uses.

ALTER TABLE ranks RENAME TO match_preferences;
ALTER TABLE match_preferences RENAME COLUMN ranker_id TO person_id;
ALTER TABLE match_preferences RENAME COLUMN ranked_id TO preferred_id;
DROP INDEX ranks_ranker;
DROP INDEX ranks_ranked;
CREATE INDEX match_preferences_person ON match_preferences (person_id);
CREATE INDEX match_preferences_preferred ON match_preferences (preferred_id);
