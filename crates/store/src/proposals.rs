//! Proposals: the row itself, those of a run or a person, and how many end at once.
//!
//! Whether a move is possible is decided above, in `domain`.

use crate::mentorships::Mentorship;
use crate::row::{self, row};
use crate::{Engine, StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::proposals::{NoReason, ProposalAnswer, ProposalStatus};
use domain::{MatchRunId, MentorshipId, PersonId, ProgramId, ProposalId};

row! {
    /// A proposal.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Proposal in "proposals" as columns {
        /// Its id.
        pub id: ProposalId,
        /// The program.
        pub program_id: ProgramId,
        /// The run of whose pairs it is one.
        pub run_id: MatchRunId,
        /// The mentee.
        pub mentee_id: PersonId,
        /// The mentor.
        pub mentor_id: PersonId,
        /// Where it is.
        pub status: ProposalStatus = set,
        /// What the mentee said.
        pub mentee_answer: Option<ProposalAnswer> = set,
        /// When.
        pub mentee_answered_at: Option<DateTime<Utc>> = set,
        /// What the mentor said.
        pub mentor_answer: Option<ProposalAnswer> = set,
        /// When.
        pub mentor_answered_at: Option<DateTime<Utc>> = set,
        /// Why the one who said no did.
        pub reason: Option<NoReason> = set,
        /// More about it.
        pub word: Option<String> = set,
        /// Until when there is time.
        pub due_at: DateTime<Utc>,
        /// When whoever had not answered was reminded.
        pub reminded_at: Option<DateTime<Utc>>,
        /// The mentorship that came of it.
        pub mentorship_id: Option<MentorshipId> = set,
        /// When it was made.
        pub created_at: DateTime<Utc>,
        /// When it ended.
        pub ended_at: Option<DateTime<Utc>> = set,
        /// Rises with every change.
        pub version: i32 = next,
    }
}

impl Proposal {
    /// Its state at this moment, whether or not somebody has written down yet that its time is over.
    #[must_use]
    pub fn status_at(&self, now: DateTime<Utc>) -> ProposalStatus {
        if self.status == ProposalStatus::Proposed && self.due_at <= now { ProposalStatus::Expired } else { self.status }
    }

    /// What somebody said.
    #[must_use]
    pub fn answer_of(&self, person: PersonId) -> Option<ProposalAnswer> {
        if person == self.mentee_id {
            self.mentee_answer
        } else if person == self.mentor_id {
            self.mentor_answer
        } else {
            None
        }
    }

    /// Whether one of the two has answered.
    #[must_use]
    pub const fn is_answered(&self) -> bool {
        self.mentee_answer.is_some() || self.mentor_answer.is_some()
    }

    /// The other one of the two.
    #[must_use]
    pub fn other(&self, person: PersonId) -> PersonId {
        if person == self.mentee_id { self.mentor_id } else { self.mentee_id }
    }
}

/// A proposal by its id.
pub async fn by_id(tx: &mut Tx, id: ProposalId) -> Result<Option<Proposal>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!("SELECT ", columns!(), " FROM proposals WHERE id = $1")).bind(id).fetch_optional(c).await)?)
}

/// Holds a proposal until the transaction ends and reads it. Hold the two enrolments and the program first.
pub async fn lock(tx: &mut Tx, id: ProposalId) -> Result<Option<Proposal>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!("UPDATE proposals SET version = version WHERE id = $1 RETURNING ", columns!()))
        .bind(id)
        .fetch_optional(c)
        .await)?)
}

/// Writes what moves in a proposal's life.
pub async fn update(tx: &mut Tx, p: &Proposal) -> Result<(), StoreError> {
    row::update(tx, p).await
}

/// The proposals of a run, the oldest first: of a pair that was proposed more than once, the last one counts.
pub async fn of_run(tx: &mut Tx, run: MatchRunId) -> Result<Vec<Proposal>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!("SELECT ", columns!(), " FROM proposals WHERE run_id = $1 ORDER BY id"))
        .bind(run)
        .fetch_all(c)
        .await)?)
}

