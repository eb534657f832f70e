//! Whom a run looks at, and what lies between them. What the fit compares is read by [`crate::mentors`].

use crate::leaving::stays;
use crate::row::row;
use crate::{StoreError, Tx, on};
use domain::{OrganisationId, PersonId, ProgramId};

row! {
    /// Somebody who takes an active part in a program.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Part {
        /// Who.
        pub person_id: PersonId,
        /// Whether they offer mentoring.
        pub as_mentor: bool,
        /// Whether they look for a mentor.
        pub as_mentee: bool,
        /// Whether they have one in this program.
        pub placed: bool,
    }
}

/// Everybody who takes an active part in a program, by id.
pub async fn parts(tx: &mut Tx, program: ProgramId) -> Result<Vec<Part>, StoreError> {
    Ok(on!(tx, |c| {
        sqlx::query_as(concat!(
        "SELECT e.person_id, e.as_mentor, e.as_mentee,
             (EXISTS (SELECT 1 FROM mentorships m WHERE m.mentee_id = e.person_id AND m.program_id = e.program_id
                 AND m.status IN ('proposed', 'active', 'paused'))
                 OR EXISTS (SELECT 1 FROM proposals q WHERE q.mentee_id = e.person_id AND q.program_id = e.program_id AND q.status = 'proposed')) AS placed
         FROM enrolments e WHERE e.program_id = $1 AND e.status = 'active' AND ",
        stays!(),
        " ORDER BY e.person_id"
    ))
    .bind(program)
    .fetch_all(c)
    .await
    })?)
}

row! {
    /// Two who had to do with each other in a program.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct Past {
        /// The mentee.
        pub mentee_id: PersonId,
        /// The mentor.
        pub mentor_id: PersonId,
        /// Whether one of them said no: when they were proposed to each other, or to a request.
        pub declined: bool,
    }
}

/// Mentorships of a program that are over, and the noes said in it.
pub async fn past(tx: &mut Tx, program: ProgramId) -> Result<Vec<Past>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT mentee_id, mentor_id, (started_on IS NULL) AS declined FROM mentorships
         WHERE program_id = $1 AND status IN ('completed', 'ended_early')
         UNION SELECT mentee_id, mentor_id, TRUE AS declined FROM match_requests WHERE program_id = $1 AND status = 'declined'
         UNION SELECT mentee_id, mentor_id, TRUE AS declined FROM proposals WHERE program_id = $1 AND status = 'declined'"
    )
    .bind(program)
    .fetch_all(c)
    .await)?)
}

/// The organisations that the active participants of a program belong to.
pub async fn organisations(tx: &mut Tx, program: ProgramId) -> Result<Vec<(PersonId, OrganisationId)>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT m.person_id, m.organisation_id FROM enrolments e JOIN memberships m ON m.person_id = e.person_id
         WHERE e.program_id = $1 AND e.status = 'active' ORDER BY m.person_id, m.organisation_id"
    )
    .bind(program)
    .fetch_all(c)
    .await)?)
}

/// How many mentees of a program wait for a mentor, and how many mentors have room.
pub async fn waiting(tx: &mut Tx, program: ProgramId) -> Result<(i64, i64), StoreError> {
    let mentees = crate::requests::count_mentees(tx, program, "").await?;
    Ok((mentees, crate::requests::count_mentors(tx, program, "").await?))
}
