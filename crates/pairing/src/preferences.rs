//! What a pairing makes of people's match preferences, in numbers.

use crate::people::People;
use domain::fit::explain;
use domain::match_runs::{Granted, PreferenceNumbers};
use matching::Pair;
use std::collections::HashMap;

/// How many of those who name somebody got one of theirs, and how many the first. Whoever got several counts with the best.
pub(crate) fn granted(people: &People, pairs: &[Pair]) -> PreferenceNumbers {
    let (mut mentees, mut mentors) = (HashMap::new(), HashMap::new());
    for pair in pairs {
        let both = people.mentees.get(pair.mentee as usize).zip(people.mentors.get(pair.mentor as usize));
        let Some((mentee, mentor)) = both else { continue };
        let reasons = explain(&mentee.features, &mentor.features);
        best(&mut mentees, pair.mentee, reasons.mentee_preference);
        best(&mut mentors, pair.mentor, reasons.mentor_preference);
    }
    let looking = people.mentees.iter().filter(|mentee| !mentee.features.preferences.mentors.is_empty()).count();
    let offering = people.mentors.iter().filter(|mentor| !mentor.features.preferences.mentees.is_empty()).count();
    PreferenceNumbers { mentees: counted(looking, &mentees), mentors: counted(offering, &mentors) }
}

fn best(places: &mut HashMap<u32, u8>, who: u32, place: Option<u8>) {
    if let Some(place) = place {
        places.entry(who).and_modify(|known| *known = place.min(*known)).or_insert(place);
    }
}

fn counted(with_preferences: usize, places: &HashMap<u32, u8>) -> Granted {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Granted {
        with_preferences: count(with_preferences),
        any: count(places.len()),
        first: count(places.values().filter(|place| **place == 1).count()),
    }
}
