//! The fit, told as stories.
#![allow(clippy::unwrap_used, reason = "a test that fails here should fail")]

use super::*;
use crate::shared::HelpKind;

/// Speaks one language and says nothing else.
fn silent() -> Features {
    Features { languages: [0].into_iter().collect(), ..Features::default() }
}

fn wanting(skills: &[u16]) -> Features {
    Features { wanted: skills.to_vec(), ..silent() }
}

fn offering(skills: &[u16]) -> Features {
    Features { offered: skills.iter().copied().collect(), ..silent() }
}

fn score(fit: &Fit, criterion: Criterion) -> Option<u8> {
    fit.parts.iter().find(|part| part.criterion == criterion).unwrap().score
}

fn of(mentee: &Features, mentor: &Features) -> Fit {
    fit(mentee, mentor, &Weights::default()).unwrap()
}

#[test]
fn without_a_shared_language_nothing_else_counts() {
    let mentor = Features { languages: [1, 2].into_iter().collect(), ..offering(&[1]) };
    let blocked = fit(&wanting(&[1]), &mentor, &Weights::default());
    assert_eq!(blocked, Err(Blocked::NoSharedLanguage));
    assert_eq!(total_only(&wanting(&[1]), &mentor, &Weights::default()), None);
}

#[test]
fn hundredths_round_to_the_total_that_is_shown() {
    let (mentee, mentor) = (Features { years: Some(1), ..wanting(&[1, 2, 3]) }, Features { years: Some(3), ..offering(&[1]) });
    let compared = compare(&mentee, &mentor).unwrap();
    // Skills 44 with weight 300 and experience 40 with 50, of 750: no questions are asked, and further languages are no matter.
    assert_eq!((compared.hundredths(&Weights::default()), of(&mentee, &mentor).total), (2027, 20));
    assert_eq!(compare(&mentee, &Features::default()), None);
}

#[test]
fn two_people_who_say_nothing_are_told_nothing() {
    let fit = of(&silent(), &silent());
    assert_eq!((fit.total, fit.known), (0, 0));
    assert!(fit.parts.iter().all(|part| part.score.is_none()));
    assert_eq!(fit.parts.map(|part| part.share), [40, 33, 14, 6, 7, 0, 0, 0, 0], "what counts, in a program without questions");
}

#[test]
fn a_mentor_who_offers_all_that_is_wanted_fits_as_far_as_it_is_known() {
    let fit = of(&wanting(&[3, 1, 2]), &offering(&[1, 2, 3, 4]));
    assert_eq!((fit.total, fit.known), (40, 40), "skills are 300 of 750");
    let all = only(Criterion::Skills);
    let fit = super::fit(&wanting(&[3, 1, 2]), &offering(&[1, 2, 3, 4]), &all).unwrap();
    assert_eq!((fit.total, fit.known), (100, 100), "where nothing else counts");
}

/// Two people about whom nothing is known but where they live: next door. They are no perfect match, and what they add later
/// must never make them a worse one.
#[test]
fn an_empty_profile_is_little_known_and_grows_with_each_answer_that_agrees() {
    let mut mentee = Features { utc_offset: Some(0), ..silent() };
    let mentor = Features {
        offered: [7, 8].into_iter().collect(),
        help_offered: [HelpKind::Career, HelpKind::Advice].into_iter().collect(),
        free: (40..80).collect(),
        utc_offset: Some(0),
        industry: Some(1),
        years: Some(3),
        ..silent()
    };
    let mut before = of(&mentee, &mentor);
    assert_eq!((before.total, before.known), (3, 3));
    let answers: [fn(&mut Features); 6] = [
        |mentee| mentee.wanted = vec![7],
        |mentee| mentee.help_wanted = [HelpKind::Career].into_iter().collect(),
        |mentee| mentee.free = (79..80).collect(),
        |mentee| mentee.free = (60..100).collect(),
        |mentee| mentee.industry = Some(1),
        |mentee| mentee.years = Some(2),
    ];
    let mut totals = Vec::new();
    for answer in answers {
        answer(&mut mentee);
        let now = of(&mentee, &mentor);
        assert!(now.total >= before.total && now.known >= before.known, "{before:?} {now:?}");
        totals.push((now.total, now.known));
        before = now;
    }
    assert_eq!(totals, [(43, 43), (77, 76), (77, 86), (87, 86), (93, 93), (95, 100)]);
}

/// Nothing but this counts.
fn only(criterion: Criterion) -> Weights {
    Weights::NOTHING.with(criterion, 100)
}

