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
        let scene = scene(db).await;
        let ctx = &scene.stage.ctx;
        let form = GoalDraft { why: "To be heard".to_owned(), target_on: "2026-06-01".to_owned(), ..draft("Give a talk") };
        let rows = MilestoneRows { titles: vec!["Outline".to_owned(), " ".to_owned(), "Rehearse".to_owned()], days: vec!["2026-03-09".to_owned()] };
        let goal = create(ctx, &scene.mentee, scene.id, &form, &rows).await.unwrap();
        let seen = view(ctx, &scene.mentor, goal).await.unwrap();
        assert_eq!((seen.status, seen.fields.title.as_str(), seen.percent), (S::Open, "Give a talk", 0));
        assert_eq!(seen.byline, "Set by Chidi Eze on 2 March 2026");
        assert_eq!(seen.target.map(|t| (t.words, t.late)), Some(("1 June 2026, in 91 days".to_owned(), false)));
        assert_eq!(seen.milestones.iter().map(|m| (m.title.as_str(), m.due.as_ref().map(|d| d.on))).collect::<Vec<_>>(), [("Outline", "2026-03-09".parse().ok()), ("Rehearse", None)]);
        assert_eq!(scene.stage.told(&scene.mentor).await, ["goal_created"]);
        assert!(scene.stage.mailed(&scene.mentor).await.is_empty());
        assert_eq!(scene.events().await, ["goal.created"]);
    }

    async fn everything_wrong_with_the_form_is_said_at_once(db) {
        let scene = scene(db).await;
        let ctx = &scene.stage.ctx;
        let form = GoalDraft { title: "ab".to_owned(), target_on: "2026-03-01".to_owned(), ..GoalDraft::default() };
        let rows = MilestoneRows { titles: vec!["x".to_owned()], days: Vec::new() };
        let mut expected = Problems::default();
        expected.add("title", ProblemCode::TooShort { min: 3 });
        expected.add("target_on", ProblemCode::BeforeStart);
        expected.add("milestones", ProblemCode::TooShort { min: 2 });
        assert_eq!(answer(create(ctx, &scene.mentee, scene.id, &form, &rows).await), Answer::Invalid(expected));
        let rows = MilestoneRows { titles: vec!["Step".to_owned(); MILESTONES_MAX + 1], days: Vec::new() };
        assert_eq!(answer(create(ctx, &scene.mentee, scene.id, &draft("Fine"), &rows).await), Answer::Invalid(Problems::one("milestones", ProblemCode::TooMany { max: MILESTONES_MAX })));
        assert!(list(ctx, &scene.mentee, scene.id).await.unwrap().goals.is_empty());
    }

    async fn a_mentor_proposes_and_the_mentee_takes(db) {
        let scene = scene(db).await;
        let ctx = &scene.stage.ctx;
        let goal = scene.goal_by(&scene.mentor, "Lead a meeting", &["Prepare"]).await;
        assert_eq!(scene.stage.told(&scene.mentee).await, ["goal_proposed"]);
        assert_eq!(scene.stage.mailed(&scene.mentee).await, ["Amara Okafor proposes a goal to you"]);
        let seen = view(ctx, &scene.mentee, goal).await.unwrap();
        assert_eq!((seen.status, seen.byline.as_str()), (S::Proposed, "Proposed by Amara Okafor on 2 March 2026"));
        assert!(seen.may.take && seen.may.drop && seen.may.edit && !seen.may.tick && !seen.may.achieve);
        assert_eq!(answer(take(ctx, &scene.mentor, goal).await), Answer::Forbidden, "nobody takes their own proposal");
        let taken = take(ctx, &scene.mentee, goal).await.unwrap();
        assert_eq!(taken.status, S::Open);
        assert_eq!(scene.stage.told(&scene.mentor).await, ["goal_taken"]);
        assert_eq!(answer(take(ctx, &scene.mentee, goal).await), Answer::Refused(Refusal::NotFromThisState));
        assert!(!view(ctx, &scene.mentor, goal).await.unwrap().may.edit, "it is the mentee's now");
    }

    async fn a_proposal_can_be_taken_back(db) {
        let scene = scene(db).await;
        let goal = scene.goal_by(&scene.mentor, "Lead a meeting", &[]).await;
        let gone = drop_goal(&scene.stage.ctx, &scene.mentor, goal).await.unwrap();
        assert_eq!(gone.status, S::Dropped);
    }

    async fn reached_dropped_and_open_again_with_a_history(db) {
        let scene = scene(db).await;
        let ctx = &scene.stage.ctx;
        let goal = scene.goal("Give a talk", &["Outline"]).await;
        scene.later();
        let reached = achieve(ctx, &scene.mentee, goal).await.unwrap();
        assert_eq!((reached.status, reached.percent), (S::Achieved, 100));
        assert!(reached.may.reopen && !reached.may.edit && !reached.may.tick && reached.may.comment);
        scene.later();
        reopen(ctx, &scene.mentee, goal).await.unwrap();
        scene.later();
        let dropped = drop_goal(ctx, &scene.mentee, goal).await.unwrap();
        let history: Vec<_> = dropped.history.iter().map(|h| (h.sentence.as_str(), h.before.as_deref(), h.after.as_deref())).collect();
        let state = "Chidi Eze changed the state";
        assert_eq!(history, [
            (state, Some("open"), Some("dropped")),
            (state, Some("achieved"), Some("open")),
            (state, Some("open"), Some("achieved")),
            ("Chidi Eze set the goal", None, Some("open")),
        ]);
        assert_eq!(scene.stage.told(&scene.mentor).await.len(), 4);
        assert_eq!(scene.events().await, ["goal.created", "goal.achieved", "goal.reopened", "goal.dropped"]);
    }

    async fn the_two_talk_about_a_goal(db) {
        let scene = scene(db).await;
        let ctx = &scene.stage.ctx;
        let goal = scene.goal("Give a talk", &[]).await;
        comment(ctx, &scene.mentor, goal, "Which topic?").await.unwrap();
        scene.later();
        let seen = comment(ctx, &scene.mentee, goal, " Rust, of course.\r\n").await.unwrap();
        assert_eq!(seen.comments.iter().map(|c| (c.author.name.as_str(), c.body.as_str(), c.mine)).collect::<Vec<_>>(), [("Amara Okafor", "Which topic?", false), ("Chidi Eze", "Rust, of course.", true)]);
        assert_eq!(answer(comment(ctx, &scene.mentee, goal, " ").await), Answer::Invalid(Problems::one("body", ProblemCode::Required)));
        assert_eq!(scene.stage.told(&scene.mentee).await, ["goal_commented"]);
    }

    async fn progress_is_told_by_hand(db) {
        let scene = scene(db).await;
        let ctx = &scene.stage.ctx;
        let goal = scene.goal("Give a talk", &["Outline"]).await;
        let seen = set_progress(ctx, &scene.mentee, goal, "40").await.unwrap();
        assert_eq!((seen.percent, seen.fields.progress_mode), (40, ProgressMode::Hand));
        assert_eq!(answer(set_progress(ctx, &scene.mentee, goal, "101").await), Answer::Invalid(Problems::one("progress", ProblemCode::OutOfRange { min: 0, max: 100 })));
        assert_eq!(answer(set_progress(ctx, &scene.mentor, goal, "50").await), Answer::Forbidden);
        assert_eq!(seen.history.iter().map(|h| h.after.clone().unwrap()).collect::<BTreeSet<_>>(), ["40%", "by hand", "open"].map(str::to_owned).into());
    }

    async fn the_list_says_where_each_goal_is(db) {
        let scene = scene(db).await;
        let ctx = &scene.stage.ctx;
        assert!(!list(ctx, &scene.mentee, scene.id).await.unwrap().templates.is_empty(), "starting points while there is none");
        let first = scene.goal("Give a talk", &["Outline", "Rehearse"]).await;
        let milestone = view(ctx, &scene.mentee, first).await.unwrap().milestones[0].id;
        tick(ctx, &scene.mentee, first, milestone, true).await.unwrap();
        scene.goal_by(&scene.mentor, "Lead a meeting", &[]).await;
        let seen = list(ctx, &scene.mentee, scene.id).await.unwrap();
        let cards: Vec<_> = seen.goals.iter().map(|g| (g.title.as_str(), g.status, g.percent, g.milestones.as_deref(), g.next.as_deref())).collect();
        assert_eq!(cards, [("Lead a meeting", S::Proposed, 0, None, None), ("Give a talk", S::Open, 50, Some("1 of 2 milestones"), Some("Rehearse"))]);
        assert_eq!((seen.may_add, seen.templates.len(), seen.head.goals), (true, 0, 2));
    }

    async fn a_goal_begins_from_a_template_in_the_readers_language(db) {
        let scene = scene(db).await;
        let ctx = &scene.stage.ctx;
        let german = Actor { locale: i18n::Locale::De, ..scene.mentee.clone() };
        let choice = start(ctx, &german, scene.id, "").await.unwrap();
        assert!(choice.start.is_none());
        assert_eq!(choice.templates[0].title, "Meine erste Führungsrolle übernehmen");
        let form = start(ctx, &german, scene.id, "first-leadership-role").await.unwrap().start.unwrap();
        assert_eq!(form.target_on, "2026-08-17".parse().ok(), "24 weeks from today");
        assert_eq!(form.milestones[0].1, "2026-03-23".parse().ok());
        let blank = start(ctx, &german, scene.id, "blank").await.unwrap().start.unwrap();
        assert_eq!((blank.title.as_str(), blank.milestones.len()), ("", 0));
        assert_eq!(start(ctx, &german, scene.id, "nonsense").await.unwrap().start, None);
    }

    async fn nobody_else_sees_or_touches_goals(db) {
        let scene = scene(db).await;
        let ctx = &scene.stage.ctx;
        let goal = scene.goal("Give a talk", &["Outline"]).await;
        for (who, expected) in [(&scene.coordinator, Answer::Forbidden), (&scene.participant, Answer::NotFound), (&scene.outsider, Answer::NotFound)] {
            assert_eq!(answer(list(ctx, who, scene.id).await), expected);
            assert_eq!(answer(start(ctx, who, scene.id, "blank").await), expected);
            assert_eq!(answer(create(ctx, who, scene.id, &draft("x"), &MilestoneRows::default()).await), expected);
            assert_eq!(answer(view(ctx, who, goal).await), expected);
            assert_eq!(answer(edit(ctx, who, goal, &Edit::default()).await), expected);
            assert_eq!(answer(set_progress(ctx, who, goal, "x").await), expected);
            assert_eq!(answer(take(ctx, who, goal).await), expected);
            assert_eq!(answer(achieve(ctx, who, goal).await), expected);
            assert_eq!(answer(drop_goal(ctx, who, goal).await), expected);
            assert_eq!(answer(reopen(ctx, who, goal).await), expected);
            assert_eq!(answer(comment(ctx, who, goal, "").await), expected);
        }
        assert_eq!(answer(view(ctx, &scene.mentee, ctx.id()).await), Answer::NotFound);
    }

    async fn the_mentor_leaves_the_mentees_goals_alone(db) {
        let scene = scene(db).await;
        let ctx = &scene.stage.ctx;
        let goal = scene.goal("Give a talk", &[]).await;
        for refused in [
            answer(achieve(ctx, &scene.mentor, goal).await),
            answer(drop_goal(ctx, &scene.mentor, goal).await),
            answer(reopen(ctx, &scene.mentor, goal).await),
            answer(edit(ctx, &scene.mentor, goal, &Edit::default()).await),
        ] {
            assert_eq!(refused, Answer::Forbidden);
        }
    }

    async fn after_the_end_goals_are_only_read(db) {
        let scene = scene(db).await;
        let ctx = &scene.stage.ctx;
        let goal = scene.goal("Give a talk", &[]).await;
        service::mentorships::complete(ctx, &scene.mentee, scene.id).await.unwrap();
        let seen = view(ctx, &scene.mentee, goal).await.unwrap();
        assert_eq!(seen.may, domain::goals::views::GoalMay::default());
        let over = Answer::Refused(Refusal::MentorshipOver);
        assert_eq!(answer(achieve(ctx, &scene.mentee, goal).await), over);
        assert_eq!(answer(comment(ctx, &scene.mentor, goal, "Well done").await), over);
        assert_eq!(answer(start(ctx, &scene.mentee, scene.id, "blank").await), over);
        assert!(!list(ctx, &scene.mentee, scene.id).await.unwrap().may_add);
    }
}
