//! What people write is text, also in the parts of a page that are written as text and not made of components.

use super::people;
use crate::harness::{Server, html};

const NAME: &str = "Ada <i title=\"x\">&'";

store::both! {
    async fn what_a_mentor_writes_is_text_wherever_their_card_shows_it(db) {
        let server = Server::start(db).await;
        let program = server.stage.program("career").running().await;
        let (mentor, mentee) = (server.stage.person(NAME).await, server.stage.person("Mia").await);
        server.stage.mentor(&program, &mentor, 2).await;
        server.stage.mentee(&program, &mentee).await;
        let mut browser = server.browser_of(&mentor).await;
        browser.open("/profile").await;
        let form = people::profile(&[("headline", "<b>I keep bees"), ("skills_offered", "<b>Beekeeping")]);
        assert!(browser.submit("/api/people/save", &form).await.body.contains("Saved."));

        let mut browser = server.browser_of(&mentee).await;
        browser.open("/profile").await;
        browser.submit("/api/people/save", &people::profile(&[("skills_wanted", "<b>Beekeeping")])).await;
        let page = browser.open("/programs/career/mentors").await.body;
        assert_eq!(html::count(&page, "article i, article b"), 0, "{page}");
        for part in ["article .fitbars__words", "article .card__title"] {
            assert!(html::count(&page, part) > 0, "{part} in {page}");
        }
        let cards = html::texts(&page, "article").concat();
        for text in [NAME, "<b>I keep bees", "<b>Beekeeping"] {
            assert!(cards.contains(text), "{text} in {cards}");
        }
    }
}
