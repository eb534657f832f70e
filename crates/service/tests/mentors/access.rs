//! Who sees a program's mentors, and as what.

use super::*;
use domain::PersonId;
use domain::enrolments::EnrolmentStatus;
use domain::mentors::MentorOrder;
use domain::mentors::views::{CardAsk, MentorsNote};
use domain::organisations::OrgRole;
use domain::programs::{MatchingMode, ProgramStatus};
use store::both;

both! {
    async fn nobody_from_outside_sees_them(db) {
        let stage = Stage::new(db);
        let acme = stage.organisation("acme").await;
        let other = stage.organisation("other").await;
        let program = stage.program("inside").of(acme).open().await;
        let mentor = stage.person("Noor").await;
        stage.mentor(&program, &mentor, 1).await;
        let (outsider, stranger, member) = (stage.person("Ola").await, stage.person("Sam").await, stage.person("Mia").await);
        stage.member(other, &stranger, OrgRole::Owner).await;
        stage.member(acme, &member, OrgRole::Member).await;
        let list = |actor| mentors::list(&stage.ctx, actor, "inside", MentorSearch::default());
        for actor in [&outsider, &stranger] {
            assert!(matches!(list(actor).await, Err(Error::NotFound)), "{}", actor.name);
            assert!(matches!(mentors::favour(&stage.ctx, actor, "inside", mentor.id, true).await, Err(Error::NotFound)));
            assert!(matches!(mentors::suggest(&stage.ctx, actor, "inside").await, Err(Error::NotFound)));
        }
        assert!(matches!(list(&member).await, Err(Error::Forbidden)), "a member who takes no part");
        assert!(matches!(mentors::favour(&stage.ctx, &member, "inside", mentor.id, true).await, Err(Error::Forbidden)));
        assert!(matches!(mentors::suggest(&stage.ctx, &member, "inside").await, Err(Error::Forbidden)));
        let manager = stage.person("Ada").await;
        stage.member(acme, &manager, OrgRole::Admin).await;
        assert_eq!(list(&manager).await.unwrap().found, 1);
    }

    async fn whoever_has_left_sees_them_no_more(db) {
        let fixture = Fixture::new(db).await;
        for (status, sees) in [
            (EnrolmentStatus::Pending, false), (EnrolmentStatus::Active, true), (EnrolmentStatus::Paused, true),
            (EnrolmentStatus::Left, false), (EnrolmentStatus::Removed, false),
        ] {
            fixture.stage.enrolment_is(&fixture.program, &fixture.mentee, status).await;
            let list = fixture.list(&fixture.mentee, "").await;
            assert_eq!(list.is_ok(), sees, "{status}");
            assert!(sees || matches!(list, Err(Error::Forbidden)), "{status}");
        }
    }

    async fn whoever_looks_for_no_mentor_sees_them_by_name_without_a_fit(db) {
        let fixture = Fixture::new(db).await;
        let coordinator = fixture.stage.person("Cora").await;
        fixture.stage.coordinator(&fixture.program, &coordinator).await;
        for actor in [&coordinator, &fixture.noor] {
            let page = fixture.list(actor, "order=fit").await.unwrap();
            assert_eq!((page.order, page.as_mentee), (MentorOrder::Name, false));
            assert_eq!(names(&page), ["Noor Haddad", "Tam Albers", "Zoë Wren"]);
            assert!(page.cards.iter().all(|card| card.ask == CardAsk::No && !matches!(card.fit, CardFit::Fits(_))));
        }
        let own = fixture.card(&fixture.noor, &fixture.noor).await;
        assert_eq!((own.fit, own.favourite), (CardFit::Own, None));
        assert_eq!(fixture.card(&coordinator, &fixture.noor).await.fit, CardFit::NotAsked);
    }

    async fn paused_mentors_are_not_found(db) {
        let fixture = Fixture::new(db).await;
        fixture.stage.enrolment_is(&fixture.program, &fixture.noor, EnrolmentStatus::Paused).await;
        assert_eq!(fixture.found("").await, ["Zoë Wren", "Tam Albers"]);
        let page = fixture.list(&fixture.noor, "").await.unwrap();
        assert_eq!(page.note, Some(MentorsNote::YouPause));
    }

    async fn it_says_why_nobody_can_be_asked(db) {
        let fixture = Fixture::new(db).await;
        let note = async || fixture.list(&fixture.mentee, "").await.unwrap().note;
        assert_eq!(note().await, None);
        assert_eq!(fixture.card(&fixture.mentee, &fixture.noor).await.ask, CardAsk::May);
        fixture.stage.enrolment_is(&fixture.program, &fixture.mentee, EnrolmentStatus::Paused).await;
        assert_eq!(note().await, Some(MentorsNote::YouPause));
        fixture.stage.enrolment_is(&fixture.program, &fixture.mentee, EnrolmentStatus::Active).await;
        fixture.stage.program_is(&fixture.program, ProgramStatus::Completed).await;
        assert_eq!(note().await, Some(MentorsNote::NotOpen));
        assert_eq!(fixture.card(&fixture.mentee, &fixture.noor).await.ask, CardAsk::No);

        let paired = fixture.stage.program("paired").matching(MatchingMode::CoordinatorPairs).open().await;
        fixture.stage.mentee(&paired, &fixture.mentee).await;
        let page = mentors::list(&fixture.stage.ctx, &fixture.mentee, "paired", MentorSearch::default()).await.unwrap();
        assert_eq!((page.note, page.total), (Some(MentorsNote::CoordinatorPairs), 0));
        let few = fixture.stage.program("few").asking_at_most(1).open().await;
        fixture.stage.mentee(&few, &fixture.mentee).await;
        for mentor in [&fixture.noor, &fixture.zoe] {
            fixture.stage.mentor(&few, mentor, 1).await;
        }
        let request = service::requests::ask(&fixture.stage.ctx, &fixture.mentee, "few", fixture.noor.id, "Would you help me to lead a team?").await.unwrap();
        let page = mentors::list(&fixture.stage.ctx, &fixture.mentee, "few", MentorSearch::default()).await.unwrap();
        assert_eq!(page.note, Some(MentorsNote::NoMoreRequests));
        let asks: Vec<(PersonId, CardAsk)> = page.cards.iter().map(|card| (card.id, card.ask)).collect();
        assert_eq!(asks, [(fixture.noor.id, CardAsk::Asked(request)), (fixture.zoe.id, CardAsk::No)]);
        service::requests::accept(&fixture.stage.ctx, Some(&fixture.noor), request, "").await.unwrap();
        let page = mentors::list(&fixture.stage.ctx, &fixture.mentee, "few", MentorSearch::default()).await.unwrap();
        assert_eq!(page.note, Some(MentorsNote::YouHaveAMentor));
    }
}
