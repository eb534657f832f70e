//! A program in numbers. One query each.

use crate::row::row;
use crate::{StoreError, Tx, on};
use domain::ProgramId;
use domain::enrolments::EnrolmentStatus;
use domain::goals::GoalStatus;

row! {
    /// How many enrolments are in a state, on which side.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Enrolled {
        /// The state.
        pub status: EnrolmentStatus,
        /// Offers mentoring.
        pub as_mentor: bool,
        /// Looks for a mentor.
        pub as_mentee: bool,
        /// How many.
        pub count: i64,
    }
}

/// How many enrolments of a program there are, by state and side.
pub async fn enrolled(tx: &mut Tx, program: ProgramId) -> Result<Vec<Enrolled>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT status, as_mentor, as_mentee, COUNT(*) AS count FROM enrolments WHERE program_id = $1 GROUP BY status, as_mentor, as_mentee"
    )
    .bind(program)
    .fetch_all(c)
    .await)?)
}

/// How many people take part in a program.
pub async fn participating(tx: &mut Tx, program: ProgramId) -> Result<i64, StoreError> {
    Ok(on!(tx, |c| sqlx::query_scalar("SELECT COUNT(*) FROM enrolments WHERE program_id = $1 AND status IN ('active', 'paused')")
        .bind(program)
        .fetch_one(c)
        .await)?)
}

/// How many goals of a program's mentorships are in which state.
pub async fn goals(tx: &mut Tx, program: ProgramId) -> Result<Vec<(GoalStatus, i64)>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT g.status, COUNT(*) FROM mentorships m JOIN goals g ON g.mentorship_id = m.id WHERE m.program_id = $1 GROUP BY g.status"
    )
    .bind(program)
    .fetch_all(c)
    .await)?)
}

row! {
    /// What a program's end would end, and who would get an email about it.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Ending {
        /// Open requests.
        pub requests: i64,
        /// Proposals that wait.
        pub proposals: i64,
        /// People of either, whose address is confirmed.
        pub mailed: i64,
    }
}

/// What a program's end would end.
pub async fn ending(tx: &mut Tx, program: ProgramId) -> Result<Ending, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT (SELECT COUNT(*) FROM match_requests WHERE program_id = $1 AND status = 'pending') AS requests,
             (SELECT COUNT(*) FROM proposals WHERE program_id = $1 AND status = 'proposed') AS proposals,
             (SELECT COUNT(*) FROM people WHERE email_verified_at IS NOT NULL AND id IN (
                 SELECT mentee_id FROM match_requests WHERE program_id = $1 AND status = 'pending'
                 UNION SELECT mentor_id FROM match_requests WHERE program_id = $1 AND status = 'pending'
                 UNION SELECT mentee_id FROM proposals WHERE program_id = $1 AND status = 'proposed'
                 UNION SELECT mentor_id FROM proposals WHERE program_id = $1 AND status = 'proposed')) AS mailed"
    )
    .bind(program)
    .fetch_one(c)
    .await)?)
}
