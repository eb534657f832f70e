//! Headers that are whole questions: what they ask for is found by the phrases in them.

use crate::{Field, Finer, finer, lookup};
use cells::fold_header;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// How sure a header's meaning is, the surest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sure {
    /// A phrase of a longer header says it: the number is larger, the more of the phrase stands together.
    Phrase(u32),
    /// All of the header says it, but for words that say nothing: *What is your name?*
    Nearly,
    /// The header is a name that is known.
    Quite,
}

/// So many words may stand between two of a phrase of a question; those of a name stand together.
const BETWEEN: usize = 3;
/// A header with more words than this is a text and no question.
const LONGEST: usize = 60;
/// So is one with more bytes, which isn't even looked at.
pub(crate) const LONGEST_BYTES: usize = 1_000;

/// Words around a name that say nothing, folded.
const FILLERS: &str = "your my the a an please enter give state provide select choose what is are which tell us and required \
    optional su sus tu tus mi el la los las cual cuales es son por favor indique escriba obligatorio opcional \
    votre vos ton ta tes mon ma le les l quel quelle quels quelles est sont veuillez indiquer merci d obligatoire \
    ihr ihre ihren dein deine deinen mein meine wie lautet lauten was ist sind bitte angeben welche welcher \
    welches die das der pflichtfeld ما هو هي من فضلك ادخل اكتب";

static FILLER_WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| FILLERS.split(' ').collect());

/// Words with which somebody is asked for a yes or a no, and not for who they are.
const YES_OR_NO: &[&str] = &[
    "do you",
    "did you",
    "are you",
    "have you",
    "may we",
    "can we",
    "could we",
    "i agree",
    "i consent",
    "i confirm",
    "esta de acuerdo",
    "acepta",
    "acepto",
    "podemos",
    "confirmo",
    "etes vous",
    "avez vous",
    "acceptez",
    "j accepte",
    "pouvons",
    "haben sie",
    "hast du",
    "sind sie",
    "bist du",
    "durfen wir",
    "ich stimme",
    "ich bin",
    "stimmen",
    "هل",
    "اوافق",
];

struct Phrase<T> {
    words: Vec<&'static str>,
    /// So many others may stand between two of the words.
    between: usize,
    about: T,
}

/// Phrases by their first word, so that a header looks at few of them; each with its place, as the earlier one counts.
type Phrases<T> = HashMap<&'static str, Vec<(usize, Phrase<T>)>>;

static PHRASES: LazyLock<Phrases<Field>> = LazyLock::new(|| {
    let names = lookup::NAMES.iter().map(|(name, field)| (name.as_str(), *field)).filter(|(name, _)| name.contains(' '));
    phrases(&crate::FIELDS, names)
});

static FINER_PHRASES: LazyLock<Phrases<Finer>> = LazyLock::new(|| {
    let names = finer::NAMES.iter().map(|(name, field)| (name.as_str(), *field)).filter(|(name, _)| name.contains(' '));
    phrases(&finer::FIELDS, names)
});

