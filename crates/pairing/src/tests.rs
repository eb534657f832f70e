//! Small programs, by hand.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use super::*;
use domain::PersonId;
use domain::fit::{Criterion, Features, Preferences, Weights, fit};
use domain::match_runs::{Bar, Condition, Couple, Granted, LeftOutWhy, OrganisationRule, RunObjective, RunSettings};
use domain::programs::ProgramTemplate;
use proptest::prelude::*;
use uuid::Uuid;

fn id(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(number))
}

/// Mentees have ids from 1, mentors from 101.
fn mentee(number: u128, wanted: &[u16]) -> Mentee {
    let features = Features { wanted: wanted.to_vec(), languages: [0].into_iter().collect(), ..Features::default() };
    Mentee { id: id(number), name: format!("Mentee {number}"), features, ranking: Vec::new(), organisations: vec![1] }
}

fn mentor(number: u128, offered: &[u16], capacity: i32) -> Mentor {
    let features = Features { offered: offered.iter().copied().collect(), languages: [0].into_iter().collect(), ..Features::default() };
    Mentor { id: id(100 + number), name: format!("Mentor {number}"), features, organisations: vec![1], capacity, has: 0 }
}

fn settings() -> RunSettings {
    RunSettings { weights: Weights::NOTHING.with(Criterion::Skills, 100), ..RunSettings::for_template(ProgramTemplate::Career) }
}

fn couple(mentee: u128, mentor: u128) -> Couple {
    Couple { mentee: id(mentee), mentor: id(100 + mentor) }
}

/// Both want the first mentor; the first wants something of the second as well.
fn two() -> People {
    let mentees = vec![mentee(1, &[1, 2]), mentee(2, &[1])];
    People { mentees, mentors: vec![mentor(1, &[1], 1), mentor(2, &[2], 1)], ..People::default() }
}

fn made(outcome: &Outcome) -> Vec<(u32, u32)> {
    outcome.pairs.iter().map(|made| (made.mentee, made.mentor)).collect()
}

#[test]
fn everybody_is_placed_as_well_as_can_be_and_it_is_proven() {
    let outcome = Board::new(two()).run(&settings()).unwrap();
    assert_eq!(made(&outcome), [(0, 1), (1, 0)]);
    let numbers = &outcome.numbers;
    assert_eq!((numbers.matched, numbers.total, numbers.proven), (2, 3_300 + 10_000, true));
    assert_eq!((numbers.best, numbers.worst, numbers.steps[3]), (Some((2, 13_300)), Some(3_300), 1));
    assert!(outcome.left_out.is_empty());
}

#[test]
fn a_pair_s_score_is_the_fit_that_find_a_mentor_shows() {
    let board = Board::remembering(two());
    let (mentee, mentor) = (&board.people().mentees[0].features, &board.people().mentors[0].features);
    let shown = fit(mentee, mentor, &settings().weights).unwrap();
    assert_eq!(board.fit(&settings(), 0, 0), Some(shown));
    assert_eq!(u16::from(shown.total), (board.next_mentors(&settings(), 0, 1, 3)[0].score + 50) / 100);
}

#[test]
fn who_is_left_out_hears_why_and_what_would_help() {
    let mut people = two();
    people.mentors[1].capacity = 0;
    people.mentees.push(Mentee { features: Features { languages: [7].into_iter().collect(), ..Features::default() }, ..mentee(3, &[]) });
    let outcome = Board::new(people).run(&settings()).unwrap();
    assert_eq!(made(&outcome), [(1, 0)]);
    let [full, alone] = outcome.left_out.as_slice() else { unreachable!("{:?}", outcome.left_out) };
    assert_eq!((full.mentee, full.why, full.candidates, full.one_more_with), (id(1), LeftOutWhy::AllFull, 2, Some(id(101))));
    assert_eq!((alone.mentee, alone.why, alone.bars.as_slice()), (id(3), LeftOutWhy::NobodyFits, [(Bar::NoSharedLanguage, 2)].as_slice()));
    assert_eq!(outcome.numbers.promising.len(), 2);
    assert_eq!((outcome.numbers.promising[0].mentor, outcome.numbers.promising[0].mentees), (id(101), 1));
}

