//! Accepting an invitation that came from a file.

use super::{Fixture, PEOPLE, refusal};
use domain::Refusal;
use domain::enrolments::EnrolmentStatus;
use domain::organisations::OrgRole;
use domain::people::SkillSide;
use domain::programs::ProgramStatus;
use service::organisations;

store::both! {
    async fn who_accepts_is_a_member_and_enrolled_with_what_the_file_says(db) {
        let fixture = Fixture::new(db).await;
        fixture.import(PEOPLE).await;
        let (token, _) = fixture.mail_to("nora@example.org").await;
        let (ctx, nora) = (&fixture.stage.ctx, fixture.stage.person("Nora").await);
        let page = organisations::invitation(ctx, Some(&nora), &token).await.unwrap();
        assert_eq!((page.program.as_deref(), page.member, page.role), (Some("career"), false, OrgRole::Member));
        assert_eq!(organisations::accept(ctx, &nora, &token).await.unwrap().as_deref(), Some("career"));
        let mut tx = ctx.read().await.unwrap();
        assert_eq!(store::organisations::role_of(&mut tx, fixture.acme, nora.id).await.unwrap(), Some(OrgRole::Member));
        let enrolment = store::enrolments::of(&mut tx, fixture.program.id, nora.id).await.unwrap().unwrap();
        assert_eq!((enrolment.status, enrolment.as_mentor, enrolment.as_mentee, enrolment.capacity), (EnrolmentStatus::Active, true, true, 2));
        let profile = store::people::by_id(&mut tx, nora.id).await.unwrap().unwrap();
        assert_eq!((profile.headline.as_deref(), profile.country.as_deref()), (Some("Bakes bread"), Some("FR")));
        let skills = store::people::skills(&mut tx, nora.id).await.unwrap();
        assert_eq!(skills.iter().map(|(side, _)| *side).collect::<Vec<_>>(), [SkillSide::Offered, SkillSide::Wanted]);
        drop(tx);
        assert_eq!(refusal(organisations::accept(ctx, &nora, &token).await), Refusal::InvitationInvalid, "it is used up");
        assert_eq!(fixture.import(PEOPLE).await, (0, 0, 3), "she takes part now");
    }

    async fn what_somebody_said_themselves_stays(db) {
        let fixture = Fixture::new(db).await;
        fixture.import(PEOPLE).await;
        let (token, _) = fixture.mail_to("nora@example.org").await;
        let (ctx, nora) = (&fixture.stage.ctx, fixture.stage.person("Nora").await);
        let mut tx = ctx.write().await.unwrap();
        store::people::set_skills(&mut tx, nora.id, &["budgeting".to_owned()], &[], ctx.now()).await.unwrap();
        tx.commit().await.unwrap();
        organisations::accept(ctx, &nora, &token).await.unwrap();
        let skills = store::people::skills(&mut ctx.read().await.unwrap(), nora.id).await.unwrap();
        assert_eq!(skills, [(SkillSide::Offered, "budgeting".to_owned()), (SkillSide::Wanted, "delegation".to_owned())]);
    }

    async fn a_member_already_is_enrolled_too(db) {
        let fixture = Fixture::new(db).await;
        fixture.import(PEOPLE).await;
        let (token, _) = fixture.mail_to("nora@example.org").await;
        let (ctx, nora) = (&fixture.stage.ctx, fixture.stage.person("Nora").await);
        fixture.stage.member(fixture.acme, &nora, OrgRole::Admin).await;
        assert!(!organisations::invitation(ctx, Some(&nora), &token).await.unwrap().member, "there is something to accept");
        assert!(organisations::accept(ctx, &nora, &token).await.unwrap().is_some());
        let mut tx = ctx.read().await.unwrap();
        assert_eq!(store::organisations::role_of(&mut tx, fixture.acme, nora.id).await.unwrap(), Some(OrgRole::Admin));
        assert!(store::enrolments::of(&mut tx, fixture.program.id, nora.id).await.unwrap().is_some());
    }

    async fn an_invitation_is_worth_what_its_coordinator_may_still_do(db) {
        let fixture = Fixture::new(db).await;
        fixture.import(PEOPLE).await;
        let (token, _) = fixture.mail_to("nora@example.org").await;
        let (ctx, nora) = (&fixture.stage.ctx, fixture.stage.person("Nora").await);
        fixture.stage.coordinator(&fixture.program, &fixture.mia).await;
        service::programs::remove_coordinator(ctx, &fixture.mia, "career", fixture.carla.id).await.unwrap();
        assert_eq!(refusal(organisations::accept(ctx, &nora, &token).await), Refusal::InvitationInvalid);
    }

    async fn in_a_program_that_is_over_nobody_is_enrolled_any_more(db) {
        let fixture = Fixture::new(db).await;
        fixture.import(PEOPLE).await;
        let (token, _) = fixture.mail_to("nora@example.org").await;
        let (ctx, nora) = (&fixture.stage.ctx, fixture.stage.person("Nora").await);
        fixture.stage.program_is(&fixture.program, ProgramStatus::Completed).await;
        assert_eq!(organisations::accept(ctx, &nora, &token).await.unwrap(), None);
        let mut tx = ctx.read().await.unwrap();
        assert!(store::organisations::role_of(&mut tx, fixture.acme, nora.id).await.unwrap().is_some());
        assert!(store::enrolments::of(&mut tx, fixture.program.id, nora.id).await.unwrap().is_none());
    }
}
