//! How many invitations leave in a day.

use super::Fixture;
use chrono::Duration;
use domain::organisations::OrgRole;
use service::{Settings, imports, organisations};
use std::fmt::Write as _;
use std::sync::Arc;
use store::testing::changes::count;

/// A file of so many strangers.
fn strangers(from: usize, number: usize) -> String {
    (from..from + number).fold("Email,Role,Name\n".to_owned(), |mut file, n| {
        writeln!(file, "stranger-{n}@example.org,mentee,Win a prize at evil.example").unwrap();
        file
    })
}

async fn fixture(db: &store::Db, invitations_a_day: usize) -> Fixture {
    let mut fixture = Fixture::new(db).await;
    fixture.stage.ctx.settings = Arc::new(Settings { invitations_a_day, ..Settings::default() });
    fixture
}

/// How many mails are due now that weren't before.
async fn leaving(fixture: &Fixture) -> usize {
    let ctx = &fixture.stage.ctx;
    let mut tx = ctx.write().await.unwrap();
    let far = ctx.now() + Duration::days(10_000);
    let mails = store::mails::claim(&mut tx, ctx.now(), far, 10_000).await.unwrap();
    tx.commit().await.unwrap();
    assert!(mails.iter().all(|mail| !mail.body_text.contains("prize") && !mail.to_name.contains("prize")), "the file writes no mail");
    mails.len()
}

store::both! {
    async fn those_beyond_the_days_number_wait_and_it_is_said(db) {
        let fixture = fixture(db, 10).await;
        fixture.upload(&strangers(0, 25)).await.unwrap();
        let draft = fixture.draft().await;
        assert_eq!(draft.invite, 25);
        assert_eq!(draft.later.as_deref(), Some("An organisation sends at most 10 invitations a day: 15 of these leave later, the last on 4 March 2026."));
        fixture.run().await.unwrap();
        assert_eq!(fixture.draft().await.done, Some((0, 25, 0)), "all are invited");
        let page = imports::page(&fixture.stage.ctx, &fixture.carla, "career").await.unwrap();
        assert_eq!(page.queued.as_deref(), Some("15 invitations of this organisation wait for their turn. The last leaves on 4 March 2026."));
        assert_eq!(leaving(&fixture).await, 10);
        let mut later = Vec::new();
        for _ in 0..3 {
            fixture.stage.clock.advance(Duration::days(1));
            later.push(leaving(&fixture).await);
        }
        assert_eq!(later, [10, 5, 0]);
        let page = imports::page(&fixture.stage.ctx, &fixture.carla, "career").await.unwrap();
        assert_eq!(page.queued, None);
    }

    async fn another_file_program_or_coordinator_is_no_way_around(db) {
        let fixture = fixture(db, 10).await;
        fixture.import(&strangers(0, 10)).await;
        assert_eq!(leaving(&fixture).await, 10);
        fixture.import(&strangers(100, 3)).await;
        let other = fixture.stage.program("other").of(fixture.acme).open().await;
        fixture.stage.coordinator(&other, &fixture.mia).await;
        let ctx = &fixture.stage.ctx;
        imports::upload(ctx, &fixture.mia, "other", "a.csv", strangers(200, 3).as_bytes()).await.unwrap();
        let draft = imports::page(ctx, &fixture.mia, "other").await.unwrap().draft.unwrap();
        imports::run(ctx, &fixture.mia, "other", draft.id).await.unwrap();
        // Nor is another organisation of the same person.
        let globex = fixture.stage.organisation("globex").await;
        fixture.stage.member(globex, &fixture.carla, OrgRole::Owner).await;
        let theirs = fixture.stage.program("theirs").of(globex).open().await;
        imports::upload(ctx, &fixture.carla, &theirs.slug, "a.csv", strangers(300, 3).as_bytes()).await.unwrap();
        let draft = imports::page(ctx, &fixture.carla, &theirs.slug).await.unwrap().draft.unwrap();
        imports::run(ctx, &fixture.carla, &theirs.slug, draft.id).await.unwrap();
        assert_eq!(leaving(&fixture).await, 0);
        fixture.stage.clock.advance(Duration::days(1));
        assert_eq!(leaving(&fixture).await, 9);
    }

    async fn nobody_is_invited_without_an_end_whoever_does_it(db) {
        let fixture = fixture(db, 1_000).await;
        let ctx = &fixture.stage.ctx;
        let mut programs = Vec::new();
        for n in 0..7 {
            let organisation = fixture.stage.organisation(&format!("house-{n}")).await;
            let owner = fixture.stage.person(&format!("Owner {n}")).await;
            fixture.stage.member(organisation, &owner, OrgRole::Owner).await;
            let program = fixture.stage.program(&format!("program-{n}")).of(organisation).open().await;
            imports::upload(ctx, &owner, &program.slug, "a.csv", strangers(0, 1).as_bytes()).await.unwrap();
            let draft = imports::page(ctx, &owner, &program.slug).await.unwrap().draft.unwrap();
            imports::run(ctx, &owner, &program.slug, draft.id).await.unwrap();
            programs.push(program);
        }
        assert_eq!(leaving(&fixture).await, 5);
        fixture.stage.clock.advance(Duration::days(1));
        assert_eq!(leaving(&fixture).await, 2);
    }

    async fn an_invitation_is_good_for_as_long_after_it_has_left(db) {
        let fixture = fixture(db, 1).await;
        fixture.import(&strangers(0, 3)).await;
        fixture.stage.clock.advance(Duration::days(2));
        let token = {
            let ctx = &fixture.stage.ctx;
            let mut tx = ctx.write().await.unwrap();
            let mails = store::mails::claim(&mut tx, ctx.now(), ctx.now() + Duration::days(10_000), 100).await.unwrap();
            tx.commit().await.unwrap();
            let last = mails.iter().find(|mail| mail.to_email == "stranger-2@example.org").unwrap();
            last.body_text.split_once("/invite/").unwrap().1.lines().next().unwrap().to_owned()
        };
        fixture.stage.clock.advance(Duration::days(13));
        organisations::invitation(&fixture.stage.ctx, None, &token).await.unwrap();
        fixture.stage.clock.advance(Duration::days(2));
        assert!(organisations::invitation(&fixture.stage.ctx, None, &token).await.is_err());
    }

    async fn one_that_is_taken_back_does_not_leave(db) {
        let fixture = fixture(db, 1).await;
        let olga = fixture.stage.person("Olga").await;
        fixture.stage.member(fixture.acme, &olga, OrgRole::Owner).await;
        fixture.import(&strangers(0, 3)).await;
        let ctx = &fixture.stage.ctx;
        let open = store::organisations::invitations::open(&mut ctx.read().await.unwrap(), fixture.acme, ctx.now(), 10).await.unwrap();
        let id = |email: &str| open.iter().find(|invitation| invitation.email.as_deref() == Some(email)).unwrap().id;
        organisations::revoke(ctx, &olga, "acme", id("stranger-1@example.org")).await.unwrap();
        // Sent again, it leaves at once, and only once.
        organisations::send_again(ctx, &olga, "acme", id("stranger-2@example.org")).await.unwrap();
        assert_eq!(leaving(&fixture).await, 2);
        fixture.stage.clock.advance(Duration::days(5));
        assert_eq!(leaving(&fixture).await, 0);
        assert_eq!(count(&mut ctx.read().await.unwrap(), "mails").await, 2);
    }
}
