//! The space, the agreement, pausing and going on.

use super::*;
use domain::mentorships::MentorshipStatus as S;
use domain::mentorships::SpaceRole;
use domain::mentorships::views::{Waiting, WaitingKind};
use service::mentorships::{for_home, pause, resume, sign_agreement, space};
use store::both;

both! {
    async fn the_two_see_their_space(db) {
        let scene = scene(db).await;
        let seen = space(&scene.stage.ctx, &scene.mentee, scene.id).await.unwrap();
        assert_eq!(seen.head.role, SpaceRole::Mentee);
        assert_eq!(seen.head.other().map(|f| f.name.as_str()), Some("Amara Okafor"));
        assert_eq!(seen.head.when, "Since 2 March 2026, planned until 31 August 2026.");
        let agreement = seen.agreement.unwrap();
        assert_eq!(agreement.text, "We meet every fortnight.");
        assert_eq!(agreement.signatures.iter().map(|s| (s.name.as_str(), s.signed_on)).collect::<Vec<_>>(), [("Amara Okafor", None), ("Chidi Eze", None)]);
        assert!(seen.may.sign && seen.may.pause && seen.may.complete && seen.may.end && seen.may.goals);
        assert!(!seen.may.resume && !seen.may.review);
        assert_eq!(seen.waiting.iter().map(|w| w.kind).collect::<Vec<_>>(), [WaitingKind::Sign]);
        let other = space(&scene.stage.ctx, &scene.mentor, scene.id).await.unwrap();
        assert_eq!((other.head.role, other.head.other().map(|f| f.name.as_str())), (SpaceRole::Mentor, Some("Chidi Eze")));
    }

    async fn a_coordinator_sees_how_it_goes_and_nobody_else_sees_anything(db) {
        let scene = scene(db).await;
        let ctx = &scene.stage.ctx;
        scene.goal("Lead a team", &[]).await;
        let seen = space(ctx, &scene.coordinator, scene.id).await.unwrap();
        assert_eq!((seen.head.role, seen.progress.open), (SpaceRole::Coordinator, 1));
        assert!(seen.may.end && !seen.may.goals && !seen.may.sign && !seen.may.pause && !seen.may.complete && !seen.may.review);
        assert_eq!(seen.waiting, []);
        assert!(!serde_json::to_string(&seen).unwrap().contains("Lead a team"), "a goal's words are for the two");
        for stranger in [&scene.participant, &scene.outsider] {
            assert_eq!(answer(space(ctx, stranger, scene.id).await), Answer::NotFound);
        }
        assert_eq!(answer(space(ctx, &scene.mentee, ctx.id()).await), Answer::NotFound);
    }

    async fn both_sign_once(db) {
        let scene = scene(db).await;
        let ctx = &scene.stage.ctx;
        sign_agreement(ctx, &scene.mentor, scene.id).await.unwrap();
        assert_eq!(scene.stage.told(&scene.mentee).await, ["agreement_signed"]);
        assert_eq!(scene.stage.mailed(&scene.mentee).await, ["Amara Okafor has signed your agreement"]);
        assert_eq!(answer(sign_agreement(ctx, &scene.mentor, scene.id).await), Answer::Refused(Refusal::AlreadySigned));
        sign_agreement(ctx, &scene.mentee, scene.id).await.unwrap();
        assert_eq!(scene.stage.told(&scene.mentor).await, ["agreement_signed"]);
        assert!(scene.stage.mailed(&scene.mentor).await.is_empty(), "nothing is left to sign");
        let seen = space(ctx, &scene.mentee, scene.id).await.unwrap();
        assert!(!seen.may.sign && seen.agreement.unwrap().signatures.iter().all(|s| s.signed_on == "2026-03-02".parse().ok()));
        assert_eq!(scene.events().await, ["mentorship.signed", "mentorship.signed"]);
    }

    async fn nobody_else_signs(db) {
        let scene = scene(db).await;
        let ctx = &scene.stage.ctx;
        assert_eq!(answer(sign_agreement(ctx, &scene.coordinator, scene.id).await), Answer::Forbidden);
        for stranger in [&scene.participant, &scene.outsider] {
            assert_eq!(answer(sign_agreement(ctx, stranger, scene.id).await), Answer::NotFound);
        }
        let over = mentorship(&scene.stage, &scene.program, &scene.mentor, &scene.participant, S::Completed).await;
        assert_eq!(answer(sign_agreement(ctx, &scene.mentor, over).await), Answer::Refused(Refusal::MentorshipOver));
    }

    async fn a_proposed_one_begins_with_the_second_yes(db) {
        let scene = scene_in(db, S::Proposed).await;
        let ctx = &scene.stage.ctx;
        let before = space(ctx, &scene.mentee, scene.id).await.unwrap();
        assert_eq!(before.waiting.iter().map(|w| w.kind).collect::<Vec<_>>(), [WaitingKind::Begin]);
        assert_eq!(before.head.when, "Begins as soon as both have said yes.");
        sign_agreement(ctx, &scene.mentee, scene.id).await.unwrap();
        assert_eq!(scene.status().await, S::Proposed);
        sign_agreement(ctx, &scene.mentor, scene.id).await.unwrap();
        let row = scene.row().await;
        assert_eq!((row.status, row.started_on, row.ends_on), (S::Active, "2026-03-02".parse().ok(), "2026-08-31".parse().ok()));
        assert_eq!(scene.stage.told(&scene.mentee).await, ["mentorship_began"]);
        assert_eq!(scene.events().await, ["mentorship.signed", "mentorship.signed", "mentorship.began"]);
    }

    async fn a_proposed_one_begins_on_the_mentees_day(db) {
        let scene = scene(db).await;
        let ctx = &scene.stage.ctx;
        let leilani = scene.stage.person_in("Leilani Kahale", "en", "Pacific/Honolulu").await;
        scene.stage.mentee(&scene.program, &leilani).await;
        let id = mentorship(&scene.stage, &scene.program, &scene.mentor, &leilani, S::Proposed).await;
        sign_agreement(ctx, &leilani, id).await.unwrap();
        sign_agreement(ctx, &scene.mentor, id).await.unwrap();
        // 09:00 UTC on 2 March is 23:00 on 1 March in Honolulu.
        assert_eq!(space(ctx, &leilani, id).await.unwrap().head.when, "Since 1 March 2026, planned until 30 August 2026.");
    }

    async fn a_space_tells_its_own_milestones_however_many_others_are_due(db) {
        let scene = scene(db).await;
        let ctx = &scene.stage.ctx;
        let other = mentorship(&scene.stage, &scene.program, &scene.participant, &scene.mentee, S::Active).await;
        scene.milestones(scene.id, 12, "2026-03-02").await;
        scene.milestones(other, 1, "2026-03-03").await;
        let due = |waiting: &[Waiting]| waiting.iter().filter(|w| w.kind == WaitingKind::Milestone).count();
        let seen = space(ctx, &scene.mentee, other).await.unwrap();
        assert_eq!((due(&seen.waiting), seen.more_due), (1, false));
        let seen = space(ctx, &scene.mentee, scene.id).await.unwrap();
        assert_eq!((due(&seen.waiting), seen.more_due), (12, false));
        let home = for_home(ctx, &scene.mentee).await.unwrap();
        assert_eq!((due(&home.waiting), home.more_due), (12, true), "it is said that there are more");
        let home = for_home(ctx, &scene.mentor).await.unwrap();
        assert_eq!((due(&home.waiting), home.more_due), (12, false), "the other space isn't theirs");
    }

    async fn either_pauses_and_goes_on(db) {
        let scene = scene(db).await;
        let ctx = &scene.stage.ctx;
        pause(ctx, &scene.mentor, scene.id).await.unwrap();
        assert_eq!(scene.status().await, S::Paused);
        assert_eq!(scene.stage.told(&scene.mentee).await, ["mentorship_paused"]);
        assert_eq!(answer(pause(ctx, &scene.mentee, scene.id).await), Answer::Refused(Refusal::NotFromThisState));
        let seen = space(ctx, &scene.mentor, scene.id).await.unwrap();
        assert!(seen.may.resume && !seen.may.pause);
        resume(ctx, &scene.mentee, scene.id).await.unwrap();
        assert_eq!(scene.status().await, S::Active);
        assert_eq!(scene.stage.told(&scene.mentor).await, ["mentorship_resumed"]);
        assert_eq!(scene.events().await, ["mentorship.paused", "mentorship.resumed"]);
    }

    async fn nobody_else_pauses_or_goes_on(db) {
        let scene = scene(db).await;
        let ctx = &scene.stage.ctx;
        for (who, expected) in [(&scene.coordinator, Answer::Forbidden), (&scene.participant, Answer::NotFound), (&scene.outsider, Answer::NotFound)] {
            assert_eq!(answer(pause(ctx, who, scene.id).await), expected);
            assert_eq!(answer(resume(ctx, who, scene.id).await), expected);
        }
        assert_eq!(scene.status().await, S::Active);
    }
}
