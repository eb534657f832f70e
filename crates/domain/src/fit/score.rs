//! The score of each criterion, 0 to 100, and the total of all.
//!
//! Wishes (skills, aims) are left out only when the mentee has none; a mentor who offers nothing scores 0, so that
//! saying more never harms. What is compared both ways is left out when either side says nothing.

use super::criteria::{CRITERIA, Weights};
use super::features::{Features, Wishes, likenesses};
use super::hours::waking_overlap;

/// So many shared free hours a week are enough to meet whenever one wants.
const ENOUGH_FREE_HOURS: u32 = 4;
/// The shared waking minutes a day that two people have at the very least, wherever they live.
const LEAST_WAKING: u32 = 360;
/// So many shared waking minutes a day are as good as living next door.
const ENOUGH_WAKING: u32 = 720;
/// So many years ahead are far enough.
const ENOUGH_YEARS: u32 = 5;
/// By so much a wish is worth less than the one before it: the first 100, the fifth 20.
const WISH_STEP: u32 = 20;

/// A score for each criterion in the order of [`Criterion::ALL`]; `None` for one that is left out.
pub(super) type Scores = [Option<u8>; CRITERIA];

/// All scores, or `None` when the two share no language.
pub(super) fn scores(mentee: &Features, mentor: &Features) -> Option<Scores> {
    let shared_languages = mentee.languages.shared(&mentor.languages);
    (shared_languages > 0).then(|| any_scores(mentee, mentor, shared_languages))
}

/// All scores of two people who share so many languages, be it none.
#[inline]
pub(super) fn any_scores(mentee: &Features, mentor: &Features, shared_languages: u32) -> Scores {
    // In the order of the criteria. Written out, as this runs for every pair there is.
    let values: [Option<u32>; CRITERIA] = [
        skills(mentee, mentor),
        aims(mentee, mentor),
        availability(mentee, mentor),
        industry(mentee, mentor),
        experience(mentee, mentor),
        questions(mentee, mentor),
        languages(mentee, mentor, shared_languages),
        wish(&mentee.wishes.mentors, &mentor.wishes),
        wish(&mentor.wishes.mentees, &mentee.wishes),
    ];
    values.map(|value| value.map(|value| u8::try_from(value.min(100)).unwrap_or(100)))
}

/// The sum of the weights that take part.
#[inline]
pub(super) fn whole(scores: &Scores, weights: &Weights) -> u32 {
    weights.all().iter().zip(scores).map(|(weight, score)| if score.is_some() { u32::from(*weight) } else { 0 }).sum()
}

/// The weighted mean, rounded to the nearest.
pub(super) fn total(scores: &Scores, weights: &Weights) -> u8 {
    let mean = mean(scores, weights, 1);
    u8::try_from(mean.min(100)).unwrap_or(100)
}

/// The same in hundredths.
pub(super) fn hundredths(scores: &Scores, weights: &Weights) -> u16 {
    let mean = mean(scores, weights, 100);
    u16::try_from(mean.min(10_000)).unwrap_or(10_000)
}

/// The weighted mean times `scale`, rounded to the nearest.
#[inline]
fn mean(scores: &Scores, weights: &Weights, scale: u32) -> u32 {
    let mut sum = 0;
    for (weight, score) in weights.all().iter().zip(scores) {
        sum += score.map_or(0, |score| u32::from(score) * u32::from(*weight));
    }
    let whole = whole(scores, weights);
    (sum * scale + whole / 2).checked_div(whole).unwrap_or(0)
}

/// How much of the wish list the mentor covers; what is wanted most counts twice what is wanted least.
#[inline]
fn skills(mentee: &Features, mentor: &Features) -> Option<u32> {
    let last = u32::try_from(mentee.wanted.len()).ok()?.checked_sub(1)?;
    let (mut covered, mut all) = (0, 0);
    let mut weight = (last * 2).max(1);
    for skill in &mentee.wanted {
        all += weight;
        if mentor.offered.contains(*skill) {
            covered += weight;
        }
        weight = weight.saturating_sub(1);
    }
    (covered * 100).checked_div(all)
}

/// How many of the kinds of help looked for the mentor gives.
#[inline]
fn aims(mentee: &Features, mentor: &Features) -> Option<u32> {
    let shared = mentee.help_wanted.shared(mentor.help_offered);
    (shared.len() * 100).checked_div(mentee.help_wanted.len())
}

/// Shared free hours, up to enough of them; shared waking hours when one of the two doesn't say when they are free.
fn availability(mentee: &Features, mentor: &Features) -> Option<u32> {
    if !mentee.free.is_empty() && !mentor.free.is_empty() {
        let shared = mentee.free.shared(&mentor.free).min(ENOUGH_FREE_HOURS);
        return Some(shared * 100 / ENOUGH_FREE_HOURS);
    }
    let minutes = waking_overlap(mentee.utc_offset?, mentor.utc_offset?);
    let beyond_least = minutes.clamp(LEAST_WAKING, ENOUGH_WAKING) - LEAST_WAKING;
    Some(beyond_least * 100 / (ENOUGH_WAKING - LEAST_WAKING))
}

fn industry(mentee: &Features, mentor: &Features) -> Option<u32> {
    Some(if mentee.industry? == mentor.industry? { 100 } else { 0 })
}

/// How far the mentor is ahead, up to far enough.
fn experience(mentee: &Features, mentor: &Features) -> Option<u32> {
    let ahead = u32::from(mentor.years?.saturating_sub(mentee.years?));
    Some(ahead.min(ENOUGH_YEARS) * 100 / ENOUGH_YEARS)
}

/// The mean likeness of the answers to the counted questions that both answered.
fn questions(mentee: &Features, mentor: &Features) -> Option<u32> {
    let (mut sum, mut count) = (0_u32, 0_u32);
    for (_, likeness) in likenesses(&mentee.answers, &mentor.answers) {
        sum += likeness;
        count += 1;
    }
    sum.checked_div(count)
}

/// Of the languages that they could share beyond the first, how many they do. Nothing to compare when one of them speaks
/// a single one.
fn languages(mentee: &Features, mentor: &Features, shared: u32) -> Option<u32> {
    if !mentee.languages.is_several() || !mentor.languages.is_several() {
        return None;
    }
    if shared <= 1 {
        return Some(0);
    }
    let possible = mentee.languages.len().min(mentor.languages.len()).saturating_sub(1);
    (shared.saturating_sub(1) * 100).checked_div(possible)
}

/// How much one is wished for: less with every place, nothing beyond the list. Left out when its owner wishes for nobody.
fn wish(list: &[u32], whom: &Wishes) -> Option<u32> {
    if list.is_empty() {
        return None;
    }
    let place = Wishes::place(list, whom).and_then(|place| u32::try_from(place).ok());
    Some(place.map_or(0, |place| 100_u32.saturating_sub(place * WISH_STEP)))
}
