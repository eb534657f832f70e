//! What connects two people: what one may see of the other follows from it.

use crate::row::row;
use crate::{StoreError, Tx, on};
use domain::PersonId;
use domain::ProgramId;
use domain::programs::{MatchingMode, ProgramStatus};

row! {
    /// What connects somebody who looks to somebody who is looked at.
    #[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
    pub struct Ties {
        /// Both are members of an organisation.
        pub organisation: bool,
        /// Both take part in a program now.
        pub program: bool,
        /// The one who looks coordinates a program in which the other is or was enrolled.
        pub coordinates: bool,
        /// The other coordinates a program in which the one who looks takes part now.
        pub coordinated: bool,
        /// They are or were mentor and mentee.
        pub mentorship: bool,
        /// They are mentor and mentee now.
        pub mentorship_now: bool,
    }
}

/// Who coordinates the program `p`: those named, and managers of its organisation.
macro_rules! coordinates {
    ($who:literal) => {
        concat!(
            "(EXISTS (SELECT 1 FROM program_coordinators k WHERE k.program_id = p.id AND k.person_id = ",
            $who,
            ") OR EXISTS (SELECT 1 FROM memberships m WHERE m.organisation_id = p.organisation_id AND m.person_id = ",
            $who,
            " AND m.role IN ('owner', 'admin')))"
        )
    };
}

/// What connects two people.
pub async fn between(tx: &mut Tx, viewer: PersonId, person: PersonId) -> Result<Ties, StoreError> {
    Ok(on!(tx, |c| {
        sqlx::query_as(concat!(
        "SELECT EXISTS (SELECT 1 FROM memberships a JOIN memberships b ON b.organisation_id = a.organisation_id
                 WHERE a.person_id = $1 AND b.person_id = $2) AS organisation,
             EXISTS (SELECT 1 FROM enrolments a JOIN enrolments b ON b.program_id = a.program_id
                 WHERE a.person_id = $1 AND b.person_id = $2
                     AND a.status IN ('active', 'paused') AND b.status IN ('active', 'paused')) AS program,
             EXISTS (SELECT 1 FROM enrolments e JOIN programs p ON p.id = e.program_id WHERE e.person_id = $2 AND ",
        coordinates!("$1"),
        ") AS coordinates,
             EXISTS (SELECT 1 FROM enrolments e JOIN programs p ON p.id = e.program_id
                 WHERE e.person_id = $1 AND e.status IN ('active', 'paused') AND ",
        coordinates!("$2"),
        ") AS coordinated,
             EXISTS (SELECT 1 FROM mentorships WHERE (mentor_id = $1 AND mentee_id = $2) OR (mentor_id = $2 AND mentee_id = $1)) AS mentorship,
             EXISTS (SELECT 1 FROM mentorships WHERE ((mentor_id = $1 AND mentee_id = $2) OR (mentor_id = $2 AND mentee_id = $1))
                 AND status IN ('proposed', 'active', 'paused')) AS mentorship_now"
    ))
    .bind(viewer)
    .bind(person)
    .fetch_one(c)
    .await
    })?)
}

/// Whether two people know each other's faces: they share an organisation, or a program that both are or were in, or one
/// of them coordinates a program of the other.
pub async fn acquainted(tx: &mut Tx, viewer: PersonId, person: PersonId) -> Result<bool, StoreError> {
    Ok(on!(tx, |c| {
        sqlx::query_scalar(concat!(
        "SELECT EXISTS (SELECT 1 FROM memberships a JOIN memberships b ON b.organisation_id = a.organisation_id
                 WHERE a.person_id = $1 AND b.person_id = $2)
             OR EXISTS (SELECT 1 FROM enrolments a JOIN enrolments b ON b.program_id = a.program_id WHERE a.person_id = $1 AND b.person_id = $2)
             OR EXISTS (SELECT 1 FROM enrolments e JOIN programs p ON p.id = e.program_id WHERE e.person_id = $2 AND ",
        coordinates!("$1"),
        ") OR EXISTS (SELECT 1 FROM enrolments e JOIN programs p ON p.id = e.program_id WHERE e.person_id = $1 AND ",
        coordinates!("$2"),
        ")"
    ))
    .bind(viewer)
    .bind(person)
    .fetch_one(c)
    .await
    })?)
}

row! {
    /// A program that two people take part in now.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct SharedProgram {
        /// Its id.
        pub id: ProgramId,
        /// Its name in addresses.
        pub slug: String,
        /// Its name.
        pub name: String,
        /// Where it is in its cycle.
        pub status: ProgramStatus,
        /// How pairs come about in it.
        pub matching: MatchingMode,
        /// Whether the one who looks is looking for a mentor in it.
        pub viewer_is_mentee: bool,
        /// Whether the one looked at offers mentoring in it.
        pub person_is_mentor: bool,
        /// Whether the one looked at is looking for a mentor in it.
        pub person_is_mentee: bool,
        /// Whether both are there now, rather than one of them taking a break or about to leave.
        pub both_active: bool,
    }
}

/// The programs that two people take part in now, by name.
pub async fn shared_programs(tx: &mut Tx, viewer: PersonId, person: PersonId) -> Result<Vec<SharedProgram>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT p.id, p.slug, p.name, p.status, p.matching, a.as_mentee AS viewer_is_mentee, b.as_mentor AS person_is_mentor,
             b.as_mentee AS person_is_mentee, (a.status = 'active' AND b.status = 'active'
                 AND NOT EXISTS (SELECT 1 FROM people q WHERE q.id IN ($1, $2) AND q.leaves_at IS NOT NULL)) AS both_active
         FROM enrolments a JOIN enrolments b ON b.program_id = a.program_id JOIN programs p ON p.id = a.program_id
         WHERE a.person_id = $1 AND b.person_id = $2 AND a.status IN ('active', 'paused') AND b.status IN ('active', 'paused')
         ORDER BY p.name, p.id LIMIT 50"
    )
    .bind(viewer)
    .bind(person)
    .fetch_all(c)
    .await)?)
}
