//! What people name, as the fit compares it.

use domain::PersonId;
use domain::fit::{Features, Preferences};
use domain::match_preferences::PreferenceSide;
use std::collections::HashMap;
use store::match_preferences::MatchPreference;

/// Puts everybody's match preferences into what the fit knows of them. `match_preferences` are whole lists, each in its order; whoever takes a break keeps
/// their place in a list, so that a second preference is one here and on its owner's page.
pub(super) fn put(features: &mut HashMap<PersonId, Features>, match_preferences: &[MatchPreference]) {
    let mut numbers: HashMap<PersonId, u32> = HashMap::new();
    for preference in match_preferences {
        let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
        let number = *numbers.entry(preference.preferred_id).or_insert(next);
        if let Some(Features { preferences, .. }) = features.get_mut(&preference.person_id) {
            match preference.side {
                PreferenceSide::Mentors => preferences.mentors.push(number),
                PreferenceSide::Mentees => preferences.mentees.push(number),
            }
        }
    }
    for (person, number) in numbers {
        if let Some(Features { preferences: Preferences { me, .. }, .. }) = features.get_mut(&person) {
            *me = Some(number);
        }
    }
}
