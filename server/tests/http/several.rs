//! Several servers on one database: they migrate once, and their jobs do nothing twice.

use crate::harness::{PASSWORD, Server};
use server::jobs;
use server::mail::Mailer;
use service::testing::Stage;
use store::{Db, testing};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn servers_that_start_at_once_migrate_once() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("new.db").display());
    starting_at_once(&url).await;
    let empty = testing::empty_postgres().await;
    starting_at_once(&empty).await;
}

async fn starting_at_once(url: &str) {
    let starts = (0..4).map(|_| {
        let url = url.to_owned();
        tokio::spawn(async move {
            let db = Db::connect(&url).await.unwrap();
            db.migrate().await.map(|()| db)
        })
    });
    for start in starts.collect::<Vec<_>>() {
        let db = start.await.unwrap().unwrap();
        Server::start(&db).await.browser().get("/readyz").await;
    }
}

store::both! {
    async fn each_mail_is_sent_by_one_of_them(db) {
        let folder = tempfile::tempdir().unwrap();
        let server = Server::with(db, |config| config.data = folder.path().to_owned()).await;
        let mut browser = server.browser();
        for n in 0..9 {
            let email = format!("person{n}@example.org");
            let fields = [("name", "Ada"), ("email", email.as_str()), ("password", PASSWORD), ("locale", "en"), ("zone", "UTC")];
            assert_eq!(browser.call("/api/accounts/sign_up", &fields).await.status, 200);
        }
        let mailer = Mailer::new(&server.state.config).unwrap();
        let runs = (0..4).map(|_| {
            let (ctx, mailer) = (server.stage.ctx.clone(), mailer.clone());
            tokio::spawn(async move { jobs::mails::send(&ctx, &mailer).await.unwrap() })
        });
        let mut sent = 0;
        for run in runs.collect::<Vec<_>>() {
            sent += run.await.unwrap();
        }
        assert_eq!(sent, 9);
        assert_eq!(std::fs::read_dir(folder.path().join("outbox")).unwrap().count(), 9);
    }

    async fn invitations_that_nobody_followed_go(db) {
        let server = Server::start(db).await;
        let (stage, ctx) = (&server.stage, &server.stage.ctx);
        let acme = stage.organisation("acme").await;
        let program = stage.program("career").of(acme).open().await;
        let carla = stage.person("Carla").await;
        stage.member(acme, &carla, domain::organisations::OrgRole::Member).await;
        stage.coordinator(&program, &carla).await;
        service::imports::upload(ctx, &carla, "career", "a.csv", b"Email,Role,Name\nnia@example.org,mentee,Nia\n").await.unwrap();
        let draft = service::imports::page(ctx, &carla, "career").await.unwrap().draft.unwrap();
        service::imports::run(ctx, &carla, "career", draft.id).await.unwrap();
        let kept = async || {
            jobs::tidy::run(ctx).await.unwrap();
            let mut tx = ctx.read().await.unwrap();
            (testing::changes::count(&mut tx, "invitations").await, testing::changes::count(&mut tx, "invited_participants").await)
        };
        stage.clock.advance(chrono::Duration::days(13));
        assert_eq!(kept().await, (1, 1));
        stage.clock.advance(chrono::Duration::days(2));
        assert_eq!(kept().await, (1, 0), "what the file said is for those who come");
        stage.clock.advance(chrono::Duration::days(30));
        assert_eq!(kept().await, (0, 0));
    }

    async fn what_has_expired_goes(db) {
        let server = Server::start(db).await;
        let ada = server.stage.person("Ada").await;
        let mut browser = server.browser_of(&ada).await;
        browser.page = "/signup".to_owned();
        browser.post("/api/accounts/sign_up", &[("name", ""), ("email", ""), ("password", ""), ("locale", ""), ("zone", "")]).await;
        server.stage.clock.advance(chrono::Duration::days(31));
        jobs::tidy::run(&server.stage.ctx).await.unwrap();
        assert_eq!(left(&server.stage).await, (0, 0));
    }
}

/// Sessions and flashes in the database.
async fn left(stage: &Stage) -> (i64, i64) {
    let mut tx = stage.ctx.read().await.unwrap();
    (testing::changes::count(&mut tx, "sessions").await, testing::changes::count(&mut tx, "flashes").await)
}
