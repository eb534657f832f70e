//! How well a mentor fits a mentee: the one function that says so, for the list of mentors, for its sentence about each,
//! and for a match run.
//!
//! Pure, deterministic, whole numbers only, and without allocation where it runs for every pair. People go in as
//! [`Features`], made once per person by a [`Vocabulary`]; the total comes out with the parts it is made of.
//! Demographics count nothing: there is no criterion for gender, age or country, so no weight can bring them in.

mod bits;
mod criteria;
mod explain;
mod facts;
mod features;
mod hours;
mod interner;
mod quarters;
mod score;
pub mod views;

pub use bits::{Bits, HelpSet, LanguageSet, SkillSet};
pub use criteria::{CRITERIA, Criterion, RANK_FACTORS, Weights};
pub use explain::{FitReasons, explain};
pub use facts::{PersonFacts, Vocabulary};
pub use features::{CountedAnswer, Features, Preferences};
pub use hours::{WeekClock, free_time, waking_overlap};
pub use interner::Interner;
pub use quarters::FreeTime;

/// What no total makes up for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blocked {
    /// The two share no language.
    NoSharedLanguage,
}

/// One criterion's part in the total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which criterion.
    pub criterion: Criterion,
    /// Its share of the total, in percent; the shares of all parts make 100. 0 when left out.
    pub share: u8,
    /// How well the two fit by it as far as it is known, 0 to 100; `None` when nothing of it is known, or it is left out.
    pub score: Option<u8>,
    /// How much of it is known, in percent.
    pub known: u8,
}

/// How well a mentor fits a mentee.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fit {
    /// 0 to 100: so much at least, as what isn't known counts as the worst that it can be.
    pub total: u8,
    /// How much of what counts is known, in percent; 100 only when all of it is.
    pub known: u8,
    /// What it is made of, in the order of [`Criterion::ALL`].
    pub parts: [Part; CRITERIA],
}

/// How well `mentor` fits `mentee`, with its parts.
///
/// The weighted mean of the scores of all criteria. What one of the two hasn't said adds nothing: the total is the lower end of
/// what it can be (see docs/matching.md), so that an answer which agrees never lowers it. Left out are criteria by which nobody
/// could compare the two: questions where a program asks none, further languages when one of them speaks a single one, preferences
/// of those who name nobody.
///
/// # Errors
/// [`Blocked`] when a hard condition fails.
pub fn fit(mentee: &Features, mentor: &Features, weights: &Weights) -> Result<Fit, Blocked> {
    let scores = score::scores(mentee, mentor).ok_or(Blocked::NoSharedLanguage)?;
    let known = score::known(mentee, mentor);
    let whole = score::whole(&scores, weights);
    let mut parts = [Part { criterion: Criterion::Skills, share: 0, score: None, known: 0 }; CRITERIA];
    let mut before = 0;
    for (((part, criterion), score), known) in parts.iter_mut().zip(Criterion::ALL).zip(&scores).zip(&known) {
        let takes_part = *score != score::LEFT_OUT;
        let weight = if takes_part { u32::from(weights.of(*criterion)) } else { 0 };
        // Rounding the running sum rather than each share makes the shares add up to 100.
        let share = percent(before + weight, whole) - percent(before, whole);
        before += weight;
        *part = Part { criterion: *criterion, share, score: Some(*score).filter(|_| takes_part && *known > 0), known: *known };
    }
    Ok(Fit { total: score::total(&scores, weights), known: score::all_known(&known, &scores, weights), parts })
}

/// Two people compared by every criterion, before anything has a weight: what a match run keeps while weights are tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compared(score::Scores);

/// Compares two people; `None` when they share no language.
#[must_use]
pub fn compare(mentee: &Features, mentor: &Features) -> Option<Compared> {
    score::scores(mentee, mentor).map(Compared)
}

/// Compares two people whether or not they share a language: what would be, were that no condition.
#[must_use]
pub fn compare_anyway(mentee: &Features, mentor: &Features) -> Compared {
    Compared(score::any_scores(mentee, mentor, mentee.languages.shared(&mentor.languages)))
}

impl Compared {
    /// The total of [`fit`] in hundredths, 0 to 10,000: what a match run adds up, so that ties are few.
    #[must_use]
    pub fn hundredths(&self, weights: &Weights) -> u16 {
        score::hundredths(&self.0, weights)
    }
}

/// The total of [`fit`] alone, for lists of thousands; `None` when blocked.
#[must_use]
pub fn total_only(mentee: &Features, mentor: &Features, weights: &Weights) -> Option<u8> {
    score::scores(mentee, mentor).map(|scores| score::total(&scores, weights))
}

/// Part of whole in percent, rounded to the nearest; 0 of nothing.
fn percent(part: u32, whole: u32) -> u8 {
    let rounded = (part * 100 + whole / 2).checked_div(whole).unwrap_or(0);
    u8::try_from(rounded.min(100)).unwrap_or(100)
}

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
