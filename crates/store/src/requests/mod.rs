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

use crate::row::{self, row};
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::requests::{CloseReason, RequestClock, RequestStatus, Turn};
use domain::{MentorshipId, PersonId, ProgramId, RequestId};

row! {
    /// A request.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Request in "match_requests" as columns {
        /// Its id.
        pub id: RequestId,
        /// The program.
        pub program_id: ProgramId,
        /// Who asks.
        pub mentee_id: PersonId,
        /// Who is asked.
        pub mentor_id: PersonId,
        /// Where it is.
        pub status: RequestStatus = set,
        /// Whose turn it is.
        pub turn: Turn = set,
        /// The text with which it began.
        pub body: String,
        /// When it expires, while the clock runs.
        pub due_at: Option<DateTime<Utc>> = set,
        /// What is left, while the clock stands still.
        pub remaining_seconds: Option<i64> = set,
        /// Whether the asked took more time.
        pub extended: bool = set,
        /// The reminders sent, as bits.
        pub reminded: i32 = set,
        /// Why it ended other than by its two people's own word.
        pub close_reason: Option<CloseReason> = set,
        /// The word with which it was accepted or declined.
        pub closing_word: Option<String> = set,
        /// When it was made.
        pub created_at: DateTime<Utc>,
        /// When the asked first answered in any way.
        pub first_reply_at: Option<DateTime<Utc>> = set,
        /// When it ended.
        pub ended_at: Option<DateTime<Utc>> = set,
        /// Rises with every change.
        pub version: i32 = next,
    }
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
    row::insert_new(tx, r, "").await
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
    row::update(tx, r).await
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
