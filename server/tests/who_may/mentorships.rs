//! Mentorships belong to the two people in them; coordinators see them and may end them.

use super::row::{HIDDEN, NO, Row, SIGN_IN, YES, fields, row};

pub fn rows() -> Vec<Row> {
    vec![
        row("mentorships/space", |s| fields! { id: s.mentorship }, [SIGN_IN, HIDDEN, HIDDEN, YES, YES, YES]),
        row("mentorships/sign", |s| fields! { id: s.mentorship }, [SIGN_IN, HIDDEN, HIDDEN, YES, NO, NO]),
        row("mentorships/pause", |s| fields! { id: s.mentorship }, [SIGN_IN, HIDDEN, HIDDEN, YES, NO, NO]),
        row("mentorships/resume", |s| fields! { id: s.paused }, [SIGN_IN, HIDDEN, HIDDEN, YES, NO, NO]),
        row("mentorships/complete", |s| fields! { id: s.mentorship }, [SIGN_IN, HIDDEN, HIDDEN, YES, NO, NO]),
        row("mentorships/end", |s| fields! { id: s.mentorship, reason: "Moved away." }, [SIGN_IN, HIDDEN, HIDDEN, YES, YES, YES]),
        row(
            "mentorships/review",
            |s| fields! { id: s.completed, rating: "5", sentence: "It was good." },
            [SIGN_IN, HIDDEN, HIDDEN, YES, NO, NO],
        ),
        row("mentorships/list", |s| fields! { slug: s.buddies }, [SIGN_IN, HIDDEN, HIDDEN, NO, YES, YES]),
    ]
}
