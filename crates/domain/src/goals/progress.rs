//! How far a goal is.

use super::{GoalStatus, ProgressMode};

/// Milestones of a goal, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct MilestoneCount {
    /// Those that are done.
    pub done: usize,
    /// All.
    pub total: usize,
}

/// Progress in percent. By milestones it is rounded down, so that 100 means all of them; without a milestone it is 0.
#[must_use]
pub fn progress(mode: ProgressMode, by_hand: i32, milestones: MilestoneCount) -> u8 {
    let percent = match mode {
        ProgressMode::Hand => by_hand.clamp(0, 100).unsigned_abs() as usize,
        ProgressMode::Milestones => {
            let done = milestones.done.min(milestones.total);
            done.saturating_mul(100).checked_div(milestones.total).unwrap_or(0)
        }
    };
    u8::try_from(percent).unwrap_or(100)
}

impl GoalStatus {
    /// The progress to show: an achieved goal is whole, whatever was ticked on the way.
    #[must_use]
    pub const fn shown_progress(self, progress: u8) -> u8 {
        if matches!(self, Self::Achieved) { 100 } else { progress }
    }
}

/// The progress of several goals together, in percent: the mean of those that are open or achieved, rounded down. A
/// proposal isn't taken yet and a dropped goal doesn't count; without any other it is 0.
#[must_use]
pub fn overall(goals: &[(GoalStatus, u8)]) -> u8 {
    let counted = goals.iter().filter(|(status, _)| matches!(status, GoalStatus::Open | GoalStatus::Achieved));
    let (sum, n) = counted.fold((0_u64, 0_u64), |(sum, n), (status, progress)| (sum + u64::from(status.shown_progress(*progress)), n + 1));
    sum.checked_div(n).and_then(|mean| u8::try_from(mean).ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by_milestones(done: usize, total: usize) -> u8 {
        progress(ProgressMode::Milestones, 77, MilestoneCount { done, total })
    }

    #[test]
    fn milestones_tell_their_share_and_only_all_of_them_make_a_hundred() {
        assert_eq!(by_milestones(0, 0), 0);
        assert_eq!(by_milestones(0, 3), 0);
        assert_eq!(by_milestones(1, 3), 33);
        assert_eq!(by_milestones(2, 3), 66);
        assert_eq!(by_milestones(3, 3), 100);
        assert_eq!(by_milestones(999, 1000), 99);
    }

    #[test]
    fn by_hand_it_is_what_was_set_within_bounds() {
        let hand = |value| progress(ProgressMode::Hand, value, MilestoneCount { done: 1, total: 1 });
        assert_eq!(hand(40), 40);
        assert_eq!(hand(-5), 0);
        assert_eq!(hand(500), 100);
    }

    #[test]
    fn together_only_what_was_taken_and_not_dropped_counts() {
        use GoalStatus::{Achieved, Dropped, Open, Proposed};
        assert_eq!(overall(&[]), 0);
        assert_eq!(overall(&[(Proposed, 0), (Dropped, 90)]), 0);
        assert_eq!(overall(&[(Open, 50), (Proposed, 0), (Dropped, 0)]), 50);
        assert_eq!(overall(&[(Open, 33), (Achieved, 10), (Open, 0)]), 44);
        assert_eq!(overall(&[(Achieved, 0)]), 100);
    }

    #[test]
    fn an_achieved_goal_is_whole() {
        assert_eq!(GoalStatus::Achieved.shown_progress(30), 100);
        assert_eq!(GoalStatus::Dropped.shown_progress(30), 30);
    }
}
