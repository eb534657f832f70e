//! Accepting, declining and withdrawing: what comes of it and who is told.

use super::{Pair, TEXT, refusal};
use chrono::NaiveDate;
use domain::mentorships::MentorshipStatus;
use domain::requests::{CloseReason, RequestStatus};
use domain::{MentorshipId, PersonId, ProblemCode, Refusal};
use service::{Error, requests};
use store::mentorships::Mentorship;
use store::testing::changes;

async fn mentorship(p: &Pair, id: MentorshipId) -> Mentorship {
    store::mentorships::by_id(&mut p.stage.ctx.read().await.unwrap(), id).await.unwrap().unwrap()
}

async fn has_room_for(p: &Pair, mentor: PersonId, capacity: i32) {
    let mut tx = p.stage.ctx.write().await.unwrap();
    changes::has_room_for(&mut tx, p.program.id, mentor, capacity).await;
    tx.commit().await.unwrap();
}

store::both! {
    async fn an_acceptance_makes_a_mentorship(db) {
        let p = Pair::new(db).await;
        let roster = p.program.roster_version;
        let id = p.asked().await;
        let made = requests::accept(&p.stage.ctx, Some(&p.mentor), id, "With pleasure!").await.unwrap();
        let m = mentorship(&p, made).await;
        assert_eq!((m.mentor_id, m.mentee_id, m.request_id), (p.mentor.id, p.mentee.id, Some(id)));
        assert_eq!((m.status, m.agreement.as_str()), (MentorshipStatus::Active, p.program.agreement.as_str()));
        assert!(!m.agreement.is_empty());
        assert_eq!(m.started_on, NaiveDate::from_ymd_opt(2026, 3, 2));
        assert_eq!(m.ends_on, NaiveDate::from_ymd_opt(2026, 8, 31), "26 weeks later");
        let row = p.row(id).await;
        assert_eq!((row.status, row.closing_word.as_deref()), (RequestStatus::Accepted, Some("With pleasure!")));
        let view = requests::view(&p.stage.ctx, &p.mentee, "career", id).await.unwrap();
        assert_eq!(view.lines.last().unwrap().body, "With pleasure!", "the mentee reads it");
        assert_eq!((row.ended_at, row.first_reply_at), (Some(p.stage.ctx.now()), Some(p.stage.ctx.now())));
        assert_eq!(p.stage.told(&p.mentee).await, ["request_accepted"]);
        assert_eq!(p.stage.mailed(&p.mentee).await, ["Noor said yes: your mentorship in career begins."]);
        let now = store::programs::by_id(&mut p.stage.ctx.read().await.unwrap(), p.program.id).await.unwrap().unwrap();
        assert!(now.roster_version > roster, "the mentor's room is shown in the list of mentors");
        let notes = store::notifications::newest(&mut p.stage.ctx.read().await.unwrap(), p.mentee.id, 1).await.unwrap();
        assert_eq!(notes[0].link, format!("/mentorships/{made}"));
    }

    async fn the_first_day_is_the_mentees(db) {
        let p = Pair::new(db).await;
        let leilani = p.stage.person_in("Leilani", "en", "Pacific/Honolulu").await;
        p.stage.mentee(&p.program, &leilani).await;
        let id = p.ask(&leilani, &p.mentor).await.unwrap();
        let made = requests::accept(&p.stage.ctx, Some(&p.mentor), id, "").await.unwrap();
        // 09:00 UTC on 2 March is 23:00 on 1 March in Honolulu.
        assert_eq!(mentorship(&p, made).await.started_on, NaiveDate::from_ymd_opt(2026, 3, 1));
        let space = service::mentorships::space(&p.stage.ctx, &leilani, made).await.unwrap();
        assert_eq!(space.head.when, "Since 1 March 2026, planned until 30 August 2026.");
    }

    async fn the_other_open_requests_of_a_placed_mentee_close_and_their_mentors_are_told(db) {
        let p = Pair::new(db).await;
        let (olu, pia) = (p.another_mentor("Olu").await, p.another_mentor("Pia").await);
        let wanted = p.asked().await;
        let open = p.ask(&p.mentee, &olu).await.unwrap();
        let declined = p.ask(&p.mentee, &pia).await.unwrap();
        requests::decline(&p.stage.ctx, Some(&pia), declined, "").await.unwrap();
        let elsewhere = p.stage.program("elsewhere").open().await;
        p.stage.mentor(&elsewhere, &olu, 1).await;
        p.stage.mentee(&elsewhere, &p.mentee).await;
        let other_program = requests::ask(&p.stage.ctx, &p.mentee, "elsewhere", olu.id, TEXT).await.unwrap();

        requests::accept(&p.stage.ctx, Some(&p.mentor), wanted, "").await.unwrap();
        let closed = p.row(open).await;
        assert_eq!((closed.status, closed.close_reason), (RequestStatus::Withdrawn, Some(CloseReason::MenteePlaced)));
        assert_eq!(p.status(declined).await, RequestStatus::Declined, "ended states never change");
        assert_eq!(p.status(other_program).await, RequestStatus::Pending, "each program has its own place");
        assert_eq!(p.stage.told(&olu).await, ["request_mentee_placed", "request_received", "request_received"]);
        assert_eq!(p.stage.told(&pia).await, ["request_received"]);
        assert_eq!(p.stage.told(&p.mentor).await, ["request_received"], "the new mentor knows");
    }

    async fn the_room_is_checked_again_when_accepting(db) {
        let p = Pair::new(db).await;
        let mia = p.another_mentee("Mia").await;
        let (first, second) = (p.asked().await, p.ask(&mia, &p.mentor).await.unwrap());
        requests::accept(&p.stage.ctx, Some(&p.mentor), first, "").await.unwrap();
        let view = requests::view(&p.stage.ctx, &p.mentor, "career", second).await.unwrap();
        assert_eq!(view.cannot_accept, Some(Refusal::MentorFull));
        assert_eq!(refusal(requests::accept(&p.stage.ctx, Some(&p.mentor), second, "").await), Refusal::MentorFull);
        assert_eq!(p.status(second).await, RequestStatus::Pending, "nothing was written");
        has_room_for(&p, p.mentor.id, 2).await;
        requests::accept(&p.stage.ctx, Some(&p.mentor), second, "").await.unwrap();
        assert_eq!(p.places_taken(p.mentor.id).await, 2);
    }

    async fn a_no_comes_with_a_kind_word(db) {
        let p = Pair::new(db).await;
        let id = p.asked().await;
        let Err(Error::Invalid(problems)) = requests::decline(&p.stage.ctx, Some(&p.mentor), id, &"x".repeat(2001)).await else { panic!() };
        assert_eq!((problems.0[0].field.as_str(), &problems.0[0].code), ("word", &ProblemCode::TooLong { max: 2000 }));
        requests::decline(&p.stage.ctx, Some(&p.mentor), id, " Not this year, but do ask Olu. ").await.unwrap();
        assert_eq!(p.row(id).await.closing_word.as_deref(), Some("Not this year, but do ask Olu."));
        assert_eq!(p.stage.told(&p.mentee).await, ["request_declined"]);
        let view = requests::view(&p.stage.ctx, &p.mentee, "career", id).await.unwrap();
        assert_eq!(view.lines.last().unwrap().body, "Not this year, but do ask Olu.");
        assert_eq!(view.lines.last().unwrap().author.id, p.mentor.id);
        assert!(view.actions.is_empty());
    }

    async fn a_withdrawal_is_told_on_the_site_without_a_mail(db) {
        let p = Pair::new(db).await;
        let id = p.asked().await;
        requests::withdraw(&p.stage.ctx, Some(&p.mentee), id).await.unwrap();
        assert_eq!(p.status(id).await, RequestStatus::Withdrawn);
        assert_eq!(p.stage.told(&p.mentor).await, ["request_received", "request_withdrawn"]);
        assert_eq!(p.stage.mailed(&p.mentor).await.len(), 1, "only the one about the request itself");
    }

    async fn each_reads_it_in_their_own_language(db) {
        let p = Pair::new(db).await;
        let lea = p.stage.person_in("Léa", "fr", "Asia/Tokyo").await;
        p.stage.mentor(&p.program, &lea, 1).await;
        p.stage.speaks(&lea, &["fr", "en"]).await;
        p.stage.clock.advance(chrono::Duration::hours(10));
        let id = p.ask(&p.mentee, &lea).await.unwrap();
        assert_eq!(p.stage.mailed(&lea).await, ["Amara souhaite vous avoir comme mentor dans career."]);
        let hers = requests::view(&p.stage.ctx, &lea, "career", id).await.unwrap();
        assert_eq!(hers.state, "À vous : Amara espère une réponse d’ici le 17 mars 2026.", "it is the next day already in Tokyo");
        let mine = requests::view(&p.stage.ctx, &p.mentee, "career", id).await.unwrap();
        assert_eq!(mine.state, "Léa has until 16 March 2026 to answer.");
    }
}
