//! The contract of the migrations: both engines end up with one schema, as each engine's own catalogue tells it.
//!
//! PostgreSQL's types are translated to SQLite's by the table in `postgres.rs`. Conditions (`CHECK`, `WHERE` of an index) and the columns of
//! indexes are compared as PostgreSQL writes them: it is given SQLite's text, so that spelling makes no difference and meaning does. Not
//! compared: the order of columns, and collations (SQLite has one; PostgreSQL's is the database's, except where a migration says so).

mod postgres;
mod sqlite;

use sqlx::{Connection, Executor, PgConnection, SqlitePool};
use std::collections::{BTreeMap, BTreeSet};
use store::testing::{TestDb, fresh};
use store::{Db, Engine};

/// Where sqlx keeps which migrations were run.
const MIGRATIONS: &str = "_sqlx_migrations";

/// What is said of a part that either is there or isn't.
const PRESENT: &str = "it";

/// The parts of a schema (`column goals.why`, `index goals_mentorship`), and what the catalogue says of each.
type Parts = BTreeMap<String, String>;

/// One line for each part that one engine has and the other doesn't, or has otherwise.
fn differences(sqlite: &Parts, postgres: &Parts) -> Vec<String> {
    let names: BTreeSet<&String> = sqlite.keys().chain(postgres.keys()).collect();
    let said = |parts: &Parts, name: &String| parts.get(name).map_or("nothing".to_owned(), Clone::clone);
    names
        .into_iter()
        .filter(|name| sqlite.get(*name) != postgres.get(*name))
        .map(|name| format!("{name}: SQLite has {}, PostgreSQL has {}", said(sqlite, name), said(postgres, name)))
        .collect()
}

fn file(test: &TestDb) -> &SqlitePool {
    let Db::Sqlite { write, .. } = &test.db else { panic!("no SQLite") };
    write
}

/// Migrates both engines, changes each as the test says, and compares them.
async fn compared(on_sqlite: &'static [&'static str], on_postgres: &'static [&'static str]) -> Vec<String> {
    let sqlite = fresh(Engine::Sqlite).await;
    let postgres = fresh(Engine::Postgres).await;
    let mut server = PgConnection::connect(&postgres.url()).await.unwrap();
    for statement in on_sqlite {
        file(&sqlite).execute(*statement).await.unwrap();
    }
    for statement in on_postgres {
        server.execute(*statement).await.unwrap();
    }
    let told = differences(&sqlite::parts(file(&sqlite), &mut server).await, &postgres::parts(&mut server).await);
    server.close().await.unwrap();
    told
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn both_engines_have_one_schema() {
    let told = compared(&[], &[]).await;
    assert!(told.is_empty(), "mend these in a migration for both engines:\n{}", told.join("\n"));
}

/// Nothing that was read stays out of the comparison by mistake.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_kind_of_part_is_read() {
    let sqlite = fresh(Engine::Sqlite).await;
    let postgres = fresh(Engine::Postgres).await;
    let mut server = PgConnection::connect(&postgres.url()).await.unwrap();
    let parts = sqlite::parts(file(&sqlite), &mut server).await;
    server.close().await.unwrap();
    for (name, said) in [
        ("table goals", PRESENT),
        ("column goals.target_on", "TEXT"),
        ("column programs.publish_as", "TEXT NOT NULL DEFAULT 'begun'"),
        ("column imports.keep_rows", "INTEGER NOT NULL DEFAULT 0"),
        ("column events.seq", "INTEGER NOT NULL counted by the database"),
        ("answers PRIMARY KEY", "(enrolment_id, question_id)"),
        ("enrolments UNIQUE (program_id, person_id)", PRESENT),
        ("match_preferences CHECK ((person_id <> preferred_id))", PRESENT),
        ("people FOREIGN KEY (picture_id)", "REFERENCES pictures(id) ON DELETE SET NULL"),
        ("index goals_mentorship", "ON goals USING btree (mentorship_id, status)"),
        ("index invitations_ended", "ON invitations USING btree (COALESCE(accepted_at, revoked_at, expires_at))"),
        (
            "index match_requests_one_open",
            "UNIQUE ON match_requests USING btree (program_id, mentee_id, mentor_id) WHERE (status = 'pending'::text)",
        ),
    ] {
        assert_eq!(parts.get(name).map(String::as_str), Some(said), "{name}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_difference_is_one_line() {
    let told = compared(
        &["CREATE TABLE loose (id BLOB PRIMARY KEY)"],
        &[
            "ALTER TABLE goals ALTER COLUMN why DROP NOT NULL",
            "ALTER TABLE goals ALTER COLUMN title TYPE BYTEA USING title::bytea",
            "ALTER TABLE programs ALTER COLUMN proposal_days SET DEFAULT 8",
            "ALTER TABLE people ADD COLUMN extra TEXT",
            "DROP INDEX goals_mentorship",
            "DROP INDEX match_requests_one_open",
            "CREATE UNIQUE INDEX match_requests_one_open ON match_requests (program_id, mentee_id, mentor_id) WHERE status = 'open'",
            "ALTER TABLE people DROP CONSTRAINT people_picture_id_fkey",
            "ALTER TABLE people ADD FOREIGN KEY (picture_id) REFERENCES pictures (id) ON DELETE CASCADE",
            "ALTER TABLE match_preferences DROP CONSTRAINT match_preferences_check",
            "ALTER TABLE enrolments DROP CONSTRAINT enrolments_program_id_person_id_key",
            "CREATE VIEW shown AS SELECT id FROM people",
        ],
    )
    .await;
    let place = "ON match_requests USING btree (program_id, mentee_id, mentor_id)";
    let expected = [
        "column goals.title: SQLite has TEXT NOT NULL, PostgreSQL has BLOB NOT NULL",
        "column goals.why: SQLite has TEXT NOT NULL, PostgreSQL has TEXT",
        "column loose.id: SQLite has BLOB NOT NULL, PostgreSQL has nothing",
        "column people.extra: SQLite has nothing, PostgreSQL has TEXT",
        "column programs.proposal_days: SQLite has INTEGER NOT NULL DEFAULT 7, PostgreSQL has INTEGER NOT NULL DEFAULT 8",
        "enrolments UNIQUE (program_id, person_id): SQLite has it, PostgreSQL has nothing",
        "index goals_mentorship: SQLite has ON goals USING btree (mentorship_id, status), PostgreSQL has nothing",
        &format!(
            "index match_requests_one_open: SQLite has UNIQUE {place} WHERE (status = 'pending'::text), \
             PostgreSQL has UNIQUE {place} WHERE (status = 'open'::text)"
        ),
        "loose PRIMARY KEY: SQLite has (id), PostgreSQL has nothing",
        "match_preferences CHECK ((person_id <> preferred_id)): SQLite has it, PostgreSQL has nothing",
        "people FOREIGN KEY (picture_id): SQLite has REFERENCES pictures(id) ON DELETE SET NULL, \
         PostgreSQL has REFERENCES pictures(id) ON DELETE CASCADE",
        "table loose: SQLite has one that isn't STRICT, PostgreSQL has nothing",
        "view shown: SQLite has nothing, PostgreSQL has it",
    ];
    assert_eq!(told, expected);
}
