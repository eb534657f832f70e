//! What a coordinator sets for a match run.

use super::{OrganisationRule, RunObjective};
use crate::fit::{Criterion, Weights};
use crate::ids::PersonId;
use crate::limits::CAPACITY_MAX;
use crate::problem::{ProblemCode, Problems};
use crate::programs::{ProgramTemplate, PublishAs};
use serde::{Deserialize, Serialize};

/// Pairs that can be kept, and pairs that can be forbidden, in one run.
pub const PINS_MAX: usize = 20_000;

/// A mentee and a mentor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Couple {
    /// The mentee.
    pub mentee: PersonId,
    /// The mentor.
    pub mentor: PersonId,
}

/// `mentee:mentor`, as forms send it.
impl std::str::FromStr for Couple {
    type Err = ProblemCode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let couple =
            text.split_once(':').and_then(|(mentee, mentor)| Some(Self { mentee: mentee.parse().ok()?, mentor: mentor.parse().ok()? }));
        couple.ok_or(ProblemCode::NotAChoice)
    }
}

/// How many mentees a mentor takes, in this run, in all: those whom they have already count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Places {
    /// The mentor.
    pub mentor: PersonId,
    /// How many.
    pub capacity: i32,
}

/// The settings of a run. The same settings and the same people give the same pairing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunSettings {
    /// What is looked for.
    pub objective: RunObjective,
    /// How much each criterion counts.
    pub weights: Weights,
    /// Whether each mentee's own order of what matters counts as well.
    pub ranked: bool,
    /// Whether the two may belong to one organisation.
    pub organisation: OrganisationRule,
    /// Whether two who had a mentorship in this program may have another one.
    pub again: bool,
    /// What publishing makes of a pair.
    pub publish_as: PublishAs,
    /// Pairs that are made whatever they cost, ascending.
    pub pinned: Vec<Couple>,
    /// Pairs that must not be made, ascending.
    pub forbidden: Vec<Couple>,
    /// Other numbers of places, for this run.
    pub places: Vec<Places>,
    /// Which of several equally good pairings is found.
    pub seed: u32,
    /// Whether these settings are from a time when preferences could count. Older ones leave them without a weight, and nobody decided
    /// that: a new run doesn't start with it.
    #[serde(default, alias = "knows_wishes")]
    pub knows_preferences: bool,
}

impl RunSettings {
    /// What a program's first run starts with.
    #[must_use]
    pub fn for_template(template: ProgramTemplate) -> Self {
        Self {
            objective: RunObjective::Coverage,
            weights: Weights::for_template(template).with_preferences(),
            ranked: true,
            organisation: OrganisationRule::Any,
            again: false,
            publish_as: PublishAs::Begun,
            pinned: Vec::new(),
            forbidden: Vec::new(),
            places: Vec::new(),
            seed: 1,
            knows_preferences: true,
        }
    }

    /// What a new run starts with after this one: the same without what was about its own pairs.
    #[must_use]
    pub fn for_next(mut self) -> Self {
        self.pinned.clear();
        self.places.clear();
        if !self.knows_preferences {
            self.weights = self.weights.with_preferences();
            self.knows_preferences = true;
        }
        self
    }

    /// The same in the one order and form in which settings are kept, or what is wrong with them. For settings that come
    /// from outside, such as a browser.
    ///
    /// # Errors
    /// All weights nothing, a capacity out of range, too many pairs, or a pair both kept and forbidden.
    pub fn check(mut self) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        // A weight beyond its greatest value can only come from elsewhere than our forms.
        self.weights = Criterion::ALL.iter().fold(Weights::NOTHING, |w, c| w.with(*c, self.weights.of(*c)));
        if self.weights == Weights::NOTHING {
            problems.add("weight_skills", ProblemCode::TooFew { min: 1 });
        }
        for couples in [&mut self.pinned, &mut self.forbidden] {
            couples.sort_unstable();
            couples.dedup();
            if couples.len() > PINS_MAX {
                problems.add("settings", ProblemCode::TooMany { max: PINS_MAX });
            }
        }
        if self.pinned.iter().any(|couple| self.forbidden.binary_search(couple).is_ok()) {
            problems.add("settings", ProblemCode::NotAChoice);
        }
        self.places.sort_by_key(|places| places.mentor);
        self.places.dedup_by_key(|places| places.mentor);
        if self.places.iter().any(|places| !(0..=CAPACITY_MAX).contains(&places.capacity)) {
            problems.add("capacity", ProblemCode::OutOfRange { min: 0, max: CAPACITY_MAX.into() });
        }
        problems.into_result().map(|()| self)
    }

    /// Keeps a pair; it is then not forbidden, and the mentee is kept with nobody else.
    pub fn pin(&mut self, couple: Couple) {
        self.pinned.retain(|other| other.mentee != couple.mentee);
        self.forbidden.retain(|other| *other != couple);
        insert(&mut self.pinned, couple);
    }

    /// Keeps many pairs, as keeping one after the other would, but without looking through all that are kept for each.
    pub fn pin_all(&mut self, couples: &[Couple]) {
        let mut named = couples.to_vec();
        named.sort_unstable();
        // The last pair of a mentee counts, as it would one by one.
        let mut last: Vec<Couple> = couples.iter().rev().copied().collect();
        last.sort_by_key(|couple| couple.mentee);
        last.dedup_by_key(|couple| couple.mentee);
        self.pinned.retain(|other| last.binary_search_by_key(&other.mentee, |couple| couple.mentee).is_err());
        self.forbidden.retain(|other| named.binary_search(other).is_err());
        self.pinned.append(&mut last);
        self.pinned.sort_unstable();
    }

    /// Keeps two mentees with each other's mentor.
    pub fn swap(&mut self, one: Couple, other: Couple) {
        self.pin(Couple { mentee: one.mentee, mentor: other.mentor });
        self.pin(Couple { mentee: other.mentee, mentor: one.mentor });
    }

    /// Forbids a pair; it is then not kept.
    pub fn forbid(&mut self, couple: Couple) {
        self.pinned.retain(|other| *other != couple);
        insert(&mut self.forbidden, couple);
    }

    /// Lets a pair be made or not, as it comes.
    pub fn free(&mut self, couple: Couple) {
        self.pinned.retain(|other| *other != couple);
        self.forbidden.retain(|other| *other != couple);
    }

    /// Gives a mentor another number of places in this run; `None` takes it back.
    pub fn set_places(&mut self, mentor: PersonId, capacity: Option<i32>) {
        self.places.retain(|places| places.mentor != mentor);
        if let Some(capacity) = capacity {
            let at = self.places.partition_point(|places| places.mentor < mentor);
            self.places.insert(at, Places { mentor, capacity });
        }
    }
}

