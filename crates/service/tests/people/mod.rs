//! People: one's own profile, somebody else's page, pictures; and who may not.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs, reason = "tests")]

mod photos;
mod profile;
mod seeing;

use domain::people::AboutDraft;
use service::testing::Stage;
use service::{Actor, Error, people};

/// What `save_about` takes, for somebody in UTC.
fn about(text: &str, languages: &[&str]) -> AboutDraft {
    AboutDraft {
        headline: "A line".to_owned(),
        about: text.to_owned(),
        country: "NG".to_owned(),
        zone: "UTC".to_owned(),
        languages: languages.iter().map(|code| (*code).to_owned()).collect(),
        ..AboutDraft::default()
    }
}

async fn introduces_themselves(stage: &Stage, person: &Actor, text: &str) {
    let mark = people::profile(&stage.ctx, person).await.unwrap().about.mark;
    people::save_about(&stage.ctx, person, &mark, about(text, &["en"])).await.unwrap();
}

fn word<T>(answer: &Result<T, Error>) -> &'static str {
    match answer {
        Ok(_) => "there",
        Err(Error::NotFound) => "not there",
        Err(_) => "another error",
    }
}

/// A small PNG.
fn png() -> Vec<u8> {
    let mut file = std::io::Cursor::new(Vec::new());
    image::DynamicImage::new_rgb8(40, 30).write_to(&mut file, image::ImageFormat::Png).unwrap();
    file.into_inner()
}
