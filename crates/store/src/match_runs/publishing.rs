//! What publishing a run's pairs needs to know and to hold, and taking it back.

use crate::row::row;
use crate::{Engine, StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::enrolments::EnrolmentStatus;
use domain::{MatchRunId, MentorshipId, PersonId, ProgramId, SpaceId};

/// The people of a run's pairs.
macro_rules! people {
    () => {
        "(SELECT mentee_id FROM match_run_pairs WHERE run_id = $2 UNION SELECT mentor_id FROM match_run_pairs WHERE run_id = $2)"
    };
}

/// Holds the enrolments of all people of a run's pairs until the transaction ends, in the order of their ids, as every act on
/// two of them does. (On SQLite whoever writes is alone anyway.)
pub async fn lock_people(tx: &mut Tx, program: ProgramId, run: MatchRunId) -> Result<(), StoreError> {
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

row! {
    /// Somebody of a run's pairs, as they stand now.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct PairedPerson {
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
}

/// The people of a run's pairs, by id; whoever is about to leave counts as paused. Sure only while they are held.
pub async fn paired_people(tx: &mut Tx, program: ProgramId, run: MatchRunId) -> Result<Vec<PairedPerson>, StoreError> {
    Ok(on!(tx, |c| {
        sqlx::query_as(concat!(
        "SELECT e.person_id, p.zone, CASE WHEN p.leaves_at IS NULL THEN e.status ELSE 'paused' END AS status, e.as_mentor, e.as_mentee, e.capacity,
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

/// Mentorships that a coordinator made and nobody has acted on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Untouched {
    /// Those of a match run.
    OfRun(MatchRunId),
    /// This one, if it is one.
    Mentorship(MentorshipId),
}

/// A mentorship that a coordinator made and that nobody has acted on: as it was made and not by two yeses, with nothing that stands
/// with it or in its space, and with nothing in the stream but its beginning. `m` is the mentorship, `$1` the run or the mentorship.
macro_rules! untouched {
    (of_run) => {
        concat!("m.id IN (SELECT mentorship_id FROM match_run_pairs WHERE run_id = $1 AND mentorship_id IS NOT NULL)", untouched!())
    };
    (one) => {
        concat!("m.id = $1 AND m.request_id IS NULL", untouched!())
    };
    () => {
        concat!(
            " AND m.version = 1 AND m.status IN ('proposed', 'active')
              AND NOT EXISTS (SELECT 1 FROM proposals q WHERE q.mentorship_id = m.id)
              AND NOT EXISTS (SELECT 1 FROM events v WHERE v.subject_id = m.id AND v.kind NOT IN ('mentorship.started', 'mentorship.proposed'))",
            $crate::spaces::nothing_stands!()
        )
    };
}
pub(crate) use untouched;

/// How many mentorships of a run nobody has acted on.
pub async fn count_untouched(tx: &mut Tx, run: MatchRunId) -> Result<i64, StoreError> {
    Ok(on!(tx, |c| sqlx::query_scalar(concat!("SELECT COUNT(*) FROM mentorships AS m WHERE ", untouched!(of_run)))
        .bind(run)
        .fetch_one(c)
        .await)?)
}

/// How many open requests close when the rest of a run is published, and how many are open again when what nobody has acted on is taken
/// back.
pub async fn count_requests(tx: &mut Tx, program: ProgramId, run: MatchRunId) -> Result<(i64, i64), StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!(
        "SELECT (SELECT COUNT(*) FROM match_requests WHERE program_id = $2 AND status = 'pending'
                 AND mentee_id IN (SELECT mentee_id FROM match_run_pairs WHERE run_id = $1 AND mentorship_id IS NULL)),
             (SELECT COUNT(*) FROM match_requests WHERE close_reason = 'mentee_placed'
                 AND closed_by IN (SELECT m.id FROM mentorships m WHERE ",
        untouched!(of_run),
        "))"
    ))
    .bind(run)
    .bind(program)
    .fetch_one(c)
    .await)?)
}

/// Holds the mentorships of a run until the transaction ends: whoever acts on one of them has done so, or waits.
pub async fn lock_mentorships(tx: &mut Tx, run: MatchRunId) -> Result<(), StoreError> {
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

row! {
    /// A mentorship that was taken back.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub struct TakenBack {
        /// The mentorship.
        pub id: MentorshipId,
        /// Its space, which is still there.
        pub space_id: SpaceId,
        /// Its mentor.
        pub mentor_id: PersonId,
        /// Its mentee.
        pub mentee_id: PersonId,
    }
}

/// The statement of [`take_back`].
macro_rules! take_back {
    ($which:expr) => {
        concat!("DELETE FROM mentorships AS m WHERE ", $which, " RETURNING id, space_id, mentor_id, mentee_id")
    };
}

/// Takes mentorships back that nobody has acted on, and says which. Hold them first.
pub async fn take_back(tx: &mut Tx, which: Untouched) -> Result<Vec<TakenBack>, StoreError> {
    Ok(match which {
        Untouched::OfRun(run) => on!(tx, |c| sqlx::query_as(take_back!(untouched!(of_run))).bind(run).fetch_all(c).await)?,
        Untouched::Mentorship(id) => on!(tx, |c| sqlx::query_as(take_back!(untouched!(one))).bind(id).fetch_all(c).await)?,
    })
}

/// Holds a mentorship of a program until the transaction ends, if there is one: whoever acts on it has done so, or waits.
pub async fn lock_mentorship(tx: &mut Tx, program: ProgramId, id: MentorshipId) -> Result<bool, StoreError> {
    let held = on!(tx, |c| sqlx::query("UPDATE mentorships SET version = version WHERE id = $1 AND program_id = $2")
        .bind(id)
        .bind(program)
        .execute(c)
        .await
        .map(|done| done.rows_affected()))?;
    Ok(held > 0)
}

row! {
    /// A pair that was made by hand.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct ByHand {
        /// The mentorship.
        pub id: MentorshipId,
        /// The mentee's name.
        pub mentee: String,
        /// The mentor's name.
        pub mentor: String,
    }
}

/// The pairs that were made by hand since `since` and on which nobody has acted, the newest first.
pub async fn by_hand(tx: &mut Tx, program: ProgramId, since: DateTime<Utc>, limit: i64) -> Result<Vec<ByHand>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!(
        "SELECT m.id, tee.name AS mentee, tor.name AS mentor FROM mentorships m
         JOIN people tee ON tee.id = m.mentee_id JOIN people tor ON tor.id = m.mentor_id
         WHERE m.program_id = $1 AND m.created_at >= $2 AND m.request_id IS NULL
             AND NOT EXISTS (SELECT 1 FROM match_run_pairs r WHERE r.mentorship_id = m.id)",
        untouched!(),
        " ORDER BY m.created_at DESC, m.id DESC LIMIT $3"
    ))
    .bind(program)
    .bind(since)
    .bind(limit)
    .fetch_all(c)
    .await)?)
}
