//! What `/home` gathers of a person's mentorships.

use super::*;
use domain::goals::MilestoneDraft;
use domain::mentorships::MentorshipStatus as S;
use domain::mentorships::SpaceRole;
use domain::mentorships::views::WaitingKind as K;
use service::goals::{add_milestone, view};
use service::mentorships::{for_home, pause, sign_agreement};
use store::both;

async fn due(scene: &Scene, goal: GoalId, title: &str, day: &str) {
    let draft = MilestoneDraft { title: title.to_owned(), due_on: day.to_owned() };
    add_milestone(&scene.stage.ctx, &scene.mentee, goal, &draft).await.unwrap();
}

both! {
    async fn it_gathers_what_waits_by_urgency(db) {
        let scene = scene(db).await;
        let ctx = &scene.stage.ctx;
        let goal = scene.goal("Give a talk", &[]).await;
        due(&scene, goal, "Rehearse", "2026-03-16").await;
        due(&scene, goal, "Outline", "2026-02-27").await;
        due(&scene, goal, "Far away", "2026-03-17").await;
        scene.goal_by(&scene.mentor, "Lead a meeting", &[]).await;
        scene.later();
        let second = mentorship(&scene.stage, &scene.program, &scene.participant, &scene.mentee, S::Active).await;
        sign_agreement(ctx, &scene.mentee, second).await.unwrap();

        let home = for_home(ctx, &scene.mentee).await.unwrap();
        let waiting: Vec<_> = home.waiting.iter().map(|w| (w.kind, w.title.as_str(), w.late)).collect();
        assert_eq!(waiting, [
            (K::Sign, "Sign the agreement with Amara Okafor", false),
            (K::Milestone, "Outline", true),
            (K::TakeGoal, "Lead a meeting", false),
            (K::Milestone, "Rehearse", false),
            (K::FirstGoal, "Set a first goal with Priya Patel", false),
        ]);
        assert_eq!(home.waiting[1].detail, "Give a talk, 3 days ago");
        assert_eq!(home.waiting[1].href, format!("/mentorships/{}/goals/{goal}", scene.id));
        assert_eq!(home.goals.iter().map(|g| (g.title.as_str(), g.other.as_str(), g.percent)).collect::<Vec<_>>(), [("Give a talk", "Amara Okafor", 0)]);
        assert_eq!(home.current.iter().map(|m| (m.other.name.as_str(), m.role)).collect::<Vec<_>>(), [("Priya Patel", SpaceRole::Mentee), ("Amara Okafor", SpaceRole::Mentee)]);
        assert_eq!(home.past, []);

        let mentor = for_home(ctx, &scene.mentor).await.unwrap();
        let waiting: Vec<_> = mentor.waiting.iter().map(|w| (w.kind, w.detail.as_str())).collect();
        assert_eq!(waiting, [
            (K::Sign, "A few lines on how you want to work together."),
            (K::Milestone, "Chidi Eze: Give a talk, 3 days ago"),
            (K::Milestone, "Chidi Eze: Give a talk, in 14 days"),
        ]);
    }

    async fn the_day_is_the_readers(db) {
        let scene = scene(db).await;
        let goal = scene.goal("Give a talk", &[]).await;
        due(&scene, goal, "Outline", "2026-03-16").await;
        // 09:00 UTC on 2 March is 22:00 on 2 March in Auckland, and 23:00 on 1 March in Honolulu.
        for (zone, expected) in [("Pacific/Auckland", 1), ("Pacific/Honolulu", 0)] {
            let reader = Actor { zone: zone.to_owned(), ..scene.mentee.clone() };
            let home = for_home(&scene.stage.ctx, &reader).await.unwrap();
            assert_eq!(home.waiting.iter().filter(|w| w.kind == K::Milestone).count(), expected, "{zone}");
        }
    }

    async fn nothing_is_due_in_a_pause_and_the_past_is_set_apart(db) {
        let scene = scene(db).await;
        let ctx = &scene.stage.ctx;
        let goal = scene.goal("Give a talk", &[]).await;
        due(&scene, goal, "Outline", "2026-03-03").await;
        pause(ctx, &scene.mentor, scene.id).await.unwrap();
        mentorship(&scene.stage, &scene.program, &scene.participant, &scene.mentee, S::Completed).await;
        let home = for_home(ctx, &scene.mentee).await.unwrap();
        assert_eq!(home.waiting.iter().map(|w| w.kind).collect::<Vec<_>>(), [K::Sign, K::Review]);
        assert_eq!((home.current.len(), home.past.len()), (1, 1));
    }

    async fn it_is_ones_own(db) {
        let scene = scene(db).await;
        let goal = scene.goal("Give a talk", &[]).await;
        due(&scene, goal, "Outline", "2026-03-03").await;
        for stranger in [&scene.coordinator, &scene.participant, &scene.outsider] {
            assert_eq!(for_home(&scene.stage.ctx, stranger).await.unwrap(), Default::default());
        }
        assert_eq!(view(&scene.stage.ctx, &scene.mentee, goal).await.unwrap().head.id, scene.id);
    }
}
