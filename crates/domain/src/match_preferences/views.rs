//! What the page with somebody's match preferences shows: to themselves alone.

use super::{PREFERENCES_MAX, PreferenceSide};
use crate::ids::PersonId;
use crate::shared::{Face, ProgramRef};
use serde::{Deserialize, Serialize};

/// Somebody who is named.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preferred {
    /// Who.
    pub face: Face,
    /// Whether they take a break now: the preference is kept, and counts when they are back.
    pub paused: bool,
}

/// A mentee who can be named, as anybody in the program may see them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MenteeCard {
    /// Who.
    pub face: Face,
    /// A few of the skills that they want.
    pub wants: Vec<String>,
}

/// The mentees whom a mentor finds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MenteesFound {
    /// What was searched for.
    pub words: String,
    /// The first of them, by name.
    pub cards: Vec<MenteeCard>,
    /// How many more there are.
    pub more: i64,
}

/// Somebody's preferences in a program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatchPreferencesPage {
    /// The program.
    pub program: ProgramRef,
    /// Whether it is over: the lists can only be read.
    pub over: bool,
    /// Whether the reader takes a break: their preferences are kept, and count when they are back.
    pub paused: bool,
    /// The mentors whom they name, when they look for one.
    pub mentors: Option<Vec<Preferred>>,
    /// The mentees whom they name, when they offer mentoring.
    pub mentees: Option<Vec<Preferred>>,
    /// Whom they can add to the mentees.
    pub found: MenteesFound,
}

/// One of somebody's lists as it is after a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreferenceList {
    /// Which.
    pub side: PreferenceSide,
    /// Who is in it, the first preference first.
    pub people: Vec<Preferred>,
}

/// Whether the reader of somebody's card can name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CardPreference {
    /// There is nothing to name: it is themselves, they have no such list, or the program is over.
    No,
    /// Yes.
    May,
    /// They do: this is the place, from 1.
    Place(u8),
    /// The list is full.
    Full,
}

impl CardPreference {
    /// What somebody can do about a person who fits into their list.
    #[must_use]
    pub fn of(list: &[PersonId], who: PersonId) -> Self {
        match list.iter().position(|preferred| *preferred == who) {
            Some(place) => Self::Place(u8::try_from(place + 1).unwrap_or(u8::MAX)),
            None if list.len() >= PREFERENCES_MAX => Self::Full,
            None => Self::May,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn somebody_has_a_place_or_there_is_one_left_or_none() {
        let id = |n: u128| PersonId(uuid::Uuid::from_u128(n));
        let five: Vec<PersonId> = (1..=5).map(id).collect();
        assert_eq!((CardPreference::of(&five, id(2)), CardPreference::of(&five, id(9))), (CardPreference::Place(2), CardPreference::Full));
        assert_eq!((CardPreference::of(&five[..4], id(9)), CardPreference::of(&[], id(9))), (CardPreference::May, CardPreference::May));
    }
}
