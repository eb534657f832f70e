//! Who may open what: every address that is no server function, as the router lists what is registered with it (`server/src/listed.rs`).
//!
//! How to add a row: one line in [`rows`] with the address as it is registered and as somebody would open it. A page that is led to by
//! a link with more in it (a link to join, say) may have a second one. Somebody who is sent to sign in counts as [`SIGN_IN`], who is led
//! to another page as [`ELSEWHERE`].

use super::row::{
    ANYBODY, COORDINATORS, ELSEWHERE, HIDDEN, INSIDE, MANAGERS, NO, PAIR, PAIR_AND_COORDINATORS, SIGN_IN, SIGNED_IN, Statuses, WHO, YES,
};
use super::stage::{SITE, Stage, Template};
use crate::harness::{Answer, Server};
use std::collections::BTreeSet;
use store::{Engine, testing};

/// An address, how it is opened, and what each kind of person is answered.
struct Address {
    address: &'static str,
    path: fn(&Stage) -> String,
    who: Statuses,
}

const fn at(address: &'static str, path: fn(&Stage) -> String, who: Statuses) -> Address {
    Address { address, path, who }
}

/// A page's address of before: it leads to the new one, whoever asks.
const MOVED: Statuses = [ELSEWHERE; 8];

/// Where nothing is, for anybody.
const NOTHING: &str = "/api/{*rest}";

fn rows() -> Vec<Address> {
    [pages(), mentoring(), administration(), files(), machines()].into_iter().flatten().collect()
}

/// For everybody, and about oneself; and where mails lead.
fn pages() -> Vec<Address> {
    vec![
        at("/", |_| "/".into(), ANYBODY),
        at("/explore", |_| "/explore".into(), ANYBODY),
        at("/signup", |_| "/signup".into(), ANYBODY),
        at("/login", |_| "/login".into(), ANYBODY),
        at("/forgot", |_| "/forgot".into(), ANYBODY),
        at("/reset/{token}", |s| format!("/reset/{}", s.reset_token), ANYBODY),
        at("/verify/{token}", |s| format!("/verify/{}", s.verify_token), ANYBODY),
        at("/invite/{token}", |s| format!("/invite/{}", s.invitation_token), ANYBODY),
        at("/settings", |_| "/settings".into(), SIGNED_IN),
        at("/profile", |_| "/profile".into(), SIGNED_IN),
        at("/home", |_| "/home".into(), SIGNED_IN),
        at("/notifications", |_| "/notifications".into(), SIGNED_IN),
        at("/people/{id}", |s| format!("/people/{}", s.participant), INSIDE),
    ]
}

/// In a program and in a mentorship.
fn mentoring() -> Vec<Address> {
    let program = [HIDDEN, HIDDEN, HIDDEN, YES, YES, YES, YES, YES];
    let participants = [SIGN_IN, HIDDEN, HIDDEN, YES, YES, YES, NO, NO];
    vec![
        at("/programs/{slug}", |s| format!("/programs/{}", s.slug), program),
        at("/programs/{slug}/join", |s| format!("/programs/{}/join", s.slug), INSIDE),
        // Who has the link is let in.
        at("/programs/{slug}/join", |s| format!("/programs/{}/join?token={}", s.linked, s.join_token), SIGNED_IN),
        at("/programs/{slug}/join", |s| format!("/programs/{}/join?token=another", s.linked), INSIDE),
        at("/programs/{slug}/mentors", |s| format!("/programs/{}/mentors", s.slug), INSIDE),
        at("/programs/{slug}/preferences", |s| format!("/programs/{}/preferences", s.slug), participants),
        at("/programs/{slug}/ranks", |s| format!("/programs/{}/ranks", s.slug), MOVED),
        at("/programs/{slug}/requests", |s| format!("/programs/{}/requests", s.slug), INSIDE),
        at("/programs/{slug}/requests/new", |s| format!("/programs/{}/requests/new?mentor={}", s.slug, s.free_mentor), INSIDE),
        at("/programs/{slug}/requests/{id}", |s| format!("/programs/{}/requests/{}", s.slug, s.request), PAIR_AND_COORDINATORS),
        at("/proposals/{id}", |s| format!("/proposals/{}", s.proposal), PAIR_AND_COORDINATORS),
        at("/mentorships/{id}", |s| format!("/mentorships/{}", s.mentorship), PAIR_AND_COORDINATORS),
        at("/mentorships/{id}/complete", |s| format!("/mentorships/{}/complete", s.mentorship), PAIR),
        at("/mentorships/{id}/goals", |s| format!("/mentorships/{}/goals", s.mentorship), PAIR),
        at("/mentorships/{id}/goals/new", |s| format!("/mentorships/{}/goals/new", s.mentorship), PAIR),
        at("/mentorships/{id}/goals/{goal}", |s| format!("/mentorships/{}/goals/{}", s.mentorship, s.goal), PAIR),
    ]
}

