//! Erasing: when the days are over, once, and whom it is told to.

use super::{EMAIL, NAME, World};
use crate::accounts::{PASSWORD, try_sign_in};
use chrono::Duration;
use domain::enrolments::EnrolmentStatus;
use domain::mentorships::MentorshipStatus;
use domain::requests::{CloseReason, RequestStatus};
use i18n::{I18n, Locale, m};
use service::testing::at_once;
use service::{Error, accounts, home, leaving, mentorships, organisations, requests};

const WHY: &str = "Would you be my mentor, please?";

store::both! {
    async fn the_job_erases_when_the_days_are_over_and_once(db) {
        let w = World::new(db).await;
        let ctx = &w.stage.ctx;
        w.ask().await;
        w.stage.clock.advance(Duration::days(14) - Duration::minutes(1));
        assert_eq!(leaving::erase_due(ctx).await.unwrap(), 0);
        try_sign_in(ctx, EMAIL, PASSWORD).await.unwrap();
        w.stage.clock.advance(Duration::minutes(1));
        let servers = (0..3).map(|_| {
            let ctx = ctx.clone();
            async move { leaving::erase_due(&ctx).await.unwrap() }
        });
        assert_eq!(at_once(servers.collect()).await.into_iter().sum::<usize>(), 1, "of three servers one does it");
        assert_eq!(leaving::erase_due(ctx).await.unwrap(), 0);
        assert!(try_sign_in(ctx, EMAIL, PASSWORD).await.is_err());
        assert!(matches!(leaving::erase_now(ctx, EMAIL).await, Err(Error::NotFound)));
        // The address is free: who signs up with it is somebody new.
        let again = crate::accounts::member(ctx, EMAIL).await;
        assert_ne!(again.actor.id, w.zeb.id);
    }

    async fn who_comes_back_while_the_job_runs_is_kept_or_gone_and_never_half(db) {
        let w = World::new(db).await;
        let ctx = w.stage.ctx.clone();
        w.ask().await;
        w.stage.clock.advance(Duration::days(14));
        let (job, keep) = (ctx.clone(), (ctx.clone(), w.zeb.clone()));
        let (erased, kept) = tokio::join!(
            async move { leaving::erase_due(&job).await.unwrap() },
            async move { leaving::keep(&keep.0, &keep.1).await },
        );
        kept.unwrap();
        let there = store::accounts::by_email_key(&mut w.read().await, EMAIL).await.unwrap().is_some();
        assert_eq!(there, erased == 0);
    }

    async fn what_runs_ends_kindly_and_those_concerned_are_told(db) {
        let w = World::new(db).await;
        let ctx = &w.stage.ctx;
        let running = w.mentorship(&w.pia, MentorshipStatus::Active).await;
        let request = requests::ask(ctx, &w.mia, "career", w.zeb.id, WHY).await.unwrap();
        let (told_before, mailed_before) = (w.stage.told(&w.olga).await.len(), w.stage.mailed(&w.olga).await.len());
        w.erase().await;
        let mut tx = w.read().await;
        let row = store::mentorships::by_id(&mut tx, running).await.unwrap().unwrap();
        assert_eq!((row.status, row.ended_by, row.end_reason), (MentorshipStatus::EndedEarly, Some(w.zeb.id), None));
        let closed = store::requests::by_id(&mut tx, request).await.unwrap().unwrap();
        assert_eq!((closed.status, closed.close_reason), (RequestStatus::Declined, Some(CloseReason::MentorErased)));
        let enrolment = store::enrolments::of(&mut tx, w.program.id, w.zeb.id).await.unwrap().unwrap();
        assert_eq!(enrolment.status, EnrolmentStatus::Left);
        drop(tx);
        assert_eq!(w.stage.told(&w.pia).await, ["mentorship_erased"]);
        assert_eq!(w.stage.mailed(&w.pia).await, ["Your mentorship in career has ended"]);
        assert_eq!(w.stage.told(&w.mia).await, ["request_mentor_erased"]);
        assert_eq!(w.stage.mailed(&w.mia).await, ["Your request in career is closed: the mentor has deleted their account."]);
        assert_eq!(w.stage.told(&w.cora).await, ["enrolment_erased"], "who coordinates");
        assert_eq!((w.stage.told(&w.olga).await.len(), w.stage.mailed(&w.olga).await.len()), (told_before, mailed_before), "not who only could");
        assert!(w.stage.told(&w.zeb).await.is_empty());
        // How it went can still be said, and nobody is written to.
        let review = domain::mentorships::ReviewDraft { rating: "5".to_owned(), sentence: "Thank you!".to_owned() };
        mentorships::review(ctx, &w.pia, running, &review).await.unwrap();
        let audit = organisations::audit(ctx, &w.olga, "acme", "account", None, None).await.unwrap();
        assert_eq!(audit.events[0].what, I18n::of(Locale::En).t(m::AUDIT_ACCOUNT_ERASED));
        assert_eq!(audit.events[0].whom, [I18n::of(Locale::En).t(m::LEAVING_SOMEBODY)]);
    }

    async fn screens_say_somebody_who_left_in_each_language(db) {
        let w = World::new(db).await;
        let ctx = &w.stage.ctx;
        let over = w.mentorship(&w.pia, MentorshipStatus::Completed).await;
        requests::ask(ctx, &w.mia, "career", w.zeb.id, WHY).await.unwrap();
        let request = requests::ask(ctx, &w.pia, "career", w.zeb.id, WHY).await.unwrap();
        requests::decline(ctx, Some(&w.zeb), request, "").await.unwrap();
        w.erase().await;
        for locale in Locale::ALL {
            let nobody = I18n::of(locale).t(m::LEAVING_SOMEBODY);
            let reader = service::Actor { locale, ..w.pia.clone() };
            let space = mentorships::space(ctx, &reader, over).await.unwrap();
            assert_eq!((space.head.mentor.name.as_str(), space.head.mentee.name.as_str()), (nobody, "Pia"));
            let day = home::day(ctx, &reader).await.unwrap();
            assert_eq!(day.mentorships.past[0].other.name, nobody);
            let told = home::notifications(ctx, &reader, None).await.unwrap();
            assert!(told.lines.iter().any(|line| line.text.contains(nobody)), "{:?}", told.lines);
            let card = requests::list(ctx, &reader, "career", None).await.unwrap().ended.remove(0);
            assert_eq!(card.mentor.name, nobody);
            let page = service::people::person(ctx, &reader, w.zeb.id).await.unwrap();
            assert_eq!((page.name.as_str(), page.local_time, page.personal.is_some()), (nobody, None, false));
            let coordinator = service::Actor { locale, ..w.cora.clone() };
            let filter = service::enrolments::ParticipantFilter::default();
            let rows = service::enrolments::participants(ctx, &coordinator, "career", filter).await.unwrap().rows;
            assert!(rows.iter().any(|row| row.face.name == nobody && row.email.is_empty()));
            let table = service::exports::participants(ctx, &coordinator, "career").await.unwrap();
            assert!(table.rows.iter().any(|row| row[0].written() == nobody));
        }
        let mut tx = w.read().await;
        let told = store::notifications::newest(&mut tx, w.mia.id, 10).await.unwrap();
        assert!(told.iter().all(|notification| !notification.body.to_string().contains(NAME)));
    }

    async fn others_are_left_alone(db) {
        let w = World::new(db).await;
        let ctx = &w.stage.ctx;
        // Somebody of the same name elsewhere, and what they are told and sent.
        let far = w.stage.program("far").running().await;
        let [other, reader] = [w.stage.person("Zebulon Markwort Senior").await, w.stage.person("Rita").await];
        w.stage.mentor(&far, &other, 1).await;
        w.stage.mentee(&far, &reader).await;
        let request = requests::ask(ctx, &reader, "far", other.id, WHY).await.unwrap();
        requests::accept(ctx, Some(&other), request, "").await.unwrap();
        let before = (w.stage.told(&reader).await, w.stage.mailed(&reader).await, w.stage.mailed(&other).await);
        w.erase().await;
        assert_eq!((w.stage.told(&reader).await, w.stage.mailed(&reader).await, w.stage.mailed(&other).await), before);
        let mut tx = w.read().await;
        let told = store::notifications::newest(&mut tx, reader.id, 10).await.unwrap();
        assert!(told[0].body.to_string().contains("Senior"));
        assert!(accounts::settings(ctx, &other).await.is_ok());
    }
}
