//! Taking one's data along: all of one's own, and of others nothing but their names.

use super::{EMAIL, NAME, World};
use crate::accounts::client;
use domain::mentorships::MentorshipStatus;
use service::goals::MilestoneRows;
use service::{Error, goals, leaving, requests};

fn draft(title: &str) -> domain::goals::GoalDraft {
    domain::goals::GoalDraft { title: title.to_owned(), ..Default::default() }
}

store::both! {
    async fn a_copy_holds_ones_own_words_and_not_those_of_others(db) {
        let w = World::new(db).await;
        let ctx = &w.stage.ctx;
        let space = w.mentorship(&w.pia, MentorshipStatus::Active).await;
        let rows = MilestoneRows { titles: vec!["their own step".to_owned()], days: Vec::new() };
        let own = goals::create(ctx, &w.zeb, space, &draft("their own goal"), &rows).await.unwrap();
        goals::comment(ctx, &w.zeb, own, "their own comment").await.unwrap();
        goals::comment(ctx, &w.pia, own, "a secret of hers").await.unwrap();
        goals::create(ctx, &w.pia, space, &draft("a goal of hers"), &MilestoneRows::default()).await.unwrap();
        requests::ask(ctx, &w.mia, "career", w.zeb.id, "a letter of hers that is long enough").await.unwrap();
        let copy = leaving::copy(ctx, &w.zeb, &client()).await.unwrap();
        let all = serde_json::to_string(&copy.data).unwrap();
        for mine in [EMAIL, NAME, "their own goal", "their own step", "their own comment", "Pia", "Mia", "career"] {
            assert!(all.contains(mine), "{mine} in {all}");
        }
        for hers in ["secret of hers", "goal of hers", "letter of hers", "pia@example.org", "mia@example.org", "argon2"] {
            assert!(!all.contains(hers), "{hers} in {all}");
        }
        assert!(copy.pictures.is_empty());
        let mut tx = w.read().await;
        let kinds = store::testing::schema::texts(&mut tx, "events", "kind").await;
        assert!(kinds.iter().any(|kind| kind == "account.copied"), "it is noted");
    }

    async fn a_few_a_day(db) {
        let w = World::new(db).await;
        for _ in 0..10 {
            leaving::copy(&w.stage.ctx, &w.zeb, &client()).await.unwrap();
        }
        assert!(matches!(leaving::copy(&w.stage.ctx, &w.zeb, &client()).await, Err(Error::TooMany(_))));
        leaving::copy(&w.stage.ctx, &w.pia, &client()).await.unwrap();
    }

    async fn who_left_has_no_name_in_it(db) {
        let w = World::new(db).await;
        w.mentorship(&w.pia, MentorshipStatus::Completed).await;
        w.erase().await;
        let copy = leaving::copy(&w.stage.ctx, &w.pia, &client()).await.unwrap();
        assert_eq!(copy.data["mentorships_as_mentee"][0]["mentor"], "Someone who left");
    }
}