#[test]
fn what_is_wanted_most_counts_twice_what_is_wanted_least() {
    let mentee = wanting(&[1, 2, 3]);
    let of = |mentee: &Features, mentor: &Features| fit(mentee, mentor, &only(Criterion::Skills)).unwrap();
    assert_eq!(of(&mentee, &offering(&[1])).total, 44, "4 of 9");
    assert_eq!(of(&mentee, &offering(&[2])).total, 33, "3 of 9");
    assert_eq!(of(&mentee, &offering(&[3])).total, 22, "2 of 9");
    assert_eq!(of(&wanting(&[1]), &offering(&[1])).total, 100);
    assert_eq!(of(&mentee, &offering(&[])).total, 0, "a wanted skill that nobody offers isn't left out");
}

#[test]
fn aims_are_the_kinds_of_help_that_meet() {
    let kinds = [HelpKind::Advice, HelpKind::Career, HelpKind::Feedback, HelpKind::Skills];
    let mentee = Features { help_wanted: kinds.into_iter().collect(), ..silent() };
    let mentor = Features { help_offered: [HelpKind::Career].into_iter().collect(), ..silent() };
    assert_eq!(score(&of(&mentee, &mentor), Criterion::Aims), Some(25));
    assert_eq!(score(&of(&mentor, &mentee), Criterion::Aims), None, "the other way nobody asks");
}

#[test]
fn four_free_hours_in_common_are_enough_and_waking_hours_count_a_little() {
    let free = |hours: std::ops::Range<usize>, utc_offset| Features {
        free: (hours.start * 4..hours.end * 4).collect(),
        utc_offset: Some(utc_offset),
        ..silent()
    };
    let availability = |a: &Features, b: &Features| {
        let part = of(a, b).parts[Criterion::Availability as usize];
        (part.score, part.known)
    };
    assert_eq!(availability(&free(9..12, 0), &free(10..20, 0)), (Some(50), 100));
    assert_eq!(availability(&free(9..20, 0), &free(9..20, 720)), (Some(100), 100));
    assert_eq!(availability(&free(9..12, 0), &free(20..23, 720)), (Some(0), 100), "never free together");
    assert_eq!(availability(&free(9..12, 0), &free(20..23, 0)), (Some(25), 100), "the same, but awake together");
    assert_eq!(availability(&free(9..12, 0), &free(0..0, 360)), (Some(12), 25), "six hours apart");
    assert_eq!(availability(&free(0..0, 0), &free(0..0, 720)), (Some(0), 25));
    assert_eq!(availability(&free(0..0, 0), &free(0..0, 180)), (Some(25), 25));
    assert_eq!(availability(&silent(), &free(9..12, 0)), (None, 0));
}

#[test]
fn five_years_ahead_are_far_enough_and_being_behind_is_not_ahead() {
    let years = |years| Features { years: Some(years), ..silent() };
    let experience = |mentee, mentor| score(&of(&years(mentee), &years(mentor)), Criterion::Experience);
    assert_eq!(experience(3, 5), Some(40));
    assert_eq!(experience(3, 8), Some(100));
    assert_eq!(experience(0, 40), Some(100));
    assert_eq!(experience(9, 2), Some(0));
    assert_eq!(score(&of(&silent(), &years(9)), Criterion::Experience), None);
}

#[test]
fn a_second_shared_language_counts_only_where_there_could_be_one() {
    let speaking = |list: &[usize]| Features { languages: list.iter().copied().collect(), ..silent() };
    let languages = |a: &[usize], b: &[usize]| score(&of(&speaking(a), &speaking(b)), Criterion::Languages);
    assert_eq!(languages(&[0], &[0, 1, 2]), None);
    assert_eq!(languages(&[0, 1], &[0, 2]), Some(0));
    assert_eq!(languages(&[0, 1], &[0, 1, 2]), Some(100));
    assert_eq!(languages(&[0, 1, 2], &[0, 1, 3]), Some(50));
}

#[test]
fn questions_count_as_the_mean_of_all_that_are_asked() {
    let answering = |scale, choice| Features {
        answers: vec![(0, CountedAnswer::Scale(scale)), (7, CountedAnswer::Choice(choice))],
        asked: 2,
        ..silent()
    };
    let questions = |a: &Features, b: &Features| {
        let part = of(a, b).parts[Criterion::Questions as usize];
        (part.score, part.known, part.share)
    };
    assert_eq!(questions(&answering(1, 2), &answering(3, 2)), (Some(75), 100, 21));
    let one = Features { answers: vec![(7, CountedAnswer::Choice(2))], ..answering(1, 2) };
    assert_eq!(questions(&answering(1, 2), &one), (Some(50), 50, 21), "the other answer isn't known");
    assert_eq!(questions(&answering(1, 2), &silent()), (None, 0, 21));
    assert_eq!(questions(&silent(), &silent()), (None, 100, 0), "nothing is asked");
}

