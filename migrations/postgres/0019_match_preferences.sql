-- Match preferences, until now called ranks: the table, its columns and its indexes get the name that the rest of the code uses.

ALTER TABLE ranks RENAME TO match_preferences;
ALTER TABLE match_preferences RENAME COLUMN ranker_id TO person_id;
ALTER TABLE match_preferences RENAME COLUMN ranked_id TO preferred_id;
ALTER TABLE match_preferences RENAME CONSTRAINT ranks_pkey TO match_preferences_pkey;
ALTER TABLE match_preferences RENAME CONSTRAINT ranks_check TO match_preferences_check;
ALTER INDEX ranks_ranker RENAME TO match_preferences_person;
ALTER INDEX ranks_ranked RENAME TO match_preferences_preferred;