#[test]
fn a_kept_pair_is_made_and_a_forbidden_one_is_not() {
    let mut settings = settings();
    settings.pin(couple(1, 1));
    let outcome = Board::new(two()).run(&settings).unwrap();
    assert_eq!(made(&outcome), [(0, 0), (1, 1)]);
    assert!(outcome.pairs[0].pinned && !outcome.pairs[1].pinned);
    settings.forbid(couple(2, 2));
    let outcome = Board::new(two()).run(&settings).unwrap();
    assert_eq!((made(&outcome), outcome.left_out[0].bars[0]), (vec![(0, 0)], (Bar::Forbidden, 1)));
}

#[test]
fn kept_pairs_that_became_impossible_are_counted_not_made() {
    let mut settings = settings();
    settings.pin(couple(1, 1));
    settings.pin(couple(2, 1));
    settings.pin(couple(9, 1));
    let outcome = Board::new(two()).run(&settings).unwrap();
    assert_eq!((outcome.numbers.dropped, made(&outcome)), (2, vec![(0, 0), (1, 1)]));
}

#[test]
fn the_conditions_prune_before_anything_is_scored() {
    let mut people = two();
    people.declined = vec![(0, 0)];
    people.met = vec![(1, 0)];
    let board = Board::new(people);
    let outcome = board.run(&settings()).unwrap();
    assert_eq!(made(&outcome).len(), 1, "both go to the second mentor, who has one place");
    let again = RunSettings { again: true, ..settings() };
    assert_eq!(made(&board.run(&again).unwrap()), [(0, 1), (1, 0)], "meeting again is allowed, a no stays a no");
    let apart = RunSettings { organisation: OrganisationRule::Different, ..settings() };
    assert_eq!(board.run(&apart).unwrap().left_out[1].bars, [(Bar::MetBefore, 1), (Bar::Organisation, 1)]);
    let together = RunSettings { organisation: OrganisationRule::Same, ..settings() };
    assert_eq!(board.run(&together).unwrap(), outcome);
}

#[test]
fn places_taken_and_places_changed_count() {
    let mut people = two();
    people.mentors[0].has = 1;
    let board = Board::new(people);
    assert_eq!(board.run(&settings()).unwrap().numbers.matched, 1);
    let mut more = settings();
    more.set_places(id(101), Some(2));
    assert_eq!(board.run(&more).unwrap().numbers.matched, 2);
    assert_eq!(board.capacities(&more), [2, 1]);
}

#[test]
fn nobody_mentors_themselves_and_nobody_at_all_is_fine() {
    let mut people = two();
    people.mentors[0].id = id(1);
    people.mentors.sort_by_key(|mentor| mentor.id);
    assert!(!made(&Board::new(people).run(&settings()).unwrap()).contains(&(0, 0)));
    for objective in RunObjective::ALL {
        let nothing = Board::new(People::default()).run(&RunSettings { objective: *objective, ..settings() }).unwrap();
        assert_eq!((nothing.pairs.len(), nothing.numbers.matched), (0, 0));
    }
}

#[test]
fn a_mentee_s_own_order_counts_when_it_shall() {
    let mut people = two();
    people.mentees[0].ranking = vec![Criterion::Skills];
    people.mentees[0].features.years = Some(1);
    people.mentors[0].features.years = Some(1);
    let board = Board::new(people);
    let both = RunSettings { weights: Weights::NOTHING.with(Criterion::Skills, 100).with(Criterion::Experience, 100), ..settings() };
    let score = |settings: &RunSettings| board.next_mentors(settings, 0, 1, 1)[0].score;
    assert!(score(&both) > score(&RunSettings { ranked: false, ..both.clone() }));
}

