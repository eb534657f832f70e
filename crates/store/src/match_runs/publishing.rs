//! What publishing a run's pairs needs to know and to hold, and taking it back.

use crate::row::from_row;
use crate::{Engine, StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::enrolments::EnrolmentStatus;
use domain::{MatchRunId, MentorshipId, PersonId, ProgramId};

/// The people of a run's pairs.
macro_rules! people {
    () => {
        "(SELECT mentee_id FROM match_run_pairs WHERE run_id = $2 UNION SELECT mentor_id FROM match_run_pairs WHERE run_id = $2)"
    };
}

/// Holds the enrolments of all people of a run's pairs until the transaction ends, in the order of their ids, as every act on
/// two of them does. (On SQLite whoever writes is alone anyway.)
///
/// # Errors
/// The database said no.
pub async fn hold_people(tx: &mut Tx, program: ProgramId, run: MatchRunId) -> Result<(), StoreError> {
    if tx.engine() == Engine::Sqlite {
        return Ok(());
    }
    on!(tx, |c| sqlx::query(concat!(
        "SELECT person_id FROM enrolments WHERE program_id = $1 AND person_id IN ",
        people!(),
        " ORDER BY person_id FOR UPDATE"
    ))
    .bind(program)
    .bind(run)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}

/// Somebody of a run's pairs, as they stand now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Who.
    pub person_id: PersonId,
    /// Their IANA time zone.
    pub zone: String,
    /// Where their enrolment is.
    pub status: EnrolmentStatus,
    /// Whether they offer mentoring.
    pub as_mentor: bool,
    /// Whether they look for a mentor.
    pub as_mentee: bool,
    /// How many mentees they take.
    pub capacity: i32,
    /// How many they have.
    pub taken: i64,
    /// Whether they have a mentor.
    pub placed: bool,
}
from_row!(Standing { person_id, zone, status, as_mentor, as_mentee, capacity, taken, placed });

/// The people of a run's pairs, by id. Sure only while they are held.
///
/// # Errors
/// The database said no.
pub async fn standings(tx: &mut Tx, program: ProgramId, run: MatchRunId) -> Result<Vec<Standing>, StoreError> {
    Ok(on!(tx, |c| {
        sqlx::query_as(concat!(
        "SELECT e.person_id, p.zone, e.status, e.as_mentor, e.as_mentee, e.capacity,
             CAST((SELECT COUNT(*) FROM mentorships m WHERE m.mentor_id = e.person_id AND m.program_id = e.program_id
                 AND m.status IN ('proposed', 'active', 'paused'))
                 + (SELECT COUNT(*) FROM proposals q WHERE q.mentor_id = e.person_id AND q.program_id = e.program_id AND q.status = 'proposed') AS BIGINT) AS taken,
             (EXISTS (SELECT 1 FROM mentorships m WHERE m.mentee_id = e.person_id AND m.program_id = e.program_id
                 AND m.status IN ('proposed', 'active', 'paused'))
                 OR EXISTS (SELECT 1 FROM proposals q WHERE q.mentee_id = e.person_id AND q.program_id = e.program_id AND q.status = 'proposed')) AS placed
         FROM enrolments e JOIN people p ON p.id = e.person_id WHERE e.program_id = $1 AND e.person_id IN ",
        people!(),
        " ORDER BY e.person_id"
    ))
    .bind(program)
    .bind(run)
    .fetch_all(c)
    .await
    })?)
}

/// Gives mentors other capacities.
///
/// # Errors
/// The database said no.
pub async fn set_capacities(tx: &mut Tx, program: ProgramId, capacities: &[(PersonId, i32)], now: DateTime<Utc>) -> Result<(), StoreError> {
    for chunk in capacities.chunks(2_000) {
        on!(tx, |c| {
            let mut query = sqlx::QueryBuilder::new("UPDATE enrolments SET version = version + 1, updated_at = ");
            query.push_bind(now).push(", capacity = CASE person_id");
            for (person, capacity) in chunk {
                query.push(" WHEN ").push_bind(*person).push(" THEN ").push_bind(*capacity);
            }
            query.push(" ELSE capacity END WHERE program_id = ").push_bind(program).push(" AND person_id IN (");
            let mut list = query.separated(", ");
            for (person, _) in chunk {
                list.push_bind(*person);
            }
            query.push(")");
            query.build().execute(c).await.map(|_| ())
        })?;
    }
    Ok(())
}

/// A mentorship that came of a run and that nobody has acted on: as it was made and not by two yeses, unsigned, without a
/// goal, and with nothing in the stream but its beginning. `m` is the mentorship, `$1` the run.
macro_rules! untouched {
    () => {
        "m.id IN (SELECT mentorship_id FROM match_run_pairs WHERE run_id = $1 AND mentorship_id IS NOT NULL)
         AND m.version = 1 AND m.status IN ('proposed', 'active')
         AND NOT EXISTS (SELECT 1 FROM proposals q WHERE q.mentorship_id = m.id)
         AND NOT EXISTS (SELECT 1 FROM agreement_signatures s WHERE s.mentorship_id = m.id)
         AND NOT EXISTS (SELECT 1 FROM goals g WHERE g.mentorship_id = m.id)
         AND NOT EXISTS (SELECT 1 FROM events v WHERE v.subject_id = m.id AND v.kind NOT IN ('mentorship.started', 'mentorship.proposed'))"
    };
}

/// How many mentorships of a run nobody has acted on.
///
/// # Errors
/// The database said no.
pub async fn count_untouched(tx: &mut Tx, run: MatchRunId) -> Result<i64, StoreError> {
    Ok(on!(tx, |c| sqlx::query_scalar(concat!("SELECT COUNT(*) FROM mentorships AS m WHERE ", untouched!())).bind(run).fetch_one(c).await)?)
}

/// Holds the mentorships of a run until the transaction ends: whoever acts on one of them has done so, or waits.
///
/// # Errors
/// The database said no.
pub async fn hold_mentorships(tx: &mut Tx, run: MatchRunId) -> Result<(), StoreError> {
    on!(tx, |c| sqlx::query(
        "UPDATE mentorships SET version = version
         WHERE id IN (SELECT mentorship_id FROM match_run_pairs WHERE run_id = $1 AND mentorship_id IS NOT NULL)"
    )
    .bind(run)
    .execute(c)
    .await
    .map(|_| ()))?;
    Ok(())
}

/// A mentorship that was taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TakenBack {
    /// The mentorship.
    pub id: MentorshipId,
    /// Its mentor.
    pub mentor_id: PersonId,
    /// Its mentee.
    pub mentee_id: PersonId,
}
from_row!(TakenBack { id, mentor_id, mentee_id });

/// Takes the mentorships of a run back that nobody has acted on, and says which. Hold them first.
///
/// # Errors
/// The database said no.
pub async fn take_back(tx: &mut Tx, run: MatchRunId) -> Result<Vec<TakenBack>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!("DELETE FROM mentorships AS m WHERE ", untouched!(), " RETURNING id, mentor_id, mentee_id"))
        .bind(run)
        .fetch_all(c)
        .await)?)
}
