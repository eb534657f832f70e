//! Photos and pictures of programs: put up, replaced, taken away, and who may look at them.

use super::{png, word};
use domain::PictureId;
use domain::organisations::OrgRole;
use domain::people::Missing;
use domain::programs::ProgramStatus;
use service::pictures::{self, Shape};
use service::testing::Stage;
use service::{Actor, people};
use store::both;

async fn photo_of(stage: &Stage, person: &Actor) -> Option<PictureId> {
    people::profile(&stage.ctx, person).await.unwrap().picture
}

both! {
    async fn a_photo_is_put_up_replaced_and_taken_away(db) {
        let stage = Stage::new(db);
        let amara = stage.person("Amara").await;
        let ctx = &stage.ctx;
        people::set_photo(ctx, &amara, png()).await.unwrap();
        let first = photo_of(&stage, &amara).await.unwrap();
        let shown = pictures::show(ctx, Some(&amara), first).await.unwrap();
        assert_eq!(shown.content_type, "image/jpeg");
        assert!(!people::profile(ctx, &amara).await.unwrap().missing.contains(&Missing::Photo));
        people::set_photo(ctx, &amara, png()).await.unwrap();
        let second = photo_of(&stage, &amara).await.unwrap();
        assert_ne!(first, second);
        assert_eq!(word(&pictures::show(ctx, Some(&amara), first).await), "not there", "the old one is gone");
        people::remove_photo(ctx, &amara).await.unwrap();
        people::remove_photo(ctx, &amara).await.unwrap();
        assert_eq!(photo_of(&stage, &amara).await, None);
        assert_eq!(word(&pictures::show(ctx, Some(&amara), second).await), "not there");
    }

    async fn a_face_is_seen_by_those_who_know_the_person(db) {
        let stage = Stage::new(db);
        let ctx = &stage.ctx;
        let program = stage.program("career").open().await;
        let acme = stage.organisation("acme").await;
        let (amara, mentee, left) = (stage.person("Amara").await, stage.person("Mentee").await, stage.person("Left").await);
        let (colleague, outsider, coordinator) = (stage.person("Colleague").await, stage.person("Outsider").await, stage.person("Coordinator").await);
        stage.mentor(&program, &amara, 1).await;
        stage.mentee(&program, &mentee).await;
        stage.mentee(&program, &left).await;
        stage.enrolment_is(&program, &left, domain::enrolments::EnrolmentStatus::Left).await;
        stage.coordinator(&program, &coordinator).await;
        stage.member(acme, &amara, OrgRole::Member).await;
        stage.member(acme, &colleague, OrgRole::Member).await;
        people::set_photo(ctx, &amara, png()).await.unwrap();
        let photo = photo_of(&stage, &amara).await.unwrap();
        for (who, seen) in [(&amara, "there"), (&mentee, "there"), (&left, "there"), (&colleague, "there"), (&coordinator, "there"), (&outsider, "not there")] {
            assert_eq!(word(&pictures::show(ctx, Some(who), photo).await), seen, "{}", who.name);
        }
        assert_eq!(word(&pictures::show(ctx, None, photo).await), "not there");
        assert_eq!(word(&pictures::show(ctx, Some(&amara), ctx.id()).await), "not there", "an unknown one");
    }

    async fn a_programs_picture_is_seen_by_those_who_see_the_program(db) {
        let stage = Stage::new(db);
        let ctx = &stage.ctx;
        let acme = stage.organisation("acme").await;
        let (admin, outsider) = (stage.person("Admin").await, stage.person("Outsider").await);
        stage.member(acme, &admin, OrgRole::Admin).await;
        let (open, inside) = (stage.program("open").open().await, stage.program("inside").of(acme).open().await);
        let mut pictures = Vec::new();
        for program in [&open, &inside] {
            let prepared = pictures::prepare(png(), Shape::Banner).await.unwrap();
            let mut tx = ctx.write().await.unwrap();
            let picture = pictures::insert(ctx, &mut tx, admin.id, prepared).await.unwrap();
            store::testing::changes::program_has_picture(&mut tx, program.id, picture).await;
            tx.commit().await.unwrap();
            pictures.push(picture);
        }
        assert_eq!(word(&pictures::show(ctx, None, pictures[0]).await), "there", "everybody sees programs of the open community");
        assert_eq!(word(&pictures::show(ctx, None, pictures[1]).await), "not there");
        assert_eq!(word(&pictures::show(ctx, Some(&outsider), pictures[1]).await), "not there");
        assert_eq!(word(&pictures::show(ctx, Some(&admin), pictures[1]).await), "there");
        stage.program_is(&open, ProgramStatus::Draft).await;
        assert_eq!(word(&pictures::show(ctx, None, pictures[0]).await), "not there", "a draft is its coordinators'");
    }
}
