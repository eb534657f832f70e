//! Pages of requests as a browser gets them, without JavaScript.

use crate::harness::Server;

const TEXT: &str = "أود أن أتعلم كيف أقود فريقًا صغيرًا هذا العام.";
const WORD: &str = "With pleasure, from next week on.";

store::both! {
    async fn a_kind_word_goes_with_a_yes(db) {
        let server = Server::start(db).await;
        let stage = &server.stage;
        let program = stage.program("career").running().await;
        let (mentor, mentee) = (stage.person("Noor").await, stage.person("Mia").await);
        stage.mentor(&program, &mentor, 1).await;
        stage.mentee(&program, &mentee).await;
        let id = service::requests::ask(&stage.ctx, &mentee, "career", mentor.id, TEXT).await.unwrap();
        let path = format!("/programs/career/requests/{id}");
        let mut browser = server.browser_of(&mentor).await;
        let list = browser.open("/programs/career/requests").await.body;
        assert!(list.contains(&format!("<p dir=\"auto\" class=\"request__excerpt\">{TEXT}")), "words go in their own direction: {list}");

        let page = browser.open(&path).await.body;
        for once in ["id=\"accept-word\"", "for=\"accept-word\"", "id=\"word\"", "for=\"word\""] {
            assert_eq!(page.matches(once).count(), 1, "{once}: each of the two forms has a word of its own: {page}");
        }
        let long = "x".repeat(2001);
        let page = browser.submit("/api/requests/accept", &[("word", &long)]).await.body;
        for part in ["href=\"#accept-word\"", "id=\"accept-word-error\"", long.as_str()] {
            assert!(page.contains(part), "{part} in {page}");
        }
        assert!(!page.contains("id=\"word-error\""), "nothing is wrong with the other form");
        browser.submit("/api/requests/accept", &[("word", WORD)]).await;
        assert!(server.browser_of(&mentee).await.open(&path).await.body.contains(WORD));
    }
}
