//! Changes that tests make behind the rules' backs: states, settings, languages.

use crate::{Tx, on};
use chrono::{DateTime, Utc};
use domain::enrolments::EnrolmentStatus;
use domain::programs::{MatchingMode, ProgramStatus};
use domain::requests::RequestStatus;
use domain::{PersonId, PictureId, ProgramId, RequestId};

/// Says which languages somebody speaks, instead of those they spoke before.
pub async fn speaks(tx: &mut Tx, person: PersonId, languages: &[&str]) {
    on!(tx, |c| sqlx::query("DELETE FROM person_languages WHERE person_id = $1").bind(person).execute(c).await.map(|_| ())).unwrap();
    for (position, language) in (0_i32..).zip(languages) {
        on!(tx, |c| sqlx::query("INSERT INTO person_languages (person_id, language, position) VALUES ($1, $2, $3)")
            .bind(person)
            .bind(*language)
            .bind(position)
            .execute(c)
            .await
            .map(|_| ()))
        .unwrap();
    }
}

/// Takes back that somebody's address is confirmed.
pub async fn unconfirmed(tx: &mut Tx, person: PersonId) {
    on!(tx, |c| sqlx::query("UPDATE people SET email_verified_at = NULL WHERE id = $1").bind(person).execute(c).await.map(|_| ())).unwrap();
}

/// Takes away the folded form of everybody's name, as a migration leaves those who were here before it.
pub async fn names_unfolded(tx: &mut Tx) {
    on!(tx, |c| sqlx::query("UPDATE people SET name_key = ''").execute(c).await.map(|_| ())).unwrap();
}

/// Puts a program in a state.
pub async fn program_is(tx: &mut Tx, program: ProgramId, status: ProgramStatus) {
    on!(tx, |c| sqlx::query("UPDATE programs SET status = $2, version = version + 1 WHERE id = $1")
        .bind(program)
        .bind(status)
        .execute(c)
        .await
        .map(|_| ()))
    .unwrap();
}

/// Sets how pairs come about in a program, how many open requests a mentee may have, and how many days a mentor has.
pub async fn program_asks(tx: &mut Tx, program: ProgramId, matching: MatchingMode, max_open_requests: i32, request_days: i32) {
    on!(tx, |c| sqlx::query("UPDATE programs SET matching = $2, max_open_requests = $3, request_days = $4 WHERE id = $1")
        .bind(program)
        .bind(matching)
        .bind(max_open_requests)
        .bind(request_days)
        .execute(c)
        .await
        .map(|_| ()))
    .unwrap();
}

/// Sets who may enrol in a program, and whether a coordinator approves.
pub async fn program_admits(tx: &mut Tx, program: ProgramId, policy: domain::programs::JoinPolicy, approval: bool) {
    on!(tx, |c| sqlx::query("UPDATE programs SET join_policy = $2, approval = $3 WHERE id = $1")
        .bind(program)
        .bind(policy)
        .bind(approval)
        .execute(c)
        .await
        .map(|_| ()))
    .unwrap();
}

/// Lets all mentees of a mentor in a program share one space, or none.
pub async fn program_kind(tx: &mut Tx, program: ProgramId, kind: domain::programs::ProgramKind) {
    on!(tx, |c| sqlx::query("UPDATE programs SET kind = $2 WHERE id = $1").bind(program).bind(kind).execute(c).await.map(|_| ())).unwrap();
}

/// Puts an enrolment in a state.
pub async fn enrolment_is(tx: &mut Tx, program: ProgramId, person: PersonId, status: EnrolmentStatus) {
    on!(tx, |c| sqlx::query("UPDATE enrolments SET status = $3, version = version + 1 WHERE program_id = $1 AND person_id = $2")
        .bind(program)
        .bind(person)
        .bind(status)
        .execute(c)
        .await
        .map(|_| ()))
    .unwrap();
}

/// Makes somebody who is enrolled on one side both mentor and mentee.
pub async fn does_both(tx: &mut Tx, program: ProgramId, person: PersonId) {
    on!(tx, |c| sqlx::query("UPDATE enrolments SET as_mentor = $3, as_mentee = $3 WHERE program_id = $1 AND person_id = $2")
        .bind(program)
        .bind(person)
        .bind(true)
        .execute(c)
        .await
        .map(|_| ()))
    .unwrap();
}

/// Changes how many mentees a mentor takes.
pub async fn has_room_for(tx: &mut Tx, program: ProgramId, person: PersonId, capacity: i32) {
    on!(tx, |c| sqlx::query("UPDATE enrolments SET capacity = $3 WHERE program_id = $1 AND person_id = $2")
        .bind(program)
        .bind(person)
        .bind(capacity)
        .execute(c)
        .await
        .map(|_| ()))
    .unwrap();
}

/// Puts a request in a state.
pub async fn request_is(tx: &mut Tx, request: RequestId, status: RequestStatus, now: DateTime<Utc>) {
    let ended = status.is_over().then_some(now);
    on!(tx, |c| sqlx::query("UPDATE match_requests SET status = $2, ended_at = $3, version = version + 1 WHERE id = $1")
        .bind(request)
        .bind(status)
        .bind(ended)
        .execute(c)
        .await
        .map(|_| ()))
    .unwrap();
}

/// The subjects of the mails written to a person, in the order of the alphabet.
pub async fn mailed(tx: &mut Tx, person: PersonId) -> Vec<String> {
    on!(tx, |c| {
        sqlx::query_scalar("SELECT m.subject FROM mails m JOIN people p ON p.email = m.to_email WHERE p.id = $1 ORDER BY m.subject")
            .bind(person)
            .fetch_all(c)
            .await
    })
    .unwrap()
}

/// How many rows a table has.
pub async fn count(tx: &mut Tx, table: &str) -> i64 {
    let statement = || sqlx::AssertSqlSafe(format!("SELECT COUNT(*) FROM {table}"));
    on!(tx, |c| sqlx::query_scalar(statement()).fetch_one(c).await).unwrap()
}

/// What all mails say, in both their parts.
pub async fn mail_bodies(tx: &mut Tx) -> Vec<(String, String)> {
    on!(tx, |c| sqlx::query_as("SELECT body_text, body_html FROM mails ORDER BY id").fetch_all(c).await).unwrap()
}

/// Notes a migration that this program doesn't know.
pub async fn migrated_by_the_future(tx: &mut Tx, version: i64) {
    on!(tx, |c| sqlx::query(
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) VALUES ($1, 'future', $2, $3, 0)"
    )
    .bind(version)
    .bind(true)
    .bind(vec![0_u8; 48])
    .execute(c)
    .await
    .map(|_| ()))
    .unwrap();
}

/// Gives a program a picture.
pub async fn program_has_picture(tx: &mut Tx, program: ProgramId, picture: PictureId) {
    on!(tx, |c| sqlx::query("UPDATE programs SET picture_id = $2 WHERE id = $1").bind(program).bind(picture).execute(c).await.map(|_| ()))
        .unwrap();
}
