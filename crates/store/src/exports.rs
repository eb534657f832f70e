//! Everything about a program's participants and mentorships at once, for a file: a few queries, however many there are.

use crate::row::row;
use crate::{StoreError, Tx, on};
use chrono::{DateTime, NaiveDate, Utc};
use domain::enrolments::EnrolmentStatus;
use domain::mentorships::MentorshipStatus;
use domain::people::SkillSide;
use domain::{EnrolmentId, PersonId, ProgramId};

row! {
    /// A participant with their profile. Of whoever left or was removed there is what they were in the program and what they answered
    /// then, and nothing of what they are now: address and profile are empty.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Participant {
        /// The enrolment.
        pub id: EnrolmentId,
        /// The person.
        pub person_id: PersonId,
        /// Their name.
        pub name: String,
        /// Their address.
        pub email: String,
        /// Where the enrolment is.
        pub status: EnrolmentStatus,
        /// Offers mentoring.
        pub as_mentor: bool,
        /// Looks for a mentor.
        pub as_mentee: bool,
        /// How many mentees they can take.
        pub capacity: i32,
        /// How many of these places are taken.
        pub taken: i64,
        /// How many mentors they have here.
        pub mentors: i64,
        /// Themselves in one line.
        pub headline: Option<String>,
        /// What they work as.
        pub role_title: Option<String>,
        /// An industry's id.
        pub industry: Option<String>,
        /// A country's code.
        pub country: Option<String>,
        /// Their IANA time zone; empty of whoever doesn't take part any more, as the address is.
        pub zone: String,
        /// Years of experience.
        pub experience_years: Option<i32>,
        /// When they enrolled.
        pub created_at: DateTime<Utc>,
    }
}

/// The participants of a program, in the order in which they enrolled.
pub async fn participants(tx: &mut Tx, program: ProgramId, limit: i64) -> Result<Vec<Participant>, StoreError> {
    Ok(on!(tx, |c| {
        sqlx::query_as(
        "SELECT e.id, e.person_id, p.name, e.status, e.as_mentor, e.as_mentee, e.capacity, COALESCE(here.email, '') AS email,
             (SELECT COUNT(*) FROM mentorships m WHERE m.mentor_id = e.person_id AND m.program_id = e.program_id
                 AND m.status IN ('proposed', 'active', 'paused')) AS taken,
             (SELECT COUNT(*) FROM mentorships m WHERE m.mentee_id = e.person_id AND m.program_id = e.program_id
                 AND m.status IN ('proposed', 'active', 'paused')) AS mentors,
             here.headline, here.role_title, here.industry, here.country, COALESCE(here.zone, '') AS zone, here.experience_years, e.created_at
         FROM enrolments e JOIN people p ON p.id = e.person_id
             LEFT JOIN people here ON here.id = e.person_id AND e.status NOT IN ('left', 'removed')
         WHERE e.program_id = $1 ORDER BY e.id LIMIT $2"
    )
    .bind(program)
    .bind(limit)
    .fetch_all(c)
    .await
    })?)
}

/// The languages of those who take part in a program, each person's in their order.
pub async fn languages(tx: &mut Tx, program: ProgramId) -> Result<Vec<(PersonId, String)>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT l.person_id, l.language FROM person_languages l JOIN enrolments e ON e.person_id = l.person_id
         WHERE e.program_id = $1 AND e.status NOT IN ('left', 'removed') ORDER BY l.person_id, l.position"
    )
    .bind(program)
    .fetch_all(c)
    .await)?)
}

/// The skills of those who take part in a program, each person's in their order.
pub async fn skills(tx: &mut Tx, program: ProgramId) -> Result<Vec<(PersonId, SkillSide, String)>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT s.person_id, s.side, s.skill_id FROM person_skills s JOIN enrolments e ON e.person_id = s.person_id
         WHERE e.program_id = $1 AND e.status NOT IN ('left', 'removed') ORDER BY s.person_id, s.side, s.position"
    )
    .bind(program)
    .fetch_all(c)
    .await)?)
}

row! {
    /// A mentorship with its people, and how far its goals are.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Pair {
        /// The mentor's name.
        pub mentor: String,
        /// Their address; empty when they don't take part any more.
        pub mentor_email: String,
        /// The mentee's name.
        pub mentee: String,
        /// Their address, likewise.
        pub mentee_email: String,
        /// Where the mentorship is.
        pub status: MentorshipStatus,
        /// Its first day.
        pub started_on: Option<NaiveDate>,
        /// The day it is meant to end.
        pub ends_on: Option<NaiveDate>,
        /// When it ended.
        pub ended_at: Option<DateTime<Utc>>,
        /// How many goals are under way.
        pub open: i64,
        /// How many were achieved.
        pub achieved: i64,
    }
}

/// The mentorships of a program, oldest first.
pub async fn mentorships(tx: &mut Tx, program: ProgramId, limit: i64) -> Result<Vec<Pair>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT tor.name AS mentor, tee.name AS mentee, m.status, m.started_on, m.ends_on, m.ended_at,
             CASE WHEN a.status IN ('pending', 'active', 'paused') THEN tor.email ELSE '' END AS mentor_email,
             CASE WHEN b.status IN ('pending', 'active', 'paused') THEN tee.email ELSE '' END AS mentee_email,
             (SELECT COUNT(*) FROM goals g WHERE g.mentorship_id = m.id AND g.status = 'open') AS open,
             (SELECT COUNT(*) FROM goals g WHERE g.mentorship_id = m.id AND g.status = 'achieved') AS achieved
         FROM mentorships m JOIN people tor ON tor.id = m.mentor_id JOIN people tee ON tee.id = m.mentee_id
             LEFT JOIN enrolments a ON a.program_id = m.program_id AND a.person_id = m.mentor_id
             LEFT JOIN enrolments b ON b.program_id = m.program_id AND b.person_id = m.mentee_id
         WHERE m.program_id = $1 ORDER BY m.id LIMIT $2"
    )
    .bind(program)
    .bind(limit)
    .fetch_all(c)
    .await)?)
}
