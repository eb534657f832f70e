//! What becomes of a milestone's words, date and place in the history, and of two saves of one milestone.

use super::*;
use domain::MilestoneId;
use domain::editing::{Conflict, Edit};
use domain::goals::views::GoalView;
use domain::goals::{MilestoneDraft, MilestoneField};
use domain::shared::Direction;
use service::goals::{edit_milestone, move_milestone, view};
use store::both;

fn draft(title: &str, due_on: &str) -> MilestoneDraft {
    MilestoneDraft { title: title.to_owned(), due_on: due_on.to_owned() }
}

/// A form that was made from one thing and says another.
fn form(base: (&str, &str), mine: (&str, &str)) -> Edit<MilestoneDraft> {
    Edit::new(draft(base.0, base.1), draft(mine.0, mine.1))
}

/// A goal that both may edit, its first milestone, and what the mentee sees of it.
async fn begun(fixture: &Fixture, milestones: &[&str]) -> (GoalId, MilestoneId) {
    let goal = fixture.goal_by(&fixture.mentor, "Give a talk", milestones).await;
    let first = view(&fixture.stage.ctx, &fixture.mentee, goal).await.unwrap().milestones[0].id;
    fixture.later();
    (goal, first)
}

fn first(goal: &GoalView) -> (&str, String) {
    let milestone = &goal.milestones[0];
    (milestone.title.as_str(), milestone.due.as_ref().map(|due| due.on.to_string()).unwrap_or_default())
}

type Line<'a> = (&'a str, Option<&'a str>, Option<&'a str>);

fn newest(goal: &GoalView) -> Line<'_> {
    let line = &goal.history[0];
    (line.sentence.as_str(), line.before.as_deref(), line.after.as_deref())
}