/// For who coordinates programs and manages organisations.
fn administration() -> Vec<Address> {
    vec![
        at("/admin", |_| "/admin".into(), SIGNED_IN),
        at("/admin/new", |_| "/admin/new".into(), SIGNED_IN),
        at("/admin/members", |_| "/admin/members?org=acme".into(), MANAGERS),
        at("/admin/audit", |_| "/admin/audit?org=acme".into(), MANAGERS),
        at("/admin/settings", |_| "/admin/settings?org=acme".into(), MANAGERS),
        at("/admin/programs/new", |_| "/admin/programs/new".into(), SIGNED_IN),
        at("/admin/programs/{slug}", |s| format!("/admin/programs/{}", s.slug), COORDINATORS),
        at("/admin/programs/{slug}/settings", |s| format!("/admin/programs/{}/settings", s.slug), COORDINATORS),
        at("/admin/programs/{slug}/questions", |s| format!("/admin/programs/{}/questions", s.slug), COORDINATORS),
        at("/admin/programs/{slug}/participants", |s| format!("/admin/programs/{}/participants", s.slug), COORDINATORS),
        at("/admin/programs/{slug}/participants/import", |s| format!("/admin/programs/{}/participants/import", s.slug), COORDINATORS),
        at("/admin/programs/{slug}/mentorships", |s| format!("/admin/programs/{}/mentorships", s.buddies), COORDINATORS),
        at("/admin/programs/{slug}/matching", |s| format!("/admin/programs/{}/matching", s.slug), COORDINATORS),
        at("/admin/programs/{slug}/matching/compare", |s| format!("/admin/programs/{}/matching/compare", s.slug), COORDINATORS),
        at(
            "/admin/programs/{slug}/matching/runs/{number}",
            |s| format!("/admin/programs/{}/matching/runs/{}", s.slug, s.run),
            COORDINATORS,
        ),
    ]
}

/// Pictures, and tables to download.
fn files() -> Vec<Address> {
    let pictures = [HIDDEN, HIDDEN, HIDDEN, YES, YES, YES, YES, YES];
    vec![
        at("/pictures/{id}", |s| format!("/pictures/{}", s.portrait), pictures),
        at("/pictures/{id}", |s| format!("/pictures/{}", s.banner), pictures),
        at("/admin/programs/{slug}/participants.csv", |s| format!("/admin/programs/{}/participants.csv", s.slug), COORDINATORS),
        at("/admin/programs/{slug}/participants.xlsx", |s| format!("/admin/programs/{}/participants.xlsx", s.slug), COORDINATORS),
        at(
            "/admin/programs/{slug}/participants/import/wrong.csv",
            |s| format!("/admin/programs/{}/participants/import/wrong.csv", s.slug),
            COORDINATORS,
        ),
        at(
            "/admin/programs/{slug}/matching/runs/{number}/pairs.csv",
            |s| format!("/admin/programs/{}/matching/runs/{}/pairs.csv", s.slug, s.run),
            COORDINATORS,
        ),
        at(
            "/admin/programs/{slug}/matching/runs/{number}/pairs.xlsx",
            |s| format!("/admin/programs/{}/matching/runs/{}/pairs.xlsx", s.slug, s.run),
            COORDINATORS,
        ),
        at("/settings/data.zip", |_| "/settings/data.zip".into(), SIGNED_IN),
        at("/admin/programs/{slug}/mentorships.csv", |s| format!("/admin/programs/{}/mentorships.csv", s.buddies), COORDINATORS),
        at("/admin/programs/{slug}/mentorships.xlsx", |s| format!("/admin/programs/{}/mentorships.xlsx", s.buddies), COORDINATORS),
    ]
}