#[test]
fn what_is_not_said_adds_nothing() {
    let mentee = Features { industry: Some(1), ..wanting(&[1, 2]) };
    let fit = of(&mentee, &Features { industry: Some(2), ..offering(&[1]) });
    // Skills 66 with weight 300, of 750; industry 0.
    assert_eq!((fit.total, fit.known), (26, 46));
    assert_eq!(fit.parts.map(|part| part.score.is_some()), [true, false, false, true, false, false, false, false, false]);
}

#[test]
fn a_ranking_turns_the_order_of_two_mentors_around() {
    let mentee = Features { industry: Some(1), ..wanting(&[1, 2]) };
    let skilled = Features { industry: Some(2), ..offering(&[1, 2]) };
    let same_industry = Features { industry: Some(1), ..offering(&[2]) };
    let by_default = Weights::default();
    let total = |mentor, weights: &Weights| total_only(&mentee, mentor, weights).unwrap();
    assert!(total(&skilled, &by_default) > total(&same_industry, &by_default));
    let ranked = by_default.with(Criterion::Industry, 100).ranked(&[Criterion::Industry]);
    assert!(total(&skilled, &ranked) < total(&same_industry, &ranked));
}

#[test]
fn the_reasons_come_in_the_order_of_the_preferences() {
    let mentee = Features {
        wanted: vec![5, 2, 9],
        help_wanted: [HelpKind::Feedback, HelpKind::Career].into_iter().collect(),
        languages: [0, 3].into_iter().collect(),
        free: (36..48).collect(),
        utc_offset: Some(0),
        industry: Some(4),
        years: Some(2),
        answers: vec![(0, CountedAnswer::Scale(3)), (1, CountedAnswer::Choice(1))],
        ..Features::default()
    };
    let mentor = Features {
        offered: [9, 5, 1].into_iter().collect(),
        help_offered: [HelpKind::Career].into_iter().collect(),
        languages: [3, 4].into_iter().collect(),
        free: (41..80).collect(),
        utc_offset: Some(-300),
        industry: Some(4),
        years: Some(12),
        answers: vec![(0, CountedAnswer::Scale(4)), (1, CountedAnswer::Choice(2))],
        ..Features::default()
    };
    let expected = FitReasons {
        shared_skills: vec![5, 9],
        shared_help: vec![HelpKind::Career],
        shared_languages: vec![3],
        waking_hours_per_day: Some(10),
        free_minutes_per_week: Some(105),
        shared_industry: Some(4),
        years_ahead: Some(10),
        shared_answers: vec![0],
        ..FitReasons::default()
    };
    assert_eq!(explain(&mentee, &mentor), expected);
    assert_eq!(explain(&silent(), &silent()).shared_languages, [0]);
    assert_eq!(explain(&mentor, &mentee).years_ahead, None);
}

/// Somebody with a number, who names others.
fn with_preferences(me: u32, mentors: &[u32], mentees: &[u32]) -> Features {
    Features { preferences: Preferences { me: Some(me), mentors: mentors.to_vec(), mentees: mentees.to_vec() }, ..silent() }
}

#[test]
fn a_preference_is_worth_less_with_every_place_and_nothing_beyond_the_list() {
    let mentee = with_preferences(9, &[1, 2, 3, 4, 5], &[]);
    let worth = |mentor| score(&of(&mentee, &with_preferences(mentor, &[], &[])), Criterion::MenteePreference);
    assert_eq!([1, 2, 3, 4, 5, 6].map(worth), [Some(100), Some(80), Some(60), Some(40), Some(20), Some(0)]);
    assert_eq!(score(&of(&mentee, &silent()), Criterion::MenteePreference), Some(0), "whoever nobody prefers has no number");
    assert_eq!(
        score(&of(&silent(), &with_preferences(1, &[], &[])), Criterion::MenteePreference),
        None,
        "without preferences there is nothing to compare"
    );
}

#[test]
fn each_side_s_preferences_are_its_own() {
    // Both are mentors and mentees, and list each other on one side only.
    let (one, other) = (with_preferences(1, &[2], &[7]), with_preferences(2, &[8], &[7, 1]));
    let fit = of(&one, &other);
    assert_eq!((score(&fit, Criterion::MenteePreference), score(&fit, Criterion::MentorPreference)), (Some(100), Some(80)));
    let reasons = explain(&one, &other);
    assert_eq!((reasons.mentee_preference, reasons.mentor_preference), (Some(1), Some(2)));
    let back = explain(&other, &one);
    assert_eq!((back.mentee_preference, back.mentor_preference), (None, None));
}

#[test]
fn preferences_count_in_match_runs_alone() {
    let (mentee, mentor) = (Features { wanted: vec![1], ..with_preferences(1, &[2], &[]) }, with_preferences(2, &[], &[]));
    let run = Weights::NOTHING.with(Criterion::Skills, 350).with_preferences();
    assert_eq!(of(&mentee, &mentor).total, 0, "as Find a mentor shows it");
    assert_eq!(total_only(&mentee, &mentor, &run), Some(50));
}
