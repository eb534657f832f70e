//! Match preferences of many people.

use super::writer;
use chrono::{DateTime, Utc};
use domain::match_preferences::PreferenceSide;
use domain::{PersonId, ProgramId};

/// Somebody's name somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MatchPreference {
    /// The program.
    pub program_id: ProgramId,
    /// Whose.
    pub person_id: PersonId,
    /// The list.
    pub side: PreferenceSide,
    /// For whom.
    pub preferred_id: PersonId,
    /// The place in the list, from 1.
    pub place: i32,
    /// When.
    pub created_at: DateTime<Utc>,
}

writer! {
    /// Writes match preferences.
    match_preferences("match_preferences", r: MatchPreference) {
        program_id: r.program_id,
        person_id: r.person_id,
        side: r.side,
        preferred_id: r.preferred_id,
        place: r.place,
        created_at: r.created_at,
    }
}
