//! How fast a mentor usually answers, told roughly: a promise to the minute would be wrong.

use chrono::TimeDelta;

/// Fewer answers than this say nothing about a habit.
pub const ANSWERS_NEEDED: usize = 3;

text_enum! {
    /// How fast a mentor usually answers.
    pub enum ReplySpeed {
        /// Within 24 hours.
        WithinADay = "within_a_day",
        /// Within three days.
        FewDays = "few_days",
        /// Within seven days.
        WithinAWeek = "within_a_week",
        /// Later than that.
        Longer = "longer",
    }
}

/// The median of the times to a first answer (or until a request without one expired), in words; `None` below [`ANSWERS_NEEDED`] answers. Of an even number of
/// answers the slower of the two in the middle counts, so that nobody is promised too much.
#[must_use]
pub fn usual_reply(times: &[TimeDelta]) -> Option<ReplySpeed> {
    if times.len() < ANSWERS_NEEDED {
        return None;
    }
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    let hours = sorted.get(sorted.len() / 2)?.num_minutes().div_euclid(60);
    Some(match hours {
        ..24 => ReplySpeed::WithinADay,
        24..72 => ReplySpeed::FewDays,
        72..168 => ReplySpeed::WithinAWeek,
        _ => ReplySpeed::Longer,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(hours: &[i64]) -> Option<ReplySpeed> {
        usual_reply(&hours.iter().map(|h| TimeDelta::hours(*h)).collect::<Vec<_>>())
    }

    #[test]
    fn two_answers_are_no_habit() {
        assert_eq!(after(&[]), None);
        assert_eq!(after(&[1, 1]), None);
    }

    #[test]
    fn one_slow_answer_does_not_spoil_the_habit() {
        assert_eq!(after(&[2, 300, 20]), Some(ReplySpeed::WithinADay));
    }

    #[test]
    fn the_middle_decides_and_the_slower_one_of_two() {
        assert_eq!(after(&[1, 23, 24]), Some(ReplySpeed::WithinADay));
        assert_eq!(after(&[1, 24, 100]), Some(ReplySpeed::FewDays));
        assert_eq!(after(&[1, 20, 71, 500]), Some(ReplySpeed::FewDays));
        assert_eq!(after(&[100, 72, 167]), Some(ReplySpeed::WithinAWeek));
        assert_eq!(after(&[168, 168, 168]), Some(ReplySpeed::Longer));
    }
}
