//! The coordinator's list and what it can do at once.

use super::{form, join, problems, program_with, refusal, status, word};
use domain::Refusal;
use domain::enrolments::views::Side;
use domain::enrolments::{EnrolmentAction, EnrolmentStatus};
use domain::programs::ProgramStatus;
use service::enrolments::{self, ParticipantFilter};
use service::testing::Stage;

store::both! {
    async fn the_list_is_searched_filtered_and_paged(db) {
        let stage = Stage::new(db);
        let program = stage.program("career").open().await;
        let carla = stage.person("Carla").await;
        stage.coordinator(&program, &carla).await;
        for n in 0..60 {
            let person = stage.person(&format!("Person {n:02}")).await;
            if n % 3 == 0 { stage.mentor(&program, &person, 2).await; } else { stage.mentee(&program, &person).await; }
            stage.clock.advance(chrono::Duration::seconds(1));
        }
        let list = |filter: ParticipantFilter| enrolments::participants(&stage.ctx, &carla, "career", filter);
        let first = list(ParticipantFilter::default()).await.unwrap();
        assert_eq!((first.rows.len(), first.pages.previous), (50, None));
        assert_eq!(first.rows[0].face.name, "Person 59");
        let second = list(ParticipantFilter { after: first.pages.next, ..ParticipantFilter::default() }).await.unwrap();
        assert_eq!((second.rows.len(), second.pages.next), (10, None));
        let back = list(ParticipantFilter { before: second.pages.previous, ..ParticipantFilter::default() }).await.unwrap();
        assert_eq!(back.rows, first.rows);
        let mentors = list(ParticipantFilter { side: Some(Side::Mentor), ..ParticipantFilter::default() }).await.unwrap();
        assert_eq!(mentors.rows.len(), 20);
        let found = list(ParticipantFilter { words: "person 07".to_owned(), ..ParticipantFilter::default() }).await.unwrap();
        assert_eq!(found.rows.iter().map(|r| r.face.name.as_str()).collect::<Vec<_>>(), ["Person 07"]);
        let by_mail = list(ParticipantFilter { words: "person-07@".to_owned(), ..ParticipantFilter::default() }).await.unwrap();
        assert_eq!(by_mail.rows.len(), 1);
        let paused = list(ParticipantFilter { status: Some(EnrolmentStatus::Paused), ..ParticipantFilter::default() }).await.unwrap();
        assert!(paused.rows.is_empty());
    }

    async fn everybody_who_waits_is_approved_at_once(db) {
        let stage = Stage::new(db);
        let program = stage.program("career").open().await;
        let program = program_with(&stage, &program, |p| p.approval = true).await;
        let carla = stage.person("Carla").await;
        stage.coordinator(&program, &carla).await;
        let (amara, bilal) = (stage.person("Amara").await, stage.person("Bilal").await);
        for person in [&amara, &bilal] {
            join(&stage, person, &program, &form(false, true)).await.unwrap();
        }
        assert_eq!(word(&enrolments::approve_all(&stage.ctx, &amara, "career").await), "forbidden");
        assert_eq!(enrolments::approve_all(&stage.ctx, &carla, "career").await.unwrap(), 2);
        assert_eq!(enrolments::approve_all(&stage.ctx, &carla, "career").await.unwrap(), 0);
        for person in [&amara, &bilal] {
            assert_eq!(status(&stage, &program, person.id).await, Some(EnrolmentStatus::Active));
            assert_eq!(stage.told(person).await, ["enrolment_approved"]);
        }
    }

    async fn only_coordinators_see_and_change(db) {
        let stage = Stage::new(db);
        let program = stage.program("career").open().await;
        let (noor, otto) = (stage.person("Noor").await, stage.person("Otto").await);
        stage.mentor(&program, &noor, 2).await;
        for actor in [&noor, &otto] {
            assert_eq!(word(&enrolments::participants(&stage.ctx, actor, "career", ParticipantFilter::default()).await), "forbidden");
            assert_eq!(word(&enrolments::change_capacity(&stage.ctx, actor, "career", noor.id, "3").await), "forbidden");
        }
        let carla = stage.person("Carla").await;
        stage.coordinator(&program, &carla).await;
        assert_eq!(problems(enrolments::change_capacity(&stage.ctx, &carla, "career", noor.id, "none").await), ["capacity"]);
        assert_eq!(word(&enrolments::change_capacity(&stage.ctx, &carla, "career", otto.id, "3").await), "not found");
    }

    async fn in_a_program_that_is_over_nothing_changes(db) {
        let stage = Stage::new(db);
        let program = stage.program("career").open().await;
        let (noor, amara, carla) = (stage.person("Noor").await, stage.person("Amara").await, stage.person("Carla").await);
        stage.coordinator(&program, &carla).await;
        stage.mentor(&program, &noor, 2).await;
        stage.mentee(&program, &amara).await;
        stage.enrolment_is(&program, &amara, EnrolmentStatus::Pending).await;
        for over in [ProgramStatus::Completed, ProgramStatus::Cancelled] {
            stage.program_is(&program, over).await;
            for (person, action) in [
                (&amara, EnrolmentAction::Approve),
                (&amara, EnrolmentAction::Remove),
                (&noor, EnrolmentAction::Pause),
                (&noor, EnrolmentAction::Remove),
            ] {
                let answer = enrolments::decide(&stage.ctx, &carla, "career", person.id, action, "").await;
                assert_eq!(refusal(answer), Refusal::ProgramOver, "{over} {action:?}");
            }
            assert_eq!(refusal(enrolments::change_capacity(&stage.ctx, &carla, "career", noor.id, "1").await), Refusal::ProgramOver);
            assert_eq!(refusal(enrolments::approve_all(&stage.ctx, &carla, "career").await), Refusal::ProgramOver);
            assert_eq!(status(&stage, &program, amara.id).await, Some(EnrolmentStatus::Pending));
            assert_eq!(word(&enrolments::decide(&stage.ctx, &noor, "career", amara.id, EnrolmentAction::Approve, "").await), "forbidden");
        }
        assert!(stage.told(&amara).await.is_empty());
    }
}
