//! Who may do what: every server function, every other address and every kind of event and notification × {anonymous, outsider, other
//! organisation, bystander, participant, mentor, coordinator, admin}. What has no row, and a row of nothing, fail; so does a row
//! in which nobody is answered yes: there the stage lacks something.
//!
//! How to add rows for a feature's server functions: make `who_may/<feature>.rs` with a `pub fn rows() -> Vec<FunctionRow>`, name it in
//! [`rows`], and write one line a function:
//!
//! ```ignore
//! row("requests/withdraw", |s| fields! { request: s.request }, MENTEE),
//! ```
//!
//! The fields are the function's arguments, as a form sends them; `s` is the stage ([`stage::Stage`]), which has an id of
//! everything: add to [`things::Things`] what is missing. The statuses stand in the order of [`WHO`]. Whatever a
//! call changed is undone before the next cell, so each begins on the same stage. `upload(…)` is for functions that take a file.
//!
//! Other addresses (pages, pictures, tables to download, streams, calendars, links in mails) have their rows in [`addresses`]. Kinds of
//! events and notifications say beside their names, in `domain`, whom they are for; [`kinds`] and [`notified`] ask whether that is so.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "tests")]

mod accounts;
mod addresses;
mod enrolments;
mod goals;
mod home;
mod imports;
mod kinds;
mod making;
mod match_preferences;
mod match_runs;
mod mentors;
mod mentorships;
mod notified;
mod organisations;
mod people;
mod preferences;
mod programs;
mod proposals;
mod requests;
mod row;
mod stage;
mod things;

use leptos::server_fn::axum::server_fn_paths;
use notified::Notified;
use row::{FunctionRow, WHO, YES};
use stage::Template;
use std::collections::BTreeSet;
use store::Engine;

/// All rows.
fn rows() -> Vec<FunctionRow> {
    [
        accounts::rows(),
        enrolments::rows(),
        goals::rows(),
        home::rows(),
        match_runs::rows(),
        imports::rows(),
        mentors::rows(),
        mentorships::rows(),
        organisations::rows(),
        people::rows(),
        preferences::rows(),
        programs::rows(),
        proposals::rows(),
        match_preferences::rows(),
        requests::rows(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

#[test]
fn every_server_function_has_one_row_and_every_row_a_server_function() {
    let functions: BTreeSet<String> = server_fn_paths().map(|(path, _)| path.to_owned()).collect();
    let all: Vec<String> = rows().iter().map(|row| row.path()).collect();
    let rows: BTreeSet<String> = all.iter().cloned().collect();
    assert_eq!(all.len(), rows.len(), "a function has two rows");
    let without_row: Vec<_> = functions.difference(&rows).collect();
    let without_function: Vec<_> = rows.difference(&functions).collect();
    assert!(without_row.is_empty(), "server functions without a row (server/tests/who_may.rs says how to add one): {without_row:#?}");
    assert!(without_function.is_empty(), "rows without a server function: {without_function:#?}");
    assert!(functions.len() > 40, "they are all registered");
}

#[test]
fn the_functions_that_take_files_are_those_for_which_files_are_read() {
    let rows: BTreeSet<String> = rows().iter().filter(|row| row.file.is_some()).map(|row| row.path()).collect();
    assert_eq!(rows, app::server::TAKE_FILES.map(str::to_owned).into_iter().collect());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_table_is_true_on_sqlite() {
    the_table_is_true(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_table_is_true_on_postgres() {
    the_table_is_true(Engine::Postgres).await;
}

async fn the_table_is_true(engine: Engine) {
    let template = Template::make(engine).await;
    let mut stage = template.stage().await;
    let (mut wrong, mut notified) = (Vec::new(), Notified::default());
    for row in rows() {
        let mut yes = false;
        for (who, expected) in WHO.iter().zip(row.who) {
            let answer = stage.call(&row, who).await;
            if answer.status != expected {
                wrong.push(format!("{} by {who}: expected {expected}, got {} {}", row.function, answer.status, answer.body));
            }
            yes |= answer.status == YES;
            if stage.is_changed() {
                notified.hear(&stage, row.function, who).await;
            }
            stage = template.unchanged(stage).await;
        }
        if !yes {
            wrong.push(format!("{}: nobody was answered yes", row.function));
        }
    }
    wrong.extend(notified.wrong(&stage));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
