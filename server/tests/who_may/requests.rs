//! Requests. The complete table of states and acts is in `server/tests/http/request_table.rs`.

use super::row::{HIDDEN, NO, REFUSED, Row, SIGN_IN, YES, fields, row};
use super::things::TEXT;

pub fn rows() -> Vec<Row> {
    vec![
        row("requests/mine", |s| fields! { slug: s.slug }, [SIGN_IN, HIDDEN, HIDDEN, YES, YES, YES]),
        row("requests/ask_page", |s| fields! { slug: s.slug, mentor: s.free_mentor }, [SIGN_IN, HIDDEN, HIDDEN, YES, YES, YES]),
        row(
            "requests/ask",
            |s| fields! { slug: s.slug, mentor: s.free_mentor, body: TEXT },
            [SIGN_IN, HIDDEN, HIDDEN, YES, REFUSED, REFUSED],
        ),
        row("requests/view", |s| fields! { slug: s.slug, request: s.request }, [SIGN_IN, HIDDEN, HIDDEN, YES, YES, YES]),
        row("requests/accept", |s| fields! { request: s.request }, [SIGN_IN, HIDDEN, HIDDEN, NO, NO, NO]),
        row("requests/decline", |s| fields! { request: s.request }, [SIGN_IN, HIDDEN, HIDDEN, NO, NO, NO]),
        row("requests/withdraw", |s| fields! { request: s.request }, [SIGN_IN, HIDDEN, HIDDEN, YES, NO, NO]),
        row("requests/ask_back", |s| fields! { request: s.request, body: TEXT }, [SIGN_IN, HIDDEN, HIDDEN, NO, NO, NO]),
        row("requests/answer", |s| fields! { request: s.request, body: TEXT }, [SIGN_IN, HIDDEN, HIDDEN, REFUSED, NO, NO]),
        row("requests/extend", |s| fields! { request: s.request }, [SIGN_IN, HIDDEN, HIDDEN, NO, NO, NO]),
        row("requests/matching", |s| fields! { slug: s.slug }, [SIGN_IN, HIDDEN, HIDDEN, NO, YES, YES]),
        row(
            "requests/pair",
            |s| fields! { slug: s.slug, mentee: s.participant, mentor: s.free_mentor },
            [SIGN_IN, HIDDEN, HIDDEN, NO, YES, YES],
        ),
        row("requests/unpair", |s| fields! { slug: s.buddies, mentorship: s.mentorship }, [SIGN_IN, HIDDEN, HIDDEN, NO, REFUSED, REFUSED]),
    ]
}
