//! The space, the agreement, pausing and going on.

use super::*;
use domain::mentorships::MentorshipStatus as S;
use domain::mentorships::SpaceRole;
use domain::mentorships::views::{Waiting, WaitingKind};
use service::mentorships::{for_home, pause, resume, sign_agreement, space};
use store::both;

both! {
    async fn the_two_see_their_space(db) {
        let fixture = fixture(db).await;
        let seen = space(&fixture.stage.ctx, &fixture.mentee, fixture.id).await.unwrap();
        assert_eq!(seen.head.role, SpaceRole::Mentee);
        assert_eq!(seen.head.other().map(|f| f.name.as_str()), Some("Amara Okafor"));
        assert_eq!(seen.head.when, "Since 2 March 2026, planned until 31 August 2026.");
        let agreement = seen.agreement.unwrap();
        assert_eq!(agreement.text, "We meet every fortnight.");
        assert_eq!(agreement.signatures.iter().map(|s| (s.name.as_str(), s.signed_on)).collect::<Vec<_>>(), [("Amara Okafor", None), ("Chidi Eze", None)]);
        assert!(seen.may.sign && seen.may.pause && seen.may.complete && seen.may.end && seen.may.goals);
        assert!(!seen.may.resume && !seen.may.review);
        assert_eq!(seen.waiting.iter().map(|w| w.kind).collect::<Vec<_>>(), [WaitingKind::Sign]);
        let other = space(&fixture.stage.ctx, &fixture.mentor, fixture.id).await.unwrap();
        assert_eq!((other.head.role, other.head.other().map(|f| f.name.as_str())), (SpaceRole::Mentor, Some("Chidi Eze")));
    }

    async fn a_coordinator_sees_how_it_goes_and_nobody_else_sees_anything(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        fixture.goal("Lead a team", &[]).await;
        let seen = space(ctx, &fixture.coordinator, fixture.id).await.unwrap();
        assert_eq!((seen.head.role, seen.progress.open), (SpaceRole::Coordinator, 1));
        assert!(seen.may.end && !seen.may.goals && !seen.may.sign && !seen.may.pause && !seen.may.complete && !seen.may.review);
        assert_eq!(seen.waiting, []);
        assert!(!serde_json::to_string(&seen).unwrap().contains("Lead a team"), "a goal's words are for the two");
        for stranger in [&fixture.participant, &fixture.outsider] {
            assert_eq!(answer(space(ctx, stranger, fixture.id).await), Answer::NotFound);
        }
        assert_eq!(answer(space(ctx, &fixture.mentee, ctx.id()).await), Answer::NotFound);
    }

    async fn both_sign_once(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        sign_agreement(ctx, &fixture.mentor, fixture.id).await.unwrap();
        assert_eq!(fixture.stage.told(&fixture.mentee).await, ["agreement_signed"]);
        assert_eq!(fixture.stage.mailed(&fixture.mentee).await, ["Amara Okafor has signed your agreement"]);
        assert_eq!(answer(sign_agreement(ctx, &fixture.mentor, fixture.id).await), Answer::Refused(Refusal::AlreadySigned));
        sign_agreement(ctx, &fixture.mentee, fixture.id).await.unwrap();
        assert_eq!(fixture.stage.told(&fixture.mentor).await, ["agreement_signed"]);
        assert!(fixture.stage.mailed(&fixture.mentor).await.is_empty(), "nothing is left to sign");
        let seen = space(ctx, &fixture.mentee, fixture.id).await.unwrap();
        assert!(!seen.may.sign && seen.agreement.unwrap().signatures.iter().all(|s| s.signed_on == "2026-03-02".parse().ok()));
        assert_eq!(fixture.events().await, ["mentorship.signed", "mentorship.signed"]);
    }

    async fn nobody_else_signs(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        assert_eq!(answer(sign_agreement(ctx, &fixture.coordinator, fixture.id).await), Answer::Forbidden);
        for stranger in [&fixture.participant, &fixture.outsider] {
            assert_eq!(answer(sign_agreement(ctx, stranger, fixture.id).await), Answer::NotFound);
        }
        let over = mentorship(&fixture.stage, &fixture.program, &fixture.mentor, &fixture.participant, S::Completed).await;
        assert_eq!(answer(sign_agreement(ctx, &fixture.mentor, over).await), Answer::Refused(Refusal::MentorshipOver));
    }

    async fn a_proposed_one_begins_with_the_second_yes(db) {
        let fixture = scene_in(db, S::Proposed).await;
        let ctx = &fixture.stage.ctx;
        let before = space(ctx, &fixture.mentee, fixture.id).await.unwrap();
        assert_eq!(before.waiting.iter().map(|w| w.kind).collect::<Vec<_>>(), [WaitingKind::Begin]);
        assert_eq!(before.head.when, "Begins as soon as both have said yes.");
        sign_agreement(ctx, &fixture.mentee, fixture.id).await.unwrap();
        assert_eq!(fixture.status().await, S::Proposed);
        sign_agreement(ctx, &fixture.mentor, fixture.id).await.unwrap();
        let row = fixture.row().await;
        assert_eq!((row.status, row.started_on, row.ends_on), (S::Active, "2026-03-02".parse().ok(), "2026-08-31".parse().ok()));
        assert_eq!(fixture.stage.told(&fixture.mentee).await, ["mentorship_began"]);
        assert_eq!(fixture.events().await, ["mentorship.signed", "mentorship.signed", "mentorship.began"]);
    }

    async fn a_proposed_one_begins_on_the_mentees_day(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        let leilani = fixture.stage.person_in("Leilani Kahale", "en", "Pacific/Honolulu").await;
        fixture.stage.mentee(&fixture.program, &leilani).await;
        let id = mentorship(&fixture.stage, &fixture.program, &fixture.mentor, &leilani, S::Proposed).await;
        sign_agreement(ctx, &leilani, id).await.unwrap();
        sign_agreement(ctx, &fixture.mentor, id).await.unwrap();
        // 09:00 UTC on 2 March is 23:00 on 1 March in Honolulu.
        assert_eq!(space(ctx, &leilani, id).await.unwrap().head.when, "Since 1 March 2026, planned until 30 August 2026.");
    }

    async fn a_space_tells_its_own_milestones_however_many_others_are_due(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        let other = mentorship(&fixture.stage, &fixture.program, &fixture.participant, &fixture.mentee, S::Active).await;
        fixture.milestones(fixture.id, 12, "2026-03-02").await;
        fixture.milestones(other, 1, "2026-03-03").await;
        let due = |waiting: &[Waiting]| waiting.iter().filter(|w| w.kind == WaitingKind::Milestone).count();
        let seen = space(ctx, &fixture.mentee, other).await.unwrap();
        assert_eq!((due(&seen.waiting), seen.more_due), (1, false));
        let seen = space(ctx, &fixture.mentee, fixture.id).await.unwrap();
        assert_eq!((due(&seen.waiting), seen.more_due), (12, false));
        let home = for_home(ctx, &fixture.mentee).await.unwrap();
        assert_eq!((due(&home.waiting), home.more_due), (12, true), "it is said that there are more");
        let home = for_home(ctx, &fixture.mentor).await.unwrap();
        assert_eq!((due(&home.waiting), home.more_due), (12, false), "the other space isn't theirs");
    }

    async fn either_pauses_and_goes_on(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        pause(ctx, &fixture.mentor, fixture.id).await.unwrap();
        assert_eq!(fixture.status().await, S::Paused);
        assert_eq!(fixture.stage.told(&fixture.mentee).await, ["mentorship_paused"]);
        assert_eq!(answer(pause(ctx, &fixture.mentee, fixture.id).await), Answer::Refused(Refusal::NotFromThisState));
        let seen = space(ctx, &fixture.mentor, fixture.id).await.unwrap();
        assert!(seen.may.resume && !seen.may.pause);
        resume(ctx, &fixture.mentee, fixture.id).await.unwrap();
        assert_eq!(fixture.status().await, S::Active);
        assert_eq!(fixture.stage.told(&fixture.mentor).await, ["mentorship_resumed"]);
        assert_eq!(fixture.events().await, ["mentorship.paused", "mentorship.resumed"]);
    }

    async fn nobody_else_pauses_or_goes_on(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        for (who, expected) in [(&fixture.coordinator, Answer::Forbidden), (&fixture.participant, Answer::NotFound), (&fixture.outsider, Answer::NotFound)] {
            assert_eq!(answer(pause(ctx, who, fixture.id).await), expected);
            assert_eq!(answer(resume(ctx, who, fixture.id).await), expected);
        }
        assert_eq!(fixture.status().await, S::Active);
    }
}
