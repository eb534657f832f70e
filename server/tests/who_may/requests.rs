//! Requests. The complete table of states and acts is in `server/tests/http/request_table.rs`.

use super::row::{COORDINATORS, FunctionRow, HIDDEN, INSIDE, MENTEE, MENTOR, PAIR_AND_COORDINATORS, REFUSED, SIGN_IN, YES, fields, row};
use super::things::TEXT;

pub fn rows() -> Vec<FunctionRow> {
    vec![
        row("requests/mine", |s| fields! { slug: s.slug }, INSIDE),
        row("requests/ask_page", |s| fields! { slug: s.slug, mentor: s.free_mentor }, INSIDE),
        // Who is no mentee asks nobody.
        row(
            "requests/ask",
            |s| fields! { slug: s.slug, mentor: s.free_mentor, body: TEXT },
            [SIGN_IN, HIDDEN, HIDDEN, YES, YES, REFUSED, REFUSED, REFUSED],
        ),
        row("requests/view", |s| fields! { slug: s.slug, request: s.request }, PAIR_AND_COORDINATORS),
        row("requests/accept", |s| fields! { request: s.request }, MENTOR),
        row("requests/decline", |s| fields! { request: s.request }, MENTOR),
        row("requests/withdraw", |s| fields! { request: s.request }, MENTEE),
        row("requests/ask_back", |s| fields! { request: s.request, body: TEXT }, MENTOR),
        row("requests/answer", |s| fields! { request: s.asked_request, body: TEXT }, MENTEE),
        row("requests/extend", |s| fields! { request: s.request }, MENTOR),
        row("requests/matching", |s| fields! { slug: s.slug }, COORDINATORS),
        row("requests/pair", |s| fields! { slug: s.slug, mentee: s.participant, mentor: s.free_mentor }, COORDINATORS),
        row("requests/unpair", |s| fields! { slug: s.paired, mentorship: s.by_hand }, COORDINATORS),
    ]
}
