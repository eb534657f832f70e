//! The end, in time or before it, and the reviews after it.

use super::*;
use domain::ProblemCode;
use domain::mentorships::views::WaitingKind;
use domain::mentorships::{MentorshipStatus as S, ReviewDraft};
use service::mentorships::{complete, end_early, for_home, review, space};
use store::both;

const REASON: &str = "We moved to different countries.";

fn stars(rating: &str, sentence: &str) -> ReviewDraft {
    ReviewDraft { rating: rating.to_owned(), sentence: sentence.to_owned() }
}

both! {
    async fn either_completes_and_both_are_asked(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        let roster = fixture.roster_version().await;
        complete(ctx, &fixture.mentee, fixture.id).await.unwrap();
        let row = fixture.row().await;
        assert_eq!((row.status, row.ended_at, row.ended_by), (S::Completed, Some(ctx.now()), Some(fixture.mentee.id)));
        assert!(fixture.roster_version().await > roster, "the mentor has room again");
        assert_eq!(fixture.stage.told(&fixture.mentor).await, ["mentorship_completed"]);
        assert_eq!(fixture.stage.mailed(&fixture.mentor).await, ["Your mentorship with Chidi Eze is completed"]);
        for (who, other) in [(&fixture.mentor, "Chidi Eze"), (&fixture.mentee, "Amara Okafor")] {
            let waiting = for_home(ctx, who).await.unwrap().waiting;
            assert_eq!(waiting.iter().map(|w| (w.kind, w.title.clone())).collect::<Vec<_>>(), [(WaitingKind::Review, format!("How was it with {other}?"))]);
        }
        let seen = space(ctx, &fixture.mentor, fixture.id).await.unwrap();
        assert_eq!(seen.ended.unwrap().sentence, "Chidi Eze completed this mentorship on 2 March 2026.");
        assert_eq!(answer(complete(ctx, &fixture.mentor, fixture.id).await), Answer::Refused(Refusal::MentorshipOver));
        assert_eq!(fixture.events().await, ["mentorship.completed"]);
    }

    async fn nobody_else_completes_and_nothing_that_has_not_begun(db) {
        let fixture = scene_in(db, S::Proposed).await;
        let ctx = &fixture.stage.ctx;
        assert_eq!(answer(complete(ctx, &fixture.coordinator, fixture.id).await), Answer::Forbidden);
        for stranger in [&fixture.participant, &fixture.outsider] {
            assert_eq!(answer(complete(ctx, stranger, fixture.id).await), Answer::NotFound);
        }
        assert_eq!(answer(complete(ctx, &fixture.mentee, fixture.id).await), Answer::Refused(Refusal::NotFromThisState));
    }

    async fn one_of_the_two_ends_it_with_a_reason(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        let roster = fixture.roster_version().await;
        assert_eq!(answer(end_early(ctx, &fixture.mentor, fixture.id, " ").await), Answer::Invalid(Problems::one("reason", ProblemCode::Required)));
        end_early(ctx, &fixture.mentor, fixture.id, REASON).await.unwrap();
        assert_eq!((fixture.status().await, fixture.roster_version().await > roster), (S::EndedEarly, true));
        assert_eq!(fixture.stage.told(&fixture.mentee).await, ["mentorship_ended"]);
        assert!(fixture.stage.told(&fixture.mentor).await.is_empty(), "nobody is told what they did themselves");
        let ended = space(ctx, &fixture.mentee, fixture.id).await.unwrap().ended.unwrap();
        assert_eq!((ended.sentence.as_str(), ended.reason.as_deref()), ("Amara Okafor ended this mentorship early, on 2 March 2026.", Some(REASON)));
        assert_eq!(answer(end_early(ctx, &fixture.mentee, fixture.id, REASON).await), Answer::Refused(Refusal::MentorshipOver));
    }

    async fn a_coordinator_ends_it_and_both_are_told_why(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        end_early(ctx, &fixture.coordinator, fixture.id, REASON).await.unwrap();
        for party in [&fixture.mentor, &fixture.mentee] {
            assert_eq!(fixture.stage.told(party).await, ["mentorship_ended"]);
            assert_eq!(fixture.stage.mailed(party).await, ["Your mentorship in career has ended"]);
            let ended = space(ctx, party, fixture.id).await.unwrap().ended.unwrap();
            assert_eq!((ended.sentence.as_str(), ended.reason.as_deref()), ("Ingrid Solheim ended this mentorship early, on 2 March 2026.", Some(REASON)));
        }
        assert_eq!(fixture.events().await, ["mentorship.ended_early"]);
    }

    async fn for_strangers_there_is_nothing_to_end_not_even_with_a_bad_reason(db) {
        let fixture = fixture(db).await;
        for stranger in [&fixture.participant, &fixture.outsider] {
            for reason in [REASON, ""] {
                assert_eq!(answer(end_early(&fixture.stage.ctx, stranger, fixture.id, reason).await), Answer::NotFound);
            }
        }
        assert_eq!(fixture.status().await, S::Active);
    }

    async fn each_reviews_once_when_it_is_over(db) {
        let fixture = fixture(db).await;
        let ctx = &fixture.stage.ctx;
        assert_eq!(answer(review(ctx, &fixture.mentee, fixture.id, &stars("5", "")).await), Answer::Refused(Refusal::NotFromThisState));
        complete(ctx, &fixture.mentor, fixture.id).await.unwrap();
        assert_eq!(answer(review(ctx, &fixture.mentee, fixture.id, &stars("6", "")).await), Answer::Invalid(Problems::one("rating", ProblemCode::OutOfRange { min: 1, max: 5 })));
        review(ctx, &fixture.mentee, fixture.id, &stars("5", "I dare to speak now.")).await.unwrap();
        assert_eq!(answer(review(ctx, &fixture.mentee, fixture.id, &stars("1", "")).await), Answer::Refused(Refusal::AlreadyReviewed));
        let own = space(ctx, &fixture.mentee, fixture.id).await.unwrap();
        assert!(own.reviewed && !own.may.review && own.waiting.is_empty());

        let other = space(ctx, &fixture.mentor, fixture.id).await.unwrap();
        assert!(!other.reviewed && other.may.review && other.reviews.is_empty(), "the other one doesn't read it");
        let coordinator = space(ctx, &fixture.coordinator, fixture.id).await.unwrap();
        assert_eq!(coordinator.reviews.iter().map(|r| (r.name.as_str(), r.rating, r.sentence.as_str())).collect::<Vec<_>>(), [("Chidi Eze", 5, "I dare to speak now.")]);
    }

    async fn nobody_else_reviews(db) {
        let fixture = scene_in(db, S::Completed).await;
        let ctx = &fixture.stage.ctx;
        assert_eq!(answer(review(ctx, &fixture.coordinator, fixture.id, &stars("5", "")).await), Answer::Forbidden);
        for stranger in [&fixture.participant, &fixture.outsider] {
            assert_eq!(answer(review(ctx, stranger, fixture.id, &stars("5", "")).await), Answer::NotFound);
        }
    }
}
