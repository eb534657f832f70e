//! One's day and what one was told: everybody's own.

use super::row::{Row, SIGN_IN, YES, fields, row};

pub fn rows() -> Vec<Row> {
    vec![
        row("home/day", |_| fields! {}, [SIGN_IN, YES, YES, YES, YES, YES]),
        row("home/notifications", |_| fields! {}, [SIGN_IN, YES, YES, YES, YES, YES]),
        row("home/mark_read", |_| fields! {}, [SIGN_IN, YES, YES, YES, YES, YES]),
    ]
}
