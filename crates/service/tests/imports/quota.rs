//! How many invitations leave in a day.

use super::Scene;
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

async fn scene(db: &store::Db, invitations_a_day: usize) -> Scene {
    let mut scene = Scene::new(db).await;
    scene.stage.ctx.settings = Arc::new(Settings { invitations_a_day, ..Settings::default() });
    scene
}

/// How many mails are due now that weren't before.
async fn leaving(scene: &Scene) -> usize {
    let ctx = &scene.stage.ctx;
    let mut tx = ctx.write().await.unwrap();
    let far = ctx.now() + Duration::days(10_000);
    let mails = store::mails::claim(&mut tx, ctx.now(), far, 10_000).await.unwrap();
    tx.commit().await.unwrap();
    assert!(mails.iter().all(|mail| !mail.body_text.contains("prize") && !mail.to_name.contains("prize")), "the file writes no mail");
    mails.len()
}

store::both! {
    async fn those_beyond_the_days_number_wait_and_it_is_said(db) {
        let scene = scene(db, 10).await;
        scene.upload(&strangers(0, 25)).await.unwrap();
        let draft = scene.draft().await;
        assert_eq!(draft.invite, 25);
        assert_eq!(draft.later.as_deref(), Some("An organisation sends at most 10 invitations a day: 15 of these leave later, the last on 4 March 2026."));
        scene.run().await.unwrap();
        assert_eq!(scene.draft().await.done, Some((0, 25, 0)), "all are invited");
        let page = imports::page(&scene.stage.ctx, &scene.carla, "career").await.unwrap();
        assert_eq!(page.queued.as_deref(), Some("15 invitations of this organisation wait for their turn. The last leaves on 4 March 2026."));
        assert_eq!(leaving(&scene).await, 10);
        let mut later = Vec::new();
        for _ in 0..3 {
            scene.stage.clock.advance(Duration::days(1));
            later.push(leaving(&scene).await);
        }
        assert_eq!(later, [10, 5, 0]);
        let page = imports::page(&scene.stage.ctx, &scene.carla, "career").await.unwrap();
        assert_eq!(page.queued, None);
    }

    async fn another_file_program_or_coordinator_is_no_way_around(db) {
        let scene = scene(db, 10).await;
        scene.import(&strangers(0, 10)).await;
        assert_eq!(leaving(&scene).await, 10);
        scene.import(&strangers(100, 3)).await;
        let other = scene.stage.program("other").of(scene.acme).open().await;
        scene.stage.coordinator(&other, &scene.mia).await;
        let ctx = &scene.stage.ctx;
        imports::upload(ctx, &scene.mia, "other", "a.csv", strangers(200, 3).as_bytes()).await.unwrap();
        let draft = imports::page(ctx, &scene.mia, "other").await.unwrap().draft.unwrap();
        imports::run(ctx, &scene.mia, "other", draft.id).await.unwrap();
        // Nor is another organisation of the same person.
        let globex = scene.stage.organisation("globex").await;
        scene.stage.member(globex, &scene.carla, OrgRole::Owner).await;
        let theirs = scene.stage.program("theirs").of(globex).open().await;
        imports::upload(ctx, &scene.carla, &theirs.slug, "a.csv", strangers(300, 3).as_bytes()).await.unwrap();
        let draft = imports::page(ctx, &scene.carla, &theirs.slug).await.unwrap().draft.unwrap();
        imports::run(ctx, &scene.carla, &theirs.slug, draft.id).await.unwrap();
        assert_eq!(leaving(&scene).await, 0);
        scene.stage.clock.advance(Duration::days(1));
        assert_eq!(leaving(&scene).await, 9);
    }

    async fn nobody_is_invited_without_an_end_whoever_does_it(db) {
        let scene = scene(db, 1_000).await;
        let ctx = &scene.stage.ctx;
        let mut programs = Vec::new();
        for n in 0..7 {
            let organisation = scene.stage.organisation(&format!("house-{n}")).await;
            let owner = scene.stage.person(&format!("Owner {n}")).await;
            scene.stage.member(organisation, &owner, OrgRole::Owner).await;
            let program = scene.stage.program(&format!("program-{n}")).of(organisation).open().await;
            imports::upload(ctx, &owner, &program.slug, "a.csv", strangers(0, 1).as_bytes()).await.unwrap();
            let draft = imports::page(ctx, &owner, &program.slug).await.unwrap().draft.unwrap();
            imports::run(ctx, &owner, &program.slug, draft.id).await.unwrap();
            programs.push(program);
        }
        assert_eq!(leaving(&scene).await, 5);
        scene.stage.clock.advance(Duration::days(1));
        assert_eq!(leaving(&scene).await, 2);
    }

    async fn an_invitation_is_good_for_as_long_after_it_has_left(db) {
        let scene = scene(db, 1).await;
        scene.import(&strangers(0, 3)).await;
        scene.stage.clock.advance(Duration::days(2));
        let token = {
            let ctx = &scene.stage.ctx;
            let mut tx = ctx.write().await.unwrap();
            let mails = store::mails::claim(&mut tx, ctx.now(), ctx.now() + Duration::days(10_000), 100).await.unwrap();
            tx.commit().await.unwrap();
            let last = mails.iter().find(|mail| mail.to_email == "stranger-2@example.org").unwrap();
            last.body_text.split_once("/invite/").unwrap().1.lines().next().unwrap().to_owned()
        };
        scene.stage.clock.advance(Duration::days(13));
        organisations::invitation(&scene.stage.ctx, None, &token).await.unwrap();
        scene.stage.clock.advance(Duration::days(2));
        assert!(organisations::invitation(&scene.stage.ctx, None, &token).await.is_err());
    }

    async fn one_that_is_taken_back_does_not_leave(db) {
        let scene = scene(db, 1).await;
        let olga = scene.stage.person("Olga").await;
        scene.stage.member(scene.acme, &olga, OrgRole::Owner).await;
        scene.import(&strangers(0, 3)).await;
        let ctx = &scene.stage.ctx;
        let open = store::organisations::invitations::open(&mut ctx.read().await.unwrap(), scene.acme, ctx.now(), 10).await.unwrap();
        let id = |email: &str| open.iter().find(|invitation| invitation.email.as_deref() == Some(email)).unwrap().id;
        organisations::revoke(ctx, &olga, "acme", id("stranger-1@example.org")).await.unwrap();
        // Sent again, it leaves at once, and only once.
        organisations::send_again(ctx, &olga, "acme", id("stranger-2@example.org")).await.unwrap();
        assert_eq!(leaving(&scene).await, 2);
        scene.stage.clock.advance(Duration::days(5));
        assert_eq!(leaving(&scene).await, 0);
        assert_eq!(count(&mut ctx.read().await.unwrap(), "mails").await, 2);
    }
}
