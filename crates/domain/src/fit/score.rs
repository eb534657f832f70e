//! The score of each criterion, 0 to 100, what is known of it, and the total of all.
//!
//! What somebody hasn't said scores 0, as the worst answer would: so a total is what two people fit at least, and saying more
//! never harms. A criterion by which nobody could compare the two is left out instead.

use super::criteria::{CRITERIA, Weights};
use super::features::{Features, Preferences, likenesses};
use super::hours::waking_overlap;

/// So many shared free quarters of an hour a week, four hours, are enough to meet whenever one wants.
const ENOUGH_FREE: u32 = 16;
/// The shared waking minutes a day that two people have at the very least, wherever they live.
const LEAST_WAKING: u32 = 360;
/// So many shared waking minutes a day are as good as living next door.
const ENOUGH_WAKING: u32 = 720;
/// Living next door is worth as much as one hour in which both are free: being awake is not yet having time.
const WAKING_WORTH: u32 = 25;
/// So many years ahead are far enough.
const ENOUGH_YEARS: u32 = 5;
/// By so much a preference is worth less than the one before it: the first 100, the fifth 20.
const PREFERENCE_STEP: u32 = 20;

/// Instead of a score, for a criterion that is left out.
pub(super) const LEFT_OUT: u8 = u8::MAX;

/// A score for each criterion in the order of [`Criterion::ALL`], or [`LEFT_OUT`].
pub(super) type Scores = [u8; CRITERIA];

/// All scores, or `None` when the two share no language.
pub(super) fn scores(mentee: &Features, mentor: &Features) -> Option<Scores> {
    let shared_languages = mentee.languages.shared(&mentor.languages);
    (shared_languages > 0).then(|| any_scores(mentee, mentor, shared_languages))
}

/// All scores of two people who share so many languages, be it none.
#[inline]
pub(super) fn any_scores(mentee: &Features, mentor: &Features, shared_languages: u32) -> Scores {
    // In the order of the criteria. Written out, as this runs for every pair there is.
    [
        byte(skills(mentee, mentor)),
        byte(aims(mentee, mentor)),
        byte(availability(mentee, mentor)),
        byte(industry(mentee, mentor)),
        byte(experience(mentee, mentor)),
        questions(mentee, mentor).map_or(LEFT_OUT, byte),
        languages(mentee, mentor, shared_languages).map_or(LEFT_OUT, byte),
        preference(&mentee.preferences.mentors, &mentor.preferences).map_or(LEFT_OUT, byte),
        preference(&mentor.preferences.mentees, &mentee.preferences).map_or(LEFT_OUT, byte),
    ]
}

fn byte(score: u32) -> u8 {
    u8::try_from(score.min(100)).unwrap_or(100)
}

/// How much of each criterion is known, in percent: what both sides have said. All of one that is left out.
pub(super) fn known(mentee: &Features, mentor: &Features) -> [u8; CRITERIA] {
    let all = |known: bool| if known { 100 } else { 0 };
    let free = !mentee.free.is_empty() && !mentor.free.is_empty();
    let zones = mentee.utc_offset.is_some() && mentor.utc_offset.is_some();
    let waking = if zones { byte(WAKING_WORTH) } else { 0 };
    let (_, answered, asked) = answered(mentee, mentor);
    [
        all(!mentee.wanted.is_empty() && !mentor.offered.is_empty()),
        all(!mentee.help_wanted.is_empty() && !mentor.help_offered.is_empty()),
        if free { 100 } else { waking },
        all(mentee.industry.is_some() && mentor.industry.is_some()),
        all(mentee.years.is_some() && mentor.years.is_some()),
        byte((answered * 100).checked_div(asked).unwrap_or(100)),
        100,
        100,
        100,
    ]
}

/// What is known of the whole, in percent, rounded down: only all is 100.
pub(super) fn all_known(known: &[u8; CRITERIA], scores: &Scores, weights: &Weights) -> u8 {
    let (mut sum, mut whole) = (0, 0);
    for ((weight, score), known) in weights.all().iter().zip(scores).zip(known) {
        if *score != LEFT_OUT {
            sum += u32::from(*weight) * u32::from(*known);
            whole += u32::from(*weight);
        }
    }
    byte(sum.checked_div(whole).unwrap_or(0))
}

/// The sum of the weights that take part.
pub(super) fn whole(scores: &Scores, weights: &Weights) -> u32 {
    weights.all().iter().zip(scores).map(|(weight, score)| if *score == LEFT_OUT { 0 } else { u32::from(*weight) }).sum()
}

