//! Whoever turns the pages of a list meets each mentor exactly once, in order, in both directions.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use super::super::roster::Mentor;
use super::*;
use domain::PersonId;
use domain::fit::Features;
use proptest::collection::vec;
use proptest::prelude::*;
use std::sync::Arc;
use uuid::Uuid;

fn mentor(n: usize, name: &str) -> Mentor {
    Mentor {
        id: PersonId(Uuid::from_u128(n as u128)),
        name: name.to_owned(),
        sorted: name.to_owned(),
        headline: None,
        picture: None,
        country: None,
        skills: Vec::new(),
        features: Features::default(),
        room: 1,
        reply: None,
    }
}

/// Names with dots in them and many the same; scores of few values.
fn mentors() -> impl Strategy<Value = Vec<(String, u16)>> {
    vec(("[ab.]{0,2}", 0..4_u16), 0..120)
}

fn ranked(mentors: &[(String, u16)]) -> (Arc<Roster>, Ranking) {
    let roster = Arc::new(Roster::default().with(mentors.iter().enumerate().map(|(n, (name, _))| mentor(n, name)).collect()));
    let ranking = Ranking::of(&roster, mentors.iter().map(|(_, score)| *score).collect());
    (roster, ranking)
}

fn forwards(ordered: &Ordered<'_>, found: &[u32]) -> Vec<u32> {
    let (mut seen, mut search) = (Vec::new(), MentorSearch::default());
    loop {
        let page = ordered.page(found, &search);
        seen.extend_from_slice(&found[page.clone()]);
        if page.end >= found.len() {
            return seen;
        }
        search.after = Some(ordered.cursor(found[page.end - 1]).unwrap().to_string());
    }
}

proptest! {
    #[test]
    fn each_mentor_is_met_once_and_in_order(mentors in mentors(), keep in vec(any::<bool>(), 120), by_name: bool) {
        let (roster, ranking) = ranked(&mentors);
        let order = by_name.then_some(MentorOrder::Name);
        let ordered = Ordered::of(&roster, Some(&ranking), order);
        let found: Vec<u32> = ordered.places().iter().copied().filter(|place| keep[*place as usize]).collect();
        prop_assert_eq!(forwards(&ordered, &found), found);
    }

    #[test]
    fn back_leads_to_where_one_came_from(mentors in mentors(), by_name: bool) {
        let (roster, ranking) = ranked(&mentors);
        let ordered = Ordered::of(&roster, Some(&ranking), by_name.then_some(MentorOrder::Name));
        let found = ordered.places();
        for start in (0..found.len()).step_by(PAGE_SIZE).skip(1) {
            let search = MentorSearch { before: Some(ordered.cursor(found[start]).unwrap().to_string()), ..MentorSearch::default() };
            prop_assert_eq!(ordered.page(found, &search), start - PAGE_SIZE..start);
        }
    }

    #[test]
    fn when_the_last_one_seen_has_gone_the_next_page_begins_behind_the_gap(mentors in mentors(), by_name: bool) {
        let (roster, ranking) = ranked(&mentors);
        let ordered = Ordered::of(&roster, Some(&ranking), by_name.then_some(MentorOrder::Name));
        let all = ordered.places();
        if all.len() > PAGE_SIZE {
            let search = MentorSearch { after: Some(ordered.cursor(all[PAGE_SIZE - 1]).unwrap().to_string()), ..MentorSearch::default() };
            let mut left = all.to_vec();
            left.remove(PAGE_SIZE - 1);
            prop_assert_eq!(ordered.page(&left, &search).start, PAGE_SIZE - 1);
        }
    }

    #[test]
    fn nonsense_in_the_address_is_a_page(mentors in mentors(), after in "\\PC{0,40}", before in of_place()) {
        let (roster, ranking) = ranked(&mentors);
        let ordered = Ordered::of(&roster, Some(&ranking), None);
        let search = MentorSearch { after: Some(after), before: Some(before), ..MentorSearch::default() };
        let page = ordered.page(ordered.places(), &search);
        prop_assert!(page.start <= page.end && page.end <= ordered.places().len());
    }
}

fn of_place() -> impl Strategy<Value = String> {
    ("[0-9a-z]{0,6}", any::<u128>()).prop_map(|(key, n)| format!("{key}.{}", Uuid::from_u128(n)))
}
