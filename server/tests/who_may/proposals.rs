//! Proposals: the two answer, a coordinator reads, and to everybody else there is none. The complete table of states and acts is in
//! `domain::proposals`.

use super::row::{HIDDEN, NO, Row, SIGN_IN, YES, fields, row};

pub fn rows() -> Vec<Row> {
    vec![
        row("proposals/view", |s| fields! { proposal: s.proposal }, [SIGN_IN, HIDDEN, HIDDEN, YES, YES, YES]),
        row("proposals/say_yes", |s| fields! { proposal: s.proposal }, [SIGN_IN, HIDDEN, HIDDEN, YES, NO, NO]),
        row(
            "proposals/say_no",
            |s| fields! { proposal: s.proposal, reason: "no_time", word: "Later, perhaps." },
            [SIGN_IN, HIDDEN, HIDDEN, YES, NO, NO],
        ),
    ]
}