#[test]
fn each_condition_has_its_cost_and_those_that_rule_out_nothing_are_not_named() {
    let costs = |people: People, settings: &RunSettings| {
        let board = Board::new(people);
        let numbers = board.run(settings).unwrap().numbers;
        let costs = board.costs(settings, numbers.matched, numbers.total, Watch::NOBODY).unwrap();
        costs.into_iter().map(|cost| (cost.condition, cost.mentees, cost.total)).collect::<Vec<_>>()
    };
    assert_eq!(costs(two(), &settings()), []);
    // The second mentee may have neither: the first mentor was met, the second speaks no language of theirs.
    let mut people = two();
    people.met = vec![(1, 0)];
    people.mentors[1].features.languages = [5].into_iter().collect();
    people.mentees[0].features.languages = [0, 5].into_iter().collect();
    assert_eq!(costs(people.clone(), &settings()), [(Condition::Language, 1, 0), (Condition::MetBefore, 1, 6_700)]);
    let mut kept = settings();
    kept.pin(couple(1, 1));
    assert_eq!(costs(two(), &kept), [(Condition::Kept, 0, 6_700)]);
    people.met.clear();
    people.declined = vec![(1, 0)];
    let mut strict = RunSettings { organisation: OrganisationRule::Different, ..settings() };
    strict.forbid(couple(1, 2));
    let named: Vec<_> = costs(people, &strict).into_iter().map(|cost| cost.0).collect();
    assert_eq!(named, [Condition::Language, Condition::Organisation, Condition::Declined, Condition::Forbidden]);
}

#[test]
fn new_mentors_are_asked_for_where_they_would_place_most() {
    let mut people = two();
    people.mentees = vec![mentee(1, &[1, 2]), mentee(2, &[1]), mentee(3, &[1, 3]), mentee(4, &[3]), mentee(5, &[])];
    let board = Board::new(people);
    // Three of five got nobody. Whoever wants the first skill may move to a new mentor and leave a place to somebody else.
    assert_eq!(board.run(&settings()).unwrap().numbers.matched, 2);
    assert_eq!(board.demand(&settings(), 10, Watch::NOBODY).unwrap().first(), Some(&(1, 3)));
    assert!(board.demand(&settings(), 10, Watch::NOBODY).unwrap().iter().all(|(_, gain)| *gain <= 3));
    assert_eq!(board.demand(&settings(), 1, Watch::NOBODY).unwrap().first().map(|demand| demand.1), Some(1));
    assert_eq!(Board::new(two()).demand(&settings(), 10, Watch::NOBODY).unwrap(), [], "everybody has somebody");
}

/// Two mentees and two mentors of whom all would fit alike; numbers are ids.
fn with_preferences(mentee_preferences: &[&[u32]], mentor_preferences: &[&[u32]]) -> People {
    let mut people = People {
        mentees: vec![mentee(1, &[1]), mentee(2, &[1])],
        mentors: vec![mentor(1, &[1], 1), mentor(2, &[1], 1)],
        ..People::default()
    };
    for (number, (mentee, preferences)) in (1..).zip(people.mentees.iter_mut().zip(mentee_preferences)) {
        mentee.features.preferences = Preferences { me: Some(number), mentors: preferences.to_vec(), mentees: Vec::new() };
    }
    for (number, (mentor, preferences)) in (101..).zip(people.mentors.iter_mut().zip(mentor_preferences)) {
        mentor.features.preferences = Preferences { me: Some(number), mentors: Vec::new(), mentees: preferences.to_vec() };
    }
    people
}

