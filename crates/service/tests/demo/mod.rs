//! The demo on both engines: it is made once, whole, in an empty database, and its people can sign in.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs, reason = "tests")]

use domain::accounts::SignIn;
use domain::mentorships::MentorshipStatus;
use service::accounts::{self, Client};
use service::demo::{self, DemoError};
use service::testing::Stage;
use store::{both, mentorships, programs, requests};

both! {
    async fn the_demo_is_what_it_says(db) {
        let ctx = Stage::new(db).ctx;
        assert_eq!(demo::sign_ins(&ctx).await.unwrap(), None);
        let report = demo::fill(&ctx, 60).await.unwrap();
        assert_eq!((report.people, report.programs), (60, 3));
        assert!(report.mentorships >= 15 && report.goals >= 15, "{report:?}");
        let mut tx = ctx.read().await.unwrap();
        let mut states = Vec::new();
        for slug in ["northwind-career", "northwind-buddies", "open-career"] {
            let program = programs::by_slug(&mut tx, slug).await.unwrap().unwrap();
            states.extend(mentorships::overview::counts(&mut tx, program.id).await.unwrap().into_iter().map(|(status, _)| status));
        }
        assert!(MentorshipStatus::ALL.iter().all(|status| states.contains(status)), "{states:?}");
        let career = programs::by_slug(&mut tx, "northwind-career").await.unwrap().unwrap();
        let found = service::search::find(&mut tx, career.id, "amara").await.unwrap();
        assert_eq!(found.len(), 1, "people are found by their words");
        assert!(requests::count_by_status(&mut tx, career.id).await.unwrap().len() >= 3);
        drop(tx);
        assert_eq!(demo::sign_ins(&ctx).await.unwrap(), Some(report.sign_ins));
    }

    async fn a_database_with_people_in_it_is_left_alone(db) {
        let ctx = Stage::new(db).ctx;
        demo::fill(&ctx, 60).await.unwrap();
        assert!(matches!(demo::fill(&ctx, 60).await, Err(DemoError::NotEmpty)));
        let mut tx = ctx.read().await.unwrap();
        assert!(store::accounts::by_email_key(&mut tx, "participant60@example.net").await.unwrap().is_none());
    }

    async fn everybody_it_names_can_sign_in(db) {
        let ctx = Stage::new(db).ctx;
        let report = demo::fill(&ctx, 0).await.unwrap();
        assert!(report.sign_ins.len() >= 5);
        for person in report.sign_ins {
            let form = SignIn { email: person.email.clone(), password: demo::PASSWORD.to_owned() };
            let session = accounts::sign_in(&ctx, &Client::default(), form, None).await.unwrap();
            assert_eq!(session.actor.name, person.name);
            assert!(session.actor.verified, "{}", person.name);
        }
    }

    async fn more_people_take_part_in_the_open_program(db) {
        let ctx = Stage::new(db).ctx;
        let report = demo::fill(&ctx, 700).await.unwrap();
        assert_eq!(report.people, 700);
        assert!(report.mentorships > 100 && report.goals > report.mentorships, "{report:?}");
        let mut tx = ctx.read().await.unwrap();
        let program = programs::by_slug(&mut tx, "open-career").await.unwrap().unwrap();
        let (mentees, mentors) =
            (requests::count_mentees(&mut tx, program.id, "").await.unwrap(), requests::count_mentors(&mut tx, program.id, "").await.unwrap());
        assert!(mentees > 150 && mentors > 80, "{mentees} without a mentor, {mentors} with room");
    }
}
