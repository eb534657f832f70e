//! The index of words: which word stands in whose profile, with trigrams of each word so that a typo is forgiven.
//!
//! Words come folded and cut by `domain::search`; the same plain tables on both engines, so both find the same people.

use crate::leaving::stays;
use crate::row::{VALUES, row};
use crate::{StoreError, Tx, on};
use domain::people::Visibility;
use domain::search::trigrams;
use domain::{PersonId, ProgramId};
use std::collections::{BTreeSet, HashMap};

row! {
    /// What of a profile can be searched.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Texts {
        /// The person.
        pub id: PersonId,
        /// Their name.
        pub name: String,
        /// One line about them.
        pub headline: Option<String>,
        /// Paragraphs about them.
        pub about: Option<String>,
        /// What they work as.
        pub role_title: Option<String>,
        /// Who sees the personal part.
        pub visibility: Visibility,
    }
}

/// What of these people's profiles can be searched.
pub async fn texts(tx: &mut Tx, people: &[PersonId]) -> Result<Vec<Texts>, StoreError> {
    if people.is_empty() {
        return Ok(Vec::new());
    }
    Ok(on!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT id, name, headline, about, role_title, visibility FROM people WHERE id IN (");
        let mut list = query.separated(", ");
        people.iter().for_each(|id| {
            list.push_bind(*id);
        });
        query.push(")");
        query.build_query_as().fetch_all(c).await
    })?)
}

/// The skills that these people offer.
pub async fn offered(tx: &mut Tx, people: &[PersonId]) -> Result<Vec<(PersonId, String)>, StoreError> {
    if people.is_empty() {
        return Ok(Vec::new());
    }
    Ok(on!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("SELECT person_id, skill_id FROM person_skills WHERE side = 'offered' AND person_id IN (");
        let mut list = query.separated(", ");
        people.iter().for_each(|id| {
            list.push_bind(*id);
        });
        query.push(")");
        query.build_query_as().fetch_all(c).await
    })?)
}

/// A person's folded words, each once, with its weight.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonWords {
    /// The person.
    pub person: PersonId,
    /// Their words.
    pub words: Vec<(String, i32)>,
}

/// Writes people's words instead of those they had before. As many statements as the words fill, not as there are people.
///
/// A word that nobody has any more stays: it finds nobody, and somebody will use it again.
pub async fn index(tx: &mut Tx, people: &[PersonWords]) -> Result<(), StoreError> {
    forget(tx, people).await?;
    // In the order of the alphabet, so that two who add the same words at the same time don't wait for each other.
    let words: BTreeSet<&str> = people.iter().flat_map(|p| p.words.iter().map(|(word, _)| word.as_str())).collect();
    let words: Vec<&str> = words.into_iter().collect();
    let new = add_words(tx, &words).await?;
    add_grams(tx, &new).await?;
    let ids = ids_of(tx, &words).await?;
    let rows: Vec<(i64, PersonId, i32)> = people
        .iter()
        .flat_map(|p| p.words.iter().filter_map(|(word, weight)| Some((*ids.get(word.as_str())?, p.person, *weight))))
        .collect();
    for chunk in rows.chunks(VALUES / 3) {
        on!(tx, |c| {
            let mut query = sqlx::QueryBuilder::new("INSERT INTO person_words (word_id, person_id, weight) ");
            query.push_values(chunk, |mut row, (word, person, weight)| {
                row.push_bind(*word).push_bind(*person).push_bind(*weight);
            });
            query.push(" ON CONFLICT (word_id, person_id) DO UPDATE SET weight = excluded.weight");
            query.build().execute(c).await.map(|_| ())
        })?;
    }
    Ok(())
}

async fn forget(tx: &mut Tx, people: &[PersonWords]) -> Result<(), StoreError> {
    for chunk in people.chunks(VALUES) {
        on!(tx, |c| {
            let mut query = sqlx::QueryBuilder::new("DELETE FROM person_words WHERE person_id IN (");
            let mut list = query.separated(", ");
            chunk.iter().for_each(|p| {
                list.push_bind(p.person);
            });
            query.push(")");
            query.build().execute(c).await.map(|_| ())
        })?;
    }
    Ok(())
}

/// Adds the words that aren't there yet, and says which those were.
async fn add_words(tx: &mut Tx, words: &[&str]) -> Result<Vec<(i64, String)>, StoreError> {
    let mut new = Vec::new();
    for chunk in words.chunks(VALUES / 2) {
        let added: Vec<(i64, String)> = on!(tx, |c| {
            let mut query = sqlx::QueryBuilder::new("INSERT INTO search_words (word, grams) ");
            query.push_values(chunk, |mut row, word| {
                row.push_bind((*word).to_owned()).push_bind(count(trigrams(word).len()));
            });
            query.push(" ON CONFLICT (word) DO NOTHING RETURNING id, word");
            query.build_query_as().fetch_all(c).await
        })?;
        new.extend(added);
    }
    Ok(new)
}

