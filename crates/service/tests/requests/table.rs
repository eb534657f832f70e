//! The complete table: each state × each act × each kind of person, with what is answered and what is in the database
//! afterwards.

use super::{TEXT, refusal, word};
use chrono::Duration;
use domain::organisations::OrgRole;
use domain::requests::RequestStatus;
use domain::{Refusal, RequestId};
use service::testing::Stage;
use service::{Actor, requests};
use store::programs::Program;
use store::testing::changes;

#[derive(Clone, Copy, Debug, PartialEq)]
enum State {
    Pending,
    Accepted,
    Declined,
    Withdrawn,
    Expired,
    /// Out of time, though nobody has written it down yet.
    OutOfTime,
}

#[derive(Clone, Copy, Debug)]
enum Act {
    Accept,
    Decline,
    Withdraw,
}

const WHO: [&str; 7] = ["asker", "asked", "coordinator", "other participant", "member", "outsider", "anonymous"];

/// Answers in the order of [`WHO`]. A member of the organisation who takes no part in the program is an outsider to it.
#[rustfmt::skip]
const TABLE: [(State, Act, [&str; 7]); 18] = [
    (State::Pending,   Act::Accept,   ["forbidden", "done", "forbidden", "not found", "not found", "not found", "sign in"]),
    (State::Pending,   Act::Decline,  ["forbidden", "done", "forbidden", "not found", "not found", "not found", "sign in"]),
    (State::Pending,   Act::Withdraw, ["done", "forbidden", "forbidden", "not found", "not found", "not found", "sign in"]),
    (State::Accepted,  Act::Accept,   ["forbidden", "ended", "forbidden", "not found", "not found", "not found", "sign in"]),
    (State::Accepted,  Act::Decline,  ["forbidden", "ended", "forbidden", "not found", "not found", "not found", "sign in"]),
    (State::Accepted,  Act::Withdraw, ["ended", "forbidden", "forbidden", "not found", "not found", "not found", "sign in"]),
    (State::Declined,  Act::Accept,   ["forbidden", "ended", "forbidden", "not found", "not found", "not found", "sign in"]),
    (State::Declined,  Act::Decline,  ["forbidden", "ended", "forbidden", "not found", "not found", "not found", "sign in"]),
    (State::Declined,  Act::Withdraw, ["ended", "forbidden", "forbidden", "not found", "not found", "not found", "sign in"]),
    (State::Withdrawn, Act::Accept,   ["forbidden", "ended", "forbidden", "not found", "not found", "not found", "sign in"]),
    (State::Withdrawn, Act::Decline,  ["forbidden", "ended", "forbidden", "not found", "not found", "not found", "sign in"]),
    (State::Withdrawn, Act::Withdraw, ["ended", "forbidden", "forbidden", "not found", "not found", "not found", "sign in"]),
    (State::Expired,   Act::Accept,   ["forbidden", "ended", "forbidden", "not found", "not found", "not found", "sign in"]),
    (State::Expired,   Act::Decline,  ["forbidden", "ended", "forbidden", "not found", "not found", "not found", "sign in"]),
    (State::Expired,   Act::Withdraw, ["ended", "forbidden", "forbidden", "not found", "not found", "not found", "sign in"]),
    (State::OutOfTime, Act::Accept,   ["forbidden", "ended", "forbidden", "not found", "not found", "not found", "sign in"]),
    (State::OutOfTime, Act::Decline,  ["forbidden", "ended", "forbidden", "not found", "not found", "not found", "sign in"]),
    (State::OutOfTime, Act::Withdraw, ["ended", "forbidden", "forbidden", "not found", "not found", "not found", "sign in"]),
];

impl State {
    /// The word in the database.
    const fn stored(self) -> RequestStatus {
        match self {
            Self::Pending | Self::OutOfTime => RequestStatus::Pending,
            Self::Accepted => RequestStatus::Accepted,
            Self::Declined => RequestStatus::Declined,
            Self::Withdrawn => RequestStatus::Withdrawn,
            Self::Expired => RequestStatus::Expired,
        }
    }
}

impl Act {
    const fn outcome(self) -> RequestStatus {
        match self {
            Self::Accept => RequestStatus::Accepted,
            Self::Decline => RequestStatus::Declined,
            Self::Withdraw => RequestStatus::Withdrawn,
        }
    }
}

/// A request in a state, between the mentor and a mentee of its own.
async fn request(stage: &Stage, program: &Program, mentor: &Actor, n: usize, state: State) -> (RequestId, Actor) {
    let mentee = stage.person(&format!("Mentee {n}")).await;
    stage.mentee(program, &mentee).await;
    let id = requests::ask(&stage.ctx, &mentee, &program.slug, mentor.id, TEXT).await.unwrap();
    match state {
        State::Pending => {}
        State::OutOfTime => stage.clock.advance(Duration::days(15)),
        ended => {
            let mut tx = stage.ctx.write().await.unwrap();
            changes::request_is(&mut tx, id, ended.stored(), stage.ctx.now()).await;
            tx.commit().await.unwrap();
        }
    }
    (id, mentee)
}

