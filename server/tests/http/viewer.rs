//! Language and colours: what was chosen in this browser, else the account's, else what the browser asks for.

use crate::harness::{Answer, Server, html};

/// An attribute of the page as a whole; empty without it.
fn page_attribute(page: &Answer, name: &str) -> String {
    html::attribute(&page.body, "html", name).unwrap_or_default()
}

fn language(page: &Answer) -> String {
    page_attribute(page, "lang")
}

store::both! {
    async fn the_language_is_negotiated(db) {
        let server = Server::start(db).await;
        let mut browser = server.browser();
        let page = browser.get("/login").await;
        assert_eq!((language(&page).as_str(), page_attribute(&page, "dir").as_str()), ("en", "ltr"));
        browser.headers = vec![("accept-language", "pt, fr-CA;q=0.8, de;q=0.5".to_owned())];
        assert_eq!(language(&browser.get("/login").await), "fr");
        browser.page = "/login".to_owned();
        browser.submit("/api/preferences/set", &[("lang", "ar")]).await;
        assert_eq!(browser.page, "/login");
        let page = browser.get("/login").await;
        assert_eq!((language(&page).as_str(), page_attribute(&page, "dir").as_str()), ("ar", "rtl"), "what was chosen counts for more");

        let greta = server.stage.person_in("Greta", "de", "Europe/Berlin").await;
        let mut signed_in = server.browser_of(&greta).await;
        signed_in.headers.clone_from(&browser.headers);
        assert_eq!(language(&signed_in.get("/settings").await), "de", "the account's counts for more than what the browser asks for");
        signed_in.cookies.insert("lang".to_owned(), "es".to_owned());
        assert_eq!(language(&signed_in.get("/settings").await), "es", "what was chosen in this browser counts most");
    }

    async fn colours_are_remembered(db) {
        let server = Server::start(db).await;
        let mut browser = server.browser();
        browser.post("/api/preferences/set", &[("theme", "dark"), ("next", "/login")]).await;
        assert_eq!(page_attribute(&browser.get("/login").await, "data-theme"), "dark");
        browser.cookies.insert("theme".to_owned(), "plaid".to_owned());
        assert_eq!(page_attribute(&browser.get("/login").await, "data-theme"), "");
    }
}
