//! From a usual week in somebody's own time to quarters of an hour in UTC, and how long two people are awake together.
//!
//! There is no time zone database here: what a zone's clock does in a week is the caller's to say.

use super::quarters::{FreeTime, QUARTERS};
use crate::shared::WeeklySlot;

const DAY: i32 = 24 * 60;
const WEEK: i32 = 7 * DAY;
/// People are taken to be awake from 7:00 to 22:00.
const WAKING: i32 = 15 * 60;
/// Every minute of a quarter, as bits.
const WHOLE: u16 = 0x7fff;

/// A clock through seven days, which begin with a day in UTC. All offsets are minutes east of UTC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WeekClock {
    /// The offset at this moment.
    pub now: i32,
    /// The weekday of the first day; 0 is Monday.
    pub first_day: u8,
    /// The offset when the first day begins.
    pub offset: i32,
    /// When the clock is changed in these days, in minutes since they began, and the offset from then on.
    pub change: Option<(u16, i32)>,
}

impl WeekClock {
    /// A clock that is never changed.
    #[must_use]
    pub const fn fixed(offset: i32) -> Self {
        Self { now: offset, first_day: 0, offset, change: None }
    }
}

/// The quarters of an hour in UTC that these slots cover wholly. In the night in which a clock is put forward, what it leaves
/// out is nobody's time; in the one in which it is put back, an hour comes twice.
#[must_use]
pub fn free_time(slots: &[WeeklySlot], clock: &WeekClock) -> FreeTime {
    let begin = i32::from(clock.first_day % 7) * DAY;
    let (change, after) = clock.change.map_or((WEEK, clock.offset), |(at, after)| (i32::from(at).min(WEEK), after));
    let mut covered = [0_u16; QUARTERS];
    for slot in slots {
        let (from, to) = (i32::from(slot.from), i32::from(slot.to).min(DAY));
        let local = i32::from(slot.weekday % 7) * DAY + from;
        for (stretch, offset) in [(0..change, clock.offset), (change..WEEK, after)] {
            // In minutes since the seven days began.
            let start = local.wrapping_sub(offset).wrapping_sub(begin).rem_euclid(WEEK);
            let end = start + (to - from).max(0);
            // Whatever reaches beyond the seventh day comes on the first.
            for (start, end) in [(start, end.min(WEEK)), (0, end - WEEK)] {
                cover(&mut covered, begin, start.max(stretch.start), end.min(stretch.end));
            }
        }
    }
    let whole = covered.iter().enumerate().filter(|(_, minutes)| **minutes == WHOLE);
    whole.map(|(quarter, _)| quarter).collect()
}

/// Marks the minutes from `start` to `end`, which count from `begin`, in the quarters of the week.
fn cover(covered: &mut [u16; QUARTERS], begin: i32, start: i32, end: i32) {
    let mut minute = start;
    while minute < end {
        let next = ((minute / 15 + 1) * 15).min(end);
        let quarter = usize::try_from((begin + minute) % WEEK / 15).unwrap_or(0);
        if let Some(minutes) = covered.get_mut(quarter) {
            let (first, count) = (minute % 15, next - minute);
            *minutes |= (WHOLE >> (15 - count)) << first;
        }
        minute = next;
    }
}

