//! The complete table of requests over HTTP: each state × each act × each kind of person, with the status of the answer and
//! what is in the database afterwards. The same through the service stands in `service/tests/requests/table.rs`.

use crate::harness::{Browser, Server};
use domain::RequestId;
use domain::organisations::OrgRole;
use domain::requests::RequestStatus::{self, Accepted, Declined, Expired, Pending, Withdrawn};
use service::{Actor, requests};
use store::programs::Program;
use store::testing::changes;

const WHO: [&str; 6] = ["asker", "asked", "coordinator", "other participant", "outsider", "anonymous"];

/// Statuses in the order of [`WHO`].
#[rustfmt::skip]
const TABLE: [(RequestStatus, &str, [u16; 6]); 15] = [
    (Pending,   "accept",   [403, 200, 403, 404, 404, 401]),
    (Pending,   "decline",  [403, 200, 403, 404, 404, 401]),
    (Pending,   "withdraw", [200, 403, 403, 404, 404, 401]),
    (Accepted,  "accept",   [403, 409, 403, 404, 404, 401]),
    (Accepted,  "decline",  [403, 409, 403, 404, 404, 401]),
    (Accepted,  "withdraw", [409, 403, 403, 404, 404, 401]),
    (Declined,  "accept",   [403, 409, 403, 404, 404, 401]),
    (Declined,  "decline",  [403, 409, 403, 404, 404, 401]),
    (Declined,  "withdraw", [409, 403, 403, 404, 404, 401]),
    (Withdrawn, "accept",   [403, 409, 403, 404, 404, 401]),
    (Withdrawn, "decline",  [403, 409, 403, 404, 404, 401]),
    (Withdrawn, "withdraw", [409, 403, 403, 404, 404, 401]),
    (Expired,   "accept",   [403, 409, 403, 404, 404, 401]),
    (Expired,   "decline",  [403, 409, 403, 404, 404, 401]),
    (Expired,   "withdraw", [409, 403, 403, 404, 404, 401]),
];

fn outcome(act: &str) -> RequestStatus {
    match act {
        "accept" => Accepted,
        "decline" => Declined,
        _ => Withdrawn,
    }
}

/// A request in a state, between the mentor and a mentee of its own.
async fn request(server: &Server, program: &Program, mentor: &Actor, n: usize, state: RequestStatus) -> (RequestId, Actor) {
    let stage = &server.stage;
    let mentee = stage.person(&format!("Mentee {n}")).await;
    stage.mentee(program, &mentee).await;
    let text = "I would like to learn how to lead a small team.";
    let id = requests::ask(&stage.ctx, &mentee, &program.slug, mentor.id, text).await.unwrap();
    if state != Pending {
        let mut tx = stage.ctx.write().await.unwrap();
        changes::request_is(&mut tx, id, state, stage.ctx.now()).await;
        tx.commit().await.unwrap();
    }
    (id, mentee)
}

store::both! {
    async fn every_state_and_act_and_person(db) {
        let server = Server::start(db).await;
        let stage = &server.stage;
        let (acme, other) = (stage.organisation("acme").await, stage.organisation("other").await);
        let program = stage.program("career").of(acme).open().await;
        let mentor = stage.person("Noor").await;
        stage.mentor(&program, &mentor, 100).await;
        let coordinator = stage.person("Carla").await;
        stage.member(acme, &coordinator, OrgRole::Member).await;
        stage.coordinator(&program, &coordinator).await;
        let participant = stage.person("Pablo").await;
        stage.mentor_and_mentee(&program, &participant, 5).await;
        let outsider = stage.person("Otto").await;
        stage.member(other, &outsider, OrgRole::Owner).await;
        let mut known: Vec<Browser> = Vec::new();
        for person in [&mentor, &coordinator, &participant, &outsider] {
            known.push(server.browser_of(person).await);
        }
        known.push(server.browser());

        let mut cells = 0;
        for (state, act, statuses) in TABLE {
            for (column, (who, expected)) in WHO.into_iter().zip(statuses).enumerate() {
                cells += 1;
                let (id, mentee) = request(&server, &program, &mentor, cells, state).await;
                let mut browser = if column == 0 { server.browser_of(&mentee).await } else { known[column - 1].clone() };
                let answer = browser.call(&format!("/api/requests/{act}"), &[("request", &id.to_string())]).await;
                assert_eq!(answer.status, expected, "{state:?} × {act} × {who}: {}", answer.body);
                let after = store::requests::by_id(&mut stage.ctx.read().await.unwrap(), id).await.unwrap().unwrap().status;
                assert_eq!(after, if expected == 200 { outcome(act) } else { state }, "{state:?} × {act} × {who}");
            }
        }
        assert_eq!(cells, 5 * 3 * 6);
    }
}
