//! Goals: made, proposed, taken, reached, dropped, talked about; and who may not.

use super::*;
use domain::ProblemCode;
use domain::editing::Edit;
use domain::goals::{GoalDraft, GoalStatus as S, ProgressMode};
use domain::limits::MILESTONES_MAX;
use service::goals::*;
use std::collections::BTreeSet;
use store::both;

both! {
    async fn a_goal_of_the_mentees_is_open_at_once(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        let form = GoalDraft { why: "To be heard".to_owned(), target_on: "2026-06-01".to_owned(), ..draft("Give a talk") };
        let rows = MilestoneRows { titles: vec!["Outline".to_owned(), " ".to_owned(), "Rehearse".to_owned()], days: vec!["2026-03-09".to_owned()] };
        let goal = create(ctx, &fixture.mentee, fixture.id, &form, &rows).await.unwrap();
        let seen = view(ctx, &fixture.mentor, goal).await.unwrap();
        assert_eq!((seen.status, seen.fields.title.as_str(), seen.percent), (S::Open, "Give a talk", 0));
        assert_eq!(seen.byline, "Set by Chidi Eze on 2 March 2026");
        assert_eq!(seen.target.map(|t| (t.words, t.late)), Some(("1 June 2026, in 91 days".to_owned(), false)));
        assert_eq!(seen.milestones.iter().map(|m| (m.title.as_str(), m.due.as_ref().map(|d| d.on))).collect::<Vec<_>>(), [("Outline", "2026-03-09".parse().ok()), ("Rehearse", None)]);
        assert_eq!(fixture.stage.told(&fixture.mentor).await, ["goal_created"]);
        assert!(fixture.stage.mailed(&fixture.mentor).await.is_empty());
        assert_eq!(fixture.events().await, ["goal.created"]);
    }

    async fn everything_wrong_with_the_form_is_said_at_once(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        let form = GoalDraft { title: "ab".to_owned(), target_on: "2026-03-01".to_owned(), ..GoalDraft::default() };
        let rows = MilestoneRows { titles: vec!["x".to_owned()], days: Vec::new() };
        let mut expected = Problems::default();
        expected.add("title", ProblemCode::TooShort { min: 3 });
        expected.add("target_on", ProblemCode::BeforeStart);
        expected.add("milestones", ProblemCode::TooShort { min: 2 });
        assert_eq!(answer(create(ctx, &fixture.mentee, fixture.id, &form, &rows).await), Answer::Invalid(expected));
        let rows = MilestoneRows { titles: vec!["Step".to_owned(); MILESTONES_MAX + 1], days: Vec::new() };
        assert_eq!(answer(create(ctx, &fixture.mentee, fixture.id, &draft("Fine"), &rows).await), Answer::Invalid(Problems::one("milestones", ProblemCode::TooMany { max: MILESTONES_MAX })));
        assert!(list(ctx, &fixture.mentee, fixture.id).await.unwrap().goals.is_empty());
    }

    async fn a_mentor_proposes_and_the_mentee_takes(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        let goal = fixture.goal_by(&fixture.mentor, "Lead a meeting", &["Prepare"]).await;
        assert_eq!(fixture.stage.told(&fixture.mentee).await, ["goal_proposed"]);
        assert_eq!(fixture.stage.mailed(&fixture.mentee).await, ["Amara Okafor proposes a goal to you"]);
        let seen = view(ctx, &fixture.mentee, goal).await.unwrap();
        assert_eq!((seen.status, seen.byline.as_str()), (S::Proposed, "Proposed by Amara Okafor on 2 March 2026"));
        assert!(seen.may.take && seen.may.drop && seen.may.edit && !seen.may.tick && !seen.may.achieve);
        assert_eq!(answer(take(ctx, &fixture.mentor, goal).await), Answer::Forbidden, "nobody takes their own proposal");
        let taken = take(ctx, &fixture.mentee, goal).await.unwrap();
        assert_eq!(taken.status, S::Open);
        assert_eq!(fixture.stage.told(&fixture.mentor).await, ["goal_taken"]);
        assert_eq!(answer(take(ctx, &fixture.mentee, goal).await), Answer::Refused(Refusal::NotFromThisState));
        assert!(!view(ctx, &fixture.mentor, goal).await.unwrap().may.edit, "it is the mentee's now");
    }

    async fn a_proposal_can_be_taken_back(db) {
        let fixture = fixture(db).await;
        let goal = fixture.goal_by(&fixture.mentor, "Lead a meeting", &[]).await;
        let gone = drop_goal(&fixture.stage.ctx, &fixture.mentor, goal).await.unwrap();
        assert_eq!(gone.status, S::Dropped);
    }

    async fn reached_dropped_and_open_again_with_a_history(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        let goal = fixture.goal("Give a talk", &["Outline"]).await;
        fixture.later();
        let reached = achieve(ctx, &fixture.mentee, goal).await.unwrap();
        assert_eq!((reached.status, reached.percent), (S::Achieved, 100));
        assert!(reached.may.reopen && !reached.may.edit && !reached.may.tick && reached.may.comment);
        fixture.later();
        reopen(ctx, &fixture.mentee, goal).await.unwrap();
        fixture.later();
        let dropped = drop_goal(ctx, &fixture.mentee, goal).await.unwrap();
        let history: Vec<_> = dropped.history.iter().map(|h| (h.sentence.as_str(), h.before.as_deref(), h.after.as_deref())).collect();
        let state = "Chidi Eze changed the state";
        assert_eq!(history, [
            (state, Some("open"), Some("dropped")),
            (state, Some("achieved"), Some("open")),
            (state, Some("open"), Some("achieved")),
            ("Chidi Eze set the goal", None, Some("open")),
        ]);
        assert_eq!(fixture.stage.told(&fixture.mentor).await.len(), 4);
        assert_eq!(fixture.events().await, ["goal.created", "goal.achieved", "goal.reopened", "goal.dropped"]);
    }

    async fn the_two_talk_about_a_goal(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        let goal = fixture.goal("Give a talk", &[]).await;
        comment(ctx, &fixture.mentor, goal, "Which topic?").await.unwrap();
        fixture.later();
        let seen = comment(ctx, &fixture.mentee, goal, " Rust, of course.\r\n").await.unwrap();
        assert_eq!(seen.comments.iter().map(|c| (c.author.name.as_str(), c.body.as_str(), c.mine)).collect::<Vec<_>>(), [("Amara Okafor", "Which topic?", false), ("Chidi Eze", "Rust, of course.", true)]);
        assert_eq!(answer(comment(ctx, &fixture.mentee, goal, " ").await), Answer::Invalid(Problems::one("body", ProblemCode::Required)));
        assert_eq!(fixture.stage.told(&fixture.mentee).await, ["goal_commented"]);
    }

    async fn progress_is_told_by_hand(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        let goal = fixture.goal("Give a talk", &["Outline"]).await;
        let seen = set_progress(ctx, &fixture.mentee, goal, "40").await.unwrap();
        assert_eq!((seen.percent, seen.fields.progress_mode), (40, ProgressMode::Hand));
        assert_eq!(answer(set_progress(ctx, &fixture.mentee, goal, "101").await), Answer::Invalid(Problems::one("progress", ProblemCode::OutOfRange { min: 0, max: 100 })));
        assert_eq!(answer(set_progress(ctx, &fixture.mentor, goal, "50").await), Answer::Forbidden);
        assert_eq!(seen.history.iter().map(|h| h.after.clone().unwrap()).collect::<BTreeSet<_>>(), ["40%", "by hand", "open"].map(str::to_owned).into());
    }

    async fn the_list_says_where_each_goal_is(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        assert!(!list(ctx, &fixture.mentee, fixture.id).await.unwrap().templates.is_empty(), "starting points while there is none");
        let first = fixture.goal("Give a talk", &["Outline", "Rehearse"]).await;
        let milestone = view(ctx, &fixture.mentee, first).await.unwrap().milestones[0].id;
        tick(ctx, &fixture.mentee, first, milestone, true).await.unwrap();
        fixture.goal_by(&fixture.mentor, "Lead a meeting", &[]).await;
        let seen = list(ctx, &fixture.mentee, fixture.id).await.unwrap();
        let cards: Vec<_> = seen.goals.iter().map(|g| (g.title.as_str(), g.status, g.percent, g.milestones.as_deref(), g.next.as_deref())).collect();
        assert_eq!(cards, [("Lead a meeting", S::Proposed, 0, None, None), ("Give a talk", S::Open, 50, Some("1 of 2 milestones"), Some("Rehearse"))]);
        assert_eq!((seen.may_add, seen.templates.len(), seen.head.goals), (true, 0, 2));
    }

    async fn a_goal_begins_from_a_template_in_the_readers_language(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        let german = Actor { locale: i18n::Locale::De, ..fixture.mentee.clone() };
        let choice = start(ctx, &german, fixture.id, "").await.unwrap();
        assert!(choice.start.is_none());
        assert_eq!(choice.templates[0].title, "Meine erste Führungsrolle übernehmen");
        let form = start(ctx, &german, fixture.id, "first-leadership-role").await.unwrap().start.unwrap();
        assert_eq!(form.draft.target_on, "2026-08-17", "24 weeks from today");
        assert_eq!(form.milestones[0].1, "2026-03-23".parse().ok());
        let blank = start(ctx, &german, fixture.id, "blank").await.unwrap().start.unwrap();
        assert_eq!((blank.draft.title.as_str(), blank.milestones.len()), ("", 0));
        assert_eq!(start(ctx, &german, fixture.id, "nonsense").await.unwrap().start, None);
    }

    async fn nobody_else_sees_or_touches_goals(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        let goal = fixture.goal("Give a talk", &["Outline"]).await;
        for (who, expected) in [(&fixture.coordinator, Answer::Forbidden), (&fixture.participant, Answer::NotFound), (&fixture.outsider, Answer::NotFound)] {
            assert_eq!(answer(list(ctx, who, fixture.id).await), expected);
            assert_eq!(answer(start(ctx, who, fixture.id, "blank").await), expected);
            assert_eq!(answer(create(ctx, who, fixture.id, &draft("x"), &MilestoneRows::default()).await), expected);
            assert_eq!(answer(view(ctx, who, goal).await), expected);
            assert_eq!(answer(edit(ctx, who, goal, &Edit::default()).await), expected);
            assert_eq!(answer(set_progress(ctx, who, goal, "x").await), expected);
            assert_eq!(answer(take(ctx, who, goal).await), expected);
            assert_eq!(answer(achieve(ctx, who, goal).await), expected);
            assert_eq!(answer(drop_goal(ctx, who, goal).await), expected);
            assert_eq!(answer(reopen(ctx, who, goal).await), expected);
            assert_eq!(answer(comment(ctx, who, goal, "").await), expected);
        }
        assert_eq!(answer(view(ctx, &fixture.mentee, ctx.id()).await), Answer::NotFound);
    }

    async fn the_mentor_leaves_the_mentees_goals_alone(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        let goal = fixture.goal("Give a talk", &[]).await;
        for refused in [
            answer(achieve(ctx, &fixture.mentor, goal).await),
            answer(drop_goal(ctx, &fixture.mentor, goal).await),
            answer(reopen(ctx, &fixture.mentor, goal).await),
            answer(edit(ctx, &fixture.mentor, goal, &Edit::default()).await),
        ] {
            assert_eq!(refused, Answer::Forbidden);
        }
    }

    async fn after_the_end_goals_are_only_read(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        let goal = fixture.goal("Give a talk", &[]).await;
        service::mentorships::complete(ctx, &fixture.mentee, fixture.id).await.unwrap();
        let seen = view(ctx, &fixture.mentee, goal).await.unwrap();
        assert_eq!(seen.may, domain::goals::views::GoalMay::default());
        let over = Answer::Refused(Refusal::MentorshipOver);
        assert_eq!(answer(achieve(ctx, &fixture.mentee, goal).await), over);
        assert_eq!(answer(comment(ctx, &fixture.mentor, goal, "Well done").await), over);
        assert_eq!(answer(start(ctx, &fixture.mentee, fixture.id, "blank").await), over);
        assert!(!list(ctx, &fixture.mentee, fixture.id).await.unwrap().may_add);
    }
}