/// Minutes of a day in which both are awake (7:00–22:00 local), given their offsets in minutes east of UTC. Symmetric;
/// from 360, half the world apart, to 900, in the same zone.
#[must_use]
pub fn waking_overlap(a: i32, b: i32) -> u32 {
    let apart = a.wrapping_sub(b).rem_euclid(DAY);
    let apart = apart.min(DAY - apart);
    // My evening with their morning, and the other way round.
    let overlap = (WAKING - apart).max(0) + (WAKING - (DAY - apart)).max(0);
    overlap.unsigned_abs()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const fn slot(weekday: u8, from: u16, to: u16) -> WeeklySlot {
        WeeklySlot { weekday, from, to }
    }

    fn quarters(slots: &[WeeklySlot], offset: i32) -> Vec<usize> {
        free_time(slots, &WeekClock::fixed(offset)).quarters().collect()
    }

    #[test]
    fn monday_morning_in_greenwich_is_monday_morning() {
        assert_eq!(quarters(&[slot(0, 540, 600)], 0), [36, 37, 38, 39]);
    }

    #[test]
    fn monday_morning_in_tokyo_is_sunday_night_in_greenwich() {
        assert_eq!(quarters(&[slot(0, 510, 570)], 540), [0, 1, 670, 671]);
    }

    #[test]
    fn sunday_night_in_new_york_is_monday_in_greenwich() {
        assert_eq!(quarters(&[slot(6, 23 * 60, 1440)], -300), [16, 17, 18, 19]);
    }

    #[test]
    fn only_whole_quarters_count() {
        assert_eq!(quarters(&[slot(0, 550, 590)], 0), [37, 38]);
        assert_eq!(quarters(&[slot(0, 540, 550), slot(0, 550, 555)], 0), [36], "of two stretches");
        assert_eq!(quarters(&[slot(0, 540, 550), slot(0, 545, 552)], 0), Vec::<usize>::new(), "no minute counts twice");
    }

    #[test]
    fn one_evening_ends_where_the_next_begins_wherever_one_lives() {
        let (evening, late) = ([slot(2, 17 * 60, 20 * 60)], [slot(2, 20 * 60, 23 * 60)]);
        for offset in (-12 * 60..=14 * 60).step_by(15) {
            let clock = WeekClock::fixed(offset);
            let (evening, late) = (free_time(&evening, &clock), free_time(&late, &clock));
            assert_eq!((evening.shared(&late), evening.shared(&evening), late.shared(&late)), (0, 12, 12), "{offset}");
        }
    }

    #[test]
    fn a_clock_that_is_changed_moves_what_comes_after() {
        // Berlin, the seven days from Thursday 26 March 2026: from 1:00 UTC on Sunday it is two hours ahead.
        let spring = WeekClock { now: 60, first_day: 3, offset: 60, change: Some((3 * 1440 + 60, 120)) };
        let free = |weekday| free_time(&[slot(weekday, 540, 600)], &spring).quarters().collect::<Vec<_>>();
        assert_eq!((free(5)[0], free(6)[0], free(0)[0]), (5 * 96 + 32, 6 * 96 + 28, 28), "Saturday, Sunday, Monday");
        assert!(free_time(&[slot(6, 120, 180)], &spring).is_empty(), "there is no 2:30 that night");
        let autumn = WeekClock { offset: 120, change: Some((3 * 1440 + 60, 60)), ..spring };
        assert_eq!(free_time(&[slot(6, 120, 180)], &autumn).quarters().count(), 8, "2:30 comes twice");
    }

    #[test]
    fn nonsense_in_a_slot_is_harmless() {
        let clock = WeekClock { now: 0, first_day: 255, offset: i32::MIN, change: Some((u16::MAX, i32::MAX)) };
        assert!(free_time(&[slot(200, 600, 60), slot(0, 9000, u16::MAX)], &clock).is_empty());
    }

    #[test]
    fn people_are_awake_together_as_far_as_the_earth_lets_them() {
        assert_eq!(waking_overlap(60, 60), 900);
        assert_eq!(waking_overlap(0, -300), 600, "London and New York");
        assert_eq!(waking_overlap(0, 720), 360, "half the world apart: two evenings meet two mornings");
        assert_eq!(waking_overlap(-720, 720), 900, "two names of one hour");
        assert_eq!(waking_overlap(-480, 540), waking_overlap(540, -480));
    }

    /// Whether somebody is free in a minute of the seven days, asked of the clock and the slots.
    fn is_free(slots: &[WeeklySlot], clock: &WeekClock, minute: i32) -> bool {
        let offset = clock.change.filter(|(at, _)| minute >= i32::from(*at)).map_or(clock.offset, |(_, after)| after);
        let local = (i32::from(clock.first_day) * DAY + minute + offset).rem_euclid(WEEK);
        slots.iter().any(|slot| {
            i32::from(slot.weekday) == local / DAY && (i32::from(slot.from)..i32::from(slot.to).min(DAY)).contains(&(local % DAY))
        })
    }

    fn slots() -> impl Strategy<Value = Vec<WeeklySlot>> {
        prop::collection::vec((0_u8..7, 0_u16..1500, 0_u16..1500).prop_map(|(day, from, to)| slot(day, from, to)), 0..6)
    }

    proptest! {
        #[test]
        fn each_quarter_is_free_if_each_of_its_minutes_is(
            slots in slots(), first_day in 0_u8..7, offset in -800..=900_i32, change in prop::option::of((0_u16..10_080, -800..=900_i32)),
        ) {
            let clock = WeekClock { now: 0, first_day, offset, change };
            let free = free_time(&slots, &clock);
            for quarter in 0..7 * 96 {
                let whole = (quarter * 15..quarter * 15 + 15).all(|minute| is_free(&slots, &clock, minute));
                let at = (i32::from(first_day) * 96 + quarter) % (7 * 96);
                prop_assert_eq!(free.contains(usize::try_from(at).unwrap_or(0)), whole, "{}", quarter);
            }
        }
    }
}
