//! What the application's own code promises besides pages: how answers are written and read, and its addresses. Here, as a program
//! of tests of its own would compile all pages once more.

use app::AppError;
use app::data::{Answer, InPage, Payload};
use app::wire::failure;
use codee::{Decoder, Encoder};

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
