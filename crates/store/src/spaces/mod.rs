//! Spaces: what they are, who is in one, and how they open and close with the mentorships in them.
//!
//! New ones are written with [`crate::bulk::spaces`]. Whoever makes mentorships, ends them or takes them back holds their program
//! first, so that no space closes while somebody joins it.

mod holds;
mod people;
mod reader;

pub(crate) use holds::nothing_stands;
pub use holds::{NOTHING_STANDS, remove_empty};
pub use people::{SpacePerson, insert_person};
pub use reader::{Here, SpaceReader, by_mentorship, mentorship_of, reader};

use crate::mentorships::Mentorship;
use crate::row::row;
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::spaces::SpaceKind;
use domain::{PersonId, ProgramId, SpaceId};

row! {
    /// A space.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Space in "spaces" as columns {
        /// Its id.
        pub id: SpaceId,
        /// The program.
        pub program_id: ProgramId,
        /// What it is of.
        pub kind: SpaceKind,
        /// Its name; empty where it is called by its people.
        pub name: String,
        /// When it was made.
        pub created_at: DateTime<Utc>,
        /// Since when no mentorship in it is current.
        pub closed_at: Option<DateTime<Utc>>,
    }
}

use columns;

impl Space {
    /// The space of a mentorship that has one of its own.
    #[must_use]
    pub const fn of_pair(m: &Mentorship) -> Self {
        Self {
            id: SpaceId::of_pair(m.id),
            program_id: m.program_id,
            kind: SpaceKind::Pair,
            name: String::new(),
            created_at: m.created_at,
            closed_at: if m.status.is_over() { m.ended_at } else { None },
        }
    }
}

/// A space by its id.
pub async fn by_id(tx: &mut Tx, id: SpaceId) -> Result<Option<Space>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!("SELECT ", columns!(), " FROM spaces WHERE id = $1")).bind(id).fetch_optional(c).await)?)
}

/// Holds a space until the transaction ends; `false` when it isn't there.
pub async fn lock(tx: &mut Tx, id: SpaceId) -> Result<bool, StoreError> {
    let held =
        on!(tx, |c| sqlx::query("UPDATE spaces SET name = name WHERE id = $1").bind(id).execute(c).await.map(|done| done.rows_affected()))?;
    Ok(held > 0)
}

/// The open spaces of groups in a program, by their mentors: each of these mentors has one at most. Sure only while the program is
/// held.
pub async fn open_groups(tx: &mut Tx, program: ProgramId, mentors: &[PersonId]) -> Result<Vec<(PersonId, SpaceId)>, StoreError> {
    let mut found = Vec::new();
    for chunk in mentors.chunks(2_000) {
        let rows: Vec<(PersonId, SpaceId)> = on!(tx, |c| {
            let mut query = sqlx::QueryBuilder::new(
                "SELECT DISTINCT m.mentor_id, s.id FROM mentorships m JOIN spaces s ON s.id = m.space_id
                 WHERE s.kind = 'group' AND s.closed_at IS NULL AND m.status IN ('proposed', 'active', 'paused') AND m.program_id = ",
            );
            query.push_bind(program).push(" AND m.mentor_id IN (");
            let mut list = query.separated(", ");
            for mentor in chunk {
                list.push_bind(*mentor);
            }
            query.push(")");
            query.build_query_as().fetch_all(c).await
        })?;
        found.extend(rows);
    }
    Ok(found)
}

/// Opens and closes these spaces as the mentorships in them say: closed while none of them is current, since the moment when the last
/// one ended or was taken back. Hold the program first.
pub async fn settle(tx: &mut Tx, spaces: &[SpaceId], now: DateTime<Utc>) -> Result<(), StoreError> {
    for chunk in spaces.chunks(2_000) {
        on!(tx, |c| {
            let mut query = sqlx::QueryBuilder::new(
                "UPDATE spaces SET closed_at = CASE WHEN EXISTS (SELECT 1 FROM mentorships m WHERE m.space_id = spaces.id
                     AND m.status IN ('proposed', 'active', 'paused')) THEN NULL ELSE COALESCE(closed_at, ",
            );
            query.push_bind(now).push(") END WHERE id IN (");
            let mut list = query.separated(", ");
            for space in chunk {
                list.push_bind(*space);
            }
            query.push(")");
            query.build().execute(c).await.map(|_| ())
        })?;
    }
    Ok(())
}
