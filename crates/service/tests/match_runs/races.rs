//! Many at once: no place is given twice, and nothing is half taken back.

use super::Desk;
use domain::Refusal;
use service::testing::at_once;
use service::{Error, match_runs, mentorships, pairs};
use std::pin::Pin;

pub type Act = Pin<Box<dyn Future<Output = Result<usize, Error>> + Send>>;

store::both! {
    async fn of_many_publications_at_once_each_pair_is_made_once(db) {
        let desk = Desk::new(db).await;
        desk.make().await;
        let actions = (0..8).map(|_| {
            let (ctx, carla) = (desk.stage.ctx.clone(), desk.carla.clone());
            async move { match_runs::publish(&ctx, &carla, "career", 1, &[], true).await.map(|published| published.made) }
        });
        let answers = at_once(actions.collect()).await;
        assert!(answers.iter().all(|answer| matches!(answer, Ok(_) | Err(Error::Conflict(_)))), "{answers:?}");
        assert_eq!(answers.into_iter().filter_map(Result::ok).sum::<usize>(), 2);
        assert_eq!((desk.taken(desk.noor.id).await, desk.taken(desk.max.id).await), (1, 1));
    }

    async fn a_place_goes_to_the_run_or_to_the_pair_made_by_hand(db) {
        let desk = Desk::new(db).await;
        desk.make().await;
        let zoe = desk.another_mentee("Zoe").await;
        let (ctx, carla) = (desk.stage.ctx.clone(), desk.carla.clone());
        let publish: Act = Box::pin(async move { match_runs::publish(&ctx, &carla, "career", 1, &[], true).await.map(|published| published.made) });
        let (ctx, carla, noor) = (desk.stage.ctx.clone(), desk.carla.clone(), desk.noor.id.to_string());
        let by_hand: Act = Box::pin(async move { pairs::pair(&ctx, &carla, "career", &zoe.id.to_string(), &noor).await.map(|_| 0) });
        let answers = at_once(vec![publish, by_hand]).await;
        // The one by hand counts nothing; the run makes one pair or two.
        let by_hand = answers.iter().any(|answer| matches!(answer, Ok(0)));
        let made = answers.iter().find_map(|answer| answer.as_ref().ok().filter(|made| **made > 0)).copied();
        let full = answers.iter().any(|answer| matches!(answer, Err(Error::Refused(Refusal::MentorFull))));
        assert_eq!((made, full), if by_hand { (Some(1), false) } else { (Some(2), true) }, "{answers:?}");
        assert_eq!((desk.taken(desk.noor.id).await, desk.taken(desk.max.id).await), (1, 1));
        let mia = desk.rows(1).await.into_iter().find(|pair| pair.mentee_id == desk.mia.id).unwrap();
        assert_eq!(mia.mentorship_id.is_some(), !by_hand, "who was told yes has the place");
    }

    async fn who_acts_while_it_is_taken_back_has_acted_or_finds_nothing(db) {
        for _ in 0..3 {
            let test = store::testing::fresh(db.engine()).await;
            let desk = Desk::new(&test.db).await;
            desk.make().await;
            desk.publish_all(1).await.unwrap();
            let id = desk.rows(1).await.iter().find(|pair| pair.mentee_id == desk.mia.id).unwrap().mentorship_id.unwrap();
            let (ctx, mia) = (desk.stage.ctx.clone(), desk.mia.clone());
            let sign: Act = Box::pin(async move { mentorships::sign_agreement(&ctx, &mia, id).await.map(|()| 0) });
            let (ctx, carla) = (desk.stage.ctx.clone(), desk.carla.clone());
            let undo: Act = Box::pin(async move { match_runs::undo(&ctx, &carla, "career", 1).await });
            let answers = at_once(vec![sign, undo]).await;
            let signed = answers.iter().any(|answer| matches!(answer, Ok(0)));
            let back = answers.iter().find_map(|answer| answer.as_ref().ok().filter(|n| **n > 0)).copied();
            let there = store::mentorships::by_id(&mut desk.stage.ctx.read().await.unwrap(), id).await.unwrap().is_some();
            assert_eq!((there, back), (signed, Some(if signed { 1 } else { 2 })), "{answers:?}");
        }
    }
}
