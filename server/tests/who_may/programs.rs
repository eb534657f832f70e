//! Programs: everybody sees what they may see of them; coordinators and managers of the organisation change them.

use super::row::{ANYBODY, COORDINATORS, FunctionRow, HIDDEN, MANAGERS, SIGNED_IN, YES, fields, row, upload};

pub fn rows() -> Vec<FunctionRow> {
    vec![
        row("programs/front", |_| fields! {}, ANYBODY),
        row("programs/explore", |_| fields! {}, ANYBODY),
        row("programs/view", |s| fields! { slug: s.slug }, [HIDDEN, HIDDEN, HIDDEN, YES, YES, YES, YES, YES]),
        row("programs/start", |_| fields! {}, SIGNED_IN),
        row("programs/create", |s| fields! { template: "career", name: "Paths", organisation: s.organisation }, MANAGERS),
        row("programs/overview", |s| fields! { slug: s.slug }, COORDINATORS),
        row("programs/advance", |s| fields! { slug: s.slug, action: "complete" }, COORDINATORS),
        row("programs/renew_join_link", |s| fields! { slug: s.slug }, COORDINATORS),
        row("programs/settings", |s| fields! { slug: s.slug }, COORDINATORS),
        row(
            "programs/save",
            |s| {
                fields! {
                    program: s.slug, name: "Paths", slug: s.slug, summary: "", description: "", starts_on: "", ends_on: "",
                    length_weeks: "26", join_policy: "members", matching: "mentees_ask", default_capacity: "2", max_open_requests: "5",
                    request_days: "14", publish_as: "proposed", proposal_days: "7", agreement: "", "base[name]": "career", "base[slug]": s.slug, "base[length_weeks]": "26",
                    "base[join_policy]": "members", "base[matching]": "mentees_ask", "base[default_capacity]": "2",
                    "base[max_open_requests]": "5", "base[request_days]": "14", "base[publish_as]": "begun", "base[proposal_days]": "7",
                    "base[agreement]": ""
                }
            },
            COORDINATORS,
        ),
        upload("programs/set_picture", |s| fields! { slug: s.slug }, COORDINATORS),
        row("programs/remove_picture", |s| fields! { slug: s.slug }, COORDINATORS),
        row("programs/add_coordinator", |s| fields! { slug: s.slug, email: "nia-next@example.org" }, COORDINATORS),
        row("programs/remove_coordinator", |s| fields! { slug: s.slug, person: s.second_coordinator }, COORDINATORS),
    ]
}
