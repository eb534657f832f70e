//! The migration that gives each mentorship a space, of a database that has some already, on both engines.
//!
//! What was there before is written in SQL: the code of today knows no mentorship without a space.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

use domain::mentorships::MentorshipStatus as S;
use domain::{MentorshipId, ProgramId, SpaceId};
use sqlx::AssertSqlSafe;
use store::testing::migrated_to;
use store::testing::rows::{at, id};
use store::{Engine, Tx, on};

/// The migration before.
const BEFORE: i64 = 17;

const PAIRS: u128 = 1;
const GROUPS: u128 = 2;

/// Runs a statement with an id and a time in it.
async fn run(tx: &mut Tx, statement: &str, n: u128) {
    let statement = || AssertSqlSafe(statement.to_owned());
    on!(tx, |c| sqlx::query(statement()).bind(id::<MentorshipId>(n)).bind(at(0)).execute(c).await.map(|_| ())).unwrap();
}

async fn person(tx: &mut Tx, n: u128) {
    let statement = format!(
        "INSERT INTO people (id, email, email_key, password_hash, name, locale, zone, help_offered, help_wanted, availability, visibility,
             version, created_at, updated_at)
         VALUES ($1, '{n}@example.org', '{n}@example.org', 'none', 'Person {n}', 'en', 'UTC', '[]', '[]', '[]', 'members', 1, $2, $2)"
    );
    run(tx, &statement, n).await;
}

async fn program(tx: &mut Tx, n: u128, template: &str) {
    let statement = format!(
        "INSERT INTO programs (id, slug, template, status, name, summary, description, length_weeks, join_policy, approval, join_token,
             matching, default_capacity, max_open_requests, request_days, agreement, roster_version, version, created_at, updated_at)
         VALUES ($1, '{template}', '{template}', 'running', '{template}', '', '', 26, 'everyone', '0', 'join-{n}', 'bulk', 2, 5, 14, '', 1, 1, $2, $2)"
    )
    .replace("'0'", if tx.engine() == Engine::Sqlite { "0" } else { "FALSE" });
    run(tx, &statement, n).await;
}

async fn mentorship(tx: &mut Tx, n: u128, program: u128, mentor: u128, mentee: u128, status: S) {
    on!(tx, |c| sqlx::query(
        "INSERT INTO mentorships (id, program_id, mentor_id, mentee_id, status, agreement, ended_at, version, created_at)
         VALUES ($1, $2, $3, $4, $5, '', $6, 1, $7)"
    )
    .bind(id::<MentorshipId>(n))
    .bind(id::<ProgramId>(program))
    .bind(id::<domain::PersonId>(mentor))
    .bind(id::<domain::PersonId>(mentee))
    .bind(status)
    .bind(status.is_over().then(|| at(90)))
    .bind(at(i64::try_from(n).unwrap()))
    .execute(c)
    .await
    .map(|_| ()))
    .unwrap();
}

/// A space: its id, its kind, and the minutes at which it was made and closed.
type SpaceRow = (u128, String, i64, Option<i64>);

async fn spaces(tx: &mut Tx) -> Vec<SpaceRow> {
    type Read = (SpaceId, String, chrono::DateTime<chrono::Utc>, Option<chrono::DateTime<chrono::Utc>>);
    let rows: Vec<Read> =
        on!(tx, |c| sqlx::query_as("SELECT id, kind, created_at, closed_at FROM spaces ORDER BY id").fetch_all(c).await).unwrap();
    let minute = |when: chrono::DateTime<chrono::Utc>| (when - at(0)).num_minutes();
    rows.into_iter().map(|(id, kind, made, closed)| (id.0.as_u128(), kind, minute(made), closed.map(minute))).collect()
}

