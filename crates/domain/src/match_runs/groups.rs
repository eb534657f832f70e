//! How a run treats groups of mentees: what a coordinator chooses to look at. Nothing here changes any pairing.

use serde::{Deserialize, Serialize};

/// Groups with fewer mentors found than that say more about single people than about a group: they have no mean.
pub const GROUP_MIN: u32 = 3;

text_enum! {
    /// By what mentees are put into groups.
    pub enum GroupBy {
        /// Their country.
        Country = "country",
        /// Their industry.
        Industry = "industry",
        /// Each language that they speak: whoever speaks two is in two groups.
        Language = "language",
        /// Their years of experience, in steps.
        Experience = "experience",
    }
}

/// A group of a run's mentees.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupView {
    /// What they have in common, in the reader's words.
    pub name: String,
    /// How many they are.
    pub mentees: u32,
    /// How many of them have a mentor in the run.
    pub matched: u32,
    /// The mean score of those, 0 to 100; nothing for too few of them.
    pub mean: Option<u8>,
}

/// All groups, the greatest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupsView {
    /// By what.
    pub by: GroupBy,
    /// The groups.
    pub groups: Vec<GroupView>,
}

impl GroupView {
    /// A group of which so many have a mentor, with these scores in all (hundredths of a point).
    #[must_use]
    pub fn new(name: String, mentees: u32, matched: u32, total: i64) -> Self {
        let mean = Some(i64::from(matched)).filter(|_| matched >= GROUP_MIN).and_then(|matched| total.checked_div(matched));
        let mean = mean.and_then(|hundredths| u8::try_from((hundredths + 50).div_euclid(100)).ok());
        Self { name, mentees, matched, mean }
    }
}

impl GroupsView {
    /// How far the best mean score lies above the worst, in points, among groups with enough people; `None` with fewer than
    /// two of those.
    #[must_use]
    pub fn gap(&self) -> Option<u8> {
        let means = || self.groups.iter().filter(|group| group.matched >= GROUP_MIN).filter_map(|group| group.mean);
        if means().count() < 2 {
            return None;
        }
        Some(means().max()?.saturating_sub(means().min()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups(means: &[(u32, Option<u8>)]) -> GroupsView {
        let group =
            |(matched, mean): &(u32, Option<u8>)| GroupView { name: String::new(), mentees: *matched, matched: *matched, mean: *mean };
        GroupsView { by: GroupBy::Country, groups: means.iter().map(group).collect() }
    }

    #[test]
    fn one_or_two_pairs_make_no_mean() {
        let mean = |matched, total| GroupView::new(String::new(), 9, matched, total).mean;
        assert_eq!([mean(0, 0), mean(1, 9_000), mean(2, 9_000)], [None; 3]);
        assert_eq!((mean(3, 9_000), mean(3, 15_149)), (Some(30), Some(50)));
    }

    #[test]
    fn the_gap_is_between_groups_of_enough_people() {
        assert_eq!(groups(&[(9, Some(70)), (3, Some(55)), (2, Some(5)), (0, None)]).gap(), Some(15));
        assert_eq!(groups(&[(9, Some(70)), (2, Some(5))]).gap(), None);
        assert_eq!(groups(&[]).gap(), None);
    }
}
