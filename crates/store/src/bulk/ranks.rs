//! Ranks of many people.

use super::writer;
use chrono::{DateTime, Utc};
use domain::ranks::RankSide;
use domain::{PersonId, ProgramId};

/// Somebody's wish for somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rank {
    /// The program.
    pub program_id: ProgramId,
    /// Whose.
    pub ranker_id: PersonId,
    /// The list.
    pub side: RankSide,
    /// For whom.
    pub ranked_id: PersonId,
    /// The place in the list, from 1.
    pub place: i32,
    /// When.
    pub created_at: DateTime<Utc>,
}

writer! {
    /// Writes ranks.
    ranks("ranks", r: Rank) {
        program_id: r.program_id,
        ranker_id: r.ranker_id,
        side: r.side,
        ranked_id: r.ranked_id,
        place: r.place,
        created_at: r.created_at,
    }
}
