//! Signing up, confirming, signing in and out, with a browser that runs no JavaScript.

use crate::harness::{PASSWORD, Server, link};
use chrono::Duration;

const ADA: [(&str, &str); 5] =
    [("name", "Ada Lovelace"), ("email", "ada@example.org"), ("password", PASSWORD), ("locale", "en"), ("zone", "Europe/London")];

store::both! {
    async fn from_sign_up_to_sign_out(db) {
        let server = Server::start(db).await;
        let mut browser = server.browser();
        browser.open("/signup").await;
        let page = browser.submit("/api/accounts/sign_up", &ADA).await;
        assert_eq!(page.status, 200);

        let mail = server.mails_to("ada@example.org").await.remove(0);
        let confirm = link(&mail, "/verify/");
        let page = browser.open(&confirm).await;
        assert_eq!(page.status, 200, "opening the link alone confirms nothing, but shows a button");
        let page = browser.submit("/api/accounts/confirm", &[("password", "somebody else's")]).await;
        assert_eq!(browser.page, confirm);
        assert!(page.body.contains("id=\"password-error\""), "who reads the mail need not be who signed up: {}", page.body);
        let page = browser.submit("/api/accounts/confirm", &[("password", PASSWORD)]).await;
        assert_eq!(browser.page, "/home", "{}", page.body);
        let settings = browser.open("/settings").await;
        assert!(settings.body.contains("ada@example.org"), "{}", settings.body);

        let page = browser.submit("/api/accounts/sign_out", &[]).await;
        assert_eq!((browser.page.as_str(), page.status), ("/", 200));
        assert!(!browser.cookies.contains_key(server.session_cookie()));
        browser.open("/settings").await;
        assert_eq!(browser.page, "/login?next=/settings");
        browser.submit("/api/accounts/sign_in", &[("email", "ADA@example.org"), ("password", PASSWORD)]).await;
        assert_eq!(browser.page, "/settings");
    }

    async fn a_browser_keeps_that_somebody_signed_in_on_it(db) {
        let server = Server::start(db).await;
        let mut browser = server.browser();
        server.account("ada@example.org").await;
        let sign_in = [("email", "ada@example.org"), ("password", PASSWORD)];
        let answer = browser.call("/api/accounts/sign_in", &sign_in).await;
        let cookie = answer.cookies().into_iter().find(|cookie| cookie.name() == "trellis_device").unwrap();
        assert_eq!((cookie.http_only(), cookie.same_site()), (Some(true), Some(cookie::SameSite::Lax)), "{cookie}");
        assert_eq!(cookie.max_age(), Some(cookie::time::Duration::days(400)), "{cookie}");
        browser.call("/api/accounts/sign_out", &[]).await;
        let kept = browser.cookies["trellis_device"].clone();
        assert_eq!(kept.len(), 43, "256 bits in base 64, and signing out leaves it");

        let wrong = [("email", "ada@example.org"), ("password", "wrong-password-here")];
        let mut guesser = server.browser();
        while guesser.call("/api/accounts/sign_in", &wrong).await.status != 429 {}
        assert_eq!(server.browser().call("/api/accounts/sign_in", &sign_in).await.status, 429, "another device at the same network");
        assert_eq!(browser.call("/api/accounts/sign_in", &sign_in).await.status, 200, "Ada's own");
        assert_ne!(browser.cookies["trellis_device"], kept);
    }

    async fn who_finds_everything_busy_is_told_when_to_come_again_and_loses_nothing(db) {
        let mut stage = service::testing::Stage::new(db);
        stage.ctx.hasher = std::sync::Arc::new(service::accounts::Hasher::sized(1, 0));
        let server = Server::on(stage, |_| ()).await;
        for function in ["sign_up", "sign_in"] {
            let answer = server.browser().call(&format!("/api/accounts/{function}"), &ADA).await;
            assert_eq!((answer.status, answer.header("retry-after")), (503, "5"), "{function}: {}", answer.body);
            assert_eq!(answer.json::<app::AppError>(), app::AppError::Busy(5));
        }
        let mut browser = server.browser();
        browser.open("/signup").await;
        let page = browser.submit("/api/accounts/sign_up", &ADA).await;
        assert_eq!(browser.page, "/signup");
        assert!(page.body.contains("try again in a few seconds") && page.body.contains("value=\"Ada Lovelace\""), "{}", page.body);
    }

    async fn one_is_sent_back_to_where_one_wanted_to_go(db) {
        let server = Server::start(db).await;
        let mut browser = server.browser();
        server.account("ada@example.org").await;
        browser.open("/settings").await;
        browser.submit("/api/accounts/sign_in", &[("email", "ada@example.org"), ("password", PASSWORD)]).await;
        assert_eq!(browser.page, "/settings");
    }

    async fn no_link_leads_to_another_site_after_signing_in(db) {
        let server = Server::start(db).await;
        let mut browser = server.browser();
        server.account("ada@example.org").await;
        for next in ["//evil.example", "https://evil.example", "/\\evil.example"] {
            let fields = [("email", "ada@example.org"), ("password", PASSWORD), ("next", next)];
            assert_eq!(browser.post("/api/accounts/sign_in", &fields).await.location().unwrap(), "/home", "{next}");
        }
    }

    async fn signing_in_rotates_the_session(db) {
        let server = Server::start(db).await;
        let mut browser = server.browser();
        server.account("ada@example.org").await;
        let sign_in = [("email", "ada@example.org"), ("password", PASSWORD)];
        browser.call("/api/accounts/sign_in", &sign_in).await;
        let planted = browser.cookies[server.session_cookie()].clone();
        assert_eq!(planted.len(), 43, "256 bits in base 64");
        browser.call("/api/accounts/sign_in", &sign_in).await;
        assert_ne!(browser.cookies[server.session_cookie()], planted);
        let mut other = server.browser();
        other.cookies.insert(server.session_cookie().to_owned(), planted);
        assert_eq!(other.call("/api/accounts/settings", &[]).await.status, 401, "the session before has ended");
    }

    async fn a_session_ends_when_its_time_is_over(db) {
        let server = Server::start(db).await;
        let ada = server.stage.person("Ada").await;
        let mut browser = server.browser_of(&ada).await;
        assert_eq!(browser.get("/settings").await.status, 200);
        server.stage.clock.advance(Duration::days(31));
        assert_eq!(browser.get("/settings").await.location().unwrap(), "/login?next=/settings");
    }

    async fn too_many_attempts_are_refused(db) {
        let server = Server::start(db).await;
        let mut browser = server.browser();
        let wrong = [("email", "nobody@example.org"), ("password", "wrong-password-here")];
        for _ in 0..11 {
            assert_eq!(browser.call("/api/accounts/sign_in", &wrong).await.status, 422);
        }
        let answer = browser.call("/api/accounts/sign_in", &wrong).await;
        assert_eq!((answer.status, answer.header("retry-after")), (429, "20"), "{}", answer.body);
    }

    async fn attempts_count_by_the_address_that_the_proxy_saw(db) {
        let server = Server::with(db, |config| config.proxies = 1).await;
        let wrong = [("email", "nobody@example.org"), ("password", "wrong-password-here")];
        let mut statuses = Vec::new();
        for n in 0..13 {
            let mut browser = server.browser();
            // The last entry is the proxy's; what stands before it is made up by whoever asks.
            let seen = if n == 12 { "192.0.2.99" } else { "192.0.2.1" };
            browser.headers = vec![("x-forwarded-for", format!("10.9.8.{n}, {seen}"))];
            statuses.push(browser.call("/api/accounts/sign_in", &wrong).await.status);
        }
        assert_eq!(statuses, [[422; 11].as_slice(), &[429, 422]].concat());
    }
}
