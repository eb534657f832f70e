//! A profile filled in without JavaScript, and its photo.

use crate::harness::{Browser, Server, html};
use axum::http::Method;
use axum::http::header::{ACCEPT, CONTENT_TYPE, IF_NONE_MATCH, ORIGIN, REFERER};

/// A PNG of 60 by 40 pixels.
fn png() -> Vec<u8> {
    let mut file = std::io::Cursor::new(Vec::new());
    image::DynamicImage::new_rgb8(60, 40).write_to(&mut file, image::ImageFormat::Png).unwrap();
    file.into_inner()
}

/// The profile's form of somebody in Nigeria, with these fields besides.
pub fn profile<'a>(fields: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let rest = [
        ("pronouns", ""),
        ("headline", ""),
        ("about", ""),
        ("country", "NG"),
        ("zone", "Africa/Lagos"),
        ("languages[]", "en"),
        ("industry", ""),
        ("role_title", ""),
        ("experience_years", ""),
        ("skills_offered", ""),
        ("skills_wanted", ""),
        ("visibility", "shared"),
    ];
    let named = |name: &str| fields.iter().any(|(other, _)| *other == name);
    rest.into_iter().filter(|(name, _)| !named(name)).chain(fields.iter().copied()).collect()
}

/// Sends a file with the form of the page, as a browser without JavaScript does, and shows what comes then.
async fn upload(browser: &mut Browser, server: &Server, file: &[u8], fields: &[(&str, &str)]) -> String {
    let origin = format!("http://{}", server.addr);
    let page = format!("{origin}/profile");
    let mut body = b"--line\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"me.png\"\r\n\r\n".to_vec();
    body.extend(file);
    for (name, value) in fields {
        body.extend(format!("\r\n--line\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}").bytes());
    }
    body.extend(b"\r\n--line--\r\n");
    let headers = [
        (ACCEPT.as_str(), "text/html"),
        (CONTENT_TYPE.as_str(), "multipart/form-data; boundary=line"),
        (ORIGIN.as_str(), &origin),
        (REFERER.as_str(), &page),
    ];
    let answer = browser.send(Method::POST, "/api/people/set_photo", &headers, body).await;
    assert_eq!((answer.status, answer.location().as_deref()), (303, Some("/profile")), "{}", answer.body);
    browser.open("/profile").await.body
}

/// Whether the profile's form holds what these tests type into it.
fn is_shown(page: &str) -> bool {
    let text = |selector: &str| html::attribute(page, selector, "value").unwrap_or_default();
    text("#headline") == "I keep bees"
        && text("#role_title") == "Keeper"
        && html::texts(page, "#skills_offered").concat().to_lowercase().contains("delegation")
        && html::count(page, "[name='week[]'][value='0-evening'][checked]") == 1
        && html::count(page, "[name=visibility][value=close][checked]") == 1
}

/// The address of the photo in a page.
fn photo_in(page: &str) -> Option<String> {
    html::attribute(page, "[src^='/pictures/']", "src")
}

