//! The usual week: stored to the minute, chosen by weekday and part of the day.

use super::WeeklySlot;
use serde::{Deserialize, Serialize};

text_enum! {
    /// A part of the day, as one ticks it.
    pub enum DayPart {
        /// 6:00–9:00.
        Early = "early",
        /// 9:00–12:00.
        Morning = "morning",
        /// 12:00–14:00.
        Midday = "midday",
        /// 14:00–17:00.
        Afternoon = "afternoon",
        /// 17:00–20:00.
        Evening = "evening",
        /// 20:00–23:00.
        Late = "late",
    }
}

impl DayPart {
    /// Its hours: from, and to (exclusive).
    #[must_use]
    pub const fn hours(self) -> (u16, u16) {
        match self {
            Self::Early => (6, 9),
            Self::Morning => (9, 12),
            Self::Midday => (12, 14),
            Self::Afternoon => (14, 17),
            Self::Evening => (17, 20),
            Self::Late => (20, 23),
        }
    }

    fn minutes(self) -> std::ops::Range<usize> {
        let (from, to) = self.hours();
        usize::from(from) * 60..usize::from(to) * 60
    }
}

/// One box of the week's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct WeekCell {
    /// 0 = Monday … 6 = Sunday.
    pub weekday: u8,
    /// The part of that day.
    pub part: DayPart,
}

/// As a form sends it: `0-evening`.
impl std::fmt::Display for WeekCell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}-{}", self.weekday, self.part)
    }
}

impl std::str::FromStr for WeekCell {
    type Err = crate::text_enum::UnknownWord;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let unknown = || crate::text_enum::UnknownWord(text.chars().take(40).collect());
        let (weekday, part) = text.split_once('-').ok_or_else(unknown)?;
        let weekday = weekday.parse().ok().filter(|day| *day < 7).ok_or_else(unknown)?;
        Ok(Self { weekday, part: part.parse()? })
    }
}

const MINUTES: usize = 24 * 60;

/// One day, minute by minute.
type Day = [bool; MINUTES];

/// Seven days, minute by minute.
struct Minutes(Vec<Day>);

impl Minutes {
    fn of(slots: &[WeeklySlot]) -> Self {
        let mut days = vec![[false; MINUTES]; 7];
        for slot in slots {
            let stretch = usize::from(slot.from)..usize::from(slot.to).min(MINUTES);
            if let Some(minutes) = days.get_mut(usize::from(slot.weekday)).and_then(|day| day.get_mut(stretch)) {
                minutes.fill(true);
            }
        }
        Self(days)
    }

    fn part(&mut self, cell: WeekCell) -> &mut [bool] {
        self.0.get_mut(usize::from(cell.weekday)).and_then(|day| day.get_mut(cell.part.minutes())).unwrap_or_default()
    }

    /// Whether at least half of a part is in it.
    fn ticks(&mut self, cell: WeekCell) -> bool {
        let part = self.part(cell);
        part.iter().filter(|minute| **minute).count() * 2 >= part.len().max(1)
    }

    fn slots(&self) -> Vec<WeeklySlot> {
        let mut slots = Vec::new();
        for (weekday, day) in (0_u8..).zip(&self.0) {
            let mut from = None;
            for minute in 0..=MINUTES {
                let free = day.get(minute).copied().unwrap_or(false);
                let here = u16::try_from(minute).unwrap_or(u16::MAX);
                match (free, from) {
                    (true, None) => from = Some(here),
                    (false, Some(start)) => {
                        slots.push(WeeklySlot { weekday, from: start, to: here });
                        from = None;
                    }
                    _ => {}
                }
            }
        }
        slots
    }
}

/// Every box of the table, day by day.
pub fn cells() -> impl Iterator<Item = WeekCell> {
    (0..7).flat_map(|weekday| DayPart::ALL.iter().map(move |part| WeekCell { weekday, part: *part }))
}

