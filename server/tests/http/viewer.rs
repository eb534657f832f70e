//! Language and colours: what was chosen in this browser, else the account's, else what the browser asks for.

use crate::harness::Server;

fn html(page: &str) -> &str {
    let (_, rest) = page.split_once("<html ").unwrap();
    rest.split('>').next().unwrap()
}

store::both! {
    async fn the_language_is_negotiated(db) {
        let server = Server::start(db).await;
        let mut browser = server.browser();
        assert_eq!(html(&browser.get("/login").await.body), "lang=\"en\" dir=\"ltr\"");
        browser.headers = vec![("accept-language", "pt, fr-CA;q=0.8, de;q=0.5".to_owned())];
        assert!(html(&browser.get("/login").await.body).contains("lang=\"fr\""));
        browser.page = "/login".to_owned();
        browser.submit("/api/preferences/set", &[("lang", "ar")]).await;
        assert_eq!(browser.page, "/login");
        assert_eq!(html(&browser.get("/login").await.body), "lang=\"ar\" dir=\"rtl\"", "what was chosen counts for more");

        let greta = server.stage.person_in("Greta", "de", "Europe/Berlin").await;
        let mut signed_in = server.browser_of(&greta).await;
        signed_in.headers.clone_from(&browser.headers);
        assert!(html(&signed_in.get("/settings").await.body).contains("lang=\"de\""), "the account's counts for more than what the browser asks for");
        signed_in.cookies.insert("lang".to_owned(), "es".to_owned());
        assert!(html(&signed_in.get("/settings").await.body).contains("lang=\"es\""), "what was chosen in this browser counts most");
    }

    async fn colours_are_remembered(db) {
        let server = Server::start(db).await;
        let mut browser = server.browser();
        browser.post("/api/preferences/set", &[("theme", "dark"), ("next", "/login")]).await;
        assert!(html(&browser.get("/login").await.body).contains("data-theme=\"dark\""));
        browser.cookies.insert("theme".to_owned(), "plaid".to_owned());
        assert!(!html(&browser.get("/login").await.body).contains("data-theme"));
    }
}