async fn add_grams(tx: &mut Tx, words: &[(i64, String)]) -> Result<(), StoreError> {
    let rows: Vec<(String, i64)> = words.iter().flat_map(|(id, word)| trigrams(word).into_iter().map(|gram| (gram, *id))).collect();
    for chunk in rows.chunks(VALUES / 2) {
        on!(tx, |c| {
            let mut query = sqlx::QueryBuilder::new("INSERT INTO search_grams (gram, word_id) ");
            query.push_values(chunk, |mut row, (gram, word)| {
                row.push_bind(gram.clone()).push_bind(*word);
            });
            query.build().execute(c).await.map(|_| ())
        })?;
    }
    Ok(())
}

async fn ids_of(tx: &mut Tx, words: &[&str]) -> Result<HashMap<String, i64>, StoreError> {
    let mut ids = HashMap::with_capacity(words.len());
    for chunk in words.chunks(VALUES) {
        let found: Vec<(String, i64)> = on!(tx, |c| {
            let mut query = sqlx::QueryBuilder::new("SELECT word, id FROM search_words WHERE word IN (");
            let mut list = query.separated(", ");
            chunk.iter().for_each(|word| {
                list.push_bind((*word).to_owned());
            });
            query.push(")");
            query.build_query_as().fetch_all(c).await
        })?;
        ids.extend(found);
    }
    Ok(ids)
}

row! {
    /// A word of the index that may be meant by a typed one.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Near {
        /// Which of the typed words.
        pub typed: i32,
        /// The word's id.
        pub id: i64,
        /// The word.
        pub word: String,
        /// How many trigrams it has.
        pub grams: i32,
        /// How many of them it shares with the typed one.
        pub shared: i64,
    }
}

/// The words of the index that begin like one of the typed words, or are like it but for a typo. Whether they really do is
/// still to be looked at: here only trigrams are counted.
pub async fn near(tx: &mut Tx, typed: &[String]) -> Result<Vec<Near>, StoreError> {
    let rows: Vec<(i32, String, bool, i32, i32)> = (0_i32..).zip(typed).flat_map(|(n, word)| grams_of(n, word)).collect();
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    Ok(on!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("WITH typed (n, gram, begins, beginnings, grams) AS (");
        query.push_values(&rows, |mut row, (n, gram, begins, beginnings, grams)| {
            row.push_bind(*n).push_bind(gram.clone()).push_bind(*begins).push_bind(*beginnings).push_bind(*grams);
        });
        // 6 × shared ≥ both is a likeness of 0.2, without a division: below domain::search::TYPO, because a slip in a short word
        // spoils most of its trigrams. Two letters swapped in a word of four, which has five, leave one.
        query.push(
            ") SELECT t.n AS typed, w.id, w.word, w.grams, COUNT(*) AS shared
               FROM typed t JOIN search_grams g ON g.gram = t.gram JOIN search_words w ON w.id = g.word_id
               GROUP BY t.n, t.beginnings, t.grams, w.id, w.word, w.grams
               HAVING SUM(CASE WHEN t.begins THEN 1 ELSE 0 END) = t.beginnings OR COUNT(*) * 6 >= t.grams + w.grams OR (t.grams = 5 AND w.grams = 5)",
        );
        query.build_query_as().fetch_all(c).await
    })?)
}

/// The trigrams of a typed word, each with whether it belongs to the word's beginning: those do that don't hold its end.
fn grams_of(n: i32, word: &str) -> Vec<(i32, String, bool, i32, i32)> {
    let grams = trigrams(word);
    let begins = |gram: &String| !gram.ends_with(' ');
    let (beginnings, all) = (count(grams.iter().filter(|g| begins(g)).count()), count(grams.len()));
    grams.into_iter().map(|gram| (n, gram.clone(), begins(&gram), beginnings, all)).collect()
}

fn count(n: usize) -> i32 {
    i32::try_from(n).unwrap_or(i32::MAX)
}

/// A word that counts for a typed one, and how well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meant {
    /// Which of the typed words.
    pub typed: i32,
    /// The word's id.
    pub word: i64,
    /// How well it answers.
    pub rank: i32,
}

row! {
    /// A person with a word that counts for a typed one.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Holder {
        /// The person.
        pub person: PersonId,
        /// Which of the typed words.
        pub typed: i32,
        /// The best rank of their words for it.
        pub rank: i32,
        /// The best of rank times weight.
        pub score: i64,
    }
}

/// The mentors who can be found in a program and have any of these words, once for each typed word. Nobody else's words count:
/// whoever isn't listed must not decide which word was meant.
pub async fn holders(tx: &mut Tx, program: ProgramId, meant: &[Meant]) -> Result<Vec<Holder>, StoreError> {
    if meant.is_empty() {
        return Ok(Vec::new());
    }
    Ok(on!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("WITH meant (n, word_id, rank) AS (");
        query.push_values(meant, |mut row, m| {
            row.push_bind(m.typed).push_bind(m.word).push_bind(m.rank);
        });
        query.push(concat!(
            ") SELECT h.person_id AS person, t.n AS typed, MAX(t.rank) AS rank, CAST(MAX(t.rank * h.weight) AS BIGINT) AS score
               FROM meant t JOIN person_words h ON h.word_id = t.word_id JOIN enrolments e ON e.person_id = h.person_id
               WHERE e.as_mentor AND e.status = 'active' AND ",
            stays!(),
            " AND e.program_id = "
        ));
        query.push_bind(program);
        query.push(" GROUP BY h.person_id, t.n");
        query.build_query_as().fetch_all(c).await
    })?)
}
