//! What holds for the fit of any two people.

use super::*;
use crate::people::HelpKind;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::subsequence;

fn skills() -> impl Strategy<Value = Vec<u16>> {
    // Mostly few enough that people share some, now and then any number at all.
    prop_oneof![8 => vec(0..12_u16, 0..8), 1 => vec(any::<u16>(), 0..8)]
}

fn answer() -> impl Strategy<Value = CountedAnswer> {
    prop_oneof![
        any::<u16>().prop_map(CountedAnswer::Choice),
        any::<u64>().prop_map(CountedAnswer::Choices),
        any::<u8>().prop_map(CountedAnswer::Scale),
        skills().prop_map(|list| CountedAnswer::Skills(list.into_iter().collect())),
    ]
}

fn help() -> impl Strategy<Value = HelpSet> {
    subsequence(HelpKind::ALL, 0..=HelpKind::ALL.len()).prop_map(|kinds| kinds.into_iter().collect())
}

fn answers() -> impl Strategy<Value = Vec<(u16, CountedAnswer)>> {
    proptest::collection::btree_map(0..6_u16, answer(), 0..4).prop_map(|map| map.into_iter().collect())
}

fn wishes() -> impl Strategy<Value = Wishes> {
    let list = || subsequence((0..9_u32).collect::<Vec<_>>(), 0..=5).prop_shuffle();
    (of(0..9_u32), list(), list()).prop_map(|(me, mentors, mentees)| Wishes { me, mentors, mentees })
}

prop_compose! {
    fn person()(
        mut wanted in skills(), offered in skills(), help_wanted in help(), help_offered in help(),
        languages in vec(0..5_usize, 0..4), free in vec(0..168_usize, 0..60),
        utc_offset in of(prop_oneof![9 => -720..=840_i32, 1 => any::<i32>()]),
        industry in of(0..4_u16), years in of(prop_oneof![9 => 0..40_u16, 1 => any::<u16>()]),
        answers in answers(), wishes in wishes(),
    ) -> Features {
        let mut seen = SkillSet::default();
        wanted.retain(|skill| { let new = !seen.contains(*skill); seen.insert(*skill); new });
        Features {
            wanted, offered: offered.into_iter().collect(), help_wanted, help_offered,
            languages: languages.into_iter().collect(), free: free.into_iter().collect(),
            utc_offset, industry, years, answers, wishes,
        }
    }
}

fn weights() -> impl Strategy<Value = Weights> {
    let each = vec(prop_oneof![3 => 0..=300_u16, 1 => any::<u16>()], CRITERIA);
    let ranking = vec(prop::sample::select(Criterion::ALL), 0..9);
    (each, ranking).prop_map(|(each, ranking)| {
        let weights = Criterion::ALL.iter().zip(each);
        weights.fold(Weights::NOTHING, |all, (criterion, weight)| all.with(*criterion, weight)).ranked(&ranking)
    })
}

fn part(fit: &Fit, criterion: Criterion) -> Option<u8> {
    fit.parts.iter().find(|part| part.criterion == criterion).and_then(|part| part.score)
}

