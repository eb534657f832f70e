//! Changing what one said, taking a break, leaving, coming back.

use super::{form, join, refusal, status};
use domain::Refusal;
use domain::enrolments::EnrolmentStatus;
use domain::requests::RequestStatus;
use service::testing::Stage;
use service::{enrolments, requests};

const TEXT: &str = "I would like to learn how to lead a small team.";

store::both! {
    async fn a_break_closes_what_is_open_with_a_word(db) {
        let stage = Stage::new(db);
        let program = stage.program("career").open().await;
        let (noor, amara) = (stage.person("Noor").await, stage.person("Amara").await);
        stage.mentor(&program, &noor, 1).await;
        stage.mentee(&program, &amara).await;
        let id = requests::ask(&stage.ctx, &amara, "career", noor.id, TEXT).await.unwrap();
        enrolments::pause(&stage.ctx, &noor, "career").await.unwrap();
        assert_eq!(status(&stage, &program, noor.id).await, Some(EnrolmentStatus::Paused));
        let request = store::requests::by_id(&mut stage.ctx.read().await.unwrap(), id).await.unwrap().unwrap();
        assert_ne!(request.status, RequestStatus::Pending);
        assert_eq!(stage.told(&amara).await, ["request_mentor_paused"]);
        assert_eq!(refusal(enrolments::pause(&stage.ctx, &noor, "career").await), Refusal::NotFromThisState);
        enrolments::resume(&stage.ctx, &noor, "career").await.unwrap();
        requests::ask(&stage.ctx, &amara, "career", noor.id, TEXT).await.unwrap();
    }

    async fn nobody_leaves_a_mentorship_behind(db) {
        let stage = Stage::new(db);
        let program = stage.program("career").open().await;
        let (noor, amara) = (stage.person("Noor").await, stage.person("Amara").await);
        stage.mentor(&program, &noor, 2).await;
        stage.mentee(&program, &amara).await;
        let id = requests::ask(&stage.ctx, &amara, "career", noor.id, TEXT).await.unwrap();
        requests::accept(&stage.ctx, Some(&noor), id, "").await.unwrap();
        for actor in [&noor, &amara] {
            assert_eq!(refusal(enrolments::leave(&stage.ctx, actor, "career").await), Refusal::HasActiveMentorships);
        }
        // Nor by changing sides.
        assert_eq!(refusal(join(&stage, &noor, &program, &form(false, true)).await), Refusal::HasActiveMentorships);
        assert_eq!(refusal(join(&stage, &amara, &program, &form(true, false)).await), Refusal::HasActiveMentorships);
        // Room may shrink to what is held, not below.
        let coordinator = stage.person("Carla").await;
        stage.coordinator(&program, &coordinator).await;
        enrolments::change_capacity(&stage.ctx, &coordinator, "career", noor.id, "1").await.unwrap();
    }

    async fn room_never_falls_below_the_mentorships_held(db) {
        let stage = Stage::new(db);
        let program = stage.program("career").open().await;
        let noor = stage.person("Noor").await;
        stage.mentor(&program, &noor, 2).await;
        for name in ["Amara", "Bilal"] {
            let mentee = stage.person(name).await;
            stage.mentee(&program, &mentee).await;
            let id = requests::ask(&stage.ctx, &mentee, "career", noor.id, TEXT).await.unwrap();
            requests::accept(&stage.ctx, Some(&noor), id, "").await.unwrap();
        }
        let mut less = form(true, false);
        less.draft.capacity = "1".to_owned();
        assert_eq!(refusal(join(&stage, &noor, &program, &less).await), Refusal::CapacityBelowMentorships);
    }

    async fn who_left_comes_back_and_who_was_removed_does_not(db) {
        let stage = Stage::new(db);
        let program = stage.program("career").open().await;
        let (amara, carla) = (stage.person("Amara").await, stage.person("Carla").await);
        stage.coordinator(&program, &carla).await;
        join(&stage, &amara, &program, &form(false, true)).await.unwrap();
        enrolments::leave(&stage.ctx, &amara, "career").await.unwrap();
        assert_eq!(status(&stage, &program, amara.id).await, Some(EnrolmentStatus::Left));
        assert_eq!(join(&stage, &amara, &program, &form(true, true)).await.unwrap(), EnrolmentStatus::Active);
        let remove = domain::enrolments::EnrolmentAction::Remove;
        enrolments::decide(&stage.ctx, &carla, "career", amara.id, remove, "Sorry, the places are for students.").await.unwrap();
        assert_eq!(stage.told(&amara).await, ["enrolment_removed"]);
        assert_eq!(refusal(join(&stage, &amara, &program, &form(true, true)).await), Refusal::EnrolmentClosed);
    }
}
