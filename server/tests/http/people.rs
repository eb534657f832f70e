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

/// Sends a file with the form of the page, as a browser without JavaScript does, and shows what comes then.
async fn upload(browser: &mut Browser, server: &Server, file: &[u8]) -> String {
    let origin = format!("http://{}", server.addr);
    let page = format!("{origin}/profile");
    let mut body = b"--line\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"me.png\"\r\n\r\n".to_vec();
    body.extend(file);
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

/// The address of the photo in a page.
fn photo_in(page: &str) -> Option<String> {
    html::attribute(page, "[src^='/pictures/']", "src")
}

store::both! {
    async fn every_section_is_saved_without_javascript(db) {
        let server = Server::start(db).await;
        let amara = server.stage.person("Amara").await;
        let mut browser = server.browser_of(&amara).await;
        browser.open("/profile").await;
        let about = [("pronouns", ""), ("headline", "I keep bees"), ("about", ""), ("country", "NG"), ("zone", "Africa/Lagos"), ("languages[]", "ig"), ("languages[]", ""), ("languages[]", "en")];
        assert!(browser.submit("/api/people/save_about", &about).await.body.contains("Saved."));
        browser.submit("/api/people/save_skills", &[("skills_offered", "Delegation, Beekeeping"), ("skills_wanted", "")]).await;
        browser.submit("/api/people/save_help", &[("help_offered[]", "advice")]).await;
        browser.submit("/api/people/save_week", &[("week[]", "0-evening"), ("week[]", "2-early")]).await;
        browser.submit("/api/people/save_visibility", &[("visibility", "close")]).await;
        let wrong = browser.submit("/api/people/save_work", &[("industry", "arts"), ("role_title", "Keeper"), ("experience_years", "many")]).await.body;
        assert!(wrong.contains("field__error") && wrong.contains("value=\"many\"") && wrong.contains("value=\"Keeper\""), "what was typed is there");
        browser.submit("/api/people/save_work", &[("industry", "arts"), ("role_title", "Keeper"), ("experience_years", "7")]).await;
        let page = browser.open(&format!("/people/{}", amara.id)).await.body;
        for words in ["Amara", "I keep bees", "Igbo and English", "Delegation", "Beekeeping", "Keeper", "17:00–20:00", "Nigeria"] {
            assert!(page.contains(words), "{words}");
        }
    }

    async fn a_photo_is_put_up_shown_to_whoever_may_see_it_and_taken_away(db) {
        let server = Server::start(db).await;
        let (amara, outsider) = (server.stage.person("Amara").await, server.stage.person("Outsider").await);
        let mut browser = server.browser_of(&amara).await;
        let page = upload(&mut browser, &server, b"no picture at all").await;
        assert!(page.contains("picture-error") && photo_in(&page).is_none(), "the reason stands beside the field");
        assert!(upload(&mut browser, &server, b"").await.contains("picture-error"));
        let photo = photo_in(&upload(&mut browser, &server, &png()).await).unwrap();

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
        let page = browser.submit("/api/people/remove_photo", &[]).await.body;
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
