//! Many who ask at once: each is answered as if alone. What Leptos knows of a request lies with the thread while it writes the
//! page, and a page that waits for the database goes on in another thread: nothing of one request may reach another.

use crate::harness::{Answer, Browser, Server, html, site};
use leptos_axum::generate_route_list;
use service::demo;
use service::testing::Stage;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::{Engine, testing};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;

/// How many ask at once.
const AT_ONCE: usize = 16;
/// How often each page is asked for by each person while others ask.
const ROUNDS: usize = 3;

/// What of an answer must not depend on who else asks: all but this answer's own nonce, which must be the same everywhere in it.
fn lasting(answer: &Answer) -> (u16, String, String) {
    let policy = answer.header("content-security-policy");
    let nonce = policy.split_once("'nonce-").and_then(|(_, rest)| rest.split('\'').next()).unwrap_or("none");
    let body = answer.body.replace(nonce, "NONCE");
    (answer.status, answer.location().unwrap_or_default(), body)
}

/// The addresses to which a page links.
fn links(page: &str) -> Vec<String> {
    html::attributes(page, "[href]", "href").into_iter().filter(|href| href.starts_with('/') && !href.contains(['.', '#'])).collect()
}

fn fits(pattern: &str, path: &str) -> bool {
    let (pattern, path): (Vec<&str>, Vec<&str>) = (pattern.split('/').collect(), path.split('/').collect());
    pattern.len() == path.len() && pattern.iter().zip(&path).all(|(part, name)| part.starts_with('{') || part == name)
}

/// An address of each page: one that the people found who follow links, else one where nothing is.
async fn addresses(people: &[Browser]) -> Vec<String> {
    let patterns: Vec<String> = generate_route_list(app::shell).iter().map(|route| route.path().to_owned()).collect();
    let exactly = |path: &str| patterns.iter().find(|pattern| *pattern == path);
    let pattern_of = |path: &str| exactly(path).or_else(|| patterns.iter().find(|pattern| fits(pattern, path))).cloned();
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    for person in people {
        let mut person = person.clone();
        let mut next = vec!["/".to_owned(), "/home".to_owned(), "/admin".to_owned()];
        while let Some(address) = next.pop() {
            for link in links(&person.open(&address).await.body) {
                let path = link.split('?').next().unwrap().to_owned();
                if let Some(pattern) = pattern_of(&path)
                    && !found.contains_key(&pattern)
                {
                    found.insert(pattern, path.clone());
                    next.push(path);
                }
            }
        }
    }
    let nowhere = |pattern: &String| {
        pattern.split('/').map(|part| if part.starts_with('{') { "nothing" } else { part }).collect::<Vec<_>>().join("/")
    };
    let known = found.len();
    let all: Vec<String> = patterns.iter().map(|pattern| found.get(pattern).cloned().unwrap_or_else(|| nowhere(pattern))).collect();
    assert!(known * 4 > all.len() * 3, "links lead to {known} of {} pages", all.len());
    all
}

async fn signed_in(server: &Server, email: &str) -> Browser {
    let mut browser = server.browser();
    let answer = browser.call("/api/accounts/sign_in", &[("email", email), ("password", demo::PASSWORD)]).await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    browser
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_is_asked_at_once_is_answered_as_if_alone() {
    let (test, folder) = (testing::fresh(Engine::Sqlite).await, tempfile::tempdir().unwrap());
    let stage = Stage::new(&test.db);
    let demo = demo::fill(&stage.ctx, 0).await.unwrap();
    let server = Server::with_site(stage, site(folder.path(), "abc", &serde_json::json!({})), |_| ()).await;
    let mut people = vec![server.browser()];
    for person in demo.sign_ins.iter().take(2) {
        people.push(signed_in(&server, &person.email).await);
    }
    let addresses = addresses(&people).await;

    let mut alone = Vec::new();
    for person in &people {
        for address in &addresses {
            // Looked at once before, so that nothing is new any more.
            person.clone().get(address).await;
            alone.push((person.clone(), address.clone(), lasting(&person.clone().get(address).await)));
        }
    }
    assert!(alone.iter().filter(|(_, _, (status, ..))| *status == 200).count() * 2 > alone.len(), "most pages are there");

    let (places, mut asked) = (Arc::new(Semaphore::new(AT_ONCE)), JoinSet::new());
    for round in 0..ROUNDS {
        // Another neighbour each time.
        for n in 0..alone.len() {
            let (person, address, expected) = alone[(n * (2 * round + 1)) % alone.len()].clone();
            let places = Arc::clone(&places);
            asked.spawn(async move {
                let _place = places.acquire_owned().await.unwrap();
                let answer = person.clone().get(&address).await;
                (address, lasting(&answer), expected)
            });
        }
    }
    let (mut wrong, mut right) = (Vec::new(), 0);
    while let Some(done) = asked.join_next().await {
        let (address, answer, expected) = done.unwrap();
        if answer == expected { right += 1 } else { wrong.push((address, answer, expected)) }
    }
    let first = wrong.first().map(|(address, answer, expected)| format!("{address}: {}", difference(answer, expected)));
    assert!(
        wrong.is_empty(),
        "{} of {} answers are not what they are alone; {}",
        wrong.len(),
        wrong.len() + right,
        first.unwrap_or_default()
    );
}

/// Where two answers begin to differ.
fn difference(answer: &(u16, String, String), alone: &(u16, String, String)) -> String {
    let same = answer.2.bytes().zip(alone.2.bytes()).take_while(|(a, b)| a == b).count().saturating_sub(60);
    let piece = |body: &str| String::from_utf8_lossy(body.as_bytes().get(same..).unwrap_or_default()).chars().take(400).collect::<String>();
    format!("{} {} …{}… instead of {} {} …{}…", answer.0, answer.1, piece(&answer.2), alone.0, alone.1, piece(&alone.2))
}
