//! Two runs side by side: what differs between their pairs.

use super::views::RunCard;
use super::{RunNumbers, RunSettings};
use crate::ids::PersonId;
use crate::shared::{Pages, ProgramRef};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A mentee's mentor in either of two runs, each with the score in hundredths of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// The mentee.
    pub mentee: PersonId,
    /// The mentor in the first run.
    pub first: Option<(PersonId, i32)>,
    /// The mentor in the second run.
    pub second: Option<(PersonId, i32)>,
}

impl Change {
    /// How much better off the mentee is in the second run, in hundredths of a point; nobody counts as less than any mentor.
    fn gain(&self) -> i64 {
        let worth = |side: Option<(PersonId, i32)>| side.map_or(-1, |(_, score)| i64::from(score));
        worth(self.second) - worth(self.first)
    }
}

/// What differs between two runs' pairs (mentee, mentor, score): who has somebody else or nobody, those who lose most in the
/// second first; and how many mentees have the same mentor in both.
#[must_use]
pub fn changes(first: &[(PersonId, PersonId, i32)], second: &[(PersonId, PersonId, i32)]) -> (Vec<Change>, usize) {
    let mut sides: BTreeMap<PersonId, Change> = BTreeMap::new();
    for (mentee, mentor, score) in first {
        sides.insert(*mentee, Change { mentee: *mentee, first: Some((*mentor, *score)), second: None });
    }
    for (mentee, mentor, score) in second {
        let change = sides.entry(*mentee).or_insert(Change { mentee: *mentee, first: None, second: None });
        change.second = Some((*mentor, *score));
    }
    let all = sides.len();
    let mentor = |side: Option<(PersonId, i32)>| side.map(|(mentor, _)| mentor);
    let mut changes: Vec<Change> = sides.into_values().filter(|change| mentor(change.first) != mentor(change.second)).collect();
    changes.sort_by_key(|change| (change.gain(), change.mentee));
    let same = all - changes.len();
    (changes, same)
}

/// One of two runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunSide {
    /// Its number, status, author and day.
    pub card: RunCard,
    /// What it came to.
    pub numbers: RunNumbers,
    /// Its settings.
    pub settings: RunSettings,
}

/// Somebody's mentor in a run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SideMentor {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// The score, 0 to 100.
    pub score: u8,
}

/// A mentee who has somebody else in the second run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Difference {
    /// The mentee.
    pub mentee: (PersonId, String),
    /// The mentor in the first run.
    pub first: Option<SideMentor>,
    /// The mentor in the second run.
    pub second: Option<SideMentor>,
}

/// Two runs side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    /// The program.
    pub program: ProgramRef,
    /// The newest runs to choose from, newest first, and the two.
    pub runs: Vec<i32>,
    /// The first run.
    pub first: RunSide,
    /// The second run.
    pub second: RunSide,
    /// Mentees with the same mentor in both.
    pub same: u32,
    /// Mentees who have somebody else, or nobody, in one.
    pub changed: u32,
    /// A page of these, those who lose most in the second run first.
    pub differences: Vec<Difference>,
    /// Where the parts before and after begin.
    pub pages: Pages<u32>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn id(n: u128) -> PersonId {
        PersonId(Uuid::from_u128(n))
    }

    #[test]
    fn who_loses_most_comes_first_and_the_same_mentor_is_no_change() {
        let first = [(id(1), id(11), 8000), (id(2), id(12), 5000), (id(3), id(13), 0), (id(4), id(14), 100)];
        let second = [(id(1), id(12), 7000), (id(2), id(11), 9000), (id(4), id(14), 9900), (id(5), id(15), 300)];
        let (changes, same) = changes(&first, &second);
        // A pair of no points is still somebody: losing it is worse than nothing.
        assert_eq!(changes.iter().map(|change| change.mentee).collect::<Vec<_>>(), [id(1), id(3), id(5), id(2)]);
        assert_eq!(changes.iter().map(Change::gain).collect::<Vec<_>>(), [-1000, -1, 301, 4000]);
        assert_eq!(same, 1, "another score with the same mentor");
    }

    #[test]
    fn a_run_does_not_differ_from_itself() {
        let pairs = [(id(1), id(11), 8000), (id(2), id(12), 5000)];
        assert_eq!(changes(&pairs, &pairs), (Vec::new(), 2));
        assert_eq!(changes(&[], &[]), (Vec::new(), 0));
    }
}
