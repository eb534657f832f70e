//! What the clock of a time zone does in the coming days, for `domain::fit`, which knows no time zones.

use chrono::{DateTime, Datelike, Duration, NaiveTime, Offset, TimeZone, Utc};
use chrono_tz::Tz;
use domain::fit::WeekClock;

/// Minutes of seven days.
const WEEK: i64 = 7 * 24 * 60;

/// The clock of a zone today (in UTC) and in the six days that follow: each weekday once, at the offset that it will have. `None`
/// for a zone that isn't known.
pub(super) fn week_clock(zone: &str, now: DateTime<Utc>) -> Option<WeekClock> {
    let zone: Tz = zone.parse().ok()?;
    let begin = now.date_naive().and_time(NaiveTime::MIN).and_utc();
    let at = |minute: i64| offset_at(zone, begin + Duration::minutes(minute));
    let (offset, after) = (at(0), at(WEEK - 1));
    let change = (offset != after).then(|| {
        // No zone changes its clock twice in a week, so halving finds when it does.
        let (mut before, mut changed) = (0, WEEK - 1);
        while before + 1 < changed {
            let middle = i64::midpoint(before, changed);
            if at(middle) == offset { before = middle } else { changed = middle }
        }
        (u16::try_from(changed).unwrap_or(u16::MAX), after)
    });
    let first_day = u8::try_from(begin.weekday().num_days_from_monday()).unwrap_or(0);
    Some(WeekClock { now: offset_at(zone, now), first_day, offset, change })
}

/// Minutes east of UTC in a zone at a moment.
pub(super) fn offset_at(zone: Tz, at: DateTime<Utc>) -> i32 {
    zone.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc() / 60
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{NaiveDate, Timelike};
    use domain::fit::{FreeTime, free_time};
    use domain::people::WeeklySlot;

    /// Sunday evening, the night in which clocks change, and odd times of other days.
    const SLOTS: [WeeklySlot; 5] = [
        WeeklySlot { weekday: 6, from: 17 * 60, to: 20 * 60 },
        WeeklySlot { weekday: 6, from: 0, to: 5 * 60 },
        WeeklySlot { weekday: 0, from: 0, to: 75 },
        WeeklySlot { weekday: 2, from: 9 * 60 + 15, to: 13 * 60 + 45 },
        WeeklySlot { weekday: 4, from: 22 * 60 + 30, to: 24 * 60 },
    ];

    fn noon(date: NaiveDate) -> DateTime<Utc> {
        date.and_time(NaiveTime::MIN).and_utc() + Duration::hours(12)
    }

    /// The days from which on to look: all of those in the week before a clock changes, and a few others.
    fn days(zone: Tz) -> Vec<NaiveDate> {
        let first = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap_or_default();
        let all = first.iter_days().take(730);
        let offset = |date: NaiveDate| offset_at(zone, date.and_time(NaiveTime::MIN).and_utc());
        all.filter(|date| (date.day() == 15 && date.month() % 6 == 1) || offset(*date) != offset(*date + Duration::days(7))).collect()
    }

    /// Each quarter of the seven days from this one on, asked of the time zone database.
    fn asked(zone: Tz, day: NaiveDate) -> FreeTime {
        let begin = day.and_time(NaiveTime::MIN).and_utc();
        let quarters = (0..7 * 96_i64).filter(|quarter| {
            let at = begin + Duration::minutes(quarter * 15);
            let there = at.with_timezone(&zone);
            let minute = there.hour() * 60 + there.minute();
            let weekday = there.weekday().num_days_from_monday();
            assert_eq!(minute % 15, 0, "an offset of whole quarters, {zone} {at}");
            SLOTS.iter().any(|slot| u32::from(slot.weekday) == weekday && (u32::from(slot.from)..u32::from(slot.to)).contains(&minute))
        });
        let first = i64::from(day.weekday().num_days_from_monday()) * 96;
        quarters.filter_map(|quarter| usize::try_from((first + quarter) % (7 * 96)).ok()).collect()
    }

    #[test]
    fn free_time_is_what_the_time_zone_database_says_in_every_zone() {
        for zone in chrono_tz::TZ_VARIANTS {
            for day in days(zone) {
                let clock = week_clock(zone.name(), noon(day)).unwrap_or_default();
                assert_eq!(free_time(&SLOTS, &clock), asked(zone, day), "{zone} from {day}");
            }
        }
    }

    #[test]
    fn who_is_never_free_together_shares_nothing_in_any_zone() {
        let evening = [WeeklySlot { weekday: 1, from: 17 * 60, to: 20 * 60 }];
        let late = [WeeklySlot { weekday: 1, from: 20 * 60, to: 23 * 60 }];
        let day = NaiveDate::from_ymd_opt(2026, 6, 15).unwrap_or_default();
        for zone in chrono_tz::TZ_VARIANTS {
            let clock = week_clock(zone.name(), noon(day)).unwrap_or_default();
            assert_eq!(free_time(&evening, &clock).shared(&free_time(&late, &clock)), 0, "{zone}");
        }
    }

    #[test]
    fn two_zones_share_what_they_share_minute_by_minute() {
        let zones = [
            Tz::Asia__Kolkata,
            Tz::Asia__Kathmandu,
            Tz::Australia__Lord_Howe,
            Tz::America__St_Johns,
            Tz::Europe__Berlin,
            Tz::Pacific__Chatham,
        ];
        for day in [(2026, 3, 26), (2026, 4, 2), (2026, 7, 1), (2026, 10, 1), (2026, 10, 22)] {
            let day = NaiveDate::from_ymd_opt(day.0, day.1, day.2).unwrap_or_default();
            let begin = day.and_time(NaiveTime::MIN).and_utc();
            let free = |zone: Tz, minute: i64| {
                let there = (begin + Duration::minutes(minute)).with_timezone(&zone);
                let (weekday, at) = (there.weekday().num_days_from_monday(), there.hour() * 60 + there.minute());
                SLOTS.iter().any(|slot| u32::from(slot.weekday) == weekday && (u32::from(slot.from)..u32::from(slot.to)).contains(&at))
            };
            for one in zones {
                for other in zones {
                    let clock = |zone: Tz| week_clock(zone.name(), noon(day)).unwrap_or_default();
                    let shared = free_time(&SLOTS, &clock(one)).shared(&free_time(&SLOTS, &clock(other)));
                    let minutes = (0..WEEK).filter(|minute| free(one, *minute) && free(other, *minute)).count();
                    assert_eq!(shared as usize * 15, minutes, "{one} and {other} from {day}");
                }
            }
        }
    }

    #[test]
    fn an_unknown_zone_has_no_clock() {
        assert_eq!(week_clock("Atlantis/Capital", DateTime::UNIX_EPOCH), None);
    }
}
