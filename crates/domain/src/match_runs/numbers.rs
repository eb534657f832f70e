//! What a run came to, in numbers: kept with the run, so that it reads later as it did then.

use crate::ids::PersonId;
use serde::{Deserialize, Serialize};

/// Steps of the distribution of scores: tenths of the scale.
pub const STEPS: usize = 10;

/// A run's result in numbers. Totals and scores are in hundredths of a point: 10,000 is a perfect pair.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunNumbers {
    /// Mentees who wait for a mentor.
    pub mentees: u32,
    /// Mentors, with room or without.
    pub mentors: u32,
    /// Places that mentors have left.
    pub places: u32,
    /// Mentees who got a mentor.
    pub matched: u32,
    /// The sum of all scores.
    pub total: i64,
    /// How many can be matched at most, and the highest total there is; the same as `matched` and `total` where that is what
    /// was looked for. Other objectives give up some of the total for something else.
    pub best: Option<(i64, i64)>,
    /// Whether the check that shares no code with the solver found the proof to hold.
    pub proven: bool,
    /// How many a coordinator would match by always taking the best pair that is left, and the total of that.
    pub greedy: (i64, i64),
    /// The lowest score.
    pub worst: Option<i64>,
    /// The score in the middle.
    pub median: Option<i64>,
    /// How many got one of the five mentors who fit them best.
    pub among_best_five: u32,
    /// How many pairs have a score in each tenth of the scale, lowest first.
    pub steps: Vec<u32>,
    /// Kept pairs that could not be made any more.
    pub dropped: u32,
    /// Where one more place would bring most.
    pub promising: Vec<Promising>,
    /// What became of preferences; nothing in runs from before there were any.
    #[serde(default, alias = "wishes")]
    pub preferences: PreferenceNumbers,
    /// What each hard condition costs; nothing in older and in very large runs.
    #[serde(default)]
    pub costs: Vec<Cost>,
    /// Which skills new mentors would have to offer to place most, the most promising first.
    #[serde(default)]
    pub demand: Vec<SkillDemand>,
}

text_enum! {
    /// A hard condition of a run: what it rules out is not made at any score.
    pub enum Condition {
        /// The two share a language.
        Language = "language",
        /// The rule about organisations.
        Organisation = "organisation",
        /// They had no mentorship here before.
        MetBefore = "met_before",
        /// None of them said no to the other.
        Declined = "declined",
        /// A coordinator forbade pairs.
        Forbidden = "forbidden",
        /// A coordinator keeps pairs.
        Kept = "kept",
    }
}

/// What would be gained without a condition, all else as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    /// Without which.
    pub condition: Condition,
    /// So many more mentees would have a mentor.
    pub mentees: i64,
    /// By so much the total would rise.
    pub total: i64,
}

/// What a few new mentors who offer a skill would bring.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkillDemand {
    /// The skill's id.
    pub skill: String,
    /// So many new mentors, with as many places as a mentor of this program usually has.
    pub mentors: u32,
    /// So many more mentees would have somebody.
    pub mentees: u32,
}

/// What a run made of people's match preferences.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreferenceNumbers {
    /// Of the mentees who wait.
    pub mentees: Granted,
    /// Of the mentors.
    pub mentors: Granted,
}

/// How many of one side got whom they named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Granted {
    /// Who named anybody at all.
    #[serde(alias = "wishing")]
    pub with_preferences: u32,
    /// Of these, who got one of their up to five.
    pub any: u32,
    /// Of these, who got the first.
    pub first: u32,
}

/// What one more place with a mentor would bring.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promising {
    /// With whom.
    pub mentor: PersonId,
    /// So many more mentees would have a mentor.
    pub mentees: i64,
    /// By so much the total would rise (fall, when it places somebody who fits badly).
    pub total: i64,
}

text_enum! {
    /// Why two people must not be paired.
    pub enum Bar {
        /// Nobody mentors themselves.
        SamePerson = "same_person",
        /// A coordinator forbade it.
        Forbidden = "forbidden",
        /// One of them said no to the other before.
        Declined = "declined",
        /// They had a mentorship in this program.
        MetBefore = "met_before",
        /// They belong to one organisation and must not, or don't and must.
        Organisation = "organisation",
        /// They share no language.
        NoSharedLanguage = "no_shared_language",
    }
}

text_enum! {
    /// Why a mentee got nobody.
    pub enum LeftOutWhy {
        /// Nobody meets the conditions.
        NobodyFits = "nobody_fits",
        /// All who do are full.
        AllFull = "all_full",
        /// Somebody has room, but the objective leaves the pair out.
        NotWorthIt = "not_worth_it",
    }
}

/// A mentee without a mentor, why, and the smallest change that would help.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// Who.
    pub mentee: PersonId,
    /// Why.
    pub why: LeftOutWhy,
    /// How many mentors meet all conditions.
    pub candidates: u32,
    /// How many fail each condition, those that fail most first.
    pub bars: Vec<(Bar, u32)>,
    /// One more place with this mentor would place the mentee.
    pub one_more_with: Option<PersonId>,
}