/// For programs, and what browsers load. The figures are for this machine, from which the tests ask (`http/machines.rs` has the rest).
fn machines() -> Vec<Address> {
    vec![
        at("/healthz", |_| "/healthz".into(), ANYBODY),
        at("/readyz", |_| "/readyz".into(), ANYBODY),
        at("/metrics", |_| "/metrics".into(), ANYBODY),
        at("/pkg/{*path}", |_| format!("/pkg/{SITE}/__wasm_split_manifest.json"), ANYBODY),
        at(NOTHING, |_| "/api/nothing/here".into(), [HIDDEN; 8]),
    ]
}

/// The address that a path leads to: the one with the fewest parts that may be anything.
pub fn leads_to<'a>(addresses: &'a [String], path: &str) -> Option<&'a str> {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let leads = |address: &str| {
        let (expected, given) = (address.split('/'), path.split('/'));
        expected.clone().count() == given.clone().count()
            && expected.zip(given).all(|(expected, given)| expected == given || (expected.starts_with('{') && !given.is_empty()))
    };
    let matching = addresses.iter().map(String::as_str).filter(|address| leads(address));
    matching.min_by_key(|address| address.matches('{').count())
}

#[tokio::test]
async fn every_address_has_a_row_and_every_row_an_address() {
    let test = testing::fresh(Engine::Sqlite).await;
    let server = Server::start(&test.db).await;
    let registered: BTreeSet<String> = server::router::addresses(server.state.clone()).into_iter().collect();
    let rows: BTreeSet<String> = rows().into_iter().map(|row| row.address.to_owned()).collect();
    let without_row: Vec<_> = registered.difference(&rows).collect();
    let without_address: Vec<_> = rows.difference(&registered).collect();
    assert!(without_row.is_empty(), "addresses without a row (server/tests/who_may/addresses.rs): {without_row:#?}");
    assert!(without_address.is_empty(), "rows without an address: {without_address:#?}");
    assert!(registered.len() > 50, "they are all listed: {registered:?}");
    assert!(app::addresses().iter().all(|page| registered.contains(page.path())), "pages are listed as the application lists them");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn addresses_are_for_whom_they_are_on_sqlite() {
    addresses_are_for_whom_they_are(Engine::Sqlite).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn addresses_are_for_whom_they_are_on_postgres() {
    addresses_are_for_whom_they_are(Engine::Postgres).await;
}

async fn addresses_are_for_whom_they_are(engine: Engine) {
    let template = Template::make(engine).await;
    let mut stage = template.stage().await;
    let mut wrong = Vec::new();
    for row in rows() {
        let mut yes = row.address == NOTHING || row.who == MOVED;
        for (who, expected) in WHO.iter().zip(row.who) {
            let path = (row.path)(&stage);
            let answer = stage.browser(who).get(&path).await;
            let status = status(&answer);
            if status != expected {
                wrong.push(format!("{path} for the {who}: expected {expected}, got {} {}", answer.status, answer.header("location")));
            }
            yes |= status == YES;
            stage = template.unchanged(stage).await;
        }
        if !yes {
            wrong.push(format!("{}: nobody was answered yes", row.address));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What an answer means in the table.
fn status(answer: &Answer) -> u16 {
    match answer.location() {
        Some(place) if (300..400).contains(&answer.status) => {
            if place.starts_with("/login") {
                SIGN_IN
            } else {
                ELSEWHERE
            }
        }
        _ => answer.status,
    }
}
