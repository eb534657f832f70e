//! Dates and times in words. They come in already moved to the reader's time zone.

use crate::{I18n, m};
use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};

impl I18n {
    fn month(self, month: u32) -> &'static str {
        self.nth(m::COMMON_MONTHS, month.saturating_sub(1))
    }

    /// The name of a weekday, 0 = Monday.
    #[must_use]
    pub fn weekday(self, from_monday: u32) -> &'static str {
        self.nth(m::COMMON_WEEKDAYS, from_monday)
    }

    fn nth(self, key: crate::Key, n: u32) -> &'static str {
        self.t(key).split('|').nth(usize::try_from(n).unwrap_or(0)).unwrap_or_default()
    }

    /// A date with its month in words: `24 November 2026`.
    #[must_use]
    pub fn date(self, date: NaiveDate) -> String {
        self.f(m::COMMON_DATE, &[("day", &date.day().to_string()), ("month", self.month(date.month())), ("year", &date.year().to_string())])
    }

    /// A time of day, 24 hours: `18:05`.
    #[must_use]
    pub fn time(self, at: NaiveDateTime) -> String {
        format!("{:02}:{:02}", at.hour(), at.minute())
    }

    /// A date and a time of day.
    #[must_use]
    pub fn date_time(self, at: NaiveDateTime) -> String {
        self.f(m::COMMON_DATE_TIME, &[("date", &self.date(at.date())), ("time", &self.time(at))])
    }

    /// How long ago, or until when, in days: `today`, `yesterday`, `3 days ago`, `in 5 days`.
    #[must_use]
    pub fn days(self, from_today: i64) -> String {
        match from_today {
            0 => self.t(m::COMMON_TODAY).to_owned(),
            -1 => self.t(m::COMMON_YESTERDAY).to_owned(),
            1 => self.t(m::COMMON_TOMORROW).to_owned(),
            n if n < 0 => self.n(m::COMMON_DAYS_AGO, -n, &[]),
            n => self.n(m::COMMON_IN_DAYS, n, &[]),
        }
    }
}
