//! Many at once: no mentor gets two groups, and no space closes while somebody joins it.

use super::Circle;
use domain::MentorshipId;
use service::testing::at_once;
use service::{Error, mentorships, pairs, requests};
use std::pin::Pin;

const TEXT: &str = "I would like to learn how to lead a small team.";

/// An act of any kind; the mentorship that it made, if it made one.
type Act = Pin<Box<dyn Future<Output = Result<Option<MentorshipId>, Error>> + Send>>;

impl Circle {
    /// Carla pairs a new mentee with Noor.
    async fn pairing(&self, name: &str) -> Act {
        let (ctx, carla, noor, mentee) = (self.stage.ctx.clone(), self.carla.clone(), self.noor.id.to_string(), self.mentee(name).await);
        Box::pin(async move { pairs::pair(&ctx, &carla, "circles", &mentee.id.to_string(), &noor).await.map(Some) })
    }

    /// Noor accepts a new mentee's request.
    async fn accepting(&self, name: &str) -> Act {
        let mentee = self.mentee(name).await;
        let asked = requests::ask(&self.stage.ctx, &mentee, "circles", self.noor.id, TEXT).await.unwrap();
        let (ctx, noor) = (self.stage.ctx.clone(), self.noor.clone());
        Box::pin(async move { requests::accept(&ctx, Some(&noor), asked, "").await.map(Some) })
    }

    fn ending(&self, id: MentorshipId) -> Act {
        let (ctx, noor) = (self.stage.ctx.clone(), self.noor.clone());
        Box::pin(async move { mentorships::complete(&ctx, &noor, id).await.map(|()| None) })
    }

    fn taking_back(&self, id: MentorshipId) -> Act {
        let (ctx, carla) = (self.stage.ctx.clone(), self.carla.clone());
        Box::pin(async move { pairs::unpair(&ctx, &carla, "circles", id).await.map(|()| None) })
    }
}

store::both! {
    async fn of_many_who_join_a_mentor_at_once_all_share_one_space(db) {
        let c = Circle::new(db).await;
        let mut actions = Vec::new();
        for n in 0..6 {
            actions.push(c.pairing(&format!("Paired {n}")).await);
            actions.push(c.accepting(&format!("Accepted {n}")).await);
        }
        let mut spaces = Vec::new();
        for made in at_once(actions).await {
            spaces.push(c.space_of(made.unwrap().unwrap()).await);
        }
        assert_eq!(spaces.len(), 12);
        assert!(spaces.iter().all(|space| *space == spaces[0]), "{spaces:?}");
        assert_eq!(c.open(&[c.noor.id]).await, [spaces[0]]);
    }

    async fn a_group_does_not_close_over_somebody_who_joins_it(db) {
        for round in 0..4 {
            let test = store::testing::fresh(db.engine()).await;
            let c = Circle::new(&test.db).await;
            let (_, last) = c.paired("Last").await;
            let before = c.space_of(last).await;
            let mut actions = vec![c.ending(last)];
            for n in 0..3 {
                actions.push(c.pairing(&format!("New {n}")).await);
            }
            let mut joined = Vec::new();
            for answer in at_once(actions).await {
                if let Some(made) = answer.unwrap() {
                    joined.push(c.space_of(made).await);
                }
            }
            // Either they came before the end, and it is the same group, or after it, and it is another one.
            assert!(joined.len() == 3 && joined.iter().all(|space| *space == joined[0]), "{round}: {joined:?}");
            assert!(c.is_open(joined[0]).await, "{round}");
            assert_eq!(c.is_open(before).await, joined[0] == before, "{round}");
            assert_eq!(c.open(&[c.noor.id]).await, [joined[0]], "{round}");
        }
    }

    async fn ending_and_taking_back_at_once_ends_without_a_deadlock(db) {
        for round in 0..4 {
            let test = store::testing::fresh(db.engine()).await;
            let c = Circle::new(&test.db).await;
            let mut actions = Vec::new();
            for n in 0..3 {
                let (_, id) = c.paired(&format!("Mentee {n}")).await;
                actions.push(c.ending(id));
                actions.push(c.taking_back(id));
            }
            actions.push(c.pairing("New").await);
            let answers = at_once(actions).await;
            // Of ending and taking back, the one that comes second finds nothing to do.
            assert!(answers.iter().all(|answer| matches!(answer, Ok(_) | Err(Error::Refused(_) | Error::NotFound))), "{round}: {answers:?}");
            assert_eq!(answers.iter().filter(|answer| answer.is_ok()).count(), 4, "{round}: {answers:?}");
            assert_eq!(c.open(&[c.noor.id]).await.len(), 1, "{round}: the new one's");
        }
    }
}
