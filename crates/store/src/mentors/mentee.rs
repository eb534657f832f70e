//! What a mentee of a program has with its mentors. The list of mentors needs all of it each time, so it is one statement.

use crate::match_preferences::still_there;
use crate::row::row;
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::{PersonId, ProgramId, RequestId};

/// What a mentee has with the mentors of a program.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OfMentee {
    /// Their favourites, as [`crate::favourites::of`].
    pub favourites: Vec<PersonId>,
    /// Whom they asked and wait for, as [`crate::requests::open_mentors_of`].
    pub asked: Vec<(RequestId, PersonId)>,
    /// Whom they prefer, in order, as [`crate::match_preferences::ids`].
    pub preferences: Vec<PersonId>,
    /// Whether they have a mentor, as [`crate::mentorships::mentee_is_placed`].
    pub placed: bool,
}

row! {
    /// One thing with one mentor.
    struct With {
        what: String,
        mentor: PersonId,
        request: Option<RequestId>,
        place: i32,
    }
}

/// What a mentee has with the mentors of a program.
pub async fn of_mentee(tx: &mut Tx, program: ProgramId, mentee: PersonId, now: DateTime<Utc>) -> Result<OfMentee, StoreError> {
    // The first line says which types the columns have: an empty request of the others has none.
    let mut rows: Vec<With> = on!(tx, |c| sqlx::query_as(concat!(
        "SELECT 'asked' AS what, mentor_id AS mentor, id AS request, 0 AS place FROM match_requests
             WHERE program_id = $1 AND mentee_id = $2 AND status = 'pending' AND (due_at IS NULL OR due_at > $3)
         UNION ALL SELECT 'favourite', mentor_id, NULL, 0 FROM favourites WHERE program_id = $1 AND person_id = $2
         UNION ALL SELECT 'placed', mentor_id, NULL, 0 FROM mentorships
             WHERE program_id = $1 AND mentee_id = $2 AND status IN ('proposed', 'active', 'paused')
         UNION ALL SELECT 'preferred', r.preferred_id, NULL, r.place FROM ",
        still_there!(),
        " WHERE r.program_id = $1 AND r.person_id = $2 AND r.side = 'mentors'"
    ))
    .bind(program)
    .bind(mentee)
    .bind(now)
    .fetch_all(c)
    .await)?;
    rows.sort_by_key(|row| row.place);
    let mut found = OfMentee::default();
    for row in rows {
        match (row.what.as_str(), row.request) {
            ("asked", Some(request)) => found.asked.push((request, row.mentor)),
            ("favourite", _) => found.favourites.push(row.mentor),
            ("preferred", _) => found.preferences.push(row.mentor),
            ("placed", _) => found.placed = true,
            _ => return Err(StoreError::Inconsistent("a mentor with whom a mentee has nothing")),
        }
    }
    Ok(found)
}
