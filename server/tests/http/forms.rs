//! Forms without JavaScript keep the error and what was typed for one look; the client gets the same as data.

use crate::harness::{PASSWORD, Server, html};
use app::AppError;
use store::testing;

const TOO_SHORT: [(&str, &str); 5] =
    [("name", "Ada <b>"), ("email", "ada@example.org"), ("password", "short"), ("locale", "en"), ("zone", "UTC")];

store::both! {
    async fn an_error_stands_beside_its_field_once(db) {
        let server = Server::start(db).await;
        let mut browser = server.browser();
        browser.open("/signup?next=/explore").await;
        let page = browser.submit("/api/accounts/sign_up", &TOO_SHORT).await;
        assert_eq!(browser.page, "/signup?next=/explore");
        assert!(page.body.contains("id=\"password-error\""), "{}", page.body);
        assert!(page.body.contains("value=\"Ada &lt;b&gt;\""), "what was typed is there again: {}", page.body);
        assert!(!page.body.contains("value=\"short\""), "passwords are not");
        let again = browser.open("/signup").await;
        assert!(!again.body.contains("id=\"password-error\""), "the second look finds nothing");
        assert!(!again.body.contains("Ada &lt;b&gt;"));
    }

    async fn a_flash_belongs_to_one_form_only(db) {
        let server = Server::start(db).await;
        let mut browser = server.browser();
        browser.open("/signup").await;
        let answer = browser.post("/api/accounts/sign_up", &TOO_SHORT).await;
        assert_eq!(answer.status, 303);
        let other = browser.open("/login").await;
        assert!(!other.body.contains("password-error"), "{}", other.body);
    }

    async fn the_client_gets_the_error_as_data(db) {
        let server = Server::start(db).await;
        let answer = server.browser().call("/api/accounts/sign_up", &TOO_SHORT).await;
        assert_eq!((answer.status, answer.header("content-type")), (422, "application/json"));
        let error: AppError = answer.json();
        assert_eq!(error.problems().unwrap().0[0].field, "password");
        assert!(answer.cookies().is_empty());
    }

    async fn whoever_must_sign_in_comes_back_afterwards(db) {
        let server = Server::start(db).await;
        let mut browser = server.browser();
        browser.page = "/settings".to_owned();
        let answer = browser.post("/api/accounts/sign_out_others", &[]).await;
        assert_eq!((answer.status, answer.location().unwrap().as_str()), (303, "/login?next=/settings"));
    }

    async fn what_somebody_typed_who_had_been_signed_out_waits_until_they_have_signed_in(db) {
        let server = Server::start(db).await;
        server.account("ada@example.org").await;
        let mut browser = server.browser();
        browser.page = "/settings".to_owned();
        let answer = browser.post("/api/accounts/change_basics", &[("name", "Ada of the Bees"), ("locale", "en"), ("zone", "UTC")]).await;
        assert_eq!((answer.status, answer.location().unwrap().as_str()), (303, "/login?next=/settings&done=kept"));
        let login = browser.open("/login?next=/settings&done=kept").await;
        assert!(login.body.contains("has been kept") && !login.body.contains("Ada of the Bees"), "{}", login.body);
        browser.submit("/api/accounts/sign_in", &[("email", "ada@example.org"), ("password", "wrong")]).await;
        let page = browser.submit("/api/accounts/sign_in", &[("email", "ada@example.org"), ("password", PASSWORD)]).await;
        assert_eq!(browser.page, "/settings");
        assert!(page.body.contains("value=\"Ada of the Bees\"") && page.body.contains("before this was sent"), "{}", page.body);
        assert!(!browser.open("/settings").await.body.contains("Ada of the Bees"), "once");
    }

    async fn what_was_typed_is_shown_where_its_form_is_gone(db) {
        let server = Server::start(db).await;
        let stage = &server.stage;
        let program = stage.program("career").open().await;
        let (noor, amara) = (stage.person("Noor").await, stage.person("Amara").await);
        stage.mentor(&program, &noor, 1).await;
        stage.mentee(&program, &amara).await;
        let text = "I would like to learn how to lead a small team.";
        let request = service::requests::ask(&stage.ctx, &amara, "career", noor.id, text).await.unwrap();
        service::requests::withdraw(&stage.ctx, Some(&amara), request).await.unwrap();
        let mut browser = server.browser_of(&noor).await;
        browser.page = format!("/programs/career/requests/{request}");
        let (id, gone) = (request.to_string(), stage.ctx.id::<domain::RequestId>().to_string());
        for request in [&id, &gone] {
            let answer = browser.post("/api/requests/decline", &[("request", request.as_str()), ("word", "A <word> that took\r\nan hour.")]).await;
            let page = browser.open(&answer.location().unwrap()).await;
            assert_eq!(html::texts(&page.body, ".not-sent .not-sent__text"), ["A <word> that took\nan hour."], "{}", page.body);
            let again = browser.open(&browser.page.clone()).await;
            assert!(!again.body.contains("an hour."), "once");
        }
    }

    async fn a_page_of_another_site_is_not_where_one_is_sent(db) {
        let server = Server::start(db).await;
        let mut browser = server.browser();
        for referer in ["http://evil.example/signup", "http://127.0.0.1:1/signup", "nonsense"] {
            browser.headers = vec![("referer", referer.to_owned())];
            let answer = browser.post("/api/accounts/sign_up", &TOO_SHORT).await;
            assert_eq!((answer.status, answer.location().unwrap().as_str()), (303, "/"), "{referer}");
        }
    }

    async fn fields_that_make_no_sense_are_the_senders_fault(db) {
        let server = Server::start(db).await;
        let ada = server.stage.person("Ada").await;
        let mut browser = server.browser_of(&ada).await;
        for fields in [&[("request", "not-an-id")][..], &[]] {
            let answer = browser.call("/api/requests/withdraw", fields).await;
            assert_eq!(answer.status, 422, "{}", answer.body);
            assert!(!answer.body.contains("request"), "nothing of the inside is shown: {}", answer.body);
        }
        browser.page = "/settings".to_owned();
        let answer = browser.post("/api/requests/withdraw", &[("request", "x")]).await;
        assert_eq!((answer.status, answer.location().unwrap().as_str()), (303, "/settings"));
    }

    async fn what_is_too_large_is_refused(db) {
        let server = Server::start(db).await;
        let mut browser = server.browser();
        let large = "x".repeat(600 * 1024);
        let fields = [("name", large.as_str()), ("email", "a@example.org"), ("password", PASSWORD), ("locale", "en"), ("zone", "UTC")];
        assert_eq!(browser.call("/api/accounts/sign_up", &fields).await.status, 413);
        browser.open("/signup").await;
        let answer = browser.post("/api/accounts/sign_up", &fields).await;
        assert_eq!((answer.status, answer.location().unwrap().as_str()), (303, "/signup"));
    }

    async fn an_unknown_function_is_not_there(db) {
        let server = Server::start(db).await;
        let mut browser = server.browser();
        let answer = browser.call("/api/nothing/here", &[]).await;
        assert_eq!(answer.status, 404);
        assert_eq!(answer.json::<AppError>(), AppError::NotFound);

        for path in ["/api/nothing/here", "/api/"] {
            let page = browser.post(path, &[("about", "something")]).await;
            assert_eq!(page.status, 404, "{path}");
            assert!(page.body.contains("<main") && page.cookies().is_empty(), "{path}: a page like others, at once");
        }
        assert_eq!(kept(&server).await, 0);
    }

    async fn of_what_was_typed_so_much_is_kept(db) {
        let server = Server::start(db).await;
        let mut browser = server.browser();
        browser.open("/signup").await;
        let long = "x".repeat(100 * 1024);
        let mut fields = TOO_SHORT.to_vec();
        fields.insert(0, ("next", long.as_str()));
        assert_eq!(browser.post("/api/accounts/sign_up", &fields).await.status, 303);
        let page = browser.open("/signup").await;
        assert!(page.body.contains("id=\"password-error\"") && page.body.contains("value=\"Ada &lt;b&gt;\""), "{}", page.body);
        assert!(!page.body.contains("xxxxxxxxxx"));
    }

    async fn nor_does_one_person(db) {
        let server = Server::start(db).await;
        let (ada, eve) = (server.stage.person("Ada").await, server.stage.person("Eve").await);
        let mut browser = server.browser_of(&ada).await;
        browser.page = "/settings".to_owned();
        let long = "x".repeat(60 * 1024);
        let mut bytes = 0;
        for n in 0..40 {
            server.stage.clock.advance(chrono::Duration::seconds(1));
            let name = if n < 20 { long.as_str() } else { "" };
            let fields = [("name", name), ("locale", "en"), ("zone", "UTC")];
            assert_eq!(browser.post("/api/accounts/change_basics", &fields).await.status, 303);
            bytes = bytes.max(kept(&server).await * 60 * 1024 * i64::from(n < 20));
        }
        assert!(bytes > 0 && bytes <= 256 * 1024, "{bytes}");
        assert_eq!(kept(&server).await, 10);
        let mut hers = server.browser_of(&eve).await;
        hers.page = "/settings".to_owned();
        hers.post("/api/accounts/change_basics", &[("name", ""), ("locale", "en"), ("zone", "UTC")]).await;
        assert_eq!(kept(&server).await, 11, "others' stay");
        assert!(browser.open("/settings").await.body.contains("id=\"name-error\""), "and the newest is shown");
    }

    async fn strangers_do_not_fill_the_database(db) {
        let server = Server::start(db).await;
        let ada = server.stage.person("Ada").await;
        let mut browser = server.browser();
        browser.page = "/signup".to_owned();
        for _ in 0..100 {
            assert_eq!(browser.post("/api/accounts/sign_up", &TOO_SHORT).await.status, 303);
        }
        browser.headers = vec![("accept-language", "de".to_owned())];
        let answer = browser.post("/api/accounts/sign_up", &TOO_SHORT).await;
        assert_eq!((answer.status, answer.header("content-type")), (429, "text/html; charset=utf-8"));
        assert!(answer.body.contains("15 Minuten") && answer.cookies().is_empty(), "{}", answer.body);
        assert_eq!(html::texts(&answer.body, ".not-sent__text"), ["Ada <b>", "ada@example.org"], "what was typed, but no password");
        assert!(answer.header("content-security-policy").starts_with("default-src 'none'; style-src 'self'"));
        assert_eq!(kept(&server).await, 100);

        let mut hers = server.browser_of(&ada).await;
        hers.page = "/settings".to_owned();
        assert_eq!(hers.post("/api/accounts/change_basics", &[("name", ""), ("locale", "en"), ("zone", "UTC")]).await.status, 303);
        assert_eq!(kept(&server).await, 101, "who is signed in isn't a stranger");
        server.stage.clock.advance(chrono::Duration::minutes(15));
        assert_eq!(browser.post("/api/accounts/sign_up", &TOO_SHORT).await.status, 303);
    }
}

/// Results of forms in the database.
async fn kept(server: &Server) -> i64 {
    testing::changes::count(&mut server.stage.ctx.read().await.unwrap(), "flashes").await
}
