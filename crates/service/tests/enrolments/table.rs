//! Every state of an enrolment × every act × every kind of person.

use super::{status, word};
use domain::enrolments::{EnrolmentAction as A, EnrolmentStatus as S};
use domain::organisations::OrgRole;
use service::enrolments;
use service::testing::Stage;

/// What each state allows: pause, resume and leave by the participant; approve, remove, pause, resume by a coordinator.
#[rustfmt::skip]
const TABLE: [(S, [&str; 3], [&str; 4]); 5] = [
    (S::Pending, ["not now", "not now", "done"], ["done", "done", "not now", "not now"]),
    (S::Active, ["done", "not now", "done"], ["not now", "done", "done", "not now"]),
    (S::Paused, ["not now", "done", "done"], ["not now", "done", "not now", "done"]),
    (S::Left, ["not now", "not now", "not now"], ["not now", "not now", "not now", "not now"]),
    (S::Removed, ["not now", "not now", "not now"], ["done", "not now", "not now", "not now"]),
];

store::both! {
    async fn every_cell(db) {
        let stage = Stage::new(db);
        let acme = stage.organisation("acme").await;
        let program = stage.program("career").of(acme).open().await;
        let (carla, olga, pablo, otto) = (stage.person("Carla").await, stage.person("Olga").await, stage.person("Pablo").await, stage.person("Otto").await);
        stage.member(acme, &carla, OrgRole::Member).await;
        stage.coordinator(&program, &carla).await;
        stage.member(acme, &olga, OrgRole::Admin).await;
        stage.member(acme, &pablo, OrgRole::Member).await;
        stage.mentor_and_mentee(&program, &pablo, 2).await;
        let mut number = 0;
        for (state, own, others) in TABLE {
            for (act, expected) in ["pause", "resume", "leave"].into_iter().zip(own) {
                number += 1;
                let person = stage.person(&format!("Person {number}")).await;
                stage.member(acme, &person, OrgRole::Member).await;
                stage.mentor_and_mentee(&program, &person, 1).await;
                stage.enrolment_is(&program, &person, state).await;
                let answer = match act {
                    "pause" => enrolments::pause(&stage.ctx, &person, "career").await,
                    "resume" => enrolments::resume(&stage.ctx, &person, "career").await,
                    _ => enrolments::leave(&stage.ctx, &person, "career").await,
                };
                assert_eq!(word(&answer), expected, "{state} × {act} by the participant");
            }
            for (action, expected) in [A::Approve, A::Remove, A::Pause, A::Resume].into_iter().zip(others) {
                for (actor, expected) in [(&pablo, "forbidden"), (&otto, "not found"), (&carla, expected), (&olga, expected)] {
                    number += 1;
                    let person = stage.person(&format!("Person {number}")).await;
                    stage.mentor_and_mentee(&program, &person, 1).await;
                    stage.enrolment_is(&program, &person, state).await;
                    let answer = enrolments::decide(&stage.ctx, actor, "career", person.id, action, "").await;
                    assert_eq!(word(&answer), expected, "{state} × {action} by {}", actor.name);
                    let moved = status(&stage, &program, person.id).await != Some(state);
                    assert_eq!(moved, expected == "done", "{state} × {action} by {}", actor.name);
                }
            }
        }
    }

    async fn leaving_and_coming_back_is_nobody_elses_to_decide(db) {
        let stage = Stage::new(db);
        let program = stage.program("career").open().await;
        let (carla, amara) = (stage.person("Carla").await, stage.person("Amara").await);
        stage.coordinator(&program, &carla).await;
        stage.mentee(&program, &amara).await;
        for action in [A::Leave, A::Rejoin] {
            assert_eq!(word(&enrolments::decide(&stage.ctx, &carla, "career", amara.id, action, "").await), "forbidden");
        }
        let stranger = stage.person("Sven").await;
        assert_eq!(word(&enrolments::pause(&stage.ctx, &stranger, "career").await), "not found");
    }
}