proptest! {
    #[test]
    fn it_is_bounded_and_its_parts_make_a_whole(a in person(), b in person(), weights in weights()) {
        let Ok(fit) = fit(&a, &b, &weights) else {
            prop_assert_eq!(a.languages.shared(&b.languages), 0);
            return Ok(());
        };
        prop_assert!(fit.total <= 100);
        prop_assert!(fit.parts.iter().all(|part| part.score.is_none_or(|score| score <= 100)));
        prop_assert!(fit.parts.iter().all(|part| part.score.is_some() || part.share == 0));
        let shares: u32 = fit.parts.iter().map(|part| u32::from(part.share)).sum();
        let counts = fit.parts.iter().any(|part| part.score.is_some() && weights.of(part.criterion) > 0);
        prop_assert_eq!(shares, if counts { 100 } else { 0 });
        let criteria: Vec<_> = fit.parts.iter().map(|part| part.criterion).collect();
        prop_assert_eq!(criteria.as_slice(), Criterion::ALL);
    }

    #[test]
    fn the_total_lies_between_its_least_and_its_greatest_part(a in person(), b in person()) {
        if let Ok(fit) = fit(&a, &b, &Weights::default()) {
            let scores = || fit.parts.iter().filter_map(|part| part.score);
            prop_assert!(fit.total >= scores().min().unwrap_or(0));
            prop_assert!(fit.total <= scores().max().unwrap_or(0));
        }
    }

    #[test]
    fn the_fast_path_gives_the_same_total(a in person(), b in person(), weights in weights()) {
        prop_assert_eq!(total_only(&a, &b, &weights), fit(&a, &b, &weights).ok().map(|fit| fit.total));
    }

    #[test]
    fn what_is_compared_both_ways_is_the_same_both_ways(a in person(), b in person()) {
        match (fit(&a, &b, &Weights::default()), fit(&b, &a, &Weights::default())) {
            (Ok(ab), Ok(ba)) => {
                for criterion in [
                    Criterion::Languages, Criterion::Availability, Criterion::Industry, Criterion::Questions,
                ] {
                    prop_assert_eq!(part(&ab, criterion), part(&ba, criterion));
                }
            }
            (ab, ba) => prop_assert_eq!(ab.is_err(), ba.is_err()),
        }
    }

    #[test]
    fn offering_one_more_wanted_skill_never_lowers_it(a in person(), b in person(), weights in weights(), n: usize) {
        if a.wanted.is_empty() { return Ok(()); }
        let mut more = b.clone();
        a.wanted.get(n % a.wanted.len()).into_iter().for_each(|skill| more.offered.insert(*skill));
        prop_assert!(total_only(&a, &more, &weights) >= total_only(&a, &b, &weights));
    }

    #[test]
    fn giving_more_kinds_of_help_never_lowers_it(a in person(), b in person(), weights in weights()) {
        let more = Features { help_offered: HelpKind::ALL.iter().copied().collect(), ..b.clone() };
        prop_assert!(total_only(&a, &more, &weights) >= total_only(&a, &b, &weights));
    }

    #[test]
    fn the_order_in_which_mentors_are_looked_at_is_irrelevant(a in person(), mentors in vec(person(), 0..8)) {
        let all = |list: &[Features]| -> Vec<_> {
            list.iter().map(|mentor| total_only(&a, mentor, &Weights::default())).collect()
        };
        let forwards = all(&mentors);
        let mut backwards = all(&mentors.iter().rev().cloned().collect::<Vec<_>>());
        backwards.reverse();
        prop_assert_eq!(forwards, backwards);
    }

    #[test]
    fn moving_up_in_a_list_never_lowers_the_score(a in person(), b in person(), weights in weights()) {
        let Some(me) = b.wishes.me else { return Ok(()) };
        let Some(at) = a.wishes.mentors.iter().position(|wished| *wished == me).filter(|at| *at > 0) else { return Ok(()) };
        let mut higher = a.clone();
        higher.wishes.mentors.swap(at - 1, at);
        prop_assert!(total_only(&higher, &b, &weights) >= total_only(&a, &b, &weights));
    }

    #[test]
    fn the_reasons_agree_with_the_parts(a in person(), b in person()) {
        let reasons = explain(&a, &b);
        prop_assert_eq!(reasons.shared_languages.is_empty(), fit(&a, &b, &Weights::default()).is_err());
        if let Ok(fit) = fit(&a, &b, &Weights::default()) {
            let skills = part(&fit, Criterion::Skills);
            prop_assert_eq!(skills.is_some_and(|score| score > 0), !reasons.shared_skills.is_empty());
            let aims = part(&fit, Criterion::Aims);
            prop_assert_eq!(aims.is_some_and(|score| score > 0), !reasons.shared_help.is_empty());
            prop_assert_eq!(part(&fit, Criterion::Industry) == Some(100), reasons.shared_industry.is_some());
        }
    }
}
