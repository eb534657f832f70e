//! What the fit and the list of mentors need to know of people in a program, many at once or two.

mod mentee;

pub use mentee::{OfMentee, of_mentee};

use crate::leaving::stays;
use crate::row::row;
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::enrolments::EnrolmentStatus;
use domain::people::{HelpKind, SkillSide, Visibility, WeeklySlot};
use domain::programs::Answer;
use domain::requests::ANSWERS_NEEDED;
use domain::{PersonId, PictureId, ProgramId, QuestionId};
use sqlx::types::Json;

/// About whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom {
    /// Everybody in a program who can be found as a mentor.
    Mentors(ProgramId),
    /// Everybody who takes an active part in a program.
    Active(ProgramId),
    /// Two people enrolled in a program (or one, twice).
    Two(ProgramId, PersonId, PersonId),
    /// Somebody enrolled in a program, and those who are proposed to them in it.
    Proposed(ProgramId, PersonId),
}

row! {
    /// Somebody enrolled in a program.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct ParticipantRow {
        /// The person.
        pub id: PersonId,
        /// Their name.
        pub name: String,
        /// One line about them.
        pub headline: Option<String>,
        /// Their photo.
        pub picture_id: Option<PictureId>,
        /// Their IANA time zone.
        pub zone: String,
        /// The code of their country.
        pub country: Option<String>,
        /// The id of their industry.
        pub industry: Option<String>,
        /// For how many years they have worked.
        pub experience_years: Option<i32>,
        /// Kinds of help they offer.
        pub help_offered: Json<Vec<HelpKind>>,
        /// Kinds of help they look for.
        pub help_wanted: Json<Vec<HelpKind>>,
        /// Their usual week.
        pub availability: Json<Vec<WeeklySlot>>,
        /// Who sees the personal part.
        pub visibility: Visibility,
        /// Where their enrolment is.
        pub status: EnrolmentStatus,
        /// How many mentees they can take.
        pub capacity: i32,
        /// How many they have.
        pub taken: i64,
        /// The mentee's own order of what matters.
        pub criteria: Json<Vec<String>>,
        /// How many questions the program asks both sides that count in the fit.
        pub asked: i64,
    }
}

/// `SELECT …` of something, for each kind of [`Whom`]: `e` is the enrolment.
macro_rules! of {
    ($whom:expr, $($sql:literal),+; $order:literal) => {
        match $whom {
            Whom::Mentors(_) => concat!($($sql),+, " WHERE e.program_id = $1 AND e.as_mentor AND e.status = 'active' AND ", stays!(), $order),
            Whom::Active(_) => concat!($($sql),+, " WHERE e.program_id = $1 AND e.status = 'active' AND ", stays!(), $order),
            Whom::Two(..) => concat!($($sql),+, " WHERE e.program_id = $1 AND e.person_id IN ($2, $3)", $order),
            Whom::Proposed(..) => concat!(
                $($sql),+,
                " WHERE e.program_id = $1 AND e.person_id IN (
                     SELECT mentee_id FROM proposals WHERE mentor_id = $2 AND program_id = $1 AND status = 'proposed'
                     UNION SELECT mentor_id FROM proposals WHERE mentee_id = $2 AND program_id = $1 AND status = 'proposed'
                     UNION SELECT person_id FROM enrolments WHERE person_id = $2 AND program_id = $1)",
                $order
            ),
        }
    };
}

/// Runs such a statement.
macro_rules! fetch {
    ($tx:expr, $whom:expr, $sql:expr) => {
        on!($tx, |c| match $whom {
            Whom::Mentors(program) | Whom::Active(program) => sqlx::query_as($sql).bind(program).fetch_all(c).await,
            Whom::Proposed(program, person) => sqlx::query_as($sql).bind(program).bind(person).fetch_all(c).await,
            Whom::Two(program, one, other) => sqlx::query_as($sql).bind(program).bind(one).bind(other).fetch_all(c).await,
        })
    };
}

/// The people, by id.
pub async fn people(tx: &mut Tx, whom: Whom) -> Result<Vec<ParticipantRow>, StoreError> {
    let sql = of!(whom,
        "SELECT p.id, p.name, p.headline, p.picture_id, p.zone, p.country, p.industry, p.experience_years, p.help_offered, p.help_wanted,
             p.availability, p.visibility, e.status, e.capacity, e.criteria,
             CAST((SELECT COUNT(*) FROM mentorships m WHERE m.mentor_id = e.person_id AND m.program_id = e.program_id
                 AND m.status IN ('proposed', 'active', 'paused'))
                 + (SELECT COUNT(*) FROM proposals q WHERE q.mentor_id = e.person_id AND q.program_id = e.program_id AND q.status = 'proposed') AS BIGINT) AS taken,
             (SELECT COUNT(*) FROM program_questions q WHERE q.program_id = $1 AND q.counted AND q.audience = 'both') AS asked
         FROM enrolments e JOIN people p ON p.id = e.person_id"; " ORDER BY p.id");
    Ok(fetch!(tx, whom, sql)?)
}

/// The languages they speak, the best first.
pub async fn languages(tx: &mut Tx, whom: Whom) -> Result<Vec<(PersonId, String)>, StoreError> {
    let sql = of!(whom,
        "SELECT l.person_id, l.language FROM enrolments e JOIN person_languages l ON l.person_id = e.person_id";
        " ORDER BY l.person_id, l.position");
    Ok(fetch!(tx, whom, sql)?)
}

/// Their skills with the side, the most important first.
pub async fn skills(tx: &mut Tx, whom: Whom) -> Result<Vec<(PersonId, SkillSide, String)>, StoreError> {
    let sql = of!(whom,
        "SELECT s.person_id, s.side, s.skill_id FROM enrolments e JOIN person_skills s ON s.person_id = e.person_id";
        " ORDER BY s.person_id, s.position");
    Ok(fetch!(tx, whom, sql)?)
}

/// Their answers to the program's counted questions that both sides are asked.
pub async fn answers(tx: &mut Tx, whom: Whom) -> Result<Vec<(PersonId, QuestionId, Json<Answer>)>, StoreError> {
    let sql = of!(whom,
        "SELECT e.person_id, a.question_id, a.body FROM enrolments e JOIN answers a ON a.enrolment_id = e.id
         JOIN program_questions q ON q.id = a.question_id AND q.counted AND q.audience = 'both'"; "");
    Ok(fetch!(tx, whom, sql)?)
}

/// When the newest requests of each were made and when they first answered them, anywhere; as [`crate::requests::reply_times`].
pub async fn replies(tx: &mut Tx, program: ProgramId) -> Result<Vec<(PersonId, DateTime<Utc>, DateTime<Utc>)>, StoreError> {
    let enough = i64::try_from(ANSWERS_NEEDED * 7).unwrap_or(i64::MAX);
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT mentor_id, created_at, until FROM (
             SELECT r.mentor_id, r.created_at, COALESCE(r.first_reply_at, r.ended_at) AS until,
                 ROW_NUMBER() OVER (PARTITION BY r.mentor_id ORDER BY r.created_at DESC) AS place
             FROM enrolments e JOIN match_requests r ON r.mentor_id = e.person_id
             WHERE e.program_id = $1 AND e.as_mentor AND e.status = 'active'
                 AND (r.first_reply_at IS NOT NULL OR (r.status = 'expired' AND r.ended_at IS NOT NULL))) AS answered
         WHERE place <= $2"
    )
    .bind(program)
    .bind(enough)
    .fetch_all(c)
    .await)?)
}
