//! Proposals: the two answer, a coordinator reads, and to everybody else there is none. The complete table of states and acts is in
//! `domain::proposals`.

use super::row::{FunctionRow, PAIR, PAIR_AND_COORDINATORS, fields, row};

pub fn rows() -> Vec<FunctionRow> {
    vec![
        row("proposals/view", |s| fields! { proposal: s.proposal }, PAIR_AND_COORDINATORS),
        row("proposals/say_yes", |s| fields! { proposal: s.proposal }, PAIR),
        row("proposals/say_no", |s| fields! { proposal: s.proposal, reason: "no_time", word: "Later, perhaps." }, PAIR),
    ]
}