store::both! {
    async fn a_profile_is_saved_without_javascript(db) {
        let server = Server::start(db).await;
        let amara = server.stage.person("Amara").await;
        let mut browser = server.browser_of(&amara).await;
        browser.open("/profile").await;
        let form = |years| {
            profile(&[
                ("headline", "I keep bees"),
                ("languages[]", "ig"),
                ("languages[]", ""),
                ("languages[]", "en"),
                ("skills_offered", "Delegation, Beekeeping"),
                ("help_offered[]", "advice"),
                ("week[]", "0-evening"),
                ("week[]", "2-early"),
                ("industry", "arts"),
                ("role_title", "Keeper"),
                ("experience_years", years),
                ("visibility", "close"),
            ])
        };
        let wrong = browser.submit("/api/people/save", &form("many")).await.body;
        assert!(wrong.contains("field__error") && wrong.contains("value=\"many\"") && is_shown(&wrong), "what was typed is there");
        assert!(browser.submit("/api/people/save", &form("7")).await.body.contains("Saved."));
        assert!(is_shown(&browser.open("/profile").await.body));
        let page = browser.open(&format!("/people/{}", amara.id)).await.body;
        for words in ["Amara", "I keep bees", "Igbo and English", "Delegation", "Beekeeping", "Keeper", "17:00–20:00", "Nigeria"] {
            assert!(page.contains(words), "{words}");
        }
    }

    async fn what_was_typed_beside_the_photo_stands_there_again(db) {
        let server = Server::start(db).await;
        let amara = server.stage.person("Amara").await;
        let mut browser = server.browser_of(&amara).await;
        let page = browser.open("/profile").await.body;
        let hidden = html::hidden_fields(&page, "/api/people/save");
        let typed = [("headline", "I keep bees"), ("week[]", "0-evening"), ("visibility", "close"), ("skills_offered", "Delegation"), ("role_title", "Keeper")];
        let mut fields = profile(&typed);
        fields.extend(hidden.iter().map(|(name, value)| (name.as_str(), value.as_str())));
        for (file, error) in [(&png()[..], false), (b"no picture", true), (&vec![b'x'; 9 * 1024 * 1024], true)] {
            let page = upload(&mut browser, &server, file, &fields).await;
            assert_eq!(page.contains("id=\"picture-error\""), error);
            assert!(is_shown(&page), "{page}");
            assert_eq!(html::hidden_fields(&page, "/api/people/save"), hidden, "with what it was filled with");
            assert!(!is_shown(&browser.open("/profile").await.body), "it isn't saved");
        }
        // Whoever takes the photo away loses nothing either.
        browser.open("/profile").await;
        let answer = browser.post("/api/people/remove_photo", &fields).await;
        let page = browser.open(&answer.location().unwrap()).await.body;
        assert!(photo_in(&page).is_none() && is_shown(&page), "{page}");
        assert!(browser.submit("/api/people/save", &profile(&typed)).await.body.contains("Saved."));
        assert!(is_shown(&browser.open("/profile").await.body));
    }

    async fn a_photo_is_put_up_shown_to_whoever_may_see_it_and_taken_away(db) {
        let server = Server::start(db).await;
        let (amara, outsider) = (server.stage.person("Amara").await, server.stage.person("Outsider").await);
        let mut browser = server.browser_of(&amara).await;
        let page = upload(&mut browser, &server, b"no picture at all", &[]).await;
        assert!(page.contains("picture-error") && photo_in(&page).is_none(), "the reason stands beside the field");
        assert!(upload(&mut browser, &server, b"", &[]).await.contains("picture-error"));
        let photo = photo_in(&upload(&mut browser, &server, &png(), &[]).await).unwrap();

        let shown = browser.get(&photo).await;
        assert_eq!((shown.status, shown.header("content-type"), shown.header("x-content-type-options")), (200, "image/jpeg", "nosniff"));
        assert_eq!(shown.header("cache-control"), "private, max-age=31536000, immutable");
        let tag = shown.header("etag").to_owned();
        let again = browser.send(Method::GET, &photo, &[(IF_NONE_MATCH.as_str(), &tag)], String::new()).await;
        assert_eq!((again.status, again.body.as_str()), (304, ""));
        assert_eq!(server.browser_of(&outsider).await.get(&photo).await.status, 404);
        assert_eq!(server.browser().get(&photo).await.status, 404);
        assert_eq!(browser.get("/pictures/nonsense").await.status, 404);

        browser.open("/profile").await;
        let answer = browser.post("/api/people/remove_photo", &[]).await;
        let page = browser.open(&answer.location().unwrap()).await.body;
        assert!(photo_in(&page).is_none());
        assert_eq!(browser.get(&photo).await.status, 404);
    }

    async fn to_strangers_a_person_is_not_there(db) {
        let server = Server::start(db).await;
        let (amara, outsider) = (server.stage.person("Amara").await, server.stage.person("Outsider").await);
        let address = format!("/people/{}", amara.id);
        let answer = server.browser_of(&outsider).await.get(&address).await;
        assert!(answer.status == 404 && !answer.body.contains("Amara"));
        assert_eq!(server.browser_of(&outsider).await.get("/people/nobody").await.status, 404);
        let answer = server.browser().get(&address).await;
        assert!(answer.status != 200 && !answer.body.contains("Amara"));
        assert!(server.browser().get("/profile").await.location().unwrap().starts_with("/login?next="));
    }
}
