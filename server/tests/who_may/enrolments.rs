//! Enrolments and enrolment questions. The table of states and acts is in `crates/service/tests/enrolments/table.rs`.

use super::row::{HIDDEN, NO, REFUSED, Row, SIGN_IN, YES, fields, row};

pub fn rows() -> Vec<Row> {
    let question = [SIGN_IN, HIDDEN, HIDDEN, NO, YES, YES];
    vec![
        row("enrolments/join_page", |s| fields! { slug: s.slug }, [SIGN_IN, HIDDEN, HIDDEN, YES, YES, YES]),
        row("enrolments/save", |s| fields! { slug: s.slug, as_mentee: "true" }, [SIGN_IN, HIDDEN, HIDDEN, YES, YES, YES]),
        row("enrolments/pause", |s| fields! { slug: s.slug }, [SIGN_IN, HIDDEN, HIDDEN, YES, HIDDEN, HIDDEN]),
        row("enrolments/resume", |s| fields! { slug: s.slug }, [SIGN_IN, HIDDEN, HIDDEN, REFUSED, HIDDEN, HIDDEN]),
        row("enrolments/leave", |s| fields! { slug: s.slug }, [SIGN_IN, HIDDEN, HIDDEN, YES, HIDDEN, HIDDEN]),
        row("enrolments/participants", |s| fields! { slug: s.slug }, [SIGN_IN, HIDDEN, HIDDEN, NO, YES, YES]),
        row(
            "enrolments/decide",
            |s| fields! { slug: s.slug, person: s.free_mentor, action: "pause" },
            [SIGN_IN, HIDDEN, HIDDEN, NO, YES, YES],
        ),
        row("enrolments/approve_all", |s| fields! { slug: s.slug }, [SIGN_IN, HIDDEN, HIDDEN, NO, YES, YES]),
        row(
            "enrolments/capacity",
            |s| fields! { slug: s.slug, person: s.free_mentor, capacity: "3" },
            [SIGN_IN, HIDDEN, HIDDEN, NO, YES, YES],
        ),
        row("enrolments/questions", |s| fields! { slug: s.slug }, question),
        row("enrolments/add_question", |s| fields! { slug: s.slug, kind: "short", audience: "both", prompt: "What for?" }, question),
        row(
            "enrolments/edit_question",
            |s| fields! { slug: s.slug, question: s.question, kind: "short", audience: "both", prompt: "What for?" },
            question,
        ),
        row("enrolments/move_question", |s| fields! { slug: s.slug, question: s.question, up: "true" }, question),
        row("enrolments/remove_question", |s| fields! { slug: s.slug, question: s.question }, question),
    ]
}
