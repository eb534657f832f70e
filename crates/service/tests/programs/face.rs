//! A program's public face.

use super::World;
use domain::enrolments::EnrolmentStatus;
use domain::programs::NextStep;
use service::programs;

store::both! {
    async fn it_shows_who_runs_it_and_the_readers_next_step(db) {
        let w = World::new(db).await;
        let ctx = &w.stage.ctx;
        let seen = programs::view(ctx, Some(&w.member), "career").await.unwrap();
        assert_eq!(seen.organisation.as_deref(), Some("acme"));
        assert_eq!(seen.coordinators.iter().map(|c| c.name.as_str()).collect::<Vec<_>>(), ["Carla"]);
        assert_eq!((seen.next.step, seen.participants, seen.coordinator), (NextStep::Join, 0, false));
        w.stage.mentee(&w.program, &w.member).await;
        w.stage.enrolment_is(&w.program, &w.member, EnrolmentStatus::Pending).await;
        let seen = programs::view(ctx, Some(&w.member), "career").await.unwrap();
        assert_eq!((seen.next.step, seen.participants), (NextStep::WaitForApproval, 0), "who waits doesn't count yet");
        w.stage.enrolment_is(&w.program, &w.member, EnrolmentStatus::Paused).await;
        let seen = programs::view(ctx, Some(&w.member), "career").await.unwrap();
        assert_eq!((seen.next.step, seen.participants), (NextStep::Resume, 1));
        let seen = programs::view(ctx, Some(&w.admin), "career").await.unwrap();
        assert_eq!((seen.next.step, seen.coordinator), (NextStep::Manage, true));
    }

    async fn a_visitor_signs_up_first(db) {
        let w = World::new(db).await;
        w.stage.program("community").open().await;
        assert_eq!(programs::view(&w.stage.ctx, None, "community").await.unwrap().next.step, NextStep::SignUp);
        assert_eq!(programs::view(&w.stage.ctx, Some(&w.outsider), "community").await.unwrap().next.step, NextStep::Join);
    }
}
