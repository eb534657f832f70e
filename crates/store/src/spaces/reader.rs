//! What a space is to somebody: the facts from which `domain` tells what they read and write.

use super::{Space, columns as space_columns};
use crate::mentorships::{Mentorship, columns};
use crate::row::row;
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::mentorships::SpaceRole;
use domain::spaces::SpaceKind;
use domain::{MentorshipId, PersonId, SpaceId};

row! {
    /// Somebody's mentorships in a space, summed up.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Here {
        /// Whether one of theirs has begun and isn't over.
        pub under_way: bool,
        /// When the last one of theirs ended that had begun.
        pub last_end: Option<DateTime<Utc>>,
    }
}

/// [`Here`] of person `$2` in space `s`.
macro_rules! here {
    () => {
        "EXISTS (SELECT 1 FROM mentorships o WHERE o.space_id = s.id AND (o.mentor_id = $2 OR o.mentee_id = $2)
             AND o.status IN ('active', 'paused')) AS under_way,
         (SELECT MAX(o.ended_at) FROM mentorships o WHERE o.space_id = s.id AND (o.mentor_id = $2 OR o.mentee_id = $2)
             AND o.status IN ('completed', 'ended_early') AND o.started_on IS NOT NULL) AS last_end"
    };
}

row! {
    /// A mentorship with its space.
    struct Joined {
        space_kind: SpaceKind,
        space_name: String,
        space_created_at: DateTime<Utc>,
        closed_at: Option<DateTime<Utc>>,
        mentorship: Mentorship = row,
        here: Here = row,
    }
}

/// A mentorship, its space, and what somebody is in that, whether they are one of the two or not.
pub async fn by_mentorship(tx: &mut Tx, id: MentorshipId, person: PersonId) -> Result<Option<(Mentorship, Space, Here)>, StoreError> {
    let found: Option<Joined> = on!(tx, |c| sqlx::query_as(concat!(
        "SELECT ",
        columns!("m."),
        ", s.kind AS space_kind, s.name AS space_name, s.created_at AS space_created_at, s.closed_at, ",
        here!(),
        " FROM mentorships m JOIN spaces s ON s.id = m.space_id WHERE m.id = $1"
    ))
    .bind(id)
    .bind(person)
    .fetch_optional(c)
    .await)?;
    Ok(found.map(|found| {
        let space = Space {
            id: found.mentorship.space_id,
            program_id: found.mentorship.program_id,
            kind: found.space_kind,
            name: found.space_name,
            created_at: found.space_created_at,
            closed_at: found.closed_at,
        };
        (found.mentorship, space, found.here)
    }))
}

row! {
    /// A space as somebody finds it by its own address.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct SpaceReader {
        /// What they are in it without a mentorship.
        pub role: Option<SpaceRole>,
        /// When they left it, if they were in it without a mentorship.
        pub left_at: Option<DateTime<Utc>>,
        /// The space.
        pub space: Space = row,
        /// Their mentorships in it.
        pub here: Here = row,
    }
}

/// A space, and what somebody is in it.
pub async fn reader(tx: &mut Tx, id: SpaceId, person: PersonId) -> Result<Option<SpaceReader>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!(
        "SELECT ",
        space_columns!("s."),
        ", p.role, p.left_at, ",
        here!(),
        " FROM spaces s LEFT JOIN space_people p ON p.space_id = s.id AND p.person_id = $2 WHERE s.id = $1"
    ))
    .bind(id)
    .bind(person)
    .fetch_optional(c)
    .await)?)
}

/// Somebody's own mentorship in a space: a current one before one that is over, and the newest of several.
pub async fn mentorship_of(tx: &mut Tx, id: SpaceId, person: PersonId) -> Result<Option<Mentorship>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM mentorships WHERE space_id = $1 AND (mentor_id = $2 OR mentee_id = $2)
          ORDER BY CASE WHEN status IN ('proposed', 'active', 'paused') THEN 0 ELSE 1 END, id DESC LIMIT 1"
    ))
    .bind(id)
    .bind(person)
    .fetch_optional(c)
    .await)?)
}
