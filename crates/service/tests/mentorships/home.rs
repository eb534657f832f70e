//! What `/home` gathers of a person's mentorships.

use super::*;
use domain::goals::MilestoneDraft;
use domain::mentorships::MentorshipStatus as S;
use domain::mentorships::SpaceRole;
use domain::mentorships::views::WaitingKind as K;
use service::goals::{add_milestone, view};
use service::mentorships::{for_home, pause, sign_agreement};
use store::both;

async fn due(fixture: &Fixture, goal: GoalId, title: &str, day: &str) {
    let draft = MilestoneDraft { title: title.to_owned(), due_on: day.to_owned() };
    add_milestone(&fixture.stage.ctx, &fixture.mentee, goal, &draft).await.unwrap();
}

both! {
    async fn it_gathers_what_waits_by_urgency(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        let goal = fixture.goal("Give a talk", &[]).await;
        due(&fixture, goal, "Rehearse", "2026-03-16").await;
        due(&fixture, goal, "Outline", "2026-02-27").await;
        due(&fixture, goal, "Far away", "2026-03-17").await;
        fixture.goal_by(&fixture.mentor, "Lead a meeting", &[]).await;
        fixture.later();
        let second = mentorship(&fixture.stage, &fixture.program, &fixture.participant, &fixture.mentee, S::Active).await;
        sign_agreement(ctx, &fixture.mentee, second).await.unwrap();

        let home = for_home(ctx, &fixture.mentee).await.unwrap();
        let waiting: Vec<_> = home.waiting.iter().map(|w| (w.kind, w.title.as_str(), w.late)).collect();
        assert_eq!(waiting, [
            (K::Sign, "Sign the agreement with Amara Okafor", false),
            (K::Milestone, "Outline", true),
            (K::TakeGoal, "Lead a meeting", false),
            (K::Milestone, "Rehearse", false),
            (K::FirstGoal, "Set a first goal with Priya Patel", false),
        ]);
        assert_eq!(home.waiting[1].detail, "Give a talk, 3 days ago");
        assert_eq!(home.waiting[1].href, format!("/mentorships/{}/goals/{goal}", fixture.id));
        assert_eq!(home.goals.iter().map(|g| (g.title.as_str(), g.other.as_str(), g.percent)).collect::<Vec<_>>(), [("Give a talk", "Amara Okafor", 0)]);
        assert_eq!(home.current.iter().map(|m| (m.other.name.as_str(), m.role)).collect::<Vec<_>>(), [("Priya Patel", SpaceRole::Mentee), ("Amara Okafor", SpaceRole::Mentee)]);
        assert_eq!(home.past, []);

        let mentor = for_home(ctx, &fixture.mentor).await.unwrap();
        let waiting: Vec<_> = mentor.waiting.iter().map(|w| (w.kind, w.detail.as_str())).collect();
        assert_eq!(waiting, [
            (K::Sign, "A few lines on how you want to work together."),
            (K::Milestone, "Chidi Eze: Give a talk, 3 days ago"),
            (K::Milestone, "Chidi Eze: Give a talk, in 14 days"),
        ]);
    }

    async fn the_day_is_the_readers(db) {
        let fixture = fixture(db).await;
        let goal = fixture.goal("Give a talk", &[]).await;
        due(&fixture, goal, "Outline", "2026-03-16").await;
        // 09:00 UTC on 2 March is 22:00 on 2 March in Auckland, and 23:00 on 1 March in Honolulu.
        for (zone, expected) in [("Pacific/Auckland", 1), ("Pacific/Honolulu", 0)] {
            let reader = Actor { zone: zone.to_owned(), ..fixture.mentee.clone() };
            let home = for_home(&fixture.stage.ctx, &reader).await.unwrap();
            assert_eq!(home.waiting.iter().filter(|w| w.kind == K::Milestone).count(), expected, "{zone}");
        }
    }

    async fn nothing_is_due_in_a_pause_and_the_past_is_set_apart(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        let goal = fixture.goal("Give a talk", &[]).await;
        due(&fixture, goal, "Outline", "2026-03-03").await;
        pause(ctx, &fixture.mentor, fixture.id).await.unwrap();
        mentorship(&fixture.stage, &fixture.program, &fixture.participant, &fixture.mentee, S::Completed).await;
        let home = for_home(ctx, &fixture.mentee).await.unwrap();
        assert_eq!(home.waiting.iter().map(|w| w.kind).collect::<Vec<_>>(), [K::Sign, K::Review]);
        assert_eq!((home.current.len(), home.past.len()), (1, 1));
    }

    async fn it_is_ones_own(db) {
        let fixture = fixture(db).await;
        let goal = fixture.goal("Give a talk", &[]).await;
        due(&fixture, goal, "Outline", "2026-03-03").await;
        for stranger in [&fixture.coordinator, &fixture.participant, &fixture.outsider] {
            assert_eq!(for_home(&fixture.stage.ctx, stranger).await.unwrap(), Default::default());
        }
        assert_eq!(view(&fixture.stage.ctx, &fixture.mentee, goal).await.unwrap().head.id, fixture.id);
    }
}
