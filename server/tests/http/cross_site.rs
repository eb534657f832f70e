//! What other sites make a browser send is refused.

use crate::harness::{Browser, Server};

const PREFERENCES: (&str, [(&str, &str); 2]) = ("/api/preferences/set", [("lang", "fr"), ("next", "/")]);

async fn status(browser: &mut Browser) -> u16 {
    browser.call(PREFERENCES.0, &PREFERENCES.1).await.status
}

store::both! {
    async fn posts_from_elsewhere_change_nothing(db) {
        let server = Server::start(db).await;
        let ada = server.stage.person("Ada").await;
        let mut browser = server.browser_of(&ada).await;
        for (site, origin, expected) in [
            ("same-origin", "http://evil.example", 200),
            ("cross-site", "http://evil.example", 403),
            ("same-site", "http://evil.example", 403),
        ] {
            browser.headers = vec![("sec-fetch-site", site.to_owned()), ("origin", origin.to_owned())];
            assert_eq!(status(&mut browser).await, expected, "{site} {origin}");
        }
        browser.headers = vec![("sec-fetch-site", "cross-site".to_owned())];
        browser.post("/api/accounts/sign_out", &[]).await;
        browser.headers.clear();
        assert_eq!(browser.get("/settings").await.status, 200, "still signed in");
    }

    async fn reading_from_elsewhere_is_fine(db) {
        let server = Server::start(db).await;
        let mut browser = server.browser();
        browser.headers = vec![("sec-fetch-site", "cross-site".to_owned())];
        assert_eq!(browser.get("/login").await.status, 200);
    }
}
