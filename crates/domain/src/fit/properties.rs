//! What holds for the fit of any two people.

use super::*;
use crate::shared::HelpKind;
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

/// How many questions are asked.
const QUESTIONS: u16 = 6;

fn answers() -> impl Strategy<Value = Vec<(u16, CountedAnswer)>> {
    proptest::collection::btree_map(0..QUESTIONS, answer(), 0..4).prop_map(|map| map.into_iter().collect())
}

fn preferences() -> impl Strategy<Value = Preferences> {
    let list = || subsequence((0..9_u32).collect::<Vec<_>>(), 0..=5).prop_shuffle();
    (of(0..9_u32), list(), list()).prop_map(|(me, mentors, mentees)| Preferences { me, mentors, mentees })
}

prop_compose! {
    fn person()(
        mut wanted in skills(), offered in skills(), help_wanted in help(), help_offered in help(),
        languages in vec(0..5_usize, 0..4), free in vec(0..672_usize, 0..90),
        utc_offset in of(prop_oneof![9 => -720..=840_i32, 1 => any::<i32>()]),
        industry in of(0..4_u16), years in of(prop_oneof![9 => 0..40_u16, 1 => any::<u16>()]),
        answers in answers(), preferences in preferences(),
    ) -> Features {
        let mut seen = SkillSet::default();
        wanted.retain(|skill| { let new = !seen.contains(*skill); seen.insert(*skill); new });
        Features {
            wanted, offered: offered.into_iter().collect(), help_wanted, help_offered,
            languages: languages.into_iter().collect(), free: free.into_iter().collect(),
            utc_offset, industry, years, answers, asked: QUESTIONS, preferences,
        }
    }
}

