//! Milestones: added, changed, ticked, moved, removed; and who may not.

use super::*;
use domain::MilestoneId;
use domain::ProblemCode;
use domain::editing::Edit;
use domain::goals::MilestoneDraft;
use domain::goals::views::GoalView;
use domain::limits::MILESTONES_MAX;
use domain::shared::Direction;
use service::goals::*;
use store::both;

fn step(title: &str, due_on: &str) -> MilestoneDraft {
    MilestoneDraft { title: title.to_owned(), due_on: due_on.to_owned() }
}

fn change(title: &str, due_on: &str) -> Edit<MilestoneDraft> {
    Edit { mine: step(title, due_on), ..Edit::default() }
}

fn titles(goal: &GoalView) -> Vec<&str> {
    goal.milestones.iter().map(|m| m.title.as_str()).collect()
}

fn of(goal: &GoalView, title: &str) -> MilestoneId {
    goal.milestones.iter().find(|m| m.title == title).unwrap().id
}

both! {
    async fn they_are_added_changed_and_removed(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        let goal = fixture.goal("Give a talk", &["Outline"]).await;
        fixture.later();
        let now = add_milestone(ctx, &fixture.mentee, goal, &step("Rehearse", "2026-03-01")).await.unwrap();
        assert_eq!(titles(&now), ["Outline", "Rehearse"]);
        let due = now.milestones[1].due.clone().unwrap();
        assert_eq!((due.words.as_str(), due.late), ("1 March 2026, yesterday", true));
        fixture.later();
        let now = edit_milestone(ctx, &fixture.mentee, goal, of(&now, "Rehearse"), &change("Rehearse twice", "2026-03-01")).await.unwrap();
        assert_eq!(titles(&now), ["Outline", "Rehearse twice"]);
        fixture.later();
        let now = remove_milestone(ctx, &fixture.mentee, goal, of(&now, "Outline")).await.unwrap();
        assert_eq!(titles(&now), ["Rehearse twice"]);
        let history: Vec<_> = now.history.iter().map(|h| (h.before.as_deref(), h.after.as_deref())).take(3).collect();
        assert_eq!(history, [(Some("Outline"), None), (Some("Rehearse"), Some("Rehearse twice")), (None, Some("Rehearse"))]);
        assert_eq!(answer(add_milestone(ctx, &fixture.mentee, goal, &step("", "soon")).await).problems(), ["title", "due_on"]);
    }

    async fn there_are_at_most_twenty(db) {
        let fixture = fixture(db).await;
        let goal = fixture.goal("Give a talk", &vec!["Step"; MILESTONES_MAX]).await;
        let more = add_milestone(&fixture.stage.ctx, &fixture.mentee, goal, &step("One more", "")).await;
        assert_eq!(answer(more), Answer::Invalid(Problems::one("milestones", ProblemCode::TooMany { max: MILESTONES_MAX })));
    }

    async fn a_tick_counts_once_and_can_be_taken_back(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        let goal = fixture.goal("Give a talk", &["Outline", "Rehearse", "Speak"]).await;
        let id = of(&view(ctx, &fixture.mentee, goal).await.unwrap(), "Outline");
        let now = tick(ctx, &fixture.mentee, goal, id, true).await.unwrap();
        assert_eq!((now.percent, now.milestones_done.as_deref()), (33, Some("1 of 3 milestones")));
        let again = tick(ctx, &fixture.mentee, goal, id, true).await.unwrap();
        assert_eq!((again.percent, again.history.len()), (33, now.history.len()), "twice is once");
        assert_eq!(fixture.stage.told(&fixture.mentor).await, ["goal_created", "milestone_done"]);
        assert_eq!(tick(ctx, &fixture.mentee, goal, id, false).await.unwrap().percent, 0);
        assert_eq!(answer(tick(ctx, &fixture.mentor, goal, id, true).await), Answer::Forbidden, "it is the mentee's to say");
    }

    async fn they_move_one_place_and_stop_at_the_ends(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        let goal = fixture.goal("Give a talk", &["Outline", "Rehearse", "Speak"]).await;
        let first = view(ctx, &fixture.mentee, goal).await.unwrap();
        let now = move_milestone(ctx, &fixture.mentee, goal, of(&first, "Speak"), Direction::Up).await.unwrap();
        assert_eq!(titles(&now), ["Outline", "Speak", "Rehearse"]);
        let now = move_milestone(ctx, &fixture.mentee, goal, of(&first, "Outline"), Direction::Down).await.unwrap();
        assert_eq!(titles(&now), ["Speak", "Outline", "Rehearse"]);
        let same = move_milestone(ctx, &fixture.mentee, goal, of(&first, "Speak"), Direction::Up).await.unwrap();
        assert_eq!(titles(&same), titles(&now));
        let added = add_milestone(ctx, &fixture.mentee, goal, &step("Thank everybody", "")).await.unwrap();
        assert_eq!(titles(&added).last(), Some(&"Thank everybody"), "a new one is the last, also after moving");
    }

    async fn another_goals_milestone_is_not_there(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        let goal = fixture.goal("Give a talk", &["Outline"]).await;
        let other = view(ctx, &fixture.mentee, fixture.goal("Write a book", &["Chapter one"]).await).await.unwrap();
        let id = of(&other, "Chapter one");
        assert_eq!(answer(tick(ctx, &fixture.mentee, goal, id, true).await), Answer::NotFound);
        assert_eq!(answer(edit_milestone(ctx, &fixture.mentee, goal, id, &change("Mine", "")).await), Answer::NotFound);
        assert_eq!(answer(move_milestone(ctx, &fixture.mentee, goal, id, Direction::Up).await), Answer::NotFound);
        assert_eq!(answer(remove_milestone(ctx, &fixture.mentee, goal, id).await), Answer::NotFound);
    }

    async fn nobody_else_touches_them(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        let goal = fixture.goal("Give a talk", &["Outline"]).await;
        let id = of(&view(ctx, &fixture.mentee, goal).await.unwrap(), "Outline");
        let everybody = [
            (&fixture.mentor, Answer::Forbidden),
            (&fixture.coordinator, Answer::Forbidden),
            (&fixture.participant, Answer::NotFound),
            (&fixture.outsider, Answer::NotFound),
        ];
        for (who, expected) in everybody {
            assert_eq!(answer(add_milestone(ctx, who, goal, &step("", "")).await), expected);
            assert_eq!(answer(edit_milestone(ctx, who, goal, id, &change("Mine", "")).await), expected);
            assert_eq!(answer(tick(ctx, who, goal, id, true).await), expected);
            assert_eq!(answer(move_milestone(ctx, who, goal, id, Direction::Up).await), expected);
            assert_eq!(answer(remove_milestone(ctx, who, goal, id).await), expected);
        }
    }
}