/// Somebody's open proposals, those with the least time first.
pub async fn open_of(tx: &mut Tx, person: PersonId, now: DateTime<Utc>, limit: i64) -> Result<Vec<Proposal>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM proposals WHERE status = 'proposed' AND due_at > $2 AND (mentee_id = $1 OR mentor_id = $1) ORDER BY due_at, id LIMIT $3"
    ))
    .bind(person)
    .bind(now)
    .bind(limit)
    .fetch_all(c)
    .await)?)
}

/// How many places of a mentor are held by open proposals, those to one mentee left out.
pub async fn places_held(tx: &mut Tx, program: ProgramId, mentor: PersonId, except: Option<PersonId>) -> Result<i64, StoreError> {
    Ok(on!(tx, |c| {
        sqlx::query_scalar(
        "SELECT COUNT(*) FROM proposals WHERE program_id = $1 AND mentor_id = $2 AND status = 'proposed' AND ($3 IS NULL OR mentee_id <> $3)"
    )
    .bind(program)
    .bind(mentor)
    .bind(except)
    .fetch_one(c)
    .await
    })?)
}

/// The mentor whom an open proposal holds for a mentee.
pub async fn held_for(tx: &mut Tx, program: ProgramId, mentee: PersonId) -> Result<Option<PersonId>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_scalar("SELECT mentor_id FROM proposals WHERE program_id = $1 AND mentee_id = $2 AND status = 'proposed'")
        .bind(program)
        .bind(mentee)
        .fetch_optional(c)
        .await)?)
}

/// The pairs of a program of whom one said no to the other.
pub async fn declined(tx: &mut Tx, program: ProgramId) -> Result<Vec<(PersonId, PersonId)>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as("SELECT DISTINCT mentee_id, mentor_id FROM proposals WHERE program_id = $1 AND status = 'declined'")
        .bind(program)
        .fetch_all(c)
        .await)?)
}

/// Gives a pair of a run the mentorship that came of its proposal.
pub async fn began(tx: &mut Tx, p: &Proposal) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("UPDATE match_run_pairs SET mentorship_id = $4 WHERE run_id = $1 AND mentee_id = $2 AND mentor_id = $3")
        .bind(p.run_id)
        .bind(p.mentee_id)
        .bind(p.mentor_id)
        .bind(p.mentorship_id)
        .execute(c)
        .await
        .map(|_| ()))?;
    Ok(())
}

/// An open proposal to the two of a mentorship that has just begun is accepted, and its pair of the run has the mentorship.
pub async fn came_true(tx: &mut Tx, m: &Mentorship, now: DateTime<Utc>) -> Result<(), StoreError> {
    let found: Option<Proposal> = on!(tx, |c| {
        sqlx::query_as(concat!(
            "UPDATE proposals SET status = 'accepted', mentee_answer = 'yes', mentor_answer = 'yes',
                 mentee_answered_at = COALESCE(mentee_answered_at, $5), mentor_answered_at = COALESCE(mentor_answered_at, $5),
                 mentorship_id = $4, ended_at = $5, version = version + 1
             WHERE program_id = $1 AND mentee_id = $2 AND mentor_id = $3 AND status = 'proposed' RETURNING ",
            columns!()
        ))
        .bind(m.program_id)
        .bind(m.mentee_id)
        .bind(m.mentor_id)
        .bind(m.id)
        .bind(now)
        .fetch_optional(c)
        .await
    })?;
    match found {
        Some(proposal) => began(tx, &proposal).await,
        None => Ok(()),
    }
}

/// Which open proposals of a program end without a word of their two people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Closing {
    /// Those of a run on which nobody has answered.
    UnansweredOf(MatchRunId),
    /// Those to somebody as a mentor.
    ToMentor(PersonId),
    /// Those to somebody as a mentee.
    ToMentee(PersonId),
    /// All.
    All,
}

