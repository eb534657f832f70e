//! Hours of the week and of the day, in UTC, out of what people say in their own time zone.
//!
//! The offset is the caller's (no time zone database here), so a change of the clocks moves the hours when it happens.

use super::bits::HourSet;
use crate::people::WeeklySlot;

const DAY: i32 = 24 * 60;
const WEEK: i32 = 7 * DAY;
/// People are taken to be awake from 7:00 to 22:00.
const WAKING: i32 = 15 * 60;

/// The UTC hours of the week that these slots cover at least half, for somebody so many minutes east of UTC. (In India,
/// at +5:30, 18:00–19:00 is half of each of two UTC hours.)
#[must_use]
pub fn hours_of_week(slots: &[WeeklySlot], utc_offset: i32) -> HourSet {
    let mut covered = [0_i32; 168];
    for slot in slots {
        let (from, to) = (i32::from(slot.from), i32::from(slot.to.min(1440)));
        let local = i32::from(slot.weekday % 7) * DAY + from;
        let begin = local.wrapping_sub(utc_offset).rem_euclid(WEEK);
        let end = begin + (to - from).max(0);
        let mut minute = begin;
        while minute < end {
            let next = ((minute / 60 + 1) * 60).min(end);
            let hour = usize::try_from(minute / 60 % 168).unwrap_or(0);
            if let Some(minutes) = covered.get_mut(hour) {
                *minutes += next - minute;
            }
            minute = next;
        }
    }
    let free = covered.iter().enumerate().filter(|(_, minutes)| **minutes >= 30);
    free.map(|(hour, _)| hour).collect()
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

    const fn slot(weekday: u8, from: u16, to: u16) -> WeeklySlot {
        WeeklySlot { weekday, from, to }
    }

    fn hours(slots: &[WeeklySlot], offset: i32) -> Vec<usize> {
        let set = hours_of_week(slots, offset);
        set.shared_numbers(&set).collect()
    }

    #[test]
    fn monday_morning_in_greenwich_is_monday_morning() {
        assert_eq!(hours(&[slot(0, 540, 660)], 0), [9, 10]);
    }

    #[test]
    fn monday_morning_in_tokyo_is_sunday_night_in_greenwich() {
        assert_eq!(hours(&[slot(0, 480, 600)], 540), [0, 167]);
    }

    #[test]
    fn sunday_night_in_new_york_is_monday_in_greenwich() {
        assert_eq!(hours(&[slot(6, 22 * 60, 1440)], -300), [3, 4]);
    }

    #[test]
    fn half_an_hour_counts_and_less_does_not() {
        assert_eq!(hours(&[slot(0, 570, 600)], 0), [9]);
        assert_eq!(hours(&[slot(0, 580, 600)], 0), Vec::<usize>::new());
        assert_eq!(hours(&[slot(0, 540, 555), slot(0, 585, 600)], 0), [9], "two quarters");
        assert_eq!(hours(&[slot(0, 18 * 60, 19 * 60)], 330), [12, 13], "half past in India");
    }

    #[test]
    fn nonsense_in_a_slot_is_harmless() {
        assert_eq!(hours(&[slot(200, 600, 60), slot(0, 9000, u16::MAX)], i32::MIN), Vec::<usize>::new());
    }

    #[test]
    fn people_are_awake_together_as_far_as_the_earth_lets_them() {
        assert_eq!(waking_overlap(60, 60), 900);
        assert_eq!(waking_overlap(0, -300), 600, "London and New York");
        assert_eq!(waking_overlap(0, 720), 360, "half the world apart: two evenings meet two mornings");
        assert_eq!(waking_overlap(-720, 720), 900, "two names of one hour");
        assert_eq!(waking_overlap(-480, 540), waking_overlap(540, -480));
    }
}