async fn upgraded(engine: Engine) {
    let test = migrated_to(engine, BEFORE).await;
    let mut tx = test.db.write().await.unwrap();
    for n in 1..=6 {
        person(&mut tx, n).await;
    }
    program(&mut tx, PAIRS, "career").await;
    program(&mut tx, GROUPS, "group").await;
    // Person 1 is everybody's mentor, but for one group of person 2's.
    mentorship(&mut tx, 10, PAIRS, 1, 2, S::Active).await;
    mentorship(&mut tx, 11, PAIRS, 1, 3, S::Active).await;
    mentorship(&mut tx, 12, PAIRS, 1, 4, S::Completed).await;
    mentorship(&mut tx, 20, GROUPS, 1, 3, S::EndedEarly).await;
    mentorship(&mut tx, 21, GROUPS, 1, 4, S::Paused).await;
    mentorship(&mut tx, 22, GROUPS, 1, 5, S::Active).await;
    mentorship(&mut tx, 23, GROUPS, 1, 6, S::Proposed).await;
    mentorship(&mut tx, 24, GROUPS, 2, 3, S::Active).await;
    // What refers to a mentorship in each way.
    run(
        &mut tx,
        "INSERT INTO agreement_signatures (mentorship_id, person_id, signed_at) SELECT $1, mentor_id, $2 FROM mentorships WHERE id = $1",
        10,
    )
    .await;
    let goal = "INSERT INTO goals (id, mentorship_id, author_id, status, title, why, success, progress_mode, progress, version, created_at, updated_at)
         SELECT id, id, mentee_id, 'open', 'Goal', '', '', 'hand', 0, 1, $2, $2 FROM mentorships WHERE id = $1";
    run(&mut tx, goal, 10).await;
    run(&mut tx, goal, 21).await;
    tx.commit().await.unwrap();

    test.db.migrate().await.unwrap();

    let mut tx = test.db.write().await.unwrap();
    let kinds: Vec<(String, String)> =
        on!(&mut tx, |c| sqlx::query_as("SELECT template, kind FROM programs ORDER BY template").fetch_all(c).await).unwrap();
    assert_eq!(kinds, [("career", "pair"), ("group", "group")].map(|(template, kind)| (template.to_owned(), kind.to_owned())));
    let row = |n, kind: &str, closed| (n, kind.to_owned(), i64::try_from(n).unwrap(), closed);
    assert_eq!(
        spaces(&mut tx).await,
        [
            row(10, "pair", None),
            row(11, "pair", None),
            row(12, "pair", Some(90)),
            row(20, "group", Some(90)),
            row(21, "group", None),
            row(24, "group", None)
        ]
    );
    let of: Vec<(MentorshipId, SpaceId)> =
        on!(&mut tx, |c| sqlx::query_as("SELECT id, space_id FROM mentorships ORDER BY id").fetch_all(c).await).unwrap();
    let of: Vec<_> = of.into_iter().map(|(id, space)| (id.0.as_u128(), space.0.as_u128())).collect();
    assert_eq!(of, [(10, 10), (11, 11), (12, 12), (20, 20), (21, 21), (22, 21), (23, 21), (24, 24)]);

    // Nothing that refers to a mentorship is gone, and the mentorships are read as ever.
    let mut count = async |table: &str| store::testing::changes::count(&mut tx, table).await;
    assert_eq!((count("goals").await, count("agreement_signatures").await, count("mentorships").await), (2, 1, 8));
    let (mentorship, space, _) = store::spaces::by_mentorship(&mut tx, id(23), id(1)).await.unwrap().unwrap();
    assert_eq!((mentorship.space_id, space.id), (id(21), id(21)));

    // None without a space, and none in one that isn't there. Each in a transaction of its own, as the first no ends it.
    tx.commit().await.unwrap();
    for space in [None, Some(id::<SpaceId>(99))] {
        let mut tx = test.db.write().await.unwrap();
        let moved = on!(&mut tx, |c| sqlx::query("UPDATE mentorships SET space_id = $1").bind(space).execute(c).await.map(|_| ()));
        assert!(moved.is_err(), "{space:?}");
    }
    if engine == Engine::Sqlite {
        let mut tx = test.db.read().await.unwrap();
        let whole: String =
            on!(&mut tx, |c| sqlx::query_scalar("SELECT integrity_check FROM pragma_integrity_check").fetch_one(c).await).unwrap();
        let astray: i64 = on!(&mut tx, |c| sqlx::query_scalar("SELECT COUNT(*) FROM pragma_foreign_key_check").fetch_one(c).await).unwrap();
        let required: i64 =
            on!(&mut tx, |c| sqlx::query_scalar("SELECT \"notnull\" FROM pragma_table_info('mentorships') WHERE name = 'space_id'")
                .fetch_one(c)
                .await)
            .unwrap();
        assert_eq!((whole.as_str(), astray, required), ("ok", 0, 1));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn mentorships_of_before_get_their_spaces_on_sqlite() {
    upgraded(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn mentorships_of_before_get_their_spaces_on_postgresql() {
    upgraded(Engine::Postgres).await;
}
