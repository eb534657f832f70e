//! What people wish for, as the fit compares it.

use domain::PersonId;
use domain::fit::{Features, Wishes};
use domain::ranks::RankSide;
use std::collections::HashMap;
use store::ranks::Rank;

/// Puts everybody's wishes into what the fit knows of them. `ranks` are whole lists, each in its order; whoever takes a break keeps
/// their place in a list, so that a second wish is one here and on its owner's page.
pub(super) fn put(features: &mut HashMap<PersonId, Features>, ranks: &[Rank]) {
    let mut numbers: HashMap<PersonId, u32> = HashMap::new();
    for rank in ranks {
        let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
        let number = *numbers.entry(rank.ranked_id).or_insert(next);
        if let Some(Features { wishes, .. }) = features.get_mut(&rank.ranker_id) {
            match rank.side {
                RankSide::Mentors => wishes.mentors.push(number),
                RankSide::Mentees => wishes.mentees.push(number),
            }
        }
    }
    for (person, number) in numbers {
        if let Some(Features { wishes: Wishes { me, .. }, .. }) = features.get_mut(&person) {
            *me = Some(number);
        }
    }
}