fn phrases<T: Copy + 'static>(fields: &[(&str, T)], names: impl Iterator<Item = (&'static str, T)>) -> Phrases<T> {
    let lines = include_str!("sentences.txt").lines().filter_map(|line| line.split_once(": "));
    let told = lines.filter_map(|(key, phrases)| fields.iter().find(|(word, _)| *word == key).map(|(_, about)| (phrases, *about)));
    let told = told.flat_map(|(phrases, about)| phrases.split(", ").map(move |phrase| (phrase, about)));
    let phrase = |between| move |(phrase, about): (&'static str, T)| Phrase { words: phrase.split(' ').collect(), between, about };
    let mut by_first: Phrases<T> = HashMap::new();
    for (place, phrase) in told.map(phrase(BETWEEN)).chain(names.map(phrase(0))).enumerate() {
        by_first.entry(phrase.words.first().copied().unwrap_or_default()).or_default().push((place, phrase));
    }
    by_first
}

/// What a header is about that isn't a known name, and how sure that is.
pub(crate) fn by_phrases(header: &str) -> Option<(Field, Sure)> {
    let folded = words_of(header);
    let words: Vec<&str> = folded.split(' ').collect();
    let asks = asks_for_yes_or_no(&words);
    // Who is asked whether their name may be shown doesn't say their name.
    let says_who = |field: Field| {
        matches!(field, Field::Id | Field::Email | Field::Name | Field::FirstName | Field::LastName | Field::Manager | Field::Organisation)
    };
    best(&PHRASES, &words, |about| !(asks && says_who(about)))
}

/// The same for what enrolling tells apart.
pub(crate) fn finer_by_phrases(header: &str) -> Option<(Finer, Sure)> {
    let folded = words_of(header);
    best(&FINER_PHRASES, &folded.split(' ').collect::<Vec<_>>(), |_| true)
}

/// A header without the words around it that say nothing.
pub(crate) fn without_fillers(folded: &str) -> String {
    folded.split(' ').filter(|word| !FILLER_WORDS.contains(word)).collect::<Vec<_>>().join(" ")
}

/// The words of a header; those that a program ran together (`StartDate`) are taken apart.
pub(crate) fn words_of(header: &str) -> String {
    let mut apart = String::with_capacity(header.len() + 8);
    let mut small = false;
    for letter in header.chars() {
        if small && letter.is_uppercase() {
            apart.push(' ');
        }
        small = letter.is_lowercase();
        apart.push(letter);
    }
    fold_header(&apart)
}

fn asks_for_yes_or_no(words: &[&str]) -> bool {
    YES_OR_NO.iter().any(|begin| begin.split(' ').enumerate().all(|(place, word)| words.get(place) == Some(&word)))
}

fn best<T: Copy>(phrases: &Phrases<T>, words: &[&str], may: impl Fn(T) -> bool) -> Option<(T, Sure)> {
    if words.len() > LONGEST {
        return None;
    }
    let mut best: Option<(T, u32, usize)> = None;
    for (place, phrase) in words.iter().filter_map(|word| phrases.get(word)).flatten().filter(|(_, phrase)| may(phrase.about)) {
        let Some(between) = found(phrase, words) else { continue };
        let strength =
            u32::try_from(phrase.words.len() * 100).unwrap_or(u32::MAX).saturating_sub(u32::try_from(between).unwrap_or(99).min(99));
        if best.is_none_or(|(_, before, earlier)| strength > before || (strength == before && *place < earlier)) {
            best = Some((phrase.about, strength, *place));
        }
    }
    best.map(|(about, strength, _)| (about, Sure::Phrase(strength)))
}

/// How many words stand between those of a phrase, at its first place.
fn found<T>(phrase: &Phrase<T>, words: &[&str]) -> Option<usize> {
    let (first, rest) = phrase.words.split_first()?;
    let starts = words.iter().enumerate().filter(|(_, word)| *word == first).map(|(place, _)| place);
    starts.filter_map(|start| from(rest, phrase.between, words.get(start + 1..)?)).min()
}

fn from(phrase: &[&str], most: usize, mut words: &[&str]) -> Option<usize> {
    let mut between = 0;
    for wanted in phrase {
        let place = words.iter().take(most + 1).position(|word| word == wanted)?;
        between += place;
        words = words.get(place + 1..)?;
    }
    Some(between)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{field, finer};

    #[test]
    fn each_line_of_the_file_is_understood_and_folded() {
        for line in include_str!("sentences.txt").lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            let (key, phrases) = line.split_once(": ").unwrap();
            assert!(crate::FIELDS.iter().any(|(word, _)| *word == key) || finer::FIELDS.iter().any(|(word, _)| *word == key), "{line}");
            for phrase in phrases.split(", ") {
                assert_eq!(fold_header(phrase), phrase, "{line}");
            }
        }
        assert_eq!(fold_header(FILLERS), FILLERS);
        assert!(YES_OR_NO.iter().all(|begin| fold_header(begin) == *begin));
    }

    #[test]
    fn questions_in_five_languages() {
        for (expected, headers) in [
            (
                Field::Capacity,
                &[
                    "How many mentees would you be willing to mentor?",
                    "How many mentees would you like to mentor this cohort?",
                    "What is the maximum number of mentees you could take on?",
                    "How many people could you mentor?",
                    "¿Cuántos mentorados podría acompañar?",
                    "Combien de mentoré·es pouvez-vous accompagner ?",
                    "Wie viele Mentees können Sie begleiten?",
                    "كم عدد المسترشدين الذين يمكنك إرشادهم؟",
                ][..],
            ),
            (Field::Wanted, &["How many mentors would you like?", "Wie viele Mentorinnen möchten Sie?"]),
            (
                Field::Email,
                &[
                    "What is your e-mail address?",
                    "Your work email address",
                    "E-mail (required)",
                    "¿Cuál es su correo electrónico?",
                    "Wie lautet Ihre E-Mail-Adresse?",
                    "ما هو بريدك الإلكتروني؟",
                ],
            ),
            (
                Field::Name,
                &[
                    "What is your name?",
                    "Please enter your full name",
                    "¿Cómo se llama?",
                    "Wie heißen Sie?",
                    "Comment vous appelez-vous ?",
                    "ما اسمك؟",
                ],
            ),
            (Field::FirstName, &["Your first name", "FirstName", "Votre prénom", "Ihr Vorname"]),
            (Field::LastName, &["Your last name", "Votre nom de famille"]),
            (Field::Organisation, &["Your department or agency", "Where do you work?", "¿En qué empresa trabaja?"]),
            (Field::Grade, &["Your grade", "What grade are you?"]),
            (Field::Industry, &["Your profession", "Which industry do you work in?"]),
            (
                Field::Years,
                &[
                    "How many years have you worked?",
                    "How many years of experience do you have?",
                    "¿Cuántos años de experiencia tiene?",
                    "Wie viele Jahre Berufserfahrung haben Sie?",
                ],
            ),
            (Field::Personal, &["How old are you?", "¿Cuántos años tiene?", "What are your pronouns?"]),
            (
                Field::SkillsWanted,
                &[
                    "What would you like to learn?",
                    "Which skills do you want to develop?",
                    "¿Qué le gustaría aprender?",
                    "Qu’aimeriez-vous apprendre ?",
                    "Was möchten Sie lernen?",
                    "ماذا تود أن تتعلم؟",
                ],
            ),
            (
                Field::SkillsOffered,
                &[
                    "What can you help with?",
                    "Which skills could you offer a mentee?",
                    "¿En qué puede ayudar?",
                    "En quoi pouvez-vous aider ?",
                    "Wobei können Sie helfen?",
                ],
            ),
            (Field::Languages, &["Which languages do you speak?", "¿Qué idiomas habla?", "Welche Sprachen sprechen Sie?"]),
            (
                Field::Manager,
                &["Who is your line manager?", "Name of your manager", "Your manager's email address", "Wer ist Ihre Führungskraft?"],
            ),
            (Field::MetBefore, &["Is there anybody you should not be matched with?"]),
            (
                Field::Prose,
                &[
                    "Start Date",
                    "StartDate",
                    "ResponseId",
                    "Do you agree to us using the information you give us in this way?",
                    "Tell us about yourself",
                ],
            ),
        ] {
            for header in headers {
                assert_eq!(field(header), Some(expected), "{header}");
            }
        }
        for header in ["May we show your name to others?", "Favourite colour", "Agreed", "Paired", "Do you like your company?"] {
            assert_eq!(field(header), None, "{header}");
        }
    }

    #[test]
    fn what_enrolling_tells_apart() {
        for (expected, headers) in [
            (Finer::Side, &["Would you like to be a mentor or a mentee?", "Möchten Sie Mentor oder Mentee sein?", "Your role"][..]),
            (Finer::Country, &["Which country do you live in?", "In welchem Land leben Sie?", "Your country"]),
            (Finer::Zone, &["What time zone are you in?", "¿Cuál es su zona horaria?"]),
            (Finer::Job, &["Your job title or role", "What is your job?"]),
        ] {
            for header in headers {
                assert_eq!(finer(header), Some(expected), "{header}");
            }
        }
    }

    #[test]
    fn the_surer_of_two_readings_counts() {
        assert!(Sure::Quite > Sure::Nearly && Sure::Nearly > Sure::Phrase(900) && Sure::Phrase(300) > Sure::Phrase(299));
        let years = crate::about("How many years have you been in your current role?").unwrap();
        let job = crate::finer_about("How many years have you been in your current role?").unwrap();
        assert!(years.0 == Field::Years && years.1 > job.1, "{years:?} {job:?}");
    }
}
