//! Lists of requests with the two people's faces: somebody's own, and a program's for its coordinator.

use super::Request;
use crate::row::row;
use crate::{StoreError, Tx, on};
use domain::requests::RequestStatus;
use domain::{PersonId, PictureId, ProgramId, RequestId};

row! {
    /// A request with what a list shows of its people and its program.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Listed {
        /// The request.
        pub request: Request = row,
        /// The mentee's name.
        pub mentee_name: String,
        /// The mentee's headline.
        pub mentee_headline: Option<String>,
        /// The mentee's photo.
        pub mentee_picture: Option<PictureId>,
        /// The mentor's name.
        pub mentor_name: String,
        /// The mentor's headline.
        pub mentor_headline: Option<String>,
        /// The mentor's photo.
        pub mentor_picture: Option<PictureId>,
        /// The program's name in addresses.
        pub program_slug: String,
        /// The program's name.
        pub program_name: String,
    }
}

/// Whose requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Those made to a mentor.
    ToMentor(PersonId),
    /// Those that a mentee made.
    OfMentee(PersonId),
}

/// `SELECT … FROM …` of [`Listed`].
macro_rules! listed {
    ($($rest:literal),+) => {
        concat!(
            "SELECT r.id, r.program_id, r.mentee_id, r.mentor_id, r.status, r.turn, r.body, r.due_at, r.remaining_seconds, r.extended,
                 r.reminded, r.close_reason, r.closing_word, r.created_at, r.first_reply_at, r.ended_at, r.version,
                 a.name AS mentee_name, a.headline AS mentee_headline, a.picture_id AS mentee_picture,
                 b.name AS mentor_name, b.headline AS mentor_headline, b.picture_id AS mentor_picture,
                 p.slug AS program_slug, p.name AS program_name
             FROM match_requests r JOIN people a ON a.id = r.mentee_id JOIN people b ON b.id = r.mentor_id
             JOIN programs p ON p.id = r.program_id ",
            $($rest),+
        )
    };
}

/// Somebody's open requests in one program or in all, oldest first.
pub async fn open(tx: &mut Tx, whose: Direction, program: Option<ProgramId>, limit: i64) -> Result<Vec<Listed>, StoreError> {
    let (sql, person) = match whose {
        Direction::ToMentor(person) => (
            listed!("WHERE r.mentor_id = $1 AND r.status = 'pending' AND ($2 IS NULL OR r.program_id = $2) ORDER BY r.id LIMIT $3"),
            person,
        ),
        Direction::OfMentee(person) => (
            listed!("WHERE r.mentee_id = $1 AND r.status = 'pending' AND ($2 IS NULL OR r.program_id = $2) ORDER BY r.id LIMIT $3"),
            person,
        ),
    };
    Ok(on!(tx, |c| sqlx::query_as(sql).bind(person).bind(program).bind(limit).fetch_all(c).await)?)
}

/// Somebody's ended requests in a program, in both directions, newest first.
pub async fn ended(
    tx: &mut Tx,
    person: PersonId,
    program: ProgramId,
    before: Option<RequestId>,
    limit: i64,
) -> Result<Vec<Listed>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(listed!(
        "WHERE r.id IN (
             SELECT id FROM match_requests WHERE mentor_id = $1 AND program_id = $2 AND status <> 'pending' AND ($3 IS NULL OR id < $3)
             UNION ALL
             SELECT id FROM match_requests WHERE mentee_id = $1 AND program_id = $2 AND status <> 'pending' AND ($3 IS NULL OR id < $3))
         ORDER BY r.id DESC LIMIT $4"
    ))
    .bind(person)
    .bind(program)
    .bind(before)
    .bind(limit)
    .fetch_all(c)
    .await)?)
}

/// A program's requests, newest first.
pub async fn of_program(
    tx: &mut Tx,
    program: ProgramId,
    status: Option<RequestStatus>,
    before: Option<RequestId>,
    limit: i64,
) -> Result<Vec<Listed>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(listed!(
        "WHERE r.program_id = $1 AND ($2 IS NULL OR r.status = $2) AND ($3 IS NULL OR r.id < $3) ORDER BY r.id DESC LIMIT $4"
    ))
    .bind(program)
    .bind(status)
    .bind(before)
    .bind(limit)
    .fetch_all(c)
    .await)?)
}

/// How many requests of a program are in each state; states without any are left out.
pub async fn count_by_status(tx: &mut Tx, program: ProgramId) -> Result<Vec<(RequestStatus, i64)>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as("SELECT status, COUNT(*) FROM match_requests WHERE program_id = $1 GROUP BY status")
        .bind(program)
        .fetch_all(c)
        .await)?)
}
