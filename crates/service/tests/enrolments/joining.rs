//! Who gets in, and how.

use super::{form, join, problems, program_with, refusal, status};
use domain::Refusal;
use domain::enrolments::EnrolmentStatus;
use domain::organisations::OrgRole;
use domain::programs::JoinPolicy;
use service::Error;
use service::enrolments;
use service::testing::Stage;

store::both! {
    async fn anybody_joins_an_open_program(db) {
        let stage = Stage::new(db);
        let program = stage.program("career").open().await;
        let amara = stage.person("Amara").await;
        let page = enrolments::join_page(&stage.ctx, &amara, "career", "").await.unwrap();
        assert_eq!((page.status, page.refusal, page.capacity), (None, None, 2));

        assert_eq!(join(&stage, &amara, &program, &form(false, true)).await.unwrap(), EnrolmentStatus::Active);
        let page = enrolments::join_page(&stage.ctx, &amara, "career", "").await.unwrap();
        assert_eq!(page.status, Some(EnrolmentStatus::Active));
        assert!(page.as_mentee && !page.as_mentor);
        assert_eq!(page.criteria.len(), 1);
    }

    async fn a_form_with_faults_enrols_nobody(db) {
        let stage = Stage::new(db);
        let program = stage.program("career").open().await;
        let amara = stage.person("Amara").await;
        assert_eq!(problems(join(&stage, &amara, &program, &form(false, false)).await), ["sides"]);
        let mut many = form(true, false);
        many.draft.capacity = "1000".to_owned();
        assert_eq!(problems(join(&stage, &amara, &program, &many).await), ["capacity"]);
        assert_eq!(status(&stage, &program, amara.id).await, None);
    }

    async fn only_members_join_an_organisations_program(db) {
        let stage = Stage::new(db);
        let acme = stage.organisation("acme").await;
        let program = stage.program("career").of(acme).open().await;
        let (member, outsider) = (stage.person("Mehdi").await, stage.person("Otto").await);
        stage.member(acme, &member, OrgRole::Member).await;
        join(&stage, &member, &program, &form(true, true)).await.unwrap();
        assert!(matches!(join(&stage, &outsider, &program, &form(true, true)).await, Err(Error::NotFound)));
        assert!(matches!(enrolments::join_page(&stage.ctx, &outsider, "career", "").await, Err(Error::NotFound)));
    }

    async fn a_link_is_the_one_door(db) {
        let stage = Stage::new(db);
        let acme = stage.organisation("acme").await;
        let program = stage.program("career").of(acme).open().await;
        let outsider = stage.person("Otto").await;
        let try_with = |link: String| {
            let (ctx, outsider) = (stage.ctx.clone(), outsider.clone());
            async move { enrolments::save(&ctx, &outsider, "career", &link, &form(false, true)).await }
        };
        assert!(matches!(try_with(program.join_token.clone()).await, Err(Error::NotFound)), "members only: the link opens nothing");
        let program = program_with(&stage, &program, |p| p.join_policy = JoinPolicy::Link).await;
        assert!(matches!(try_with("wrong".to_owned()).await, Err(Error::NotFound)));
        assert_eq!(try_with(program.join_token.clone()).await.unwrap(), EnrolmentStatus::Active);
        let member = stage.person("Mehdi").await;
        stage.member(acme, &member, OrgRole::Member).await;
        assert_eq!(refusal(join(&stage, &member, &program, &form(false, true)).await), Refusal::EnrolmentClosed);
    }

    async fn a_draft_opens_to_nobody(db) {
        let stage = Stage::new(db);
        let program = stage.program("career").draft().await;
        let program = program_with(&stage, &program, |p| p.join_policy = JoinPolicy::Link).await;
        let amara = stage.person("Amara").await;
        let answer = enrolments::save(&stage.ctx, &amara, "career", &program.join_token, &form(false, true)).await;
        assert!(matches!(answer, Err(Error::NotFound)));
    }

    async fn an_address_must_be_confirmed(db) {
        let stage = Stage::new(db);
        let program = stage.program("career").open().await;
        let mut amara = stage.person("Amara").await;
        amara.verified = false;
        assert_eq!(refusal(join(&stage, &amara, &program, &form(false, true)).await), Refusal::EmailNotVerified);
    }

    async fn approval_is_waited_for_and_coordinators_hear_of_it(db) {
        let stage = Stage::new(db);
        let program = stage.program("career").open().await;
        let program = program_with(&stage, &program, |p| p.approval = true).await;
        let (carla, amara) = (stage.person("Carla").await, stage.person("Amara").await);
        stage.coordinator(&program, &carla).await;
        assert_eq!(join(&stage, &amara, &program, &form(false, true)).await.unwrap(), EnrolmentStatus::Pending);
        assert_eq!(stage.told(&carla).await, ["enrolment_waiting"]);
        assert_eq!(stage.mailed(&carla).await.len(), 1);
        // Changing what one said doesn't jump the queue, and tells nobody again.
        assert_eq!(join(&stage, &amara, &program, &form(true, true)).await.unwrap(), EnrolmentStatus::Pending);
        assert_eq!(stage.told(&carla).await.len(), 1);
    }

    async fn whoever_comes_and_goes_all_day_sends_few_mails(db) {
        let stage = Stage::new(db);
        let program = stage.program("career").open().await;
        let program = program_with(&stage, &program, |p| p.approval = true).await;
        let (carla, amara) = (stage.person("Carla").await, stage.person("Amara").await);
        stage.coordinator(&program, &carla).await;
        for _ in 0..25 {
            assert_eq!(join(&stage, &amara, &program, &form(false, true)).await.unwrap(), EnrolmentStatus::Pending);
            enrolments::leave(&stage.ctx, &amara, "career").await.unwrap();
        }
        assert_eq!((stage.mailed(&carla).await.len(), stage.told(&carla).await.len()), (3, 3));
        stage.clock.advance(chrono::Duration::days(1));
        join(&stage, &amara, &program, &form(false, true)).await.unwrap();
        assert_eq!(stage.told(&carla).await.len(), 4);
    }

    async fn two_tabs_enrol_a_person_once(db) {
        let stage = Stage::new(db);
        let program = stage.program("career").open().await;
        let amara = stage.person("Amara").await;
        let (one, other) = (form(true, false), form(false, true));
        let (a, b) = tokio::join!(join(&stage, &amara, &program, &one), join(&stage, &amara, &program, &other));
        assert!(a.is_ok() || b.is_ok());
        for answer in [a, b] {
            assert!(matches!(answer, Ok(EnrolmentStatus::Active) | Err(Error::Refused(Refusal::AlreadyEnrolled))), "{answer:?}");
        }
        let mut tx = stage.ctx.read().await.unwrap();
        let counts = store::enrolments::list::counts(&mut tx, program.id).await.unwrap();
        assert_eq!(counts, [(EnrolmentStatus::Active, 1)]);
    }
}
