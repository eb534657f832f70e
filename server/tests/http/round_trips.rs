//! How often PostgreSQL is waited for while a page is made: statements, transactions, and the pool's own questions.

use crate::harness::{Browser, Server};
use domain::organisations::OrgRole;
use service::requests;
use store::Engine;
use store::testing::{fresh, wire::Wire};

/// The fewest of several visits, when the connections know all statements. (One that rested is asked whether it is still there.)
async fn trips(wire: &Wire, browser: &mut Browser, path: &str) -> usize {
    let mut fewest = usize::MAX;
    for _ in 0..8 {
        let before = wire.counted().await;
        assert_eq!(browser.get(path).await.status, 200, "{path}");
        fewest = fewest.min(wire.counted().await - before);
    }
    fewest
}

/// The list of mentors asks three questions: who looks (with what the frame shows of them), the program with what they are in
/// it, and what they have with its mentors. The pool asks none: `store` hands connections on.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_page_waits_for_postgresql_a_few_times() {
    let test = fresh(Engine::Postgres).await;
    let (db, wire) = Wire::to(&test).await;
    let server = Server::start(&db).await;
    let stage = &server.stage;
    let acme = stage.organisation("acme").await;
    let program = stage.program("career").of(acme).asking_at_most(2).open().await;
    let [mentee, mentor, other] = [stage.person("Amara").await, stage.person("Bo").await, stage.person("Cy").await];
    stage.member(acme, &mentee, OrgRole::Member).await;
    stage.mentee(&program, &mentee).await;
    stage.mentor(&program, &mentor, 2).await;
    stage.mentor(&program, &other, 2).await;
    let mut browser = server.browser_of(&mentee).await;
    assert!(trips(&wire, &mut browser, "/programs/career/mentors").await <= 3);

    let request = requests::ask(&stage.ctx, &mentee, "career", mentor.id, "Would you be my mentor, please?").await.unwrap();
    let mentorship = requests::accept(&stage.ctx, Some(&mentor), request, "").await.unwrap();
    // One of them asks whether people wait to be let in.
    assert!(trips(&wire, &mut browser, "/home").await <= 15);
    assert!(trips(&wire, &mut browser, &format!("/mentorships/{mentorship}")).await <= 11);
}
