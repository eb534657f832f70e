//! Many at once: an enrolment stays one, and agrees with the mentorships, whatever happens at the same time.

use super::{form, join, refusal, status};
use domain::enrolments::EnrolmentStatus;
use domain::requests::RequestStatus;
use domain::{Refusal, RequestId};
use service::testing::{Stage, at_once};
use service::{Actor, Error, enrolments, requests};
use std::pin::Pin;
use store::programs::Program;

const TEXT: &str = "Would you be my mentor? I would like to lead a team.";

/// An act of any kind.
type Act = Pin<Box<dyn Future<Output = Result<(), Error>> + Send>>;

fn accept(stage: &Stage, mentor: &Actor, id: RequestId) -> Act {
    let (ctx, mentor) = (stage.ctx.clone(), mentor.clone());
    Box::pin(async move { requests::accept(&ctx, Some(&mentor), id, "").await.map(|_| ()) })
}

fn room(stage: &Stage, coordinator: &Actor, mentor: &Actor, room: &'static str) -> Act {
    let (ctx, coordinator, mentor) = (stage.ctx.clone(), coordinator.clone(), mentor.id);
    Box::pin(async move { enrolments::change_capacity(&ctx, &coordinator, "career", mentor, room).await })
}

fn leave(stage: &Stage, actor: &Actor) -> Act {
    let (ctx, actor) = (stage.ctx.clone(), actor.clone());
    Box::pin(async move { enrolments::leave(&ctx, &actor, "career").await })
}

/// A mentor with this much room, and mentees who asked them.
async fn asked(stage: &Stage, program: &Program, capacity: i32, mentees: usize) -> (Actor, Vec<(Actor, RequestId)>) {
    let mentor = stage.person("Noor").await;
    stage.mentor(program, &mentor, capacity).await;
    let mut all = Vec::new();
    for n in 0..mentees {
        let mentee = stage.person(&format!("Mentee {n}")).await;
        stage.mentee(program, &mentee).await;
        let id = requests::ask(&stage.ctx, &mentee, "career", mentor.id, TEXT).await.unwrap();
        all.push((mentee, id));
    }
    (mentor, all)
}

/// How many the mentor has, and how many they say they can take.
async fn held(stage: &Stage, program: &Program, mentor: &Actor) -> (i64, i64) {
    let mut tx = stage.ctx.read().await.unwrap();
    let taken = store::mentorships::places_taken(&mut tx, program.id, mentor.id).await.unwrap();
    let enrolment = store::enrolments::of(&mut tx, program.id, mentor.id).await.unwrap().unwrap();
    (taken, i64::from(enrolment.capacity))
}

async fn request_status(stage: &Stage, id: RequestId) -> RequestStatus {
    store::requests::by_id(&mut stage.ctx.read().await.unwrap(), id).await.unwrap().unwrap().status
}

/// Exactly one of accepting and leaving happened, and all that follows from it.
async fn one_of_both(stage: &Stage, program: &Program, (mentor, mentee, id): (&Actor, &Actor, RequestId), answers: Vec<Result<(), Error>>) {
    assert_eq!(answers.iter().filter(|a| a.is_ok()).count(), 1, "{answers:?}");
    let (taken, _) = held(stage, program, mentor).await;
    let here = |s: Option<EnrolmentStatus>| s == Some(EnrolmentStatus::Active);
    let both = here(status(stage, program, mentor.id).await) && here(status(stage, program, mentee.id).await);
    let accepted = request_status(stage, id).await == RequestStatus::Accepted;
    assert_eq!((taken, accepted), if both { (1, true) } else { (0, false) });
    assert_ne!(request_status(stage, id).await, RequestStatus::Pending, "nobody is left waiting");
}

store::both! {
    async fn twenty_clicks_on_join_make_one_enrolment(db) {
        let stage = Stage::new(db);
        let program = stage.program("career").open().await;
        let amara = stage.person("Amara").await;
        let actions = (0..20).map(|_| {
            let (stage, amara, program) = (stage.clone(), amara.clone(), program.clone());
            async move { join(&stage, &amara, &program, &form(true, true)).await }
        });
        let answers = at_once(actions.collect()).await;
        assert!(answers.iter().any(Result::is_ok), "{answers:?}");
        for answer in answers {
            match answer {
                Ok(status) => assert_eq!(status, EnrolmentStatus::Active),
                Err(error) => assert_eq!(refusal(Err::<(), _>(error)), Refusal::AlreadyEnrolled),
            }
        }
        let mut tx = stage.ctx.read().await.unwrap();
        assert_eq!(store::testing::changes::count(&mut tx, "enrolments").await, 1);
        let events = store::events::of_program(&mut tx, program.id, 50).await.unwrap();
        assert_eq!(events.iter().filter(|e| e.kind == "enrolment.joined").count(), 1);
    }

    async fn less_room_while_requests_are_accepted_is_never_overfull(db) {
        let stage = Stage::new(db);
        let program = stage.program("career").open().await;
        let carla = stage.person("Carla").await;
        stage.coordinator(&program, &carla).await;
        let (noor, mentees) = asked(&stage, &program, 5, 10).await;
        let mut actions: Vec<Act> = mentees.iter().map(|(_, id)| accept(&stage, &noor, *id)).collect();
        actions.extend(["4", "3", "2", "1"].map(|n| room(&stage, &carla, &noor, n)));
        for answer in at_once(actions).await {
            if let Err(error) = answer {
                let reason = refusal(Err::<(), _>(error));
                assert!(matches!(reason, Refusal::MentorFull | Refusal::CapacityBelowMentorships), "{reason:?}");
            }
        }
        let (taken, capacity) = held(&stage, &program, &noor).await;
        assert!(0 < taken && taken <= capacity, "{taken} of {capacity}");
    }

    async fn a_mentee_who_leaves_while_they_are_accepted_has_a_mentor_or_is_gone(db) {
        let stage = Stage::new(db);
        let program = stage.program("career").open().await;
        let (noor, mentees) = asked(&stage, &program, 1, 1).await;
        let (amara, id) = mentees[0].clone();
        let answers = at_once(vec![accept(&stage, &noor, id), leave(&stage, &amara)]).await;
        one_of_both(&stage, &program, (&noor, &amara, id), answers).await;
    }

    async fn a_mentor_who_leaves_while_they_accept_has_a_mentee_or_is_gone(db) {
        let stage = Stage::new(db);
        let program = stage.program("career").open().await;
        let (noor, mentees) = asked(&stage, &program, 1, 1).await;
        let (amara, id) = mentees[0].clone();
        let answers = at_once(vec![leave(&stage, &noor), accept(&stage, &noor, id)]).await;
        one_of_both(&stage, &program, (&noor, &amara, id), answers).await;
    }
}
