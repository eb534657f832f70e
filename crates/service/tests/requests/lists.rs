//! Lists of requests: one's own in a program and everywhere.

use super::{Pair, TEXT};
use domain::requests::RequestStatus;
use domain::requests::views::{RequestCard, RequestSide};
use service::requests;

fn names(cards: &[RequestCard]) -> Vec<&str> {
    cards.iter().map(|c| if c.side == RequestSide::Asker { c.mentor.name.as_str() } else { c.mentee.name.as_str() }).collect()
}

store::both! {
    async fn what_waits_for_a_mentor_comes_first(db) {
        let p = Pair::new(db).await;
        let mia = p.another_mentee("Mia").await;
        let first = p.asked().await;
        p.ask(&mia, &p.mentor).await.unwrap();
        requests::ask_back(&p.stage.ctx, Some(&p.mentor), first, "Why?").await.unwrap();
        let mine = requests::list(&p.stage.ctx, &p.mentor, "career", None).await.unwrap();
        assert_eq!(names(&mine.incoming), ["Mia", "Amara"]);
        assert_eq!(mine.incoming.iter().map(|c| c.my_turn).collect::<Vec<_>>(), [true, false]);
        assert!(mine.as_mentor && !mine.as_mentee && mine.outgoing.is_empty() && mine.ended.is_empty());
        let hers = requests::list(&p.stage.ctx, &p.mentee, "career", None).await.unwrap();
        assert_eq!((names(&hers.outgoing), hers.left), (vec!["Noor"], 4));
        assert!(hers.outgoing[0].my_turn && hers.incoming.is_empty());
        assert_eq!(hers.outgoing[0].excerpt, TEXT);
    }

    async fn ended_ones_come_in_pages_newest_first(db) {
        let p = Pair::new(db).await;
        let mut made = Vec::new();
        for _ in 0..30 {
            let id = p.asked().await;
            requests::withdraw(&p.stage.ctx, Some(&p.mentee), id).await.unwrap();
            p.stage.clock.advance(chrono::Duration::days(1));
            made.push(id);
        }
        made.reverse();
        let first = requests::list(&p.stage.ctx, &p.mentor, "career", None).await.unwrap();
        assert_eq!((first.ended.len(), first.pages.next), (24, Some(made[23])));
        let second = requests::list(&p.stage.ctx, &p.mentor, "career", first.pages.next).await.unwrap();
        assert_eq!(second.pages.next, None);
        let seen: Vec<_> = first.ended.iter().chain(&second.ended).map(|c| c.id).collect();
        assert_eq!(seen, made);
    }

    async fn out_of_time_is_shown_as_ended_before_anybody_wrote_it_down(db) {
        let p = Pair::new(db).await;
        p.asked().await;
        p.days_pass(14);
        let mine = requests::list(&p.stage.ctx, &p.mentee, "career", None).await.unwrap();
        assert!(mine.outgoing.is_empty());
        assert_eq!((mine.ended[0].status, mine.left), (RequestStatus::Expired, 5));
        assert!(requests::open(&p.stage.ctx, &p.mentor).await.unwrap().incoming.is_empty());
    }

    async fn home_gathers_all_programs_and_shows_nobody_elses(db) {
        let p = Pair::new(db).await;
        let elsewhere = p.stage.program("elsewhere").open().await;
        p.stage.mentor(&elsewhere, &p.mentor, 1).await;
        p.stage.mentee(&elsewhere, &p.mentee).await;
        p.asked().await;
        requests::ask(&p.stage.ctx, &p.mentee, "elsewhere", p.mentor.id, TEXT).await.unwrap();
        let home = requests::open(&p.stage.ctx, &p.mentor).await.unwrap();
        let mut programs: Vec<_> = home.incoming.iter().map(|c| c.program.slug.as_str()).collect();
        programs.sort_unstable();
        assert_eq!(programs, ["career", "elsewhere"]);
        assert_eq!(requests::open(&p.stage.ctx, &p.mentee).await.unwrap().outgoing.len(), 2);
        let stranger = p.another_mentee("Mia").await;
        let hers = requests::open(&p.stage.ctx, &stranger).await.unwrap();
        assert!(hers.incoming.is_empty() && hers.outgoing.is_empty());
        let list = requests::list(&p.stage.ctx, &stranger, "career", None).await.unwrap();
        assert!(list.incoming.is_empty() && list.outgoing.is_empty() && list.ended.is_empty());
    }
}
