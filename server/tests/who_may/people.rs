//! People: one's own profile is for everybody who is signed in, somebody else's page for those who share something with them.

use super::row::{FunctionRow, INSIDE, SIGNED_IN, fields, row, upload};

pub fn rows() -> Vec<FunctionRow> {
    vec![
        row("people/profile", |_| fields! {}, SIGNED_IN),
        row("people/person", |s| fields! { person: s.participant }, INSIDE),
        upload("people/set_photo", |_| fields! {}, SIGNED_IN),
        row("people/remove_photo", |_| fields! {}, SIGNED_IN),
        row(
            "people/save",
            |s| {
                fields! {
                    mark: s.profile_mark, pronouns: "", headline: "Hello", about: "", country: "FR", zone: "UTC", "languages[]": "fr",
                    industry: "arts", role_title: "Painter", experience_years: "3", skills_offered: "Delegation", skills_wanted: "",
                    "help_offered[]": "advice", "week[]": "0-evening", visibility: "close"
                }
            },
            SIGNED_IN,
        ),
        row("skills/search", |_| fields! { text: "leading" }, SIGNED_IN),
    ]
}
