//! Match preferences of many people.

use crate::row::row;
use chrono::{DateTime, Utc};
use domain::match_preferences::PreferenceSide;
use domain::{PersonId, ProgramId};

row! {
    /// Somebody's name somebody.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct MatchPreference in "match_preferences" {
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
}
