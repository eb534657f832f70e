//! Leaving without JavaScript: asking for it, coming back, the job that erases, and one's data as a file.

use crate::harness::{Browser, PASSWORD, Server};
use chrono::Duration;
use server::jobs::leaving;

const EMAIL: &str = "zeb@example.org";

/// A browser in which somebody with a password is signed in.
async fn signed_in(server: &Server) -> Browser {
    let mut browser = server.browser();
    browser.open("/login").await;
    browser.submit("/api/accounts/sign_in", &[("email", EMAIL), ("password", PASSWORD)]).await;
    browser
}

store::both! {
    async fn an_account_is_deleted_after_some_days_unless_somebody_comes_back(db) {
        let server = Server::start(db).await;
        server.account(EMAIL).await;
        let mut browser = signed_in(&server).await;
        browser.open("/settings").await;
        let wrong = browser.submit("/api/accounts/delete", &[("delete_password", "not the password")]).await;
        assert_eq!(browser.page, "/settings");
        assert!(wrong.body.contains("id=\"delete_password-error\""), "beside its field: {}", wrong.body);
        let asked = browser.submit("/api/accounts/delete", &[("delete_password", PASSWORD)]).await;
        assert_eq!(browser.page, "/login?done=leaving");
        assert!(asked.body.contains("Your account will be deleted in 14 days."), "{}", asked.body);
        assert!(!browser.cookies.contains_key(server.session_cookie()));
        let mails = server.mails_to(EMAIL).await;
        assert!(mails.iter().any(|mail| mail.subject == "Your account will be deleted on 16 March 2026"));

        let mut back = signed_in(&server).await;
        assert_eq!(back.page, "/settings", "where one is asked whether to stay");
        let kept = back.submit("/api/accounts/keep", &[]).await;
        assert_eq!(back.page, "/settings?done=staying");
        assert!(kept.body.contains("You’ve kept your account."), "{}", kept.body);

        back.submit("/api/accounts/delete", &[("delete_password", PASSWORD)]).await;
        server.stage.clock.advance(Duration::days(14) - Duration::seconds(1));
        leaving::run(&server.stage.ctx).await.unwrap();
        let mut late = signed_in(&server).await;
        assert_eq!(late.page, "/settings");
        server.stage.clock.advance(Duration::seconds(1));
        leaving::run(&server.stage.ctx).await.unwrap();
        late.open("/settings").await;
        assert_eq!(late.page, "/login?next=/settings", "nobody is signed in any more");
        late.submit("/api/accounts/sign_in", &[("email", EMAIL), ("password", PASSWORD)]).await;
        assert_eq!(late.page, "/login?next=/settings");
    }

    async fn ones_data_come_as_a_file_for_who_is_signed_in(db) {
        let server = Server::start(db).await;
        let nobody = server.browser().get("/settings/data.zip").await;
        assert_eq!((nobody.status, nobody.location().as_deref()), (303, Some("/login?next=/settings/data.zip")));
        let amara = server.stage.person("Amara").await;
        let mut browser = server.browser_of(&amara).await;
        assert!(browser.open("/settings").await.body.contains("href=\"/settings/data.zip\""));
        let file = browser.get("/settings/data.zip").await;
        assert_eq!((file.status, file.headers["content-type"].to_str().unwrap()), (200, "application/zip"));
        assert!(file.body.starts_with("PK") && file.body.contains("data.json"));
        for _ in 0..9 {
            assert_eq!(browser.get("/settings/data.zip").await.status, 200);
        }
        let more = browser.get("/settings/data.zip").await;
        assert!(more.status == 429 && more.headers.contains_key("retry-after"), "ten a day");
    }
}