/// The boxes that a week ticks: those of which it holds at least half.
#[must_use]
pub fn ticked(slots: &[WeeklySlot]) -> Vec<WeekCell> {
    let mut minutes = Minutes::of(slots);
    cells().filter(|cell| minutes.ticks(*cell)).collect()
}

/// The week after its boxes were ticked and unticked. A box that stays as it was changes nothing, so that what was stored
/// to the minute isn't rounded by a look at it. With no box ticked the week is empty.
#[must_use]
pub fn tick(slots: &[WeeklySlot], chosen: &[WeekCell]) -> Vec<WeeklySlot> {
    if chosen.is_empty() {
        return Vec::new();
    }
    let mut minutes = Minutes::of(slots);
    for cell in cells() {
        match (minutes.ticks(cell), chosen.contains(&cell)) {
            (false, true) => minutes.part(cell).fill(true),
            (_, false) => minutes.part(cell).fill(false),
            (true, true) => {}
        }
    }
    minutes.slots()
}

/// The same week with its stretches in order, none touching another.
#[must_use]
pub fn tidy(slots: &[WeeklySlot]) -> Vec<WeeklySlot> {
    Minutes::of(slots).slots()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn slot(weekday: u8, from: u16, to: u16) -> WeeklySlot {
        WeeklySlot { weekday, from, to }
    }

    fn cell(text: &str) -> WeekCell {
        text.parse().unwrap()
    }

    #[test]
    fn a_box_is_ticked_from_half_of_it() {
        assert_eq!(ticked(&[slot(1, 17 * 60, 19 * 60 + 30)]), [cell("1-evening")]);
        assert_eq!(ticked(&[slot(1, 12 * 60, 13 * 60)]), [cell("1-midday")]);
        assert_eq!(ticked(&[slot(1, 12 * 60, 12 * 60 + 59)]), []);
    }

    #[test]
    fn ticking_one_box_leaves_the_others_to_the_minute() {
        let week = [slot(1, 1020, 1170)];
        let more = tick(&week, &[cell("1-evening"), cell("3-early"), cell("3-morning")]);
        assert_eq!(more, [slot(1, 1020, 1170), slot(3, 360, 720)], "neighbours become one stretch");
        assert_eq!(tick(&more, &[cell("3-early")]), [slot(3, 360, 540)]);
        assert_eq!(tick(&[slot(0, 0, 1440)], &[]), [], "nothing ticked is nothing");
    }

    #[test]
    fn boxes_are_sent_as_words() {
        assert_eq!(cell("6-late").to_string(), "6-late");
        for wrong in ["7-late", "x-late", "late", "1-noon", ""] {
            assert!(wrong.parse::<WeekCell>().is_err(), "{wrong}");
        }
    }

    fn slots() -> impl Strategy<Value = Vec<WeeklySlot>> {
        prop::collection::vec((0_u8..9, 0_u16..1500, 0_u16..1500).prop_map(|(day, from, to)| slot(day, from, to)), 0..12)
    }

    proptest! {
        #[test]
        fn saving_what_is_shown_changes_only_what_is_not_shown(week in slots()) {
            let shown = ticked(&week);
            let saved = tick(&week, &shown);
            prop_assert_eq!(&ticked(&saved), &shown);
            prop_assert_eq!(tick(&saved, &shown), saved, "and again nothing");
        }

        #[test]
        fn what_is_ticked_is_what_is_ticked_then(week in slots(), boxes in prop::collection::vec((0_u8..7, 0_usize..6), 0..20)) {
            let mut chosen: Vec<WeekCell> =
                boxes.into_iter().filter_map(|(weekday, part)| DayPart::ALL.get(part).map(|part| WeekCell { weekday, part: *part })).collect();
            chosen.sort();
            chosen.dedup();
            prop_assert_eq!(ticked(&tick(&week, &chosen)), chosen);
        }
    }
}