store::both! {
    async fn every_state_and_act_and_person(db) {
        let stage = Stage::new(db);
        let (acme, other) = (stage.organisation("acme").await, stage.organisation("other").await);
        let program = stage.program("career").of(acme).open().await;
        let mentor = stage.person("Noor").await;
        stage.mentor(&program, &mentor, 100).await;
        let coordinator = stage.person("Carla").await;
        stage.member(acme, &coordinator, OrgRole::Member).await;
        stage.coordinator(&program, &coordinator).await;
        let participant = stage.person("Pablo").await;
        stage.mentor_and_mentee(&program, &participant, 5).await;
        let member = stage.person("Mehdi").await;
        stage.member(acme, &member, OrgRole::Member).await;
        let outsider = stage.person("Otto").await;
        stage.member(other, &outsider, OrgRole::Owner).await;

        let mut cells = 0;
        for (state, act, answers) in TABLE {
            for (who, expected) in WHO.into_iter().zip(answers) {
                cells += 1;
                let (id, mentee) = request(&stage, &program, &mentor, cells, state).await;
                let actor = match who {
                    "asker" => Some(&mentee),
                    "asked" => Some(&mentor),
                    "coordinator" => Some(&coordinator),
                    "other participant" => Some(&participant),
                    "member" => Some(&member),
                    "outsider" => Some(&outsider),
                    _ => None,
                };
                let answer = match act {
                    Act::Accept => requests::accept(&stage.ctx, actor, id, "").await.map(|_| ()),
                    Act::Decline => requests::decline(&stage.ctx, actor, id, "").await,
                    Act::Withdraw => requests::withdraw(&stage.ctx, actor, id).await,
                };
                assert_eq!(word(&answer), expected, "{state:?} × {act:?} × {who}: {answer:?}");
                let after = store::requests::by_id(&mut stage.ctx.read().await.unwrap(), id).await.unwrap().unwrap().status;
                let wanted = if expected == "done" { act.outcome() } else { state.stored() };
                assert_eq!(after, wanted, "{state:?} × {act:?} × {who}");
            }
        }
        assert_eq!(cells, 6 * 3 * 7);
        let made = store::mentorships::places_taken(&mut stage.ctx.read().await.unwrap(), program.id, mentor.id).await.unwrap();
        assert_eq!(made, 1, "one acceptance of all these made a mentorship");
    }

    async fn who_may_not_read_it(db) {
        let stage = Stage::new(db);
        let acme = stage.organisation("acme").await;
        let program = stage.program("career").of(acme).open().await;
        let elsewhere = stage.program("elsewhere").open().await;
        let mentor = stage.person("Noor").await;
        stage.mentor(&program, &mentor, 1).await;
        let (id, mentee) = request(&stage, &program, &mentor, 1, State::Pending).await;
        let participant = stage.person("Pablo").await;
        stage.mentor_and_mentee(&program, &participant, 5).await;
        let owner = stage.person("Olga").await;
        stage.member(acme, &owner, OrgRole::Owner).await;
        let outsider = stage.person("Otto").await;

        for (who, sees) in [(&mentee, true), (&mentor, true), (&owner, true), (&participant, false), (&outsider, false)] {
            let seen = requests::view(&stage.ctx, who, "career", id).await;
            assert_eq!(word(&seen), if sees { "done" } else { "not found" }, "{}", who.name);
            let misplaced = requests::view(&stage.ctx, who, &elsewhere.slug, id).await;
            assert_eq!(word(&misplaced), "not found", "{} at another program's address", who.name);
        }
    }

    async fn the_rest_of_the_acts_belong_to_one_of_the_two(db) {
        let stage = Stage::new(db);
        let program = stage.program("career").open().await;
        let mentor = stage.person("Noor").await;
        stage.mentor(&program, &mentor, 1).await;
        let (id, mentee) = request(&stage, &program, &mentor, 1, State::Pending).await;
        let coordinator = stage.person("Carla").await;
        stage.coordinator(&program, &coordinator).await;
        let outsider = stage.person("Otto").await;
        for (who, back, extend, answer) in [
            (Some(&mentee), "forbidden", "forbidden", "not your turn"),
            (Some(&coordinator), "forbidden", "forbidden", "forbidden"),
            (Some(&outsider), "not found", "not found", "not found"),
            (None, "sign in", "sign in", "sign in"),
        ] {
            assert_eq!(word(&requests::ask_back(&stage.ctx, who, id, "Why?").await), back);
            assert_eq!(word(&requests::extend(&stage.ctx, who, id).await), extend);
            let answered = requests::answer(&stage.ctx, who, id, "Because.").await;
            match answer {
                "not your turn" => assert_eq!(refusal(answered), Refusal::NotYourTurn),
                expected => assert_eq!(word(&answered), expected),
            }
        }
        assert_eq!(word(&requests::answer(&stage.ctx, Some(&mentor), id, "Because.").await), "forbidden");
    }
}
