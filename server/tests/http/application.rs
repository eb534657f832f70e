//! What the application's own code promises besides pages: how answers are written and read, and its addresses. Here, as a program
//! of tests of its own would compile all pages once more.

use app::AppError;
use app::data::{Answer, InPage, Payload};
use app::wire::{failure, success};
use app::written::{Html, PageText};
use codee::{Decoder, Encoder};
use leptos_router::PossibleRouteMatch;

#[test]
fn a_proxy_without_a_server_behind_it_is_no_network() {
    assert_eq!(failure(502, "<html>Bad Gateway</html>"), AppError::Offline);
    assert_eq!(failure(504, ""), AppError::Offline);
}

#[test]
fn an_error_of_ours_is_read_whatever_its_status() {
    assert_eq!(failure(503, "\"forbidden\""), AppError::Forbidden);
    assert_eq!(failure(500, "{\"internal\":\"7\"}"), AppError::Internal("7".to_owned()));
    assert_eq!(failure(500, "oops"), AppError::Internal("500".to_owned()));
}

#[test]
fn an_answer_is_read_as_it_was_written() {
    let written = InPage::encode(&Ok(Payload::object(vec!["a \"b\"".to_owned()]))).unwrap();
    assert_eq!(written, r#"+["a \"b\""]"#);
    let read: Answer = InPage::decode(&written).unwrap();
    assert!(matches!(read, Ok(Payload::Json(json)) if &*json == r#"["a \"b\""]"#));
    let refused = InPage::encode(&Err(AppError::NotFound)).unwrap();
    assert_eq!(InPage::decode(&refused).unwrap().unwrap_err(), AppError::NotFound);
}

#[test]
fn a_networks_own_page_is_no_answer() {
    for page in ["<h1>Sign in</h1>", "", "Sign in", "null and void"] {
        assert_eq!(success(page.to_owned()), Err(AppError::Offline), "{page}");
    }
    for answer in ["null", "[]", "{\"a\":1}", "\"text\"", "7"] {
        assert_eq!(success(answer.to_owned()).as_deref(), Ok(answer));
    }
}

#[test]
fn html_is_not_written_twice_into_a_page() {
    let page = PageText { title: "Day".to_owned(), html: Html::from("<p>quiet</p>".to_owned()) };
    assert_eq!(serde_json::to_string(&page).unwrap(), r#"{"title":"Day","html":"<p>quiet</p>"}"#);
    assert_eq!(InPage::encode(&Ok(Payload::object(page))).unwrap(), r#"+{"title":"Day","html":""}"#);
}

#[test]
fn an_object_is_of_its_own_type_alone() {
    let payload = Payload::object(7_u8);
    assert_eq!(payload.get::<u8>(), Ok(7));
    assert!(payload.get::<u16>().is_err());
}

#[test]
fn addresses_are_those_of_the_pages() {
    let all = app::addresses();
    let all: Vec<&str> = all.iter().map(|route| route.path()).collect();
    for address in ["/", "/home", "/programs/{slug}/requests/{id}", "/admin/programs/{slug}/matching/runs/{number}"] {
        assert!(all.contains(&address), "{address} is missing of {all:?}");
    }
    assert!(all.iter().all(|address| !address.contains("//") && !address.contains(':')), "{all:?}");
}

#[test]
fn an_address_is_matched_as_a_whole() {
    let params = |address: &'static str, path: &str| {
        let found = app::Address(address).test(path)?;
        assert!(found.is_complete() && found.matched() == path, "{address} {path}");
        Some(found.params().into_iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>())
    };
    let none = Some(Vec::new());
    assert_eq!((params("/", "/"), params("/", "")), (none.clone(), none.clone()));
    assert_eq!((params("/admin/new", "/admin/new"), params("/admin/new", "/admin/new/")), (none.clone(), none));
    let two = Some(vec!["slug=a-b".to_owned(), "id=7".to_owned()]);
    assert_eq!(params("/programs/:slug/requests/:id", "/programs/a-b/requests/7"), two);
    for (address, path) in [
        ("/", "/login"),
        ("/login", "/"),
        ("/login", "/logins"),
        ("/login", "login"),
        ("/login", "/login//"),
        ("/login", "//login"),
        ("/admin", "/admin/new"),
        ("/admin/new", "/admin"),
        ("/programs/:slug", "/programs/"),
        ("/programs/:slug/join", "/programs//join"),
        ("/programs/:slug", "/programs/a/b"),
    ] {
        assert_eq!(params(address, path), None, "{address} {path}");
    }
}