/// The weighted mean, rounded to the nearest.
pub(super) fn total(scores: &Scores, weights: &Weights) -> u8 {
    byte(mean(scores, weights, 1))
}

/// The same in hundredths.
pub(super) fn hundredths(scores: &Scores, weights: &Weights) -> u16 {
    let mean = mean(scores, weights, 100);
    u16::try_from(mean.min(10_000)).unwrap_or(10_000)
}

/// The weighted mean times `scale`, rounded to the nearest.
#[inline]
fn mean(scores: &Scores, weights: &Weights, scale: u32) -> u32 {
    let (mut sum, mut whole) = (0, 0);
    for (weight, score) in weights.all().iter().zip(scores) {
        let weight = if *score == LEFT_OUT { 0 } else { u32::from(*weight) };
        sum += u32::from(*score) * weight;
        whole += weight;
    }
    (sum * scale + whole / 2).checked_div(whole).unwrap_or(0)
}

/// How much of the preference list the mentor covers; what is wanted most counts twice what is wanted least.
#[inline]
fn skills(mentee: &Features, mentor: &Features) -> u32 {
    let Some(last) = mentee.wanted.len().checked_sub(1).and_then(|last| u32::try_from(last).ok()) else { return 0 };
    let (mut covered, mut all) = (0, 0);
    let mut weight = (last * 2).max(1);
    for skill in &mentee.wanted {
        all += weight;
        if mentor.offered.contains(*skill) {
            covered += weight;
        }
        weight = weight.saturating_sub(1);
    }
    (covered * 100).checked_div(all).unwrap_or(0)
}

/// How many of the kinds of help looked for the mentor gives.
#[inline]
fn aims(mentee: &Features, mentor: &Features) -> u32 {
    let shared = mentee.help_wanted.shared(mentor.help_offered);
    (shared.len() * 100).checked_div(mentee.help_wanted.len()).unwrap_or(0)
}

/// Shared free time, up to enough of it. As long as that isn't known, or where there is hardly any, being awake at the same
/// time counts a little.
#[inline]
fn availability(mentee: &Features, mentor: &Features) -> u32 {
    let free = mentee.free.shared(&mentor.free).min(ENOUGH_FREE) * 100 / ENOUGH_FREE;
    if free >= WAKING_WORTH {
        return free;
    }
    let minutes = mentee.utc_offset.zip(mentor.utc_offset).map_or(0, |(a, b)| waking_overlap(a, b));
    let beyond_least = minutes.clamp(LEAST_WAKING, ENOUGH_WAKING) - LEAST_WAKING;
    free.max(beyond_least * WAKING_WORTH / (ENOUGH_WAKING - LEAST_WAKING))
}

fn industry(mentee: &Features, mentor: &Features) -> u32 {
    if mentee.industry.is_some() && mentee.industry == mentor.industry { 100 } else { 0 }
}

/// How far the mentor is ahead, up to far enough.
fn experience(mentee: &Features, mentor: &Features) -> u32 {
    let ahead = mentor.years.zip(mentee.years).map_or(0, |(theirs, mine)| theirs.saturating_sub(mine));
    u32::from(ahead).min(ENOUGH_YEARS) * 100 / ENOUGH_YEARS
}

/// The mean likeness of the answers to all counted questions; what one of the two hasn't answered is not alike. Left out
/// where nothing is asked.
fn questions(mentee: &Features, mentor: &Features) -> Option<u32> {
    let (sum, _, asked) = answered(mentee, mentor);
    sum.checked_div(asked)
}

/// The sum of the likenesses, how many questions both answered, and how many there are.
fn answered(mentee: &Features, mentor: &Features) -> (u32, u32, u32) {
    let (mut sum, mut count) = (0_u32, 0_u32);
    for (_, likeness) in likenesses(&mentee.answers, &mentor.answers) {
        sum += likeness;
        count += 1;
    }
    (sum, count, u32::from(mentee.asked.max(mentor.asked)).max(count))
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

/// How much one is named: less with every place, nothing beyond the list. Left out when its owner names nobody.
fn preference(list: &[u32], whom: &Preferences) -> Option<u32> {
    if list.is_empty() {
        return None;
    }
    let place = Preferences::place(list, whom).and_then(|place| u32::try_from(place).ok());
    Some(place.map_or(0, |place| 100_u32.saturating_sub(place * PREFERENCE_STEP)))
}
