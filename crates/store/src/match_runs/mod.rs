//! Match runs and their pairs. [`people`] reads who a run looks at; [`progress`] is for those who wait for one; [`publishing`] is for what becomes of its pairs.

pub mod people;
pub mod progress;
pub mod publishing;

use crate::row::{self, row};
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::fit::views::FitPart;
use domain::match_runs::{Couple, LeftOut, RunNumbers, RunSettings, RunStatus};
use domain::{MatchRunId, MentorshipId, PersonId, ProgramId, Refusal};
use sqlx::types::Json;

row! {
    /// A match run.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct MatchRun in "match_runs" as columns {
        /// Its id.
        pub id: MatchRunId,
        /// The program.
        pub program_id: ProgramId,
        /// Its number in the program, from 1.
        pub number: i32,
        /// Where it is.
        pub status: RunStatus = set,
        /// What was asked for.
        pub settings: Json<RunSettings> = set,
        /// What it came to.
        pub numbers: Json<RunNumbers> = set,
        /// Who got nobody.
        pub left_out: Json<Vec<LeftOut>> = set,
        /// Who made it.
        pub created_by: Option<PersonId>,
        /// When.
        pub created_at: DateTime<Utc>,
        /// When pairs of it were first published.
        pub published_at: Option<DateTime<Utc>> = set,
        /// Rises with every change.
        pub version: i32 = next,
    }
}

row! {
    /// A pair of a run.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct RunPair in "match_run_pairs" as pair_columns {
        /// The run.
        pub run_id: MatchRunId,
        /// The mentee.
        pub mentee_id: PersonId,
        /// The mentor.
        pub mentor_id: PersonId,
        /// Hundredths of a point.
        pub score: i32,
        /// Whether it was kept rather than found.
        pub pinned: bool,
        /// What the score is made of.
        pub parts: Json<Vec<FitPart>>,
        /// The mentorship that came of it.
        pub mentorship_id: Option<MentorshipId>,
        /// Why it could not be published.
        pub refusal: Option<Json<Refusal>>,
    }
}

impl RunPair {
    /// The two.
    #[must_use]
    pub const fn couple(&self) -> Couple {
        Couple { mentee: self.mentee_id, mentor: self.mentor_id }
    }
}

row! {
    /// A run in a list.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Listed {
        /// Its number.
        pub number: i32,
        /// Where it is.
        pub status: RunStatus,
        /// Who made it, by name.
        pub by: Option<String>,
        /// When.
        pub created_at: DateTime<Utc>,
        /// What it came to.
        pub numbers: Json<RunNumbers>,
    }
}

/// The number of a program's next run. Sure only while the program is held.
pub async fn next_number(tx: &mut Tx, program: ProgramId) -> Result<i32, StoreError> {
    Ok(on!(tx, |c| sqlx::query_scalar("SELECT CAST(COALESCE(MAX(number), 0) + 1 AS INTEGER) FROM match_runs WHERE program_id = $1")
        .bind(program)
        .fetch_one(c)
        .await)?)
}

/// Writes a new run.
pub async fn insert(tx: &mut Tx, run: &MatchRun) -> Result<(), StoreError> {
    row::insert(tx, run).await
}

/// Writes what moves in a run's life.
pub async fn update(tx: &mut Tx, run: &MatchRun) -> Result<(), StoreError> {
    row::update(tx, run).await
}

/// A program's run by its number.
pub async fn by_number(tx: &mut Tx, program: ProgramId, number: i32) -> Result<Option<MatchRun>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!("SELECT ", columns!(), " FROM match_runs WHERE program_id = $1 AND number = $2"))
        .bind(program)
        .bind(number)
        .fetch_optional(c)
        .await)?)
}

/// A run's number in its program.
pub async fn number_of(tx: &mut Tx, run: MatchRunId) -> Result<Option<i32>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_scalar("SELECT number FROM match_runs WHERE id = $1").bind(run).fetch_optional(c).await)?)
}

/// Holds a run until the transaction ends and reads it. Hold enrolments and the program first, where they matter.
pub async fn lock(tx: &mut Tx, program: ProgramId, number: i32) -> Result<Option<MatchRun>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!(
        "UPDATE match_runs SET version = version WHERE program_id = $1 AND number = $2 RETURNING ",
        columns!()
    ))
    .bind(program)
    .bind(number)
    .fetch_optional(c)
    .await)?)
}

/// A program's newest runs, newest first.
pub async fn newest(tx: &mut Tx, program: ProgramId, limit: i64) -> Result<Vec<Listed>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT r.number, r.status, p.name AS by, r.created_at, r.numbers FROM match_runs r LEFT JOIN people p ON p.id = r.created_by
         WHERE r.program_id = $1 ORDER BY r.number DESC LIMIT $2"
    )
    .bind(program)
    .bind(limit)
    .fetch_all(c)
    .await)?)
}

/// The settings of a program's newest run.
pub async fn latest_settings(tx: &mut Tx, program: ProgramId) -> Result<Option<RunSettings>, StoreError> {
    let found: Option<Json<RunSettings>> =
        on!(tx, |c| sqlx::query_scalar("SELECT settings FROM match_runs WHERE program_id = $1 ORDER BY number DESC LIMIT 1")
            .bind(program)
            .fetch_optional(c)
            .await)?;
    Ok(found.map(|settings| settings.0))
}

/// A run's pairs, the lowest scores first.
pub async fn pairs(tx: &mut Tx, run: MatchRunId) -> Result<Vec<RunPair>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!(
        "SELECT ",
        pair_columns!(),
        " FROM match_run_pairs WHERE run_id = $1 ORDER BY score, mentee_id, mentor_id"
    ))
    .bind(run)
    .fetch_all(c)
    .await)?)
}

/// Writes a run's pairs instead of those that it had.
pub async fn replace_pairs(tx: &mut Tx, run: MatchRunId, pairs: &[RunPair]) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query("DELETE FROM match_run_pairs WHERE run_id = $1").bind(run).execute(c).await.map(|_| ()))?;
    row::insert_all(tx, pairs).await
}
