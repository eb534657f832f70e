//! Enrolments and enrolment questions. The table of states and acts is in `crates/service/tests/enrolments/table.rs`.

use super::row::{COORDINATORS, FunctionRow, HIDDEN, INSIDE, REFUSED, SIGN_IN, YES, fields, row};

pub fn rows() -> Vec<FunctionRow> {
    // Who takes part; who coordinates without taking part has no enrolment.
    let taking_part = [SIGN_IN, HIDDEN, HIDDEN, YES, YES, YES, HIDDEN, HIDDEN];
    vec![
        row("enrolments/join_page", |s| fields! { slug: s.slug }, INSIDE),
        row("enrolments/save", |s| fields! { slug: s.slug, as_mentee: "true" }, INSIDE),
        row("enrolments/pause", |s| fields! { slug: s.slug }, taking_part),
        // The bystander takes a break there, the two of the pair do not.
        row("enrolments/resume", |s| fields! { slug: s.rested }, [SIGN_IN, HIDDEN, HIDDEN, YES, REFUSED, REFUSED, HIDDEN, HIDDEN]),
        row("enrolments/leave", |s| fields! { slug: s.slug }, taking_part),
        row("enrolments/participants", |s| fields! { slug: s.slug }, COORDINATORS),
        row("enrolments/decide", |s| fields! { slug: s.slug, person: s.free_mentor, action: "pause" }, COORDINATORS),
        row("enrolments/approve_all", |s| fields! { slug: s.slug }, COORDINATORS),
        row("enrolments/capacity", |s| fields! { slug: s.slug, person: s.free_mentor, capacity: "3" }, COORDINATORS),
        row("enrolments/questions", |s| fields! { slug: s.slug }, COORDINATORS),
        row("enrolments/add_question", |s| fields! { slug: s.slug, kind: "short", audience: "both", prompt: "What for?" }, COORDINATORS),
        row(
            "enrolments/edit_question",
            |s| fields! { slug: s.slug, question: s.question, kind: "short", audience: "both", prompt: "What for?" },
            COORDINATORS,
        ),
        row("enrolments/move_question", |s| fields! { slug: s.slug, question: s.question, up: "true" }, COORDINATORS),
        row("enrolments/remove_question", |s| fields! { slug: s.slug, question: s.question }, COORDINATORS),
    ]
}
