//! An organisation's programs in numbers, and what happened in it. One query each.

use crate::requests::waiting::waiting;
use crate::row::row;
use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::programs::ProgramStatus;
use domain::{OrganisationId, PersonId};
use serde_json::Value;
use sqlx::types::Json;

row! {
    /// A program in numbers.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct ProgramNumbers {
        /// Its name in addresses.
        pub slug: String,
        /// Its name.
        pub name: String,
        /// Where it is in its cycle.
        pub status: ProgramStatus,
        /// Its organisation.
        pub organisation_id: Option<OrganisationId>,
        /// Who takes part.
        pub participants: i64,
        /// Who waits for approval.
        pub pending: i64,
        /// Requests that wait for an answer.
        pub open_requests: i64,
        /// Mentorships under way.
        pub mentorships: i64,
        /// Goals achieved.
        pub achieved: i64,
    }
}

/// The programs of an organisation, and those that somebody coordinates by name; the newest first.
pub async fn program_numbers(
    tx: &mut Tx,
    organisation: Option<OrganisationId>,
    person: PersonId,
) -> Result<Vec<ProgramNumbers>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT p.slug, p.name, p.status, p.organisation_id,
             (SELECT COUNT(*) FROM enrolments e WHERE e.program_id = p.id AND e.status IN ('active', 'paused')) AS participants,
             (SELECT COUNT(*) FROM enrolments e WHERE e.program_id = p.id AND e.status = 'pending') AS pending,
             (SELECT COUNT(*) FROM match_requests r WHERE r.program_id = p.id AND r.status = 'pending') AS open_requests,
             (SELECT COUNT(*) FROM mentorships m WHERE m.program_id = p.id AND m.status IN ('active', 'paused')) AS mentorships,
             (SELECT COUNT(*) FROM mentorships m JOIN goals g ON g.mentorship_id = m.id
                 WHERE m.program_id = p.id AND g.status = 'achieved') AS achieved
         FROM programs p
         WHERE p.organisation_id = $1 OR p.id IN (SELECT k.program_id FROM program_coordinators k WHERE k.person_id = $2)
         ORDER BY p.id DESC LIMIT 200"
    )
    .bind(organisation)
    .bind(person)
    .fetch_all(c)
    .await)?)
}

row! {
    /// An event with the names of whom and what it concerns.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct NamedEvent {
        /// Its place in the stream.
        pub seq: i64,
        /// When it happened.
        pub at: DateTime<Utc>,
        /// What happened: `noun.verb`.
        pub kind: String,
        /// Who did it.
        pub actor_id: Option<PersonId>,
        /// Their name.
        pub actor: Option<String>,
        /// The name of whom it concerns, where that is somebody else: of the person, of whose enrolment it is, of a pair's mentee.
        pub whom: Option<String>,
        /// The name of a pair's mentor, where that is somebody else.
        pub whom_too: Option<String>,
        /// The program's name in addresses.
        pub slug: Option<String>,
        /// The program's name.
        pub program: Option<String>,
        /// More about it.
        pub body: Json<Value>,
    }
}

/// Which events of an organisation.
#[derive(Debug, Clone, Copy, Default)]
pub struct EventFilter<'a> {
    /// Of one family (the noun), or all (empty).
    pub family: &'a str,
    /// What this person did.
    pub actor: Option<PersonId>,
    /// Before this one, or from the end.
    pub before: Option<i64>,
    /// Not who signed in or failed to.
    pub without_sign_ins: bool,
}

/// What happened, with the condition on who did it: a text of its own for each, as "anybody or this person" in one would
/// keep the index by person from being used.
macro_rules! what_happened {
    ($by:literal) => {
        concat!(
            "SELECT e.seq, e.at, e.kind, e.actor_id, who.name AS actor,
                 CASE WHEN one.id = e.actor_id THEN NULL ELSE one.name END AS whom,
                 CASE WHEN two.id = e.actor_id THEN NULL ELSE two.name END AS whom_too, p.slug, p.name AS program, e.body
             FROM events e LEFT JOIN people who ON who.id = e.actor_id LEFT JOIN programs p ON p.id = e.program_id
                 LEFT JOIN enrolments n ON n.id = e.subject_id LEFT JOIN match_requests r ON r.id = e.subject_id
                 LEFT JOIN goals g ON g.id = e.subject_id LEFT JOIN mentorships m ON m.id = COALESCE(g.mentorship_id, e.subject_id)
                 LEFT JOIN people one ON one.id = COALESCE(n.person_id, r.mentee_id, m.mentee_id, e.subject_id)
                 LEFT JOIN people two ON two.id = COALESCE(r.mentor_id, m.mentor_id)
             WHERE e.organisation_id = $1 AND e.kind LIKE $2 AND e.seq < $3 AND ",
            $by,
            " ORDER BY e.seq DESC LIMIT $5"
        )
    };
}

/// What happened in an organisation, newest first.
pub async fn events(tx: &mut Tx, organisation: OrganisationId, filter: EventFilter<'_>, limit: i64) -> Result<Vec<NamedEvent>, StoreError> {
    let pattern = if filter.family.is_empty() { "%".to_owned() } else { format!("{}.%", filter.family) };
    // Whom it concerns follows from what the subject is an id of; each is looked up by its primary key.
    let statement = match (filter.actor, filter.without_sign_ins) {
        (Some(_), _) => what_happened!("e.actor_id = $4"),
        (None, false) => what_happened!("$4 IS NULL"),
        (None, true) => what_happened!("$4 IS NULL AND e.kind NOT LIKE 'account.%'"),
    };
    Ok(on!(tx, |c| sqlx::query_as(statement)
        .bind(organisation)
        .bind(pattern)
        .bind(filter.before.unwrap_or(i64::MAX))
        .bind(filter.actor)
        .bind(limit)
        .fetch_all(c)
        .await)?)
}

row! {
    /// A mentor who lets mentees of a program wait.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub struct Unanswered {
        /// The mentor.
        pub id: PersonId,
        /// Their name.
        pub name: String,
        /// The program's name in addresses.
        pub slug: String,
        /// The program's name.
        pub program: String,
        /// How many requests wait for them.
        pub requests: i64,
        /// Since when it has been their turn in the oldest.
        pub since: DateTime<Utc>,
    }
}

/// The mentors of an organisation's programs whose turn it has been in an open request since before `before`, the longest
/// first.
pub async fn unanswered(
    tx: &mut Tx,
    organisation: OrganisationId,
    before: DateTime<Utc>,
    now: DateTime<Utc>,
    limit: i64,
) -> Result<Vec<Unanswered>, StoreError> {
    Ok(on!(tx, |c| sqlx::query_as(concat!(
        "SELECT w.mentor_id AS id, who.name, p.slug, p.name AS program, COUNT(*) AS requests, MIN(w.since) AS since FROM ",
        waiting!("r.program_id IN (SELECT o.id FROM programs o WHERE o.organisation_id = $1)"),
        " w JOIN people who ON who.id = w.mentor_id JOIN programs p ON p.id = w.program_id
         GROUP BY w.mentor_id, who.name, p.id, p.slug, p.name ORDER BY MIN(w.since), w.mentor_id LIMIT $4"
    ))
    .bind(organisation)
    .bind(before)
    .bind(now)
    .bind(limit)
    .fetch_all(c)
    .await)?)
}
