//! When a program runs and how long its mentorships last, in the reader's words.

use chrono::NaiveDate;
use i18n::{I18n, m};

/// How long a mentorship lasts.
#[must_use]
pub fn length(i18n: I18n, weeks: i32) -> String {
    i18n.n(m::COMMON_WEEKS, weeks.into(), &[])
}

/// From when until when.
#[must_use]
pub fn dates(i18n: I18n, from: Option<NaiveDate>, to: Option<NaiveDate>) -> Option<String> {
    match (from, to) {
        (Some(from), Some(to)) => Some(i18n.f(m::COMMON_FROM_TO, &[("from", &i18n.date(from)), ("to", &i18n.date(to))])),
        (Some(from), None) => Some(i18n.f(m::COMMON_FROM, &[("from", &i18n.date(from))])),
        (None, Some(to)) => Some(i18n.f(m::COMMON_UNTIL, &[("to", &i18n.date(to))])),
        (None, None) => None,
    }
}
