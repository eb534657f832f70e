//! People: one's own profile is for everybody who is signed in, somebody else's page for those who share something with them.

use super::row::{INSIDE, FunctionRow, SIGNED_IN, fields, row, upload};

pub fn rows() -> Vec<FunctionRow> {
    vec![
        row("people/profile", |_| fields! {}, SIGNED_IN),
        row("people/person", |s| fields! { person: s.participant }, INSIDE),
        upload("people/set_photo", |_| fields! {}, SIGNED_IN),
        row("people/remove_photo", |_| fields! {}, SIGNED_IN),
        row(
            "people/save_about",
            |s| fields! { mark: s.marks.about, pronouns: "", headline: "Hello", about: "", country: "FR", zone: "UTC", "languages[]": "fr" },
            SIGNED_IN,
        ),
        row(
            "people/save_work",
            |s| fields! { mark: s.marks.work, industry: "arts", role_title: "Painter", experience_years: "3" },
            SIGNED_IN,
        ),
        row("people/save_skills", |s| fields! { mark: s.marks.skills, skills_offered: "Delegation", skills_wanted: "" }, SIGNED_IN),
        row("people/save_help", |s| fields! { mark: s.marks.help, "help_offered[]": "advice" }, SIGNED_IN),
        row("people/save_week", |s| fields! { mark: s.marks.week, "week[]": "0-evening" }, SIGNED_IN),
        row("people/save_visibility", |s| fields! { mark: s.marks.visibility, visibility: "close" }, SIGNED_IN),
        row("skills/search", |_| fields! { text: "leading" }, SIGNED_IN),
    ]
}
