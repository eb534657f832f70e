//! From what is stored about a person to [`Features`], through one vocabulary of numbers.

use super::features::{CountedAnswer, Features, Preferences};
use super::hours::{WeekClock, free_time};
use super::interner::Interner;
use crate::ids::QuestionId;
use crate::programs::Answer;
use crate::shared::{HelpKind, WeeklySlot};

/// What is stored about a person, borrowed.
#[derive(Clone, Copy, Debug, Default)]
pub struct PersonFacts<'a> {
    /// Ids of wanted skills, the most wanted first.
    pub wanted: &'a [String],
    /// Ids of offered skills.
    pub offered: &'a [String],
    /// Kinds of help looked for.
    pub help_wanted: &'a [HelpKind],
    /// Kinds of help offered.
    pub help_offered: &'a [HelpKind],
    /// Codes of the languages spoken.
    pub languages: &'a [String],
    /// A usual week, in the person's own time.
    pub availability: &'a [WeeklySlot],
    /// The clock of that time, now and in the coming days.
    pub clock: Option<WeekClock>,
    /// The industry's id.
    pub industry: Option<&'a str>,
    /// Years of experience.
    pub years: Option<i32>,
    /// Answers to the program's counted questions (others must not be in here).
    pub answers: &'a [(QuestionId, Answer)],
    /// How many counted questions the program asks both mentors and mentees.
    pub asked: u16,
}

/// The numbers for skills, languages, industries and questions. Features are compared only with features made by the
/// same vocabulary.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// Skills, by id.
    pub skills: Interner<String>,
    /// Languages, by code.
    pub languages: Interner<String>,
    /// Industries, by id.
    pub industries: Interner<String>,
    /// Counted questions.
    pub questions: Interner<QuestionId>,
}

impl Vocabulary {
    /// The person as the fit sees them.
    pub fn features(&mut self, facts: &PersonFacts<'_>) -> Features {
        let mut wanted: Vec<u16> = Vec::with_capacity(facts.wanted.len());
        for skill in facts.wanted.iter().filter_map(|id| self.skills.intern(id)) {
            if !wanted.contains(&skill) {
                wanted.push(skill);
            }
        }
        let languages = facts.languages.iter().filter_map(|code| self.languages.intern(code));
        let languages = languages.map(usize::from).collect();
        let mut answers: Vec<_> = facts
            .answers
            .iter()
            .filter_map(|(question, answer)| Some((self.questions.intern(question)?, counted(answer, &mut self.skills)?)))
            .collect();
        answers.sort_by_key(|(question, _)| *question);
        answers.dedup_by_key(|(question, _)| *question);
        Features {
            wanted,
            offered: facts.offered.iter().filter_map(|id| self.skills.intern(id)).collect(),
            help_wanted: facts.help_wanted.iter().copied().collect(),
            help_offered: facts.help_offered.iter().copied().collect(),
            languages,
            free: facts.clock.map(|clock| free_time(facts.availability, &clock)).unwrap_or_default(),
            utc_offset: facts.clock.map(|clock| clock.now),
            industry: facts.industry.and_then(|id| self.industries.intern(&id.to_owned())),
            years: facts.years.map(|years| u16::try_from(years.max(0)).unwrap_or(u16::MAX)),
            answers,
            asked: facts.asked,
            preferences: Preferences::default(),
        }
    }
}

/// An answer in the numbers of the vocabulary; texts can't be compared.
fn counted(answer: &Answer, skills: &mut Interner<String>) -> Option<CountedAnswer> {
    match answer {
        Answer::Text(_) => None,
        Answer::Choice(option) => Some(CountedAnswer::Choice(*option)),
        Answer::Choices(options) => {
            let fitting = options.iter().filter(|option| **option < 64);
            Some(CountedAnswer::Choices(fitting.fold(0, |bits, option| bits | 1 << option)))
        }
        Answer::Scale(value) => Some(CountedAnswer::Scale(*value)),
        Answer::Skills(ids) => {
            let numbers = ids.iter().filter_map(|id| skills.intern(id));
            Some(CountedAnswer::Skills(numbers.collect()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(list: &[&str]) -> Vec<String> {
        list.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn two_people_of_one_vocabulary_can_be_compared() {
        let mut vocabulary = Vocabulary::default();
        let (mentoring, rust) = (words(&["mentoring", "rust", "mentoring"]), words(&["rust"]));
        let languages = words(&["fr", "ar"]);
        let mentee = vocabulary.features(&PersonFacts {
            wanted: &mentoring,
            languages: &languages,
            industry: Some("arts"),
            years: Some(-3),
            ..PersonFacts::default()
        });
        let mentor = vocabulary.features(&PersonFacts { offered: &rust, industry: Some("arts"), ..PersonFacts::default() });
        assert_eq!(mentee.wanted, [0, 1], "each once, in the order given");
        assert!(mentor.offered.contains(1) && !mentor.offered.contains(0));
        assert_eq!(mentee.industry, mentor.industry);
        assert_eq!((mentee.years, mentee.languages.len()), (Some(0), 2));
        assert_eq!(vocabulary.skills.key(1).map(String::as_str), Some("rust"));
    }

    #[test]
    fn answers_come_in_the_order_of_questions_and_texts_stay_out() {
        let question = |n: u128| QuestionId(uuid::Uuid::from_u128(n));
        let mut vocabulary = Vocabulary::default();
        let first = [(question(1), Answer::Scale(3)), (question(2), Answer::Text("Hm".to_owned()))];
        let _ = vocabulary.features(&PersonFacts { answers: &first, ..PersonFacts::default() });
        let second = [(question(3), Answer::Choices(vec![0, 2, 64, 9999])), (question(1), Answer::Scale(5))];
        let made = vocabulary.features(&PersonFacts { answers: &second, ..PersonFacts::default() });
        let expected = [(0, CountedAnswer::Scale(5)), (2, CountedAnswer::Choices(0b101))];
        assert_eq!(made.answers, expected);
    }

    #[test]
    fn without_a_clock_free_time_means_nothing() {
        let availability = [WeeklySlot { weekday: 0, from: 540, to: 600 }];
        let facts = PersonFacts { availability: &availability, ..PersonFacts::default() };
        let mut vocabulary = Vocabulary::default();
        assert!(vocabulary.features(&facts).free.is_empty());
        let somewhere = PersonFacts { clock: Some(WeekClock::fixed(60)), ..facts };
        let made = vocabulary.features(&somewhere);
        assert!(made.free.contains(8 * 4) && made.utc_offset == Some(60));
    }
}
