//! What time does: reminders once per threshold, and the end.

use super::Pair;
use domain::requests::RequestStatus;
use service::requests::{self, Ticked};

store::both! {
    async fn reminders_come_once_each_and_then_it_expires(db) {
        let p = Pair::new(db).await;
        let id = p.asked().await;
        let mut sent = Vec::new();
        for day in 1..=14 {
            p.days_pass(1);
            for _ in 0..2 {
                let done = requests::tick(&p.stage.ctx).await.unwrap();
                if done != Ticked::default() {
                    sent.push((day, done.reminded, done.expired));
                }
            }
        }
        assert_eq!(sent, [(7, 1, 0), (11, 1, 0), (13, 1, 0), (14, 0, 1)]);
        assert_eq!(p.status(id).await, RequestStatus::Expired);
        let told = ["request_missed", "request_received", "request_reminder", "request_reminder", "request_reminder"];
        assert_eq!(p.stage.told(&p.mentor).await, told);
        assert_eq!(p.stage.mailed(&p.mentor).await.len(), 4, "the request and three reminders");
        assert_eq!(p.stage.told(&p.mentee).await, ["request_expired"]);
        assert_eq!(p.stage.mailed(&p.mentee).await, ["Noor did not answer your request in time."]);
        assert_eq!(p.row(id).await.ended_at, p.row(id).await.due_at);
    }

    async fn an_extension_has_reminders_of_its_own(db) {
        let p = Pair::new(db).await;
        let id = p.asked().await;
        p.days_pass(13);
        assert_eq!(requests::tick(&p.stage.ctx).await.unwrap().reminded, 1, "three thresholds at once, one reminder");
        requests::extend(&p.stage.ctx, Some(&p.mentor), id).await.unwrap();
        assert_eq!(requests::tick(&p.stage.ctx).await.unwrap().reminded, 0);
        p.days_pass(8);
        assert_eq!(requests::tick(&p.stage.ctx).await.unwrap().reminded, 1);
    }

    async fn many_expire_in_batches(db) {
        let p = Pair::new(db).await;
        let mut ids = Vec::new();
        for n in 0..30 {
            let mentor = p.another_mentor(&format!("Mentor {n}")).await;
            for name in ["Ana", "Ben", "Cem", "Dua"] {
                let mentee = if n == 0 { p.another_mentee(name).await } else { p.another_mentee(&format!("{name} {n}")).await };
                ids.push(p.ask(&mentee, &mentor).await.unwrap());
            }
        }
        p.days_pass(14);
        assert_eq!(requests::tick(&p.stage.ctx).await.unwrap(), Ticked { expired: 120, reminded: 0 });
        assert_eq!(requests::tick(&p.stage.ctx).await.unwrap(), Ticked::default());
        for id in ids {
            assert_eq!(p.status(id).await, RequestStatus::Expired);
        }
    }

    async fn two_servers_remind_and_expire_once(db) {
        let p = Pair::new(db).await;
        let mut mentees = Vec::new();
        for n in 0..20 {
            let mentee = p.another_mentee(&format!("Mentee {n}")).await;
            p.ask(&mentee, &p.mentor).await.unwrap();
            mentees.push(mentee);
        }
        let both = async || {
            let tasks: Vec<_> = (0..4).map(|_| tokio::spawn({ let ctx = p.stage.ctx.clone(); async move { requests::tick(&ctx).await.unwrap() } })).collect();
            let mut sum = Ticked::default();
            for task in tasks {
                let done = task.await.unwrap();
                sum = Ticked { expired: sum.expired + done.expired, reminded: sum.reminded + done.reminded };
            }
            sum
        };
        p.days_pass(7);
        assert_eq!(both().await, Ticked { expired: 0, reminded: 20 });
        p.days_pass(7);
        assert_eq!(both().await, Ticked { expired: 20, reminded: 0 });
        for mentee in &mentees {
            assert_eq!(p.stage.told(mentee).await, ["request_expired"]);
        }
    }
}
