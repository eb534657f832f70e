-- Words of participants for searching: one row per word. Trigrams of each word make it tolerant of a typo; they are the
-- same portable table on both databases, made by domain::search, so that both find the same people.

CREATE TABLE search_words (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    word TEXT NOT NULL UNIQUE,
    grams INTEGER NOT NULL
);

CREATE TABLE search_grams (
    gram TEXT NOT NULL,
    word_id BIGINT NOT NULL REFERENCES search_words (id) ON DELETE CASCADE,
    PRIMARY KEY (gram, word_id)
);

CREATE TABLE person_words (
    word_id BIGINT NOT NULL REFERENCES search_words (id) ON DELETE CASCADE,
    person_id UUID NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    weight INTEGER NOT NULL,
    PRIMARY KEY (word_id, person_id)
);
CREATE INDEX person_words_person ON person_words (person_id);
