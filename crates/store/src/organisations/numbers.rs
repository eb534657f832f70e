//! An organisation's programs in numbers, and what happened in it. One query each.

use crate::{StoreError, Tx, on};
use chrono::{DateTime, Utc};
use domain::programs::ProgramStatus;
use domain::{OrganisationId, PersonId};

/// A program in numbers.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
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

/// The programs of an organisation, and those that somebody coordinates by name; the newest first.
///
/// # Errors
/// The database said no.
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

/// An event with the names of whom and what it concerns.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct NamedEvent {
    /// Its place in the stream.
    pub seq: i64,
    /// When it happened.
    pub at: DateTime<Utc>,
    /// What happened: `noun.verb`.
    pub kind: String,
    /// Who did it.
    pub actor: Option<String>,
    /// The program's name in addresses.
    pub slug: Option<String>,
    /// The program's name.
    pub program: Option<String>,
}

/// What happened in an organisation, newest first: of one family (the noun) or all (empty), before an event or from the end.
///
/// # Errors
/// The database said no.
pub async fn events(
    tx: &mut Tx,
    organisation: OrganisationId,
    family: &str,
    before: Option<i64>,
    limit: i64,
) -> Result<Vec<NamedEvent>, StoreError> {
    let pattern = if family.is_empty() { "%".to_owned() } else { format!("{family}.%") };
    Ok(on!(tx, |c| sqlx::query_as(
        "SELECT e.seq, e.at, e.kind, who.name AS actor, p.slug, p.name AS program
         FROM events e LEFT JOIN people who ON who.id = e.actor_id LEFT JOIN programs p ON p.id = e.program_id
         WHERE e.organisation_id = $1 AND e.kind LIKE $2 AND e.seq < $3 ORDER BY e.seq DESC LIMIT $4"
    )
    .bind(organisation)
    .bind(pattern)
    .bind(before.unwrap_or(i64::MAX))
    .bind(limit)
    .fetch_all(c)
    .await)?)
}
