//! Who may not, and what nobody learns.

use super::{Fixture, PEOPLE, refusal};
use domain::Refusal;
use domain::enrolments::EnrolmentStatus;
use domain::imports::Reading;
use domain::imports::views::ImportDraft;
use domain::organisations::OrgRole;
use domain::programs::ProgramStatus;
use service::{Actor, Error, imports};
use std::collections::BTreeMap;

/// Every use case by somebody, with the id of Carla's file, in a word each.
async fn all(fixture: &Fixture, actor: &Actor, id: domain::ImportId) -> Vec<&'static str> {
    fn word<T>(answer: Result<T, Error>) -> &'static str {
        match answer {
            Ok(_) => "done",
            Err(Error::Forbidden) => "forbidden",
            Err(Error::NotFound) => "not found",
            Err(Error::Conflict(_)) => "conflict",
            Err(_) => "another error",
        }
    }
    let (ctx, slug) = (&fixture.stage.ctx, "career");
    let columns = vec![String::new(); 9];
    vec![
        word(imports::page(ctx, actor, slug).await),
        word(imports::choose_columns(ctx, actor, slug, id, "", &columns).await),
        word(imports::fix(ctx, actor, slug, id, &BTreeMap::new()).await),
        word(imports::read_again(ctx, actor, slug, id, Reading::default()).await),
        word(imports::leave_empty(ctx, actor, slug, id, 0).await),
        word(imports::wrong_rows(ctx, actor, slug).await),
        word(imports::run(ctx, actor, slug, id).await),
        word(imports::discard(ctx, actor, slug, id).await),
        word(imports::upload(ctx, actor, slug, "a.csv", PEOPLE.as_bytes()).await),
    ]
}

store::both! {
    async fn only_coordinators_and_those_who_manage_the_organisation(db) {
        let fixture = Fixture::new(db).await;
        let (otto, olga, pia) = (fixture.stage.person("Otto").await, fixture.stage.person("Olga").await, fixture.stage.person("Pia").await);
        let globex = fixture.stage.organisation("globex").await;
        let theirs = fixture.stage.program("theirs").of(globex).open().await;
        fixture.stage.member(globex, &otto, OrgRole::Owner).await;
        fixture.stage.coordinator(&theirs, &otto).await;
        fixture.stage.member(fixture.acme, &olga, OrgRole::Admin).await;
        fixture.stage.mentee(&fixture.program, &pia).await;
        fixture.upload(PEOPLE).await.unwrap();
        let id = fixture.draft().await.id;
        let before = fixture.counts().await;
        assert_eq!(all(&fixture, &otto, id).await, ["not found"; 9]);
        assert_eq!(all(&fixture, &pia, id).await, ["forbidden"; 9]);
        assert_eq!(all(&fixture, &fixture.mia, id).await, ["forbidden"; 9]);
        assert_eq!(fixture.counts().await, before);
        // An admin may, but the file is Carla's.
        let mut expected = vec!["not found"; 9];
        (expected[0], expected[8]) = ("done", "done");
        assert_eq!(all(&fixture, &olga, id).await, expected);
        assert_eq!(all(&fixture, &olga, id).await[1], "conflict", "now there are two files");
        assert_eq!(fixture.draft().await.id, id);
    }

    async fn nobody_learns_who_has_an_account_elsewhere(db) {
        let fixture = Fixture::new(db).await;
        let theirs = fixture.stage.person_in("Strange Sam", "de", "UTC").await;
        let globex = fixture.stage.organisation("globex").await;
        fixture.stage.member(globex, &theirs, OrgRole::Member).await;
        let without_ids = |draft: ImportDraft| ImportDraft { id: uuid::Uuid::nil().into(), ..draft };
        let mut seen = Vec::new();
        for address in ["strange-sam@example.org", "nobody-at-all@example.org"] {
            fixture.upload(&format!("Email,Role\n{address},mentor\n")).await.unwrap();
            let before = format!("{:?}", without_ids(fixture.draft().await)).replace(address, "…");
            fixture.run().await.unwrap();
            let after = format!("{:?}", without_ids(fixture.draft().await)).replace(address, "…");
            seen.push((before, after));
        }
        assert_eq!(seen[0], seen[1]);
        // Whose address it is reads the mail in their own language.
        assert!(fixture.mail_to("strange-sam@example.org").await.1.contains("lädt Sie zu"));
        assert!(fixture.stage.told(&theirs).await.is_empty());
    }

    async fn a_program_that_takes_nobody_in(db) {
        let fixture = Fixture::new(db).await;
        fixture.upload(PEOPLE).await.unwrap();
        let id = fixture.draft().await.id;
        for status in [ProgramStatus::Draft, ProgramStatus::Completed, ProgramStatus::Cancelled] {
            fixture.stage.program_is(&fixture.program, status).await;
            assert_eq!(refusal(imports::run(&fixture.stage.ctx, &fixture.carla, "career", id).await), Refusal::EnrolmentClosed, "{status}");
            assert_eq!(refusal(fixture.upload(PEOPLE).await), Refusal::EnrolmentClosed);
            let page = imports::page(&fixture.stage.ctx, &fixture.carla, "career").await.unwrap();
            assert_eq!((page.refusal, page.draft), (Some(Refusal::EnrolmentClosed), None));
        }
    }

    async fn the_open_community_invites_by_its_link(db) {
        let fixture = Fixture::new(db).await;
        let open = fixture.stage.program("open").open().await;
        fixture.stage.coordinator(&open, &fixture.carla).await;
        let ctx = &fixture.stage.ctx;
        assert_eq!(imports::page(ctx, &fixture.carla, "open").await.unwrap().refusal, Some(Refusal::NeedsOrganisation));
        let offered = async |slug| {
            let filter = service::enrolments::ParticipantFilter::default();
            service::enrolments::participants(ctx, &fixture.carla, slug, filter).await.unwrap().can_import
        };
        assert_eq!((offered("open").await, offered("career").await), (false, true));
        assert_eq!(refusal(imports::upload(ctx, &fixture.carla, "open", "a.csv", PEOPLE.as_bytes()).await), Refusal::NeedsOrganisation);
    }

    async fn a_participant_from_outside_is_known_to_the_program(db) {
        let fixture = Fixture::new(db).await;
        let nora = fixture.stage.person("Nora").await;
        fixture.stage.mentee(&fixture.program, &nora).await;
        assert_eq!(fixture.import(PEOPLE).await, (2, 0, 1), "she came by the link, and takes part already");
        let mut tx = fixture.stage.ctx.read().await.unwrap();
        assert_eq!(store::enrolments::of(&mut tx, fixture.program.id, nora.id).await.unwrap().unwrap().status, EnrolmentStatus::Active);
    }
}
