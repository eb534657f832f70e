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
        let scene = Scene::new(db).await;
        for (status, sees) in [
            (EnrolmentStatus::Pending, false), (EnrolmentStatus::Active, true), (EnrolmentStatus::Paused, true),
            (EnrolmentStatus::Left, false), (EnrolmentStatus::Removed, false),
        ] {
            scene.stage.enrolment_is(&scene.program, &scene.mentee, status).await;
            let list = scene.list(&scene.mentee, "").await;
            assert_eq!(list.is_ok(), sees, "{status}");
            assert!(sees || matches!(list, Err(Error::Forbidden)), "{status}");
        }
    }

    async fn whoever_looks_for_no_mentor_sees_them_by_name_without_a_fit(db) {
        let scene = Scene::new(db).await;
        let coordinator = scene.stage.person("Cora").await;
        scene.stage.coordinator(&scene.program, &coordinator).await;
        for actor in [&coordinator, &scene.noor] {
            let page = scene.list(actor, "order=fit").await.unwrap();
            assert_eq!((page.order, page.as_mentee), (MentorOrder::Name, false));
            assert_eq!(names(&page), ["Noor Haddad", "Tam Albers", "Zoë Wren"]);
            assert!(page.cards.iter().all(|card| card.ask == CardAsk::No && !matches!(card.fit, CardFit::Fits(_))));
        }
        let own = scene.card(&scene.noor, &scene.noor).await;
        assert_eq!((own.fit, own.favourite), (CardFit::Own, None));
        assert_eq!(scene.card(&coordinator, &scene.noor).await.fit, CardFit::NotAsked);
    }

    async fn paused_mentors_are_not_found(db) {
        let scene = Scene::new(db).await;
        scene.stage.enrolment_is(&scene.program, &scene.noor, EnrolmentStatus::Paused).await;
        assert_eq!(scene.found("").await, ["Zoë Wren", "Tam Albers"]);
        let page = scene.list(&scene.noor, "").await.unwrap();
        assert_eq!(page.note, Some(MentorsNote::YouPause));
    }

    async fn it_says_why_nobody_can_be_asked(db) {
        let scene = Scene::new(db).await;
        let note = async || scene.list(&scene.mentee, "").await.unwrap().note;
        assert_eq!(note().await, None);
        assert_eq!(scene.card(&scene.mentee, &scene.noor).await.ask, CardAsk::May);
        scene.stage.enrolment_is(&scene.program, &scene.mentee, EnrolmentStatus::Paused).await;
        assert_eq!(note().await, Some(MentorsNote::YouPause));
        scene.stage.enrolment_is(&scene.program, &scene.mentee, EnrolmentStatus::Active).await;
        scene.stage.program_is(&scene.program, ProgramStatus::Completed).await;
        assert_eq!(note().await, Some(MentorsNote::NotOpen));
        assert_eq!(scene.card(&scene.mentee, &scene.noor).await.ask, CardAsk::No);

        let paired = scene.stage.program("paired").matching(MatchingMode::CoordinatorPairs).open().await;
        scene.stage.mentee(&paired, &scene.mentee).await;
        let page = mentors::list(&scene.stage.ctx, &scene.mentee, "paired", MentorSearch::default()).await.unwrap();
        assert_eq!((page.note, page.total), (Some(MentorsNote::CoordinatorPairs), 0));
        let few = scene.stage.program("few").asking_at_most(1).open().await;
        scene.stage.mentee(&few, &scene.mentee).await;
        for mentor in [&scene.noor, &scene.zoe] {
            scene.stage.mentor(&few, mentor, 1).await;
        }
        let request = service::requests::ask(&scene.stage.ctx, &scene.mentee, "few", scene.noor.id, "Would you help me to lead a team?").await.unwrap();
        let page = mentors::list(&scene.stage.ctx, &scene.mentee, "few", MentorSearch::default()).await.unwrap();
        assert_eq!(page.note, Some(MentorsNote::NoMoreRequests));
        let asks: Vec<(PersonId, CardAsk)> = page.cards.iter().map(|card| (card.id, card.ask)).collect();
        assert_eq!(asks, [(scene.noor.id, CardAsk::Asked(request)), (scene.zoe.id, CardAsk::No)]);
        service::requests::accept(&scene.stage.ctx, Some(&scene.noor), request, "").await.unwrap();
        let page = mentors::list(&scene.stage.ctx, &scene.mentee, "few", MentorSearch::default()).await.unwrap();
        assert_eq!(page.note, Some(MentorsNote::YouHaveAMentor));
    }
}
