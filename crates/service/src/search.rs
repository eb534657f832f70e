//! Finding people by words: what of a profile counts, and how well somebody answers what was typed.
//!
//! Whoever keeps the personal part of their profile to those close to them isn't found by it either.

use crate::{Error, skills};
use domain::people::Visibility;
use domain::search::{TYPO, is_one_slip, similarity_of, trigrams, words};
use domain::{PersonId, ProgramId};
use i18n::Locale;
use std::collections::{BTreeMap, HashMap, HashSet};
use store::search::{self, Holder, Meant, Near, PersonWords, Texts};
use store::{Tx, skills as added};
use use_case::use_case;

/// People whose words are worked out at once.
const AT_ONCE: usize = 1_000;
/// So many typed words are looked for; the rest is left out.
const WORDS_MAX: usize = 8;
/// So many words of the index count for one typed word, the best first: a single letter begins a great many.
const MEANT_MAX: usize = 300;
/// A word shorter than this must be typed as it is: everything is like two letters.
const TYPO_FROM: usize = 4;

const NAME: i32 = 10;
const SKILL: i32 = 8;
const HEADLINE: i32 = 6;
const ROLE: i32 = 5;
const ABOUT: i32 = 2;

const EXACT: i32 = 300;
const BEGINS: i32 = 200;
/// The best that a word with a typo can be.
const LIKE: i32 = 100;

/// Writes what a person is found by. Belongs in each transaction that changes their name, profile or skills.
#[use_case]
pub async fn index_person(tx: &mut Tx, person: PersonId) -> Result<(), Error> {
    index_people(tx, &[person]).await
}

/// The same for many people, in a fixed number of statements for each thousand.
#[use_case]
pub async fn index_people(tx: &mut Tx, people: &[PersonId]) -> Result<(), Error> {
    for people in people.chunks(AT_ONCE) {
        let texts = search::texts(tx, people).await?;
        let offered = search::offered(tx, people).await?;
        let others: HashSet<&String> = offered.iter().filter(|(_, id)| skills::name(id, Locale::En).is_none()).map(|(_, id)| id).collect();
        let others: Vec<String> = others.into_iter().cloned().collect();
        let others: HashMap<String, String> = added::names(tx, &others).await?.into_iter().collect();
        let mut of_person: HashMap<PersonId, Vec<&str>> = HashMap::new();
        for (person, skill) in &offered {
            of_person.entry(*person).or_default().extend(skill_names(skill, &others));
        }
        let indexed: Vec<PersonWords> = texts.iter().map(|t| weighed(t, of_person.get(&t.id).map_or(&[], Vec::as_slice))).collect();
        search::index(tx, &indexed).await?;
    }
    Ok(())
}

/// A skill's names in every language; people added theirs in one.
fn skill_names<'a>(id: &str, added: &'a HashMap<String, String>) -> Vec<&'a str> {
    match added.get(id) {
        Some(name) => vec![name],
        None => Locale::ALL.into_iter().filter_map(|locale| skills::name(id, locale)).collect(),
    }
}

/// A person's words; one that stands in several places counts as in the best of them.
fn weighed(texts: &Texts, skills: &[&str]) -> PersonWords {
    let personal = |text: &'_ Option<String>| text.clone().filter(|_| texts.visibility == Visibility::Shared).unwrap_or_default();
    let (about, role) = (personal(&texts.about), personal(&texts.role_title));
    let places = [(about.as_str(), ABOUT), (role.as_str(), ROLE), (texts.headline.as_deref().unwrap_or_default(), HEADLINE)];
    let mut weights: BTreeMap<String, i32> = BTreeMap::new();
    for (text, weight) in places.into_iter().chain(skills.iter().map(|name| (*name, SKILL))).chain([(texts.name.as_str(), NAME)]) {
        for word in words(text) {
            let known = weights.entry(word).or_default();
            *known = weight.max(*known);
        }
    }
    PersonWords { person: texts.id, words: weights.into_iter().collect() }
}

/// The mentors who can be found in a program and have all the words of a text, the best first, each with a score. A word may be
/// only the beginning of theirs; if none of them has it, it may be one with a typo.
#[use_case]
pub async fn find(tx: &mut Tx, program: ProgramId, text: &str) -> Result<Vec<(PersonId, i64)>, Error> {
    let mut typed = words(text);
    typed.truncate(WORDS_MAX);
    if typed.is_empty() {
        return Ok(Vec::new());
    }
    let near = search::near(tx, &typed).await?;
    let holders = search::holders(tx, program, &meant(&typed, &near)).await?;
    Ok(ranked(typed.len(), holders))
}

