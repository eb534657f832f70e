//! Many at once: the rules hold whatever happens at the same time.

use super::{Pair, TEXT};
use domain::requests::RequestStatus;
use domain::{Refusal, RequestId};
use service::testing::at_once;
use service::{Actor, Error, pairs, requests};
use std::pin::Pin;

/// An act of any kind.
type Act = Pin<Box<dyn Future<Output = Result<(), Error>> + Send>>;

/// How many answers were yes, and how many this no; nothing else may happen.
#[track_caller]
fn tally<T: std::fmt::Debug>(answers: &[Result<T, Error>], expected: Refusal) -> (usize, usize) {
    let done = answers.iter().filter(|a| a.is_ok()).count();
    let refused = answers.iter().filter(|a| matches!(a, Err(Error::Refused(reason)) if *reason == expected)).count();
    assert_eq!(done + refused, answers.len(), "{answers:?}");
    (done, refused)
}

async fn mentees_who_asked(p: &Pair, count: usize) -> Vec<(Actor, RequestId)> {
    let mut all = Vec::new();
    for n in 0..count {
        let mentee = p.another_mentee(&format!("Mentee {n}")).await;
        let id = p.ask(&mentee, &p.mentor).await.unwrap();
        all.push((mentee, id));
    }
    all
}

store::both! {
    async fn of_twenty_acceptances_for_one_place_exactly_one_wins(db) {
        let p = Pair::new(db).await;
        let asked = mentees_who_asked(&p, 20).await;
        let actions = asked.iter().map(|(_, id)| {
            let (ctx, mentor, id) = (p.stage.ctx.clone(), p.mentor.clone(), *id);
            async move { requests::accept(&ctx, Some(&mentor), id, "").await }
        });
        let answers = at_once(actions.collect()).await;
        assert_eq!(tally(&answers, Refusal::MentorFull), (1, 19));
        assert_eq!(p.places_taken(p.mentor.id).await, 1);
        let mut accepted = 0;
        for (_, id) in &asked {
            accepted += usize::from(p.status(*id).await == RequestStatus::Accepted);
        }
        assert_eq!(accepted, 1, "the rest is still open");
    }

    async fn of_twenty_clicks_on_accept_one_makes_a_mentorship(db) {
        let p = Pair::new(db).await;
        let id = p.asked().await;
        let actions = (0..20).map(|_| {
            let (ctx, mentor) = (p.stage.ctx.clone(), p.mentor.clone());
            async move { requests::accept(&ctx, Some(&mentor), id, "").await }
        });
        assert_eq!(tally(&at_once(actions.collect()).await, Refusal::RequestEnded), (1, 19));
        assert_eq!(p.places_taken(p.mentor.id).await, 1);
    }

    async fn one_mentee_is_accepted_by_one_of_five_mentors(db) {
        let p = Pair::new(db).await;
        let mut actions = Vec::new();
        for n in 0..5 {
            let mentor = p.another_mentor(&format!("Mentor {n}")).await;
            let id = p.ask(&p.mentee, &mentor).await.unwrap();
            let ctx = p.stage.ctx.clone();
            actions.push(async move { requests::accept(&ctx, Some(&mentor), id, "").await });
        }
        // To the others the request has ended: it closed when the mentee was placed.
        assert_eq!(tally(&at_once(actions).await, Refusal::RequestEnded), (1, 4));
        let placed = store::mentorships::mentee_is_placed(&mut p.stage.ctx.read().await.unwrap(), p.program.id, p.mentee.id).await;
        assert!(placed.unwrap());
    }

    async fn of_twenty_requests_at_once_five_are_opened(db) {
        let p = Pair::new(db).await;
        let mut actions = Vec::new();
        for n in 0..20 {
            let mentor = p.another_mentor(&format!("Mentor {n}")).await;
            let (ctx, mentee) = (p.stage.ctx.clone(), p.mentee.clone());
            actions.push(async move { requests::ask(&ctx, &mentee, "career", mentor.id, TEXT).await });
        }
        assert_eq!(tally(&at_once(actions).await, Refusal::TooManyOpenRequests), (5, 15));
        assert_eq!(requests::open(&p.stage.ctx, &p.mentee).await.unwrap().outgoing.len(), 5);
    }

    async fn of_twenty_requests_to_one_mentor_one_is_opened(db) {
        let p = Pair::new(db).await;
        let actions = (0..20).map(|_| {
            let (ctx, mentee, mentor) = (p.stage.ctx.clone(), p.mentee.clone(), p.mentor.id);
            async move { requests::ask(&ctx, &mentee, "career", mentor, TEXT).await }
        });
        assert_eq!(tally(&at_once(actions.collect()).await, Refusal::AlreadyAsked), (1, 19));
    }

    async fn everything_at_once_ends_without_a_deadlock(db) {
        let p = Pair::new(db).await;
        let carla = p.stage.person("Carla").await;
        p.stage.coordinator(&p.program, &carla).await;
        let asked = mentees_who_asked(&p, 6).await;
        let olu = p.another_mentor("Olu").await;
        let mut actions: Vec<Act> = Vec::new();
        for (mentee, id) in asked {
            let to_olu = p.ask(&mentee, &olu).await.unwrap();
            let (ctx, mentor, other) = (p.stage.ctx.clone(), p.mentor.clone(), olu.clone());
            actions.push(Box::pin(async move { requests::accept(&ctx, Some(&mentor), id, "").await.map(|_| ()) }));
            let ctx = p.stage.ctx.clone();
            actions.push(Box::pin(async move { requests::decline(&ctx, Some(&other), to_olu, "").await }));
            let (ctx, carla, mentor, slug) = (p.stage.ctx.clone(), carla.clone(), olu.id.to_string(), p.program.slug.clone());
            let person = mentee.id.to_string();
            actions.push(Box::pin(async move { pairs::pair(&ctx, &carla, &slug, &person, &mentor).await.map(|_| ()) }));
            let ctx = p.stage.ctx.clone();
            actions.push(Box::pin(async move { requests::withdraw(&ctx, Some(&mentee), id).await }));
            let ctx = p.stage.ctx.clone();
            actions.push(Box::pin(async move { requests::tick(&ctx).await.map(|_| ()) }));
        }
        let (ctx, program) = (p.stage.ctx.clone(), p.program.clone());
        actions.push(Box::pin(async move {
            let mut tx = ctx.write().await?;
            store::requests::lock_program(&mut tx, program.id).await?;
            pairs::close_for_program(&ctx, &mut tx, &program).await?;
            Ok(tx.commit().await?)
        }));
        for answer in at_once(actions).await {
            assert!(matches!(answer, Ok(()) | Err(Error::Refused(_))), "{answer:?}");
        }
        assert!(p.places_taken(p.mentor.id).await <= 1);
        assert!(p.places_taken(olu.id).await <= 1);
    }
}
