//! Match requests: the row itself, the conversation in it, how many end at once, and the lists of them.
//!
//! Whether a move is possible is decided above, in `domain`.

mod closing;
mod conversation;
mod facts;
mod lists;
mod pairing;
mod parties;
mod reminders;
pub(crate) mod waiting;

pub use closing::{Closing, close, expire_due, expire_due_of_mentee, reopen};
pub use conversation::{Line, insert_line, lines};
pub use facts::{asked_after, open_mentors_of, reply_times, share_a_language};
pub use lists::{Direction, Listed, count_by_status, ended, of_program, open};
pub use pairing::{Candidate, count_mentees, count_mentors, mentees, mentors};
pub use parties::{Contact, parties};
pub use reminders::{Running, running, set_reminded};

use crate::row::from_row;
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::requests::{CloseReason, RequestClock, RequestStatus, Turn};
use domain::{MentorshipId, PersonId, ProgramId, RequestId};

/// A request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Its id.
    pub id: RequestId,
    /// The program.
    pub program_id: ProgramId,
    /// Who asks.
    pub mentee_id: PersonId,
    /// Who is asked.
    pub mentor_id: PersonId,
    /// Where it is.
    pub status: RequestStatus,
    /// Whose turn it is.
    pub turn: Turn,
    /// The text with which it began.
    pub body: String,
    /// When it expires, while the clock runs.
    pub due_at: Option<DateTime<Utc>>,
    /// What is left, while the clock stands still.
    pub remaining_seconds: Option<i64>,
    /// Whether the asked took more time.
    pub extended: bool,
    /// The reminders sent, as bits.
    pub reminded: i32,
    /// Why it ended other than by its two people's own word.
    pub close_reason: Option<CloseReason>,
    /// The word with which it was accepted or declined.
    pub closing_word: Option<String>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When the asked first answered in any way.
    pub first_reply_at: Option<DateTime<Utc>>,
    /// When it ended.
    pub ended_at: Option<DateTime<Utc>>,
    /// Rises with every change.
    pub version: i32,
}
from_row!(Request {
    id,
    program_id,
    mentee_id,
    mentor_id,
    status,
    turn,
    body,
    due_at,
    remaining_seconds,
    extended,
    reminded,
    close_reason,
    closing_word,
    created_at,
    first_reply_at,
    ended_at,
    version
});

/// The columns of [`Request`].
macro_rules! columns {
    () => {
        "id, program_id, mentee_id, mentor_id, status, turn, body, due_at, remaining_seconds, extended, reminded, close_reason, \
         closing_word, created_at, first_reply_at, ended_at, version"
    };
}
use columns;

impl Request {
    /// Its clock.
    #[must_use]
    pub const fn clock(&self) -> RequestClock {
        RequestClock {
            turn: self.turn,
            due_at: self.due_at,
            remaining: self.remaining_seconds,
            extended: self.extended,
            reminded: self.reminded,
        }
    }

    /// Sets its clock.
    pub const fn set_clock(&mut self, clock: RequestClock) {
        self.turn = clock.turn;
        self.due_at = clock.due_at;
        self.remaining_seconds = clock.remaining;
        self.extended = clock.extended;
        self.reminded = clock.reminded;
    }
}

/// Writes a new request. `false` when the mentee has an open one to this mentor in this program.
pub async fn insert(tx: &mut Tx, r: &Request) -> Result<bool, StoreError> {
    let rows = on!(tx, |c| sqlx::query(concat!(
        "INSERT INTO match_requests (",
        columns!(),
        ") VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) ON CONFLICT DO NOTHING"
    ))
    .bind(r.id)
    .bind(r.program_id)
    .bind(r.mentee_id)
    .bind(r.mentor_id)
    .bind(r.status)
    .bind(r.turn)
    .bind(&r.body)
    .bind(r.due_at)
    .bind(r.remaining_seconds)
    .bind(r.extended)
    .bind(r.reminded)
    .bind(r.close_reason)
    .bind(&r.closing_word)
    .bind(r.created_at)
    .bind(r.first_reply_at)
    .bind(r.ended_at)
    .bind(r.version)
    .execute(c)
    .await
    .map(|done| done.rows_affected()))?;
    Ok(rows == 1)
}

/// A request by its id.
pub async fn by_id(tx: &mut Tx, id: RequestId) -> Result<Option<Request>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!("SELECT ", columns!(), " FROM match_requests WHERE id = $1")).bind(id).fetch_optional(c).await)?)
}

/// Holds a request until the transaction ends and reads it. Hold the two enrolments first, else two may wait for each
/// other.
pub async fn lock(tx: &mut Tx, id: RequestId) -> Result<Option<Request>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!("UPDATE match_requests SET version = version WHERE id = $1 RETURNING ", columns!()))
        .bind(id)
        .fetch_optional(c)
        .await)?)
}

/// Writes what moves in a request's life: its state, its clock and how it ended.
pub async fn update(tx: &mut Tx, r: &Request) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query(
        "UPDATE match_requests SET status = $2, turn = $3, due_at = $4, remaining_seconds = $5, extended = $6, reminded = $7,
             close_reason = $8, closing_word = $9, first_reply_at = $10, ended_at = $11, version = version + 1
         WHERE id = $1"
    )
    .bind(r.id)
    .bind(r.status)
    .bind(r.turn)
    .bind(r.due_at)
    .bind(r.remaining_seconds)
    .bind(r.extended)
    .bind(r.reminded)
    .bind(r.close_reason)
    .bind(&r.closing_word)
    .bind(r.first_reply_at)
    .bind(r.ended_at)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}

/// The mentorship that came of a request.
pub async fn mentorship_of(tx: &mut Tx, request: RequestId) -> Result<Option<MentorshipId>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_scalar("SELECT id FROM mentorships WHERE request_id = $1").bind(request).fetch_optional(c).await)?)
}

/// Holds a program until the transaction ends, so that it doesn't end while a request begins or a pair comes about. Hold
/// enrolments before it and requests after it.
pub async fn lock_program(tx: &mut Tx, program: ProgramId) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("UPDATE programs SET version = version WHERE id = $1").bind(program).execute(c).await.map(|_| ()))?;
    Ok(())
}
