//! People: one's own profile, somebody else's page, pictures; and who may not.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs, reason = "tests")]

mod photos;
mod profile;
mod seeing;

use domain::people::views::MyProfile;
use domain::people::{AboutDraft, HelpKind, ProfileDraft};
use service::testing::Stage;
use service::{Actor, Error, people};

/// Who somebody in UTC is.
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
    let profile = people::profile(&stage.ctx, person).await.unwrap();
    people::save(&stage.ctx, person, &profile.mark, ProfileDraft { about: about(text, &["en"]), ..shown(&profile) }).await.unwrap();
}

/// What the form holds before anything is changed in it.
fn shown(profile: &MyProfile) -> ProfileDraft {
    let words = |kinds: &[HelpKind]| kinds.iter().map(ToString::to_string).collect();
    ProfileDraft {
        about: profile.about.clone(),
        work: profile.work.clone(),
        skills_offered: profile.skills.offered.clone(),
        skills_wanted: profile.skills.wanted.clone(),
        help_offered: words(&profile.help.offered),
        help_wanted: words(&profile.help.wanted),
        week: profile.week.iter().map(ToString::to_string).collect(),
        visibility: profile.visibility.to_string(),
    }
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
