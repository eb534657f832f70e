//! What people write is text, also in the parts of a page that are written as text and not made of components.

use crate::harness::Server;

const NAME: &str = "Ada <i title=\"x\">&'";
const ESCAPED: &str = "Ada &lt;i title=";

store::both! {
    async fn what_a_mentor_writes_is_text_wherever_their_card_shows_it(db) {
        let server = Server::start(db).await;
        let program = server.stage.program("career").running().await;
        let (mentor, mentee) = (server.stage.person(NAME).await, server.stage.person("Mia").await);
        server.stage.mentor(&program, &mentor, 2).await;
        server.stage.mentee(&program, &mentee).await;
        let mut browser = server.browser_of(&mentor).await;
        browser.open("/profile").await;
        let about = [("pronouns", ""), ("headline", "<b>I keep bees"), ("about", ""), ("country", "NG"), ("zone", "UTC"), ("languages[]", "en")];
        assert!(browser.submit("/api/people/save_about", &about).await.body.contains("Saved."));
        browser.submit("/api/people/save_skills", &[("skills_offered", "<b>Beekeeping"), ("skills_wanted", "")]).await;

        let mut browser = server.browser_of(&mentee).await;
        browser.open("/profile").await;
        browser.submit("/api/people/save_skills", &[("skills_offered", ""), ("skills_wanted", "<b>Beekeeping")]).await;
        let page = browser.open("/programs/career/mentors").await.body;
        let (_, cards) = page.split_once("<article").unwrap();
        // After the cards comes what the client reads, which is text of another kind.
        let (cards, _) = cards.split_once("<script").unwrap();
        for raw in ["<i title", "<b>"] {
            assert!(!cards.contains(raw), "{raw} in {cards}");
        }
        for text in [ESCAPED, "&lt;b&gt;I keep bees", "&lt;b&gt;Beekeeping", "fitbars__words", "card__title"] {
            assert!(cards.contains(text), "{text} in {cards}");
        }
    }
}
