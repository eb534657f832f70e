//! A person as the fit sees them: sets of bits and small numbers.

use super::bits::{HelpSet, LanguageSet, SkillSet};
use super::quarters::FreeTime;
use serde::{Deserialize, Serialize};

/// What the fit knows about a person in a program. The same for both sides; as a mentee the preferences are read, as a mentor
/// the offers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Features {
    /// Wanted skills, the most wanted first, each once.
    pub wanted: Vec<u16>,
    /// Offered skills.
    pub offered: SkillSet,
    /// Kinds of help looked for.
    pub help_wanted: HelpSet,
    /// Kinds of help offered.
    pub help_offered: HelpSet,
    /// Languages spoken.
    pub languages: LanguageSet,
    /// Free time of the week, in UTC; empty when not said.
    pub free: FreeTime,
    /// Minutes east of UTC.
    pub utc_offset: Option<i32>,
    /// The industry's number.
    pub industry: Option<u16>,
    /// Years of experience.
    pub years: Option<u16>,
    /// Answers to counted questions, by the question's number, ascending, one each.
    pub answers: Vec<(u16, CountedAnswer)>,
    /// How many counted questions there are that both sides are asked.
    pub asked: u16,
    /// Whom they name; filled in for match runs alone.
    #[serde(default, skip_serializing_if = "Preferences::is_empty")]
    pub preferences: Preferences,
}

/// Whom somebody names, in order of preference, and the number by which others name them. Numbers are the caller's, one
/// for each person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preferences {
    /// Their own number; nothing when nobody names them.
    pub me: Option<u32>,
    /// Mentors whom they name, as a mentee.
    pub mentors: Vec<u32>,
    /// Mentees whom they name, as a mentor.
    pub mentees: Vec<u32>,
}

impl Preferences {
    /// Whether there is nothing to say.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Somebody's place in a list, from 0.
    pub(super) fn place(list: &[u32], whom: &Self) -> Option<usize> {
        let number = whom.me?;
        list.iter().position(|preferred| *preferred == number)
    }
}

/// An answer that counts in the fit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CountedAnswer {
    /// The option chosen.
    Choice(u16),
    /// The options chosen, as bits.
    Choices(u64),
    /// 1 to 5.
    Scale(u8),
    /// Skills.
    Skills(SkillSet),
}

impl CountedAnswer {
    /// How alike two answers to one question are, 0 to 100: the same option or not; of several options or skills the
    /// shared ones among all that either chose; on the scale, 25 less a step. `None` for different kinds of answer, or
    /// when neither chose anything.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> Option<u32> {
        match (self, other) {
            (Self::Choice(a), Self::Choice(b)) => Some(if a == b { 100 } else { 0 }),
            (Self::Choices(a), Self::Choices(b)) => ((a & b).count_ones() * 100).checked_div((a | b).count_ones()),
            (Self::Scale(a), Self::Scale(b)) => Some(100_u32.saturating_sub(u32::from(a.abs_diff(*b)) * 25)),
            (Self::Skills(a), Self::Skills(b)) => {
                let (shared, all) = a.shared_and_all(b);
                (shared * 100).checked_div(all)
            }
            _ => None,
        }
    }
}

/// Each question that both answered, with how alike the answers are.
pub(super) fn likenesses<'a>(a: &'a [(u16, CountedAnswer)], b: &'a [(u16, CountedAnswer)]) -> impl Iterator<Item = (u16, u32)> + 'a {
    let mut theirs = b.iter().peekable();
    a.iter().filter_map(move |(question, mine)| {
        while theirs.next_if(|(other, _)| other < question).is_some() {}
        let (_, answer) = theirs.next_if(|(other, _)| other == question)?;
        mine.likeness(answer).map(|likeness| (*question, likeness))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use CountedAnswer as C;

    #[test]
    fn answers_are_alike_by_their_kind() {
        assert_eq!(C::Choice(1).likeness(&C::Choice(1)), Some(100));
        assert_eq!(C::Choice(1).likeness(&C::Choice(2)), Some(0));
        assert_eq!(C::Scale(2).likeness(&C::Scale(4)), Some(50));
        assert_eq!(C::Scale(1).likeness(&C::Scale(5)), Some(0));
        assert_eq!(C::Scale(0).likeness(&C::Scale(255)), Some(0), "nonsense is harmless");
        assert_eq!(C::Choices(0b0111).likeness(&C::Choices(0b1110)), Some(50));
        let skills = |list: &[u16]| C::Skills(list.iter().copied().collect());
        assert_eq!(skills(&[1, 2]).likeness(&skills(&[2, 900])), Some(33));
    }

    #[test]
    fn what_cannot_be_compared_is_left_out() {
        assert_eq!(C::Choices(0).likeness(&C::Choices(0)), None);
        assert_eq!(C::Scale(3).likeness(&C::Choice(3)), None);
    }

    #[test]
    fn only_questions_that_both_answered_are_compared() {
        let mine = [(1, C::Scale(1)), (4, C::Scale(3)), (9, C::Choice(0))];
        let theirs = [(0, C::Scale(1)), (4, C::Scale(4)), (5, C::Choice(0)), (9, C::Choice(0))];
        assert_eq!(likenesses(&mine, &theirs).collect::<Vec<_>>(), [(4, 75), (9, 100)]);
        assert_eq!(likenesses(&theirs, &mine).collect::<Vec<_>>(), [(4, 75), (9, 100)]);
        assert_eq!(likenesses(&mine, &[]).count(), 0);
    }
}
