//! The character NUL is the sender's fault on either database, wherever it is written.

use crate::harness::{PASSWORD, Server};
use app::AppError;

store::both! {
    async fn an_address_with_it_is_no_page(db) {
        let server = Server::start(db).await;
        let mut browser = server.browser();
        for path in ["/programs/%00", "/programs/a%00b", "/explore?q=%00", "/verify/%00", "/login?next=/%00", "/nowhere%00"] {
            let page = browser.get(path).await;
            assert_eq!(page.status, 400, "{path}");
            assert!(page.body.contains("<main") && page.header("content-security-policy").contains("nonce-"), "{path}: a page like others");
            assert!(!page.body.contains("%00"), "{path}: without what was asked for");
        }
        assert_eq!(browser.get("/programs/%2500").await.status, 404, "three characters that only look like it");
        browser.headers = vec![("accept", "*/*".to_owned())];
        for path in ["/pictures/%00", "/admin/programs/%00/participants.csv"] {
            assert_eq!(browser.get(path).await.status, 400, "{path}");
        }
    }

    async fn a_form_with_it_is_refused(db) {
        let server = Server::start(db).await;
        let mut browser = server.browser();
        let fields = [("email", "a\0b"), ("password", PASSWORD)];
        let answer = browser.call("/api/accounts/sign_in", &fields).await;
        assert_eq!((answer.status, answer.header("content-type")), (400, "application/json"));
        assert!(matches!(answer.json(), AppError::Invalid(_)));

        browser.open("/login").await;
        let answer = browser.post("/api/accounts/sign_in", &[("next", "/explore"), ("email", "a\0b"), ("password", PASSWORD)]).await;
        assert_eq!((answer.status, answer.location().unwrap().as_str()), (303, "/login"));
        let page = browser.open("/login").await;
        assert_eq!(page.status, 200);
        assert!(page.body.contains("role=\"alert\""), "the page says that it was refused: {}", page.body);
    }
}