fn insert(couples: &mut Vec<Couple>, couple: Couple) {
    if let Err(at) = couples.binary_search(&couple) {
        couples.insert(at, couple);
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn couple(mentee: u128, mentor: u128) -> Couple {
        Couple { mentee: PersonId(Uuid::from_u128(mentee)), mentor: PersonId(Uuid::from_u128(mentor)) }
    }

    fn settings() -> RunSettings {
        RunSettings::for_template(ProgramTemplate::Career)
    }

    #[test]
    fn keeping_many_is_keeping_one_after_the_other() {
        let begin = || {
            let mut settings = settings();
            settings.pin(couple(1, 9));
            settings.pin(couple(7, 9));
            settings.forbid(couple(2, 5));
            settings.forbid(couple(2, 6));
            settings
        };
        let many = [couple(3, 4), couple(1, 2), couple(2, 5), couple(1, 3)];
        let (mut one_by_one, mut at_once) = (begin(), begin());
        many.iter().for_each(|couple| one_by_one.pin(*couple));
        at_once.pin_all(&many);
        assert_eq!(at_once, one_by_one);
        at_once.pin_all(&[]);
        assert_eq!(at_once, one_by_one);
    }

    #[test]
    fn a_pair_is_kept_or_forbidden_but_never_both() {
        let mut settings = settings();
        settings.forbid(couple(1, 2));
        settings.pin(couple(1, 2));
        assert_eq!((settings.pinned.as_slice(), settings.forbidden.as_slice()), ([couple(1, 2)].as_slice(), [].as_slice()));
        settings.pin(couple(1, 3));
        assert_eq!(settings.pinned, [couple(1, 3)], "one mentor is enough");
        settings.forbid(couple(1, 3));
        assert_eq!((settings.pinned.as_slice(), settings.forbidden.as_slice()), ([].as_slice(), [couple(1, 3)].as_slice()));
        settings.free(couple(1, 3));
        assert!(settings.forbidden.is_empty());
    }

    #[test]
    fn settings_from_outside_are_put_in_order_and_checked() {
        let mut outside = settings();
        outside.pinned = vec![couple(3, 1), couple(1, 1), couple(3, 1)];
        assert_eq!(outside.clone().check().unwrap().pinned, [couple(1, 1), couple(3, 1)]);
        outside.forbidden = vec![couple(1, 1)];
        assert!(outside.clone().check().is_err());
        outside.forbidden.clear();
        outside.set_places(couple(1, 7).mentor, Some(CAPACITY_MAX + 1));
        assert!(outside.check().is_err());
        assert!(RunSettings { weights: Weights::NOTHING, ..settings() }.check().is_err());
    }

    #[test]
    fn settings_from_before_there_were_preferences_open_without_them_and_the_next_run_has_them() {
        let old = r#"{"objective":"coverage","weights":[300,250,100,50,50,200,50],"ranked":true,"organisation":"any","again":false,
            "publish_as":"begun","pinned":[],"forbidden":[],"places":[],"seed":1}"#;
        let old: RunSettings = serde_json::from_str(old).unwrap();
        assert_eq!(old, RunSettings { weights: Weights::default(), knows_preferences: false, ..settings() });
        assert_eq!(old.clone().check().unwrap(), old, "made again, it comes out as it did");
        assert_eq!(old.for_next(), settings());
        let nothing = RunSettings { weights: Weights::default(), ..settings() };
        assert_eq!(nothing.clone().for_next(), nothing, "whoever gave preferences no weight decided that");
    }

    #[test]
    fn a_next_run_keeps_what_is_forbidden_and_nothing_else_about_pairs() {
        let mut before = settings();
        before.pin(couple(1, 2));
        before.forbid(couple(3, 4));
        before.set_places(couple(1, 2).mentor, Some(3));
        let next = before.for_next();
        assert_eq!((next.pinned.len(), next.forbidden.len(), next.places.len()), (0, 1, 0));
    }

    #[test]
    fn places_are_changed_and_changed_back() {
        let (mut settings, mentor) = (settings(), couple(1, 7).mentor);
        settings.set_places(mentor, Some(2));
        settings.set_places(mentor, Some(3));
        assert_eq!(settings.places, [Places { mentor, capacity: 3 }]);
        settings.set_places(mentor, None);
        assert!(settings.places.is_empty());
    }
}
