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
        let page = browser.submit("/api/accounts/confirm", &[]).await;
        assert_eq!(browser.page, "/login?done=confirmed", "{}", page.body);

        browser.submit("/api/accounts/sign_in", &[("email", "ADA@example.org"), ("password", PASSWORD)]).await;
        assert_eq!(browser.page, "/home");
        let settings = browser.open("/settings").await;
        assert!(settings.body.contains("ada@example.org"), "{}", settings.body);

        let page = browser.submit("/api/accounts/sign_out", &[]).await;
        assert_eq!((browser.page.as_str(), page.status), ("/", 200));
        assert!(!browser.cookies.contains_key(server.session_cookie()));
        browser.open("/settings").await;
        assert_eq!(browser.page, "/login?next=/settings");
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
        for _ in 0..10 {
            assert_eq!(browser.call("/api/accounts/sign_in", &wrong).await.status, 422);
        }
        let answer = browser.call("/api/accounts/sign_in", &wrong).await;
        assert_eq!(answer.status, 429, "{}", answer.body);
    }

    async fn attempts_count_by_the_address_that_the_proxy_saw(db) {
        let server = Server::with(db, |config| config.proxies = 1).await;
        let sign_up = |n: usize| [("name", "A".to_owned()), ("email", format!("a{n}@example.org")), ("password", PASSWORD.to_owned()), ("locale", "en".to_owned()), ("zone", "UTC".to_owned())];
        let mut statuses = Vec::new();
        for n in 0..12 {
            let mut browser = server.browser();
            // The last entry is the proxy's; what stands before it is made up by whoever asks.
            let seen = if n == 11 { "192.0.2.99" } else { "192.0.2.1" };
            browser.headers = vec![("x-forwarded-for", format!("10.9.8.{n}, {seen}"))];
            let fields = sign_up(n);
            let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
            statuses.push(browser.call("/api/accounts/sign_up", &fields).await.status);
        }
        assert_eq!(statuses, [200, 200, 200, 200, 200, 200, 200, 200, 200, 200, 429, 200]);
    }
}
