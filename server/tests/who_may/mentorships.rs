//! Mentorships belong to the two people in them; coordinators see them and may end them.

use super::row::{COORDINATORS, FunctionRow, PAIR, PAIR_AND_COORDINATORS, fields, row};

pub fn rows() -> Vec<FunctionRow> {
    vec![
        row("mentorships/space", |s| fields! { id: s.mentorship }, PAIR_AND_COORDINATORS),
        row("mentorships/sign", |s| fields! { id: s.mentorship }, PAIR),
        row("mentorships/pause", |s| fields! { id: s.mentorship }, PAIR),
        row("mentorships/resume", |s| fields! { id: s.paused }, PAIR),
        row("mentorships/complete", |s| fields! { id: s.mentorship }, PAIR),
        row("mentorships/end", |s| fields! { id: s.mentorship, reason: "Moved away." }, PAIR_AND_COORDINATORS),
        row("mentorships/review", |s| fields! { id: s.completed, rating: "5", sentence: "It was good." }, PAIR),
        row("mentorships/list", |s| fields! { slug: s.buddies }, COORDINATORS),
    ]
}