/// The words of the index that count, the best of each typed one.
fn meant(typed: &[String], near: &[Near]) -> Vec<Meant> {
    let mut meant = Vec::new();
    for (n, word) in (0_i32..).zip(typed) {
        let mut of_word: Vec<Meant> = near
            .iter()
            .filter(|near| near.typed == n)
            .filter_map(|near| Some(Meant { typed: n, word: near.id, rank: rank(word, near)? }))
            .collect();
        of_word.sort_unstable_by_key(|m| (-m.rank, m.word));
        of_word.truncate(MEANT_MAX);
        meant.extend(of_word);
    }
    meant
}

/// How well a word of the index answers a typed one, if at all.
#[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "a likeness between 0 and 1, made a percentage")]
fn rank(typed: &str, near: &Near) -> Option<i32> {
    if near.word == typed {
        return Some(EXACT);
    }
    if near.word.starts_with(typed) {
        return Some(BEGINS);
    }
    let shared = usize::try_from(near.shared).ok()?;
    let alike = similarity_of(shared, trigrams(typed).len(), usize::try_from(near.grams).ok()?);
    let close = alike >= TYPO || is_one_slip(typed, &near.word);
    (close && typed.chars().count() >= TYPO_FROM).then_some((alike * LIKE as f32) as i32)
}

/// Those who have every typed word, the best first.
fn ranked(typed: usize, holders: Vec<Holder>) -> Vec<(PersonId, i64)> {
    // What somebody has as it was typed is no typo for the others.
    let certain: HashSet<i32> = holders.iter().filter(|h| h.rank > LIKE).map(|h| h.typed).collect();
    let mut people: HashMap<PersonId, (usize, i64)> = HashMap::new();
    for holder in holders.into_iter().filter(|h| h.rank > LIKE || !certain.contains(&h.typed)) {
        let (words, score) = people.entry(holder.person).or_default();
        *words += 1;
        *score += holder.score;
    }
    let mut found: Vec<(PersonId, i64)> =
        people.into_iter().filter(|(_, (words, _))| *words == typed).map(|(person, (_, score))| (person, score)).collect();
    found.sort_unstable_by_key(|(person, score)| (-score, *person));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn person(n: u128) -> PersonId {
        PersonId(Uuid::from_u128(n))
    }

    fn near(word: &str, typed: &str) -> Near {
        let grams = trigrams(word);
        let shared = trigrams(typed).iter().filter(|g| grams.contains(g)).count();
        Near {
            typed: 0,
            id: 1,
            word: word.to_owned(),
            grams: i32::try_from(grams.len()).unwrap_or(0),
            shared: i64::try_from(shared).unwrap_or(0),
        }
    }

    #[test]
    fn the_word_itself_is_best_then_its_beginning_then_a_typo() {
        let of = |typed: &str, word: &str| rank(typed, &near(word, typed));
        assert_eq!(of("design", "design"), Some(EXACT));
        assert_eq!(of("desi", "design"), Some(BEGINS));
        assert!(of("desing", "design").is_some_and(|r| r <= LIKE));
        assert!(of("pyhton", "python").is_some_and(|r| r <= LIKE));
        assert_eq!(of("python", "design"), None);
        assert_eq!(of("low", "law"), None, "short words must be right");
    }

    #[test]
    fn a_typo_counts_only_where_nobody_has_the_word() {
        let holder = |n, typed, rank| Holder { person: person(n), typed, rank, score: i64::from(rank) };
        assert_eq!(ranked(1, vec![holder(1, 0, EXACT), holder(2, 0, 40)]), [(person(1), 300)]);
        assert_eq!(ranked(1, vec![holder(1, 0, 50), holder(2, 0, 60)]), [(person(2), 60), (person(1), 50)]);
        assert_eq!(ranked(2, vec![holder(1, 0, EXACT), holder(1, 1, BEGINS), holder(2, 0, EXACT)]), [(person(1), 500)], "all words");
    }

    #[test]
    fn what_is_only_for_those_close_finds_nobody() {
        let texts = |visibility| Texts {
            id: person(1),
            name: "Noor".to_owned(),
            headline: Some("Leads teams".to_owned()),
            about: Some("Sailing".to_owned()),
            role_title: Some("Noor the Engineer".to_owned()),
            visibility,
        };
        let of = |visibility| weighed(&texts(visibility), &["leading a team"]).words;
        let has = |words: &[(String, i32)], word: &str| words.iter().find(|(w, _)| w == word).map(|(_, weight)| *weight);
        let (shared, close) = (of(Visibility::Shared), of(Visibility::Close));
        assert_eq!((has(&shared, "sailing"), has(&shared, "engineer"), has(&shared, "noor")), (Some(ABOUT), Some(ROLE), Some(NAME)));
        assert_eq!((has(&close, "sailing"), has(&close, "engineer"), has(&close, "teams")), (None, None, Some(HEADLINE)));
        assert_eq!(has(&close, "team"), Some(SKILL));
    }
}