prop_compose! {
    /// Any two; or a mentee and a mentor of whom all agrees, but for what one of them doesn't say: there an answer has most to lower.
    fn two()(
        a in person(), b in person(), alike in prop::bool::weighted(0.75), says in vec(prop::bool::weighted(0.6), 12),
    ) -> (Features, Features) {
        if !alike {
            return (a, b);
        }
        let said = |at: usize| says.get(at).copied().unwrap_or(true);
        let list = |at: usize| a.wanted.iter().copied().take(if said(at) { 8 } else { 0 });
        let set = |at: usize| if said(at) { a.help_wanted } else { HelpSet::default() };
        let free = |at: usize| if said(at) { a.free } else { FreeTime::default() };
        let (years, answers) = (a.years.map(|years| years.saturating_add(9)), |at: usize| if said(at) { a.answers.clone() } else { Vec::new() });
        let mentor = Features {
            offered: list(0).collect(), help_offered: set(1), free: free(2), utc_offset: a.utc_offset.filter(|_| said(3)),
            industry: a.industry.filter(|_| said(4)), years: years.filter(|_| said(5)), answers: answers(6), ..a.clone()
        };
        let mentee = Features {
            wanted: list(7).collect(), help_wanted: set(8), free: free(9), industry: a.industry.filter(|_| said(10)),
            answers: answers(11), ..a.clone()
        };
        (mentee, mentor)
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

/// Each way in which one of the two could give an answer with which the other agrees.
fn agreeing(a: &Features, b: &Features, n: u8) -> Vec<(&'static str, Features, Features)> {
    let n = usize::from(n);
    let mut ways = Vec::new();
    let mut way = |what, change: &dyn Fn(&mut Features, &mut Features)| {
        let (mut mentee, mut mentor) = (a.clone(), b.clone());
        change(&mut mentee, &mut mentor);
        ways.push((what, mentee, mentor));
    };
    for skill in (0..12).filter(|skill| b.offered.contains(*skill) && !a.wanted.contains(skill)) {
        way("wants what is offered", &|mentee, _| mentee.wanted.insert(n % (a.wanted.len() + 1), skill));
    }
    for skill in &a.wanted {
        way("offers what is wanted", &|_, mentor| mentor.offered.insert(*skill));
    }
    let with = |set: HelpSet, kind| set.kinds().chain([kind]).collect::<HelpSet>();
    for kind in b.help_offered.kinds() {
        way("looks for help that is given", &|mentee, _| mentee.help_wanted = with(a.help_wanted, kind));
    }
    for kind in a.help_wanted.kinds() {
        way("gives help that is looked for", &|_, mentor| mentor.help_offered = with(b.help_offered, kind));
    }
    for quarter in b.free.quarters() {
        way("is free when the mentor is", &|mentee, _| mentee.free.insert(quarter));
    }
    for quarter in a.free.quarters() {
        way("is free when the mentee is", &|_, mentor| mentor.free.insert(quarter));
    }
    way("works where the mentor does", &|mentee, _| mentee.industry = b.industry.or(a.industry));
    way("works where the mentee does", &|_, mentor| mentor.industry = a.industry.or(b.industry));
    way("is that much behind", &|mentee, _| mentee.years = a.years.or_else(|| b.years.map(|years| years.saturating_sub(1))));
    way("is that much ahead", &|_, mentor| mentor.years = a.years.map(|years| years.saturating_add(1)).max(b.years));
    for language in (0..5).filter(|language| b.languages.contains(*language)) {
        way("speaks what the mentor speaks", &|mentee, _| mentee.languages.insert(language));
    }
    for language in (0..5).filter(|language| a.languages.contains(*language)) {
        way("speaks what the mentee speaks", &|_, mentor| mentor.languages.insert(language));
    }
    for answer in &b.answers {
        way("answers as the mentor does", &|mentee, _| answers_too(mentee, answer));
    }
    for answer in &a.answers {
        way("answers as the mentee does", &|_, mentor| answers_too(mentor, answer));
    }
    if let Some(me) = b.preferences.me.filter(|me| !a.preferences.mentors.contains(me)) {
        way("prefers the mentor", &|mentee, _| mentee.preferences.mentors.push(me));
    }
    if let Some(me) = a.preferences.me.filter(|me| !b.preferences.mentees.contains(me)) {
        way("prefers the mentee", &|_, mentor| mentor.preferences.mentees.push(me));
    }
    ways
}

/// Gives this answer to its question, in the place of any other.
fn answers_too(person: &mut Features, answer: &(u16, CountedAnswer)) {
    person.answers.retain(|(question, _)| *question != answer.0);
    person.answers.push(answer.clone());
    person.answers.sort_by_key(|(question, _)| *question);
}

/// The first with what the second says about everything of which the first says nothing. (Languages, which everybody must have, stay.)
fn filled(one: &Features, other: &Features) -> Features {
    let mut filled = one.clone();
    if one.wanted.is_empty() {
        filled.wanted.clone_from(&other.wanted);
    }
    if one.offered.is_empty() {
        filled.offered = other.offered.clone();
    }
    if one.help_wanted.is_empty() {
        filled.help_wanted = other.help_wanted;
    }
    if one.help_offered.is_empty() {
        filled.help_offered = other.help_offered;
    }
    if one.free.is_empty() {
        filled.free = other.free;
    }
    filled.utc_offset = one.utc_offset.or(other.utc_offset);
    filled.industry = one.industry.or(other.industry);
    filled.years = one.years.or(other.years);
    for answer in other.answers.iter().filter(|(question, _)| one.answers.iter().all(|(known, _)| known != question)) {
        answers_too(&mut filled, answer);
    }
    filled
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
        prop_assert!(fit.parts.iter().all(|part| part.score.is_some() || part.known == 0 || part.share == 0));
        let shares: u32 = fit.parts.iter().map(|part| u32::from(part.share)).sum();
        let counts = fit.parts.iter().any(|part| (part.score.is_some() || part.known == 0) && weights.of(part.criterion) > 0);
        prop_assert_eq!(shares, if counts { 100 } else { 0 });
        let criteria: Vec<_> = fit.parts.iter().map(|part| part.criterion).collect();
        prop_assert_eq!(criteria.as_slice(), Criterion::ALL);
    }

    #[test]
    fn the_total_lies_between_its_least_and_its_greatest_part(a in person(), b in person()) {
        if let Ok(fit) = fit(&a, &b, &Weights::default()) {
            let scores = || fit.parts.iter().map(|part| part.score.unwrap_or(0));
            prop_assert!(fit.known < 100 || fit.total >= fit.parts.iter().filter_map(|part| part.score).min().unwrap_or(0));
            prop_assert!(fit.total <= scores().max().unwrap_or(0));
        }
    }

    #[test]
    fn an_answer_that_agrees_never_lowers_it((a, b) in two(), weights in weights(), n: u8) {
        // Without a shared language there is no fit, which is less than any.
        let hundredths = |mentee: &Features, mentor: &Features| compare(mentee, mentor).map(|compared| compared.hundredths(&weights));
        for (what, mentee, mentor) in agreeing(&a, &b, n) {
            prop_assert!(hundredths(&mentee, &mentor) >= hundredths(&a, &b), "{}: {:?} {:?}", what, mentee, mentor);
            prop_assert!(total_only(&mentee, &mentor, &weights) >= total_only(&a, &b, &weights), "{}", what);
        }
    }

    #[test]
    fn saying_what_was_not_said_never_lowers_it((a, b) in two(), c in person(), weights in weights()) {
        let before = compare_anyway(&a, &b).hundredths(&weights);
        for (mentee, mentor) in [(filled(&a, &c), b.clone()), (a.clone(), filled(&b, &c))] {
            prop_assert!(compare_anyway(&mentee, &mentor).hundredths(&weights) >= before);
            let known = |mentee, mentor| fit(mentee, mentor, &weights).map(|fit| fit.known);
            if let (Ok(before), Ok(after)) = (known(&a, &b), known(&mentee, &mentor)) {
                prop_assert!(after >= before, "{} {}", before, after);
            }
        }
    }

    #[test]
    fn nothing_known_is_nothing_and_all_known_leaves_nothing_open(a in person(), b in person(), weights in weights()) {
        let Ok(fit) = fit(&a, &b, &weights) else { return Ok(()) };
        prop_assert!(fit.known <= 100);
        let open = fit.parts.iter().any(|part| part.share > 0 && part.known < 100);
        prop_assert!(!(open && fit.known == 100));
        let most: u32 = fit.parts.iter().map(|part| u32::from(part.share) * u32::from(part.known)).sum();
        // Shares are rounded.
        prop_assert!(u32::from(fit.total) * 100 <= most + 1000, "{:?}", fit);
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
        let Some(me) = b.preferences.me else { return Ok(()) };
        let Some(at) = a.preferences.mentors.iter().position(|preferred| *preferred == me).filter(|at| *at > 0) else { return Ok(()) };
        let mut higher = a.clone();
        higher.preferences.mentors.swap(at - 1, at);
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
