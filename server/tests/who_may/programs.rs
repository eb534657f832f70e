//! Programs: everybody sees what they may see of them; coordinators and managers of the organisation change them.

use super::row::{HIDDEN, NO, Row, SIGN_IN, YES, fields, row, upload};

pub fn rows() -> Vec<Row> {
    vec![
        row("programs/front", |_| fields! {}, [YES; 6]),
        row("programs/explore", |_| fields! {}, [YES; 6]),
        row("programs/view", |s| fields! { slug: s.slug }, [HIDDEN, HIDDEN, HIDDEN, YES, YES, YES]),
        row("programs/start", |_| fields! {}, [SIGN_IN, YES, YES, YES, YES, YES]),
        row(
            "programs/create",
            |s| fields! { template: "career", name: "Paths", organisation: s.organisation },
            [SIGN_IN, HIDDEN, HIDDEN, NO, NO, YES],
        ),
        row("programs/overview", |s| fields! { slug: s.slug }, [SIGN_IN, HIDDEN, HIDDEN, NO, YES, YES]),
        row("programs/advance", |s| fields! { slug: s.slug, action: "complete" }, [SIGN_IN, HIDDEN, HIDDEN, NO, YES, YES]),
        row("programs/renew_join_link", |s| fields! { slug: s.slug }, [SIGN_IN, HIDDEN, HIDDEN, NO, YES, YES]),
        row("programs/settings", |s| fields! { slug: s.slug }, [SIGN_IN, HIDDEN, HIDDEN, NO, YES, YES]),
        row(
            "programs/save",
            |s| {
                fields! {
                    program: s.slug, version: "1", name: "Paths", slug: s.slug, summary: "", description: "", starts_on: "", ends_on: "",
                    length_weeks: "26", join_policy: "members", matching: "mentees_ask", default_capacity: "2", max_open_requests: "5",
                    request_days: "14", publish_as: "proposed", proposal_days: "7", agreement: "", "base[name]": "career", "base[slug]": s.slug, "base[length_weeks]": "26",
                    "base[join_policy]": "members", "base[matching]": "mentees_ask", "base[default_capacity]": "2",
                    "base[max_open_requests]": "5", "base[request_days]": "14", "base[publish_as]": "begun", "base[proposal_days]": "7",
                    "base[agreement]": ""
                }
            },
            [SIGN_IN, HIDDEN, HIDDEN, NO, YES, YES],
        ),
        upload("programs/set_picture", |s| fields! { slug: s.slug }, [SIGN_IN, HIDDEN, HIDDEN, NO, YES, YES]),
        row("programs/remove_picture", |s| fields! { slug: s.slug }, [SIGN_IN, HIDDEN, HIDDEN, NO, YES, YES]),
        row(
            "programs/add_coordinator",
            |s| fields! { slug: s.slug, email: "pia-participant@example.org" },
            [SIGN_IN, HIDDEN, HIDDEN, NO, YES, YES],
        ),
        // The participant isn't one: nobody to take away.
        row(
            "programs/remove_coordinator",
            |s| fields! { slug: s.slug, person: s.participant },
            [SIGN_IN, HIDDEN, HIDDEN, NO, HIDDEN, HIDDEN],
        ),
    ]
}
