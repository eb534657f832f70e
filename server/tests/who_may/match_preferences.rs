//! Preferences: everybody's own. Who coordinates without taking part has none.

use super::row::{FunctionRow, HIDDEN, NO, SIGN_IN, YES, fields, row};

pub fn rows() -> Vec<FunctionRow> {
    // Who offers mentoring alone prefers no mentors.
    let mentees = [SIGN_IN, HIDDEN, HIDDEN, YES, YES, NO, NO, NO];
    vec![
        row("match_preferences/page", |s| fields! { slug: s.slug }, [SIGN_IN, HIDDEN, HIDDEN, YES, YES, YES, NO, NO]),
        row("match_preferences/add", |s| fields! { slug: s.slug, side: "mentors", person: s.free_mentor }, mentees),
        row("match_preferences/remove", |s| fields! { slug: s.slug, side: "mentors", person: s.free_mentor }, mentees),
        row("match_preferences/shift", |s| fields! { slug: s.slug, side: "mentors", person: s.free_mentor, direction: "up" }, mentees),
    ]
}
