//! Two saves of one goal: joined where they fit, shown where they don't, nothing lost.

use super::*;
use domain::editing::{Conflict, Edit};
use domain::goals::{GoalDraft, GoalField};
use service::goals::{edit, set_progress, take, view};
use store::both;

/// The form as it is opened.
async fn opened(fixture: &Fixture, goal: GoalId) -> Edit<GoalDraft> {
    let seen = view(&fixture.stage.ctx, &fixture.mentee, goal).await.unwrap();
    let base = GoalDraft::from(&seen.fields);
    Edit::new(base.clone(), base)
}

fn titled(form: &Edit<GoalDraft>, title: &str) -> Edit<GoalDraft> {
    Edit { mine: GoalDraft { title: title.to_owned(), ..form.mine.clone() }, ..form.clone() }
}

both! {
    async fn a_save_changes_the_goal_and_tells_the_other(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        let goal = fixture.goal("Give a talk", &[]).await;
        let form = opened(&fixture, goal).await;
        let saved = edit(ctx, &fixture.mentee, goal, &titled(&form, "Give two talks")).await.unwrap();
        assert_eq!((saved.fields.title.as_str(), saved.joined), ("Give two talks", false));
        assert_eq!(saved.history[0].sentence, "Chidi Eze changed the title");
        assert_eq!(fixture.stage.told(&fixture.mentor).await, ["goal_changed", "goal_created"]);
        let same = edit(ctx, &fixture.mentee, goal, &opened(&fixture, goal).await).await.unwrap();
        assert_eq!(same.history.len(), saved.history.len(), "a save without a change leaves no trace");
    }

    async fn changes_of_different_fields_are_joined(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        let goal = fixture.goal_by(&fixture.mentor, "Give a talk", &[]).await;
        let form = opened(&fixture, goal).await;
        edit(ctx, &fixture.mentor, goal, &titled(&form, "Give two talks")).await.unwrap();
        let mine = Edit { mine: GoalDraft { why: "To be heard".to_owned(), ..form.mine.clone() }, ..form };
        let saved = edit(ctx, &fixture.mentee, goal, &mine).await.unwrap();
        assert_eq!((saved.fields.title.as_str(), saved.fields.why.as_str(), saved.joined), ("Give two talks", "To be heard", true));
    }

    async fn the_second_save_of_one_field_shows_both_versions_and_loses_neither(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        let goal = fixture.goal_by(&fixture.mentor, "Give a talk", &[]).await;
        let form = opened(&fixture, goal).await;
        edit(ctx, &fixture.mentor, goal, &titled(&form, "Their title")).await.unwrap();
        let mut mine = titled(&form, "My title");
        mine.mine.target_on = "2026-06-01".to_owned();
        let Err(Error::Conflict(json)) = edit(ctx, &fixture.mentee, goal, &mine).await else { panic!("a conflict") };
        let conflict: Conflict<GoalDraft> = serde_json::from_str(&json).unwrap();
        assert_eq!(conflict.fields, [GoalField::Title]);
        assert_eq!((conflict.mine.title.as_str(), conflict.theirs.title.as_str()), ("My title", "Their title"));
        assert_eq!(conflict.sentence, "Amara Okafor saved another version meanwhile (2 March 2026, 09:00).");
        assert_eq!(conflict.joined.target_on, "2026-06-01");
        assert_eq!(view(ctx, &fixture.mentee, goal).await.unwrap().fields.title, "Their title", "nothing was saved");

        // The answer: their title, my date.
        let mut second = Edit::after(&conflict, &[GoalField::Title]);
        let kept = edit(ctx, &fixture.mentee, goal, &second).await.unwrap();
        assert_eq!((kept.fields.title.as_str(), kept.fields.target_on), ("Their title", "2026-06-01".parse().ok()));
        // Or mine after all: of the form of the conflict only the title differs by now.
        second.choices.clear();
        assert_eq!(edit(ctx, &fixture.mentee, goal, &second).await.unwrap().fields.title, "My title");
    }

    async fn oneself_in_another_window_is_told_so(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        let goal = fixture.goal("Give a talk", &[]).await;
        let form = opened(&fixture, goal).await;
        edit(ctx, &fixture.mentee, goal, &titled(&form, "One title")).await.unwrap();
        let Err(Error::Conflict(json)) = edit(ctx, &fixture.mentee, goal, &titled(&form, "Another")).await else { panic!("a conflict") };
        assert!(json.contains("You saved another version meanwhile"), "{json}");
    }

    async fn who_changed_the_field_is_named_and_not_who_did_something_else_since(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        let goal = fixture.goal_by(&fixture.mentor, "Give a talk", &["Outline"]).await;
        let form = opened(&fixture, goal).await;
        fixture.later();
        edit(ctx, &fixture.mentor, goal, &titled(&form, "Their title")).await.unwrap();
        fixture.later();
        let mine = Edit { mine: GoalDraft { why: "To be heard".to_owned(), ..form.mine.clone() }, ..form.clone() };
        edit(ctx, &fixture.mentee, goal, &mine).await.unwrap();
        fixture.later();
        take(ctx, &fixture.mentee, goal).await.unwrap();
        fixture.later();
        let Err(Error::Conflict(json)) = edit(ctx, &fixture.mentee, goal, &titled(&form, "My title")).await else { panic!("a conflict") };
        let conflict: Conflict<GoalDraft> = serde_json::from_str(&json).unwrap();
        assert_eq!(conflict.sentence, "Amara Okafor saved another version meanwhile (2 March 2026, 09:01).");
    }

    async fn progress_told_meanwhile_stays_and_is_not_somebody_elses(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        let goal = fixture.goal("Give a talk", &[]).await;
        let form = opened(&fixture, goal).await;
        set_progress(ctx, &fixture.mentee, goal, "40").await.unwrap();
        let saved = edit(ctx, &fixture.mentee, goal, &titled(&form, "Give two talks")).await.unwrap();
        assert_eq!((saved.percent, saved.fields.title.as_str(), saved.joined), (40, "Give two talks", false));
    }

    async fn of_two_saves_at_once_none_is_lost(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        let goal = fixture.goal("Give a talk", &[]).await;
        let form = opened(&fixture, goal).await;
        let (one, two) = (titled(&form, "One title"), titled(&form, "Another title"));
        let (first, second) = tokio::join!(edit(ctx, &fixture.mentee, goal, &one), edit(ctx, &fixture.mentee, goal, &two));
        assert_eq!([&first, &second].iter().filter(|r| r.is_ok()).count(), 1, "{first:?} {second:?}");
        let conflicts = [first, second].into_iter().filter(|r| matches!(r, Err(Error::Conflict(_)))).count();
        assert_eq!(conflicts, 1);
    }
}
