//! Headers for safety, the policy of pages, and cookies.

use crate::harness::{PASSWORD, Server, html};
use cookie::SameSite;
use cookie::time::Duration;

fn nonce(policy: &str) -> String {
    let (_, rest) = policy.split_once("'nonce-").unwrap();
    rest.split('\'').next().unwrap().to_owned()
}

store::both! {
    async fn pages_let_nothing_in_from_elsewhere(db) {
        let server = Server::start(db).await;
        let mut browser = server.browser();
        let page = browser.get("/login").await;
        let policy = page.header("content-security-policy").to_owned();
        for part in ["default-src 'self'", "'wasm-unsafe-eval'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"] {
            assert!(policy.contains(part), "{part} in {policy}");
        }
        assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'"), "{policy}");
        let nonce = nonce(&policy);
        assert!(nonce.len() >= 22, "128 bits");
        let scripts = html::count(&page.body, "script");
        assert!(scripts >= 2);
        assert_eq!(html::attributes(&page.body, "script", "nonce"), vec![nonce.clone(); scripts], "each script of the page has the nonce");
        assert_eq!(html::count(&page.body, "[style], [onclick]"), 0, "nothing that the policy forbids");

        let again = browser.get("/login").await;
        assert!(!again.header("content-security-policy").contains(&nonce), "each page has its own");
    }

    async fn an_address_of_before_leads_to_the_page_of_today(db) {
        let server = Server::start(db).await;
        let answer = server.browser().get("/programs/career/ranks?q=ada%20l").await;
        assert_eq!((answer.status, answer.location().as_deref()), (308, Some("/programs/career/preferences?q=ada%20l")));
        assert_eq!(server.browser().get("//elsewhere.example/programs/career/ranks").await.status, 404, "nowhere but on this site");
    }

    async fn every_answer_has_them(db) {
        let server = Server::start(db).await;
        let mut browser = server.browser();
        for path in ["/", "/login", "/nowhere", "/healthz", "/metrics", "/api/nothing", "/pkg/none.js", "/settings"] {
            let answer = browser.get(path).await;
            assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
            assert_eq!(answer.header("x-frame-options"), "DENY", "{path}");
            assert_eq!(answer.header("referrer-policy"), "same-origin", "{path}");
            assert_ne!(answer.header("content-security-policy"), "", "{path}");
            assert_ne!(answer.header("permissions-policy"), "", "{path}");
            assert_ne!(answer.header("cache-control"), "", "{path}");
            assert_eq!(answer.header("strict-transport-security"), "", "{path}: not under http");
            assert_eq!(answer.header("x-request-id").len(), 32, "{path}");
        }
    }

    async fn the_id_of_a_request_is_ours(db) {
        let server = Server::start(db).await;
        let mut browser = server.browser();
        browser.headers = vec![("x-request-id", "chosen-by-a-stranger".to_owned())];
        let (first, second) = (browser.get("/").await, browser.get("/").await);
        assert_ne!(first.header("x-request-id"), "chosen-by-a-stranger");
        assert_ne!(first.header("x-request-id"), second.header("x-request-id"));
    }

    async fn what_is_not_there_is_404(db) {
        let server = Server::start(db).await;
        let page = server.browser().get("/nowhere").await;
        assert_eq!(page.status, 404);
        assert!(page.body.contains("<main"), "a page like others");
    }

    async fn cookies_are_bound_to_the_host_under_https(db) {
        for (base_url, prefix, secure) in [("http://mentoring.example.org", "", None), ("https://mentoring.example.org", "__Host-", Some(true))] {
            let server = Server::with(db, |config| config.base_url = base_url.to_owned()).await;
            let mut browser = server.browser();
            if !base_url.starts_with("https") {
                server.account("ada@example.org").await;
            }
            let answer = browser.call("/api/accounts/sign_in", &[("email", "ada@example.org"), ("password", PASSWORD)]).await;
            let cookies = answer.cookies();
            // The session's, and the one by which the device is known again.
            assert_eq!(cookies.len(), 2, "{cookies:?}");
            for (cookie, name) in cookies.iter().zip(["session", "device"]) {
                assert_eq!(cookie.name(), format!("{prefix}trellis_{name}"));
                assert_eq!((cookie.path(), cookie.domain(), cookie.max_age()), (Some("/"), None, Some(Duration::days(400))), "{cookie}");
                assert_eq!((cookie.same_site(), cookie.http_only(), cookie.secure()), (Some(SameSite::Lax), Some(true), secure), "{cookie}");
            }
            let page = browser.get("/settings").await;
            assert_eq!(page.status, 200);
            let transport = if base_url.starts_with("https") { "max-age=31536000" } else { "" };
            assert_eq!(page.header("strict-transport-security"), transport);

            browser.page = "/signup".to_owned();
            let answer = browser.post("/api/accounts/sign_up", &[("name", ""), ("email", ""), ("password", ""), ("locale", ""), ("zone", "")]).await;
            let cookies = answer.cookies();
            let flash = &cookies[0];
            assert_eq!(flash.name(), format!("{prefix}trellis_flash"));
            assert_eq!((flash.same_site(), flash.http_only(), flash.secure()), (Some(SameSite::Lax), Some(true), secure), "{flash}");
        }
    }

    async fn what_is_about_a_person_is_not_kept_by_anybody(db) {
        let server = Server::start(db).await;
        let ada = server.stage.person("Ada").await;
        let mut browser = server.browser_of(&ada).await;
        for answer in [browser.get("/settings").await, browser.call("/api/accounts/settings", &[]).await] {
            assert_eq!((answer.status, answer.header("cache-control")), (200, "private, no-store"));
        }
    }
}
