//! Why a mentor fits, in facts from which a sentence can be made.

use super::features::{Features, Preferences, likenesses};
use super::hours::waking_overlap;
use crate::shared::HelpKind;

/// Answers at least this alike are told as agreeing.
const ALIKE: u32 = 75;

/// What speaks for a pair. Numbers are those of the [`super::Vocabulary`] that made the features.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FitReasons {
    /// Wanted skills that the mentor offers, in the order of the mentee's preferences.
    pub shared_skills: Vec<u16>,
    /// Kinds of help that one looks for and the other gives.
    pub shared_help: Vec<HelpKind>,
    /// Languages that both speak.
    pub shared_languages: Vec<u16>,
    /// Whole hours a day in which both are awake.
    pub waking_hours_per_day: Option<u8>,
    /// Free minutes a week in common, when both said when they are free.
    pub free_minutes_per_week: Option<u16>,
    /// The industry that both work in.
    pub shared_industry: Option<u16>,
    /// Years that the mentor is ahead; `None` when not ahead or not known.
    pub years_ahead: Option<u16>,
    /// Counted questions that both answered alike.
    pub shared_answers: Vec<u16>,
    /// The mentor's place among the mentee's preferences, from 1.
    pub mentee_preference: Option<u8>,
    /// The mentee's place among the mentor's preferences, from 1.
    pub mentor_preference: Option<u8>,
}

/// Collects what speaks for this pair, whether or not they share a language.
#[must_use]
pub fn explain(mentee: &Features, mentor: &Features) -> FitReasons {
    let offered = |skill: &u16| mentor.offered.contains(*skill);
    let languages = mentee.languages.shared_numbers(&mentor.languages);
    let offsets = mentee.utc_offset.zip(mentor.utc_offset);
    let both_said = !mentee.free.is_empty() && !mentor.free.is_empty();
    let years = mentee.years.zip(mentor.years);
    let alike = likenesses(&mentee.answers, &mentor.answers).filter(|(_, alike)| *alike >= ALIKE);
    FitReasons {
        shared_skills: mentee.wanted.iter().copied().filter(offered).collect(),
        shared_help: mentee.help_wanted.shared(mentor.help_offered).kinds().collect(),
        shared_languages: languages.filter_map(|number| u16::try_from(number).ok()).collect(),
        waking_hours_per_day: offsets.and_then(|(a, b)| u8::try_from(waking_overlap(a, b) / 60).ok()),
        free_minutes_per_week: both_said.then(|| u16::try_from(mentee.free.shared(&mentor.free) * 15).unwrap_or(u16::MAX)),
        shared_industry: mentee.industry.filter(|industry| mentor.industry == Some(*industry)),
        years_ahead: years.and_then(|(mine, theirs)| theirs.checked_sub(mine)).filter(|n| *n > 0),
        shared_answers: alike.map(|(question, _)| question).collect(),
        mentee_preference: place(&mentee.preferences.mentors, &mentor.preferences),
        mentor_preference: place(&mentor.preferences.mentees, &mentee.preferences),
    }
}

fn place(list: &[u32], whom: &Preferences) -> Option<u8> {
    Preferences::place(list, whom).and_then(|place| u8::try_from(place + 1).ok())
}
