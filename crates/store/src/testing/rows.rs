//! Rows that many tests need, written straight into the tables: people, an organisation, programs, enrolments.
//!
//! For tests whose subject is something else; what these rows go through in real life is their own features' to test.

use crate::accounts::{self, Account};
use crate::mentorships::{self, Mentorship};
use crate::spaces::{self, Space};
use crate::{Tx, bulk, on};
use chrono::{DateTime, Utc};
use domain::enrolments::EnrolmentStatus;
use domain::mentorships::MentorshipStatus;
use domain::organisations::OrgRole;
use domain::programs::{JoinPolicy, MatchingMode, ProgramStatus, ProgramTemplate};
use domain::{EnrolmentId, MentorshipId, OrganisationId, PersonId, ProgramId, SpaceId};
use sqlx::types::Json;
use uuid::Uuid;

/// An instant that is the same in each run: `minutes` after 2026-03-02 09:00 UTC (a Monday).
#[must_use]
pub fn at(minutes: i64) -> DateTime<Utc> {
    "2026-03-02T09:00:00Z".parse::<DateTime<Utc>>().unwrap() + chrono::Duration::minutes(minutes)
}

/// An id that is the same in each run.
#[must_use]
pub fn id<T: From<Uuid>>(n: u128) -> T {
    T::from(Uuid::from_u128(n))
}

/// A person with a confirmed address `<name>@example.org` (lower case, hyphens for spaces), who reads English in UTC.
pub async fn person(tx: &mut Tx, n: u128, name: &str) -> PersonId {
    person_in(tx, n, name, "en", "UTC").await
}

/// A person with a language and a time zone.
pub async fn person_in(tx: &mut Tx, n: u128, name: &str, locale: &str, zone: &str) -> PersonId {
    let email = format!("{}@example.org", name.to_lowercase().replace(' ', "-"));
    let account = Account {
        id: id(n),
        email: email.clone(),
        email_verified_at: Some(at(-1)),
        password_hash: "none".to_owned(),
        name: name.to_owned(),
        locale: locale.to_owned(),
        zone: zone.to_owned(),
    };
    assert!(accounts::insert(tx, &account, &email, at(-1)).await.unwrap(), "{email} is there already");
    account.id
}

/// An organisation.
pub async fn organisation(tx: &mut Tx, n: u128, slug: &str) -> OrganisationId {
    let organisation: OrganisationId = id(n);
    on!(tx, |c| sqlx::query("INSERT INTO organisations (id, slug, name, about, version, created_at) VALUES ($1, $2, $2, '', 1, $3)")
        .bind(organisation)
        .bind(slug)
        .bind(at(-1))
        .execute(c)
        .await
        .map(|_| ()))
    .unwrap();
    organisation
}

/// A member of an organisation.
pub async fn member(tx: &mut Tx, organisation: OrganisationId, person: PersonId, role: OrgRole) {
    on!(tx, |c| sqlx::query("INSERT INTO memberships (organisation_id, person_id, role, joined_at) VALUES ($1, $2, $3, $4)")
        .bind(organisation)
        .bind(person)
        .bind(role)
        .bind(at(-1))
        .execute(c)
        .await
        .map(|_| ()))
    .unwrap();
}

/// A running program in which mentees ask; its name is its slug, it lasts 26 weeks a mentorship and has an agreement.
pub async fn program(tx: &mut Tx, n: u128, slug: &str, organisation: Option<OrganisationId>) -> ProgramId {
    let program: ProgramId = id(n);
    on!(tx, |c| sqlx::query(
        "INSERT INTO programs (id, organisation_id, slug, template, status, name, summary, description, length_weeks, join_policy, approval,
             join_token, matching, default_capacity, max_open_requests, request_days, agreement, roster_version, version, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $3, '', '', 26, $6, $7, $8, $9, 2, 5, 14, 'We meet every fortnight.', 1, 1, $10, $10)"
    )
    .bind(program)
    .bind(organisation)
    .bind(slug)
    .bind(ProgramTemplate::Career)
    .bind(ProgramStatus::Running)
    .bind(if organisation.is_some() { JoinPolicy::Members } else { JoinPolicy::Everyone })
    .bind(false)
    .bind(format!("join-{slug}"))
    .bind(MatchingMode::MenteesAsk)
    .bind(at(-1))
    .execute(c)
    .await
    .map(|_| ()))
    .unwrap();
    program
}

/// Names a coordinator of a program.
pub async fn coordinator(tx: &mut Tx, program: ProgramId, person: PersonId) {
    on!(tx, |c| sqlx::query("INSERT INTO program_coordinators (program_id, person_id) VALUES ($1, $2)")
        .bind(program)
        .bind(person)
        .execute(c)
        .await
        .map(|_| ()))
    .unwrap();
}

/// An active enrolment; `capacity` 0 for a mentee, more for a mentor.
pub async fn enrolment(tx: &mut Tx, n: u128, program: ProgramId, person: PersonId, capacity: i32) -> EnrolmentId {
    let enrolment: EnrolmentId = id(n);
    on!(tx, |c| sqlx::query(
        "INSERT INTO enrolments (id, program_id, person_id, status, as_mentor, as_mentee, capacity, criteria, version, created_at, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $9)"
    )
    .bind(enrolment)
    .bind(program)
    .bind(person)
    .bind(EnrolmentStatus::Active)
    .bind(capacity > 0)
    .bind(capacity == 0)
    .bind(capacity)
    .bind(Json(Vec::<String>::new()))
    .bind(at(-1))
    .execute(c)
    .await
    .map(|_| ()))
    .unwrap();
    enrolment
}

/// A mentorship of two people with a space of its own, not written yet: without an agreement or days.
#[must_use]
pub fn pair(
    id: MentorshipId,
    program_id: ProgramId,
    mentor_id: PersonId,
    mentee_id: PersonId,
    status: MentorshipStatus,
    now: DateTime<Utc>,
) -> Mentorship {
    Mentorship {
        id,
        program_id,
        space_id: SpaceId::of_pair(id),
        mentor_id,
        mentee_id,
        request_id: None,
        status,
        agreement: String::new(),
        started_on: None,
        ends_on: None,
        ended_at: status.is_over().then_some(now),
        end_reason: None,
        ended_by: None,
        version: 1,
        created_at: now,
    }
}

/// A mentorship; its space too, where that isn't there yet.
pub async fn mentorship(tx: &mut Tx, m: &Mentorship) {
    if spaces::by_id(tx, m.space_id).await.unwrap().is_none() {
        bulk::spaces(tx, &[Space { id: m.space_id, ..Space::of_pair(m) }]).await.unwrap();
    }
    mentorships::insert(tx, m).await.unwrap();
}