#[test]
fn preferences_decide_between_those_who_fit_alike_and_are_counted() {
    let settings = RunSettings { weights: settings().weights.with_preferences(), ..settings() };
    for people in [with_preferences(&[&[102], &[]], &[&[], &[]]), with_preferences(&[&[], &[]], &[&[], &[1]])] {
        assert_eq!(made(&Board::new(people).run(&settings).unwrap()), [(0, 1), (1, 0)]);
    }
    // Both want the second mentor first; the first mentee would take the first one, too.
    let outcome = Board::new(with_preferences(&[&[102, 101], &[102]], &[&[], &[1, 2]])).run(&settings).unwrap();
    assert_eq!(made(&outcome), [(0, 0), (1, 1)]);
    let (mentees, mentors) = (Granted { with_preferences: 2, any: 2, first: 1 }, Granted { with_preferences: 1, any: 1, first: 0 });
    assert_eq!((outcome.numbers.preferences.mentees, outcome.numbers.preferences.mentors), (mentees, mentors));
    let without = Board::new(with_preferences(&[&[102], &[]], &[&[], &[]])).run(&self::settings()).unwrap();
    assert_eq!(without.pairs[0].score, 10_000, "without a weight a wish changes no score");
}

#[test]
fn people_go_to_a_browser_and_come_out_the_same() {
    let sent = serde_json::to_string(&two()).unwrap();
    assert_eq!(serde_json::from_str::<People>(&sent).unwrap(), two());
    let with_preferences = with_preferences(&[&[102], &[]], &[&[], &[1]]);
    assert_eq!(serde_json::from_str::<People>(&serde_json::to_string(&with_preferences).unwrap()).unwrap(), with_preferences);
}

fn any_people() -> impl Strategy<Value = People> {
    let skills = || proptest::collection::vec(0_u16..6, 0..4);
    let mentees = proptest::collection::vec((skills(), 0_usize..2), 0..8);
    let mentors = proptest::collection::vec((skills(), 0_usize..2, 0_i32..3), 0..6);
    (mentees, mentors).prop_map(|(mentees, mentors)| People {
        mentees: (1..).zip(mentees).map(|(n, (wanted, language))| with(mentee(n, &wanted), language)).collect(),
        mentors: (1..).zip(mentors).map(|(n, (offered, language, capacity))| speaking(mentor(n, &offered, capacity), language)).collect(),
        ..People::default()
    })
}

fn with(mut mentee: Mentee, language: usize) -> Mentee {
    mentee.features.languages = [language].into_iter().collect();
    mentee
}

fn speaking(mut mentor: Mentor, language: usize) -> Mentor {
    mentor.features.languages = [language].into_iter().collect();
    mentor
}

proptest! {
    #[test]
    fn every_run_is_proven_and_the_same_again(people in any_people(), objective in 0_usize..4) {
        let settings = RunSettings { objective: RunObjective::ALL[objective], ..settings() };
        let outcome = Board::new(people.clone()).run(&settings).unwrap();
        prop_assert!(outcome.numbers.proven);
        prop_assert_eq!(outcome.numbers.matched as usize + outcome.left_out.len(), people.mentees.len());
        prop_assert_eq!(&Board::remembering(people).run(&settings).unwrap(), &outcome);
    }
}

#[test]
fn a_run_tells_how_far_it_is_and_stops_when_it_is_told_to() {
    let board = Board::new(two());
    for objective in RunObjective::ALL {
        let settings = RunSettings { objective: *objective, ..settings() };
        let told = std::cell::RefCell::new(Vec::new());
        let tell = |at: u16| {
            told.borrow_mut().push(at);
            true
        };
        let outcome = board.watched_run(&settings, Watch::new(&tell)).unwrap();
        assert_eq!(outcome, board.run(&settings).unwrap(), "being watched changes nothing");
        let steps = told.take();
        assert!(steps.is_sorted() && steps.first() == Some(&0) && steps.last().is_some_and(|last| *last > 300), "{steps:?}");
        for last in 0..steps.len() {
            let left = std::cell::Cell::new(last);
            let tell = |_| {
                left.set(left.get().wrapping_sub(1));
                left.get() != usize::MAX
            };
            assert_eq!(board.watched_run(&settings, Watch::new(&tell)), Err(Halt::Stopped), "{objective:?} stopped at {last}");
        }
    }
}