/// Takes open proposals of a program back and says which.
pub async fn take_back(tx: &mut Tx, program: ProgramId, which: Closing, now: DateTime<Utc>) -> Result<Vec<Proposal>, StoreError> {
    let (run, mentor, mentee) = match which {
        Closing::UnansweredOf(run) => (Some(run), None, None),
        Closing::ToMentor(person) => (None, Some(person), None),
        Closing::ToMentee(person) => (None, None, Some(person)),
        Closing::All => (None, None, None),
    };
    Ok(on!(tx, |c| sqlx::query_as(concat!(
        "UPDATE proposals SET status = 'taken_back', ended_at = $5, version = version + 1
         WHERE program_id = $1 AND status = 'proposed'
             AND ($2 IS NULL OR (run_id = $2 AND mentee_answer IS NULL AND mentor_answer IS NULL))
             AND ($3 IS NULL OR mentor_id = $3) AND ($4 IS NULL OR mentee_id = $4) RETURNING ",
        columns!()
    ))
    .bind(program)
    .bind(run)
    .bind(mentor)
    .bind(mentee)
    .bind(now)
    .fetch_all(c)
    .await)?)
}

/// The programs with proposals that are out of time, at most so many.
pub async fn programs_due(tx: &mut Tx, now: DateTime<Utc>, limit: i64) -> Result<Vec<ProgramId>, StoreError> {
    Ok(on!(tx, |c| {
        sqlx::query_scalar(
            "SELECT DISTINCT program_id FROM proposals WHERE status = 'proposed' AND due_at <= $1 ORDER BY program_id LIMIT $2",
        )
        .bind(now)
        .bind(limit)
        .fetch_all(c)
        .await
    })?)
}

/// Ends a program's proposals that are out of time and says which. Hold the program first: then whoever answers at this moment has
/// done so, or comes too late.
pub async fn expire_due(tx: &mut Tx, program: ProgramId, now: DateTime<Utc>) -> Result<Vec<Proposal>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!(
        "UPDATE proposals SET status = 'expired', ended_at = due_at, version = version + 1
         WHERE program_id = $1 AND status = 'proposed' AND due_at <= $2 RETURNING ",
        columns!()
    ))
    .bind(program)
    .bind(now)
    .fetch_all(c)
    .await)?)
}

/// Open proposals that end soon and of which nobody was reminded, in the order in which they end; those after `after`, at most so
/// many.
pub async fn unreminded(
    tx: &mut Tx,
    from: DateTime<Utc>,
    until: DateTime<Utc>,
    after: Option<(DateTime<Utc>, ProposalId)>,
    limit: i64,
) -> Result<Vec<Proposal>, StoreError> {
    let (due, id) = after.unzip();
    Ok(on!(tx, |c| sqlx::query_as(concat!(
        "SELECT ",
        columns!(),
        " FROM proposals WHERE status = 'proposed' AND reminded_at IS NULL AND due_at > $1 AND due_at <= $2
             AND ($3 IS NULL OR due_at > $3 OR (due_at = $3 AND id > $4)) ORDER BY due_at, id LIMIT $5"
    ))
    .bind(from)
    .bind(until)
    .bind(due)
    .bind(id)
    .bind(limit)
    .fetch_all(c)
    .await)?)
}

/// The statement of [`remind`]. PostgreSQL passes over rows that somebody holds: they are looked at again soon.
macro_rules! remind {
    ($lock:literal) => {
        concat!(
            "UPDATE proposals SET reminded_at = $2, version = version + 1 WHERE id IN (
                 SELECT id FROM proposals WHERE id = $1 AND status = 'proposed' AND reminded_at IS NULL",
            $lock,
            ") RETURNING ",
            columns!()
        )
    };
}

/// Notes that a reminder was sent, once however many servers look, and reads whom it is for. Nothing when another did.
pub async fn remind(tx: &mut Tx, id: ProposalId, now: DateTime<Utc>) -> Result<Option<Proposal>, StoreError> {
    let sql = match tx.engine() {
        Engine::Sqlite => remind!(""),
        Engine::Postgres => remind!(" FOR UPDATE SKIP LOCKED"),
    };
    Ok(on!(tx, |c| sqlx::query_as(sql).bind(id).bind(now).fetch_optional(c).await)?)
}
