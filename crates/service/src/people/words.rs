//! What a person's page says in sentences.

use crate::reader::zone_named;
use crate::reference;
use crate::tables::alone;
use chrono::{DateTime, Datelike, Offset, Utc};
use chrono_tz::Tz;
use domain::people::WeeklySlot;
use domain::shared::Named;
use i18n::{I18n, m};

/// A list of values on offer, as views hold it.
pub(super) fn owned(list: Vec<(&'static str, String)>) -> Vec<Named> {
    list.into_iter().map(|(code, name)| (code.to_owned(), name)).collect()
}

/// The languages that somebody speaks, if they say.
pub(super) fn speaks(i18n: I18n, codes: &[String]) -> Option<String> {
    let names: Vec<&str> = codes.iter().filter_map(|code| reference::language_name(code, i18n.locale)).collect();
    (!names.is_empty()).then(|| alone(&i18n.list(&names)))
}

/// From when to when.
pub(super) fn stretch(slot: &WeeklySlot) -> String {
    let time = |minutes: u16| format!("{}:{:02}", minutes / 60, minutes % 60);
    format!("{}–{}", time(slot.from), time(slot.to))
}

/// The time of day where somebody is, and how far ahead or behind of the reader that is.
pub(super) fn local_time(i18n: I18n, now: DateTime<Utc>, reader: Tz, zone: &str, own: bool) -> String {
    let there = zone_named(zone);
    let (here, there) = (now.with_timezone(&reader), now.with_timezone(&there));
    let mut time = i18n.time(there.naive_local());
    if here.date_naive() != there.date_naive() {
        let weekday = i18n.weekday(there.weekday().num_days_from_monday());
        time = i18n.f(m::PEOPLE_WEEKDAY_TIME, &[("weekday", weekday), ("time", &time)]);
    }
    let minutes = (there.offset().fix().local_minus_utc() - here.offset().fix().local_minus_utc()) / 60;
    let key = match minutes {
        _ if own => m::PEOPLE_TIME_WITH_YOU,
        0 => m::PEOPLE_TIME_SAME,
        ahead if ahead > 0 => m::PEOPLE_TIME_AHEAD,
        _ => m::PEOPLE_TIME_BEHIND,
    };
    let apart = apart(i18n, minutes.abs());
    i18n.f(key, &[("time", &time), ("difference", &apart)])
}

/// A difference of hours, and minutes where there are some.
fn apart(i18n: I18n, minutes: i32) -> String {
    let (hours, rest) = ((minutes / 60).to_string(), (minutes % 60).to_string());
    if minutes % 60 == 0 {
        i18n.f(m::PEOPLE_HOURS, &[("hours", &hours)])
    } else {
        i18n.f(m::PEOPLE_HOURS_MINUTES, &[("hours", &hours), ("minutes", &rest)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use i18n::Locale;

    #[test]
    fn the_time_there_is_told_with_how_far_away_that_is() {
        let at = "2026-03-02T20:50:00Z".parse().unwrap_or_default();
        let say = |locale, reader: Tz, zone| local_time(I18n::of(locale), at, reader, zone, false);
        assert_eq!(say(Locale::En, Tz::Europe__Berlin, "Africa/Lagos"), "It is 21:50 there now, as with you.");
        assert_eq!(say(Locale::En, Tz::UTC, "America/New_York"), "It is 15:50 there now, 5 h behind you.");
        assert_eq!(say(Locale::En, Tz::UTC, "Asia/Kolkata"), "It is Tuesday, 02:20 there now, 5 h 30 min ahead of you.");
        assert_eq!(say(Locale::De, Tz::UTC, "Europe/Berlin"), "Dort ist es jetzt 21:50 Uhr, 1 Std. später als bei Ihnen.");
        assert_eq!(say(Locale::En, Tz::UTC, "Atlantis/Capital"), "It is 20:50 there now, as with you.", "never a fault");
    }

    #[test]
    fn languages_are_a_list() {
        let codes = ["fr", "en", "xx"].map(str::to_owned);
        assert_eq!(speaks(I18n::of(Locale::En), &codes).as_deref(), Some("French and English"));
        assert_eq!(speaks(I18n::of(Locale::En), &[]), None);
    }
}