both! {
    async fn the_history_keeps_a_date_that_was_changed(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        let (goal, id) = begun(&fixture, &["Outline"]).await;
        let sentence = "Chidi Eze changed the date of “Outline”";
        let set = edit_milestone(ctx, &fixture.mentee, goal, id, &form(("Outline", ""), ("Outline", "2026-03-09"))).await.unwrap();
        assert_eq!(newest(&set), (sentence, None, Some("9 March 2026")));
        fixture.later();
        let moved = edit_milestone(ctx, &fixture.mentee, goal, id, &form(("Outline", "2026-03-09"), ("Outline", "2026-03-16"))).await.unwrap();
        assert_eq!(newest(&moved), (sentence, Some("9 March 2026"), Some("16 March 2026")));
        fixture.later();
        let open = edit_milestone(ctx, &fixture.mentee, goal, id, &form(("Outline", "2026-03-16"), ("Outline", ""))).await.unwrap();
        assert_eq!(newest(&open), (sentence, Some("16 March 2026"), None));
        let same = edit_milestone(ctx, &fixture.mentee, goal, id, &form(("Outline", ""), ("Outline", ""))).await.unwrap();
        assert_eq!(same.history.len(), open.history.len(), "a save without a change leaves no trace");
    }

    async fn words_and_date_changed_at_once_are_two_lines(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        let (goal, id) = begun(&fixture, &["Outline"]).await;
        let now = edit_milestone(ctx, &fixture.mentee, goal, id, &form(("Outline", ""), ("Rehearse", "2026-03-09"))).await.unwrap();
        let mut lines: Vec<_> = now.history.iter().take(2).map(|l| (l.sentence.as_str(), l.before.as_deref(), l.after.as_deref())).collect();
        lines.sort_unstable();
        assert_eq!(lines, [
            ("Chidi Eze changed a milestone", Some("Outline"), Some("Rehearse")),
            ("Chidi Eze changed the date of “Rehearse”", None, Some("9 March 2026")),
        ]);
    }

    async fn a_move_is_in_the_history(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        let (goal, id) = begun(&fixture, &["Outline", "Rehearse"]).await;
        let now = move_milestone(ctx, &fixture.mentee, goal, id, Direction::Down).await.unwrap();
        assert_eq!(newest(&now), ("Chidi Eze moved a milestone", None, Some("Outline")));
        fixture.later();
        let same = move_milestone(ctx, &fixture.mentee, goal, id, Direction::Down).await.unwrap();
        assert_eq!(same.history.len(), now.history.len(), "it was the last already");
    }

    async fn a_long_history_says_that_there_is_more(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        let (goal, id) = begun(&fixture, &["Outline", "Rehearse"]).await;
        let mut now = view(ctx, &fixture.mentee, goal).await.unwrap();
        for n in 0..100 {
            assert!(!now.history_older);
            let direction = if n % 2 == 0 { Direction::Down } else { Direction::Up };
            now = move_milestone(ctx, &fixture.mentee, goal, id, direction).await.unwrap();
        }
        assert_eq!((now.history.len(), now.history_older), (100, true));
    }

    async fn changes_of_different_fields_are_joined(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        let (goal, id) = begun(&fixture, &["Outline"]).await;
        edit_milestone(ctx, &fixture.mentor, goal, id, &form(("Outline", ""), ("Outline", "2026-03-09"))).await.unwrap();
        let now = edit_milestone(ctx, &fixture.mentee, goal, id, &form(("Outline", ""), ("Rehearse", ""))).await.unwrap();
        assert_eq!(first(&now), ("Rehearse", "2026-03-09".to_owned()));
    }

    async fn the_second_save_of_one_field_shows_both_versions_and_loses_neither(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        let (goal, id) = begun(&fixture, &["Outline", "Speak"]).await;
        edit_milestone(ctx, &fixture.mentor, goal, id, &form(("Outline", ""), ("Their words", "2026-03-09"))).await.unwrap();
        fixture.later();
        // The mentee's own change of another milestone names nobody.
        let other = view(ctx, &fixture.mentee, goal).await.unwrap().milestones[1].id;
        edit_milestone(ctx, &fixture.mentee, goal, other, &form(("Speak", ""), ("Speak up", "2026-03-30"))).await.unwrap();
        fixture.later();
        let stale = form(("Outline", ""), ("My words", "2026-03-16"));
        let Err(Error::Conflict(json)) = edit_milestone(ctx, &fixture.mentee, goal, id, &stale).await else { panic!("a conflict") };
        let conflict: Conflict<MilestoneDraft> = serde_json::from_str(&json).unwrap();
        assert_eq!(conflict.subject, Some(id.0));
        assert_eq!(conflict.sentence, "Amara Okafor saved another version meanwhile (2 March 2026, 09:01).");
        assert_eq!(conflict.fields, [MilestoneField::Title, MilestoneField::DueOn]);
        assert_eq!((&conflict.mine, &conflict.theirs), (&draft("My words", "2026-03-16"), &draft("Their words", "2026-03-09")));
        let unchanged = view(ctx, &fixture.mentee, goal).await.unwrap();
        assert_eq!(first(&unchanged), ("Their words", "2026-03-09".to_owned()), "nothing was saved");

        // The answer: their words, my date.
        let second = Edit::after(&conflict, &[MilestoneField::Title]);
        let kept = edit_milestone(ctx, &fixture.mentee, goal, id, &second).await.unwrap();
        assert_eq!(first(&kept), ("Their words", "2026-03-16".to_owned()));
        // Or mine after all: of the form of the conflict only the words differ by now.
        let mine = edit_milestone(ctx, &fixture.mentee, goal, id, &Edit::after(&conflict, &[])).await.unwrap();
        assert_eq!(first(&mine), ("My words", "2026-03-16".to_owned()));
    }

    async fn the_one_who_changed_the_date_is_named_whatever_it_is_called_by_now(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        let (goal, id) = begun(&fixture, &["Outline"]).await;
        edit_milestone(ctx, &fixture.mentor, goal, id, &form(("Outline", ""), ("Outline", "2026-03-09"))).await.unwrap();
        fixture.later();
        edit_milestone(ctx, &fixture.mentee, goal, id, &form(("Outline", "2026-03-09"), ("Rehearse", "2026-03-09"))).await.unwrap();
        fixture.later();
        let stale = form(("Outline", ""), ("Outline", "2026-03-16"));
        let Err(Error::Conflict(json)) = edit_milestone(ctx, &fixture.mentee, goal, id, &stale).await else { panic!("a conflict") };
        assert!(json.contains("Amara Okafor saved another version"), "{json}");
        let conflict: Conflict<MilestoneDraft> = serde_json::from_str(&json).unwrap();
        assert_eq!(conflict.joined.title, "Rehearse", "the words fit");
    }
}
