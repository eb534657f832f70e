//! The programs that somebody takes part in, with what says which step comes next: one query however many there are.

use crate::row::row;
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::enrolments::EnrolmentStatus;
use domain::programs::{JoinPolicy, MatchingMode, ProgramStatus};
use domain::{MentorshipId, PersonId, PictureId, ProgramId};

row! {
    /// A program, and somebody in it.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Mine {
        /// Its id.
        pub id: ProgramId,
        /// Its name in addresses.
        pub slug: String,
        /// Its name.
        pub name: String,
        /// Its picture.
        pub picture_id: Option<PictureId>,
        /// The name of its organisation.
        pub organisation: Option<String>,
        /// Where it is.
        pub status: ProgramStatus,
        /// Who may enrol.
        pub join_policy: JoinPolicy,
        /// How pairs come about.
        pub matching: MatchingMode,
        /// Where the enrolment is.
        pub enrolment: Option<EnrolmentStatus>,
        /// Offers mentoring.
        pub as_mentor: Option<bool>,
        /// Looks for a mentor.
        pub as_mentee: Option<bool>,
        /// Coordinates it by name.
        pub coordinator: bool,
        /// A mentorship of theirs that isn't over; one as a mentee goes first.
        pub mentorship: Option<MentorshipId>,
        /// Whether they have a mentor here.
        pub has_mentor: bool,
        /// Requests to them that wait for an answer.
        pub to_answer: i64,
        /// Their own open requests.
        pub asked: i64,
    }
}

/// What is told of one program; `$1` is the person, `$2` the present instant.
macro_rules! mine {
    ($rest:literal) => {
        concat!(
            "SELECT p.id, p.slug, p.name, p.picture_id, o.name AS organisation, p.status, p.join_policy, p.matching,
                 e.status AS enrolment, e.as_mentor, e.as_mentee, (k.person_id IS NOT NULL) AS coordinator,
                 COALESCE(
                     (SELECT m.id FROM mentorships m WHERE m.program_id = p.id AND m.mentee_id = $1
                          AND m.status IN ('proposed', 'active', 'paused') ORDER BY m.id DESC LIMIT 1),
                     (SELECT m.id FROM mentorships m WHERE m.program_id = p.id AND m.mentor_id = $1
                          AND m.status IN ('proposed', 'active', 'paused') ORDER BY m.id DESC LIMIT 1)) AS mentorship,
                 EXISTS (SELECT 1 FROM mentorships m WHERE m.program_id = p.id AND m.mentee_id = $1
                          AND m.status IN ('proposed', 'active', 'paused')) AS has_mentor,
                 (SELECT COUNT(*) FROM match_requests r WHERE r.program_id = p.id AND r.mentor_id = $1 AND r.status = 'pending'
                          AND r.turn = 'asked' AND r.due_at > $2) AS to_answer,
                 (SELECT COUNT(*) FROM match_requests r WHERE r.program_id = p.id AND r.mentee_id = $1 AND r.status = 'pending'
                          AND (r.due_at IS NULL OR r.due_at > $2)) AS asked
             FROM programs p
             LEFT JOIN organisations o ON o.id = p.organisation_id
             LEFT JOIN enrolments e ON e.program_id = p.id AND e.person_id = $1
             LEFT JOIN program_coordinators k ON k.program_id = p.id AND k.person_id = $1
             WHERE ",
            $rest
        )
    };
}

/// The programs in which somebody is enrolled and neither left nor was removed, or which they coordinate by name; those
/// that are not over first, then the newest first. With `program` only that one, whatever they are in it.
pub async fn mine(tx: &mut Tx, person: PersonId, program: Option<ProgramId>, now: DateTime<Utc>) -> Result<Vec<Mine>, StoreError> {
    Ok(match program {
        Some(program) => on!(tx, |c| sqlx::query_as(mine!("p.id = $3")).bind(person).bind(now).bind(program).fetch_all(c).await)?,
        None => on!(tx, |c| sqlx::query_as(mine!(
            "p.id IN (SELECT program_id FROM enrolments WHERE person_id = $1 AND status IN ('pending', 'active', 'paused')
                      UNION SELECT program_id FROM program_coordinators WHERE person_id = $1)
             ORDER BY CASE WHEN p.status IN ('completed', 'cancelled') THEN 1 ELSE 0 END, p.id DESC"
        ))
        .bind(person)
        .bind(now)
        .fetch_all(c)
        .await)?,
    })
}
