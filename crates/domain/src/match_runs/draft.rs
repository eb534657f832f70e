//! What the forms of a match run send, and what it means.

use super::{Couple, RunSettings};
use crate::fields::{choice, number, optional_number};
use crate::fit::Criterion;
use crate::limits::CAPACITY_MAX;
use crate::problem::{ProblemCode, Problems};
use serde::{Deserialize, Serialize};

/// The form with the settings, as it was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunDraft {
    /// A word of [`super::RunObjective`].
    pub objective: String,
    /// A weight for each criterion, in the order of [`Criterion::ALL`]. The fields are `weight_<criterion>`.
    pub weights: Vec<String>,
    /// Whether the mentees' own order counts.
    pub ranked: bool,
    /// A word of [`super::OrganisationRule`].
    pub organisation: String,
    /// Whether pairs may be made again.
    pub again: bool,
    /// A word of [`super::PublishAs`].
    pub publish_as: String,
}

impl RunDraft {
    /// These settings on top of others: pairs kept and forbidden, and numbers of places, stay.
    ///
    /// # Errors
    /// A word that isn't on offer, or a weight that isn't one.
    pub fn check(&self, before: &RunSettings) -> Result<RunSettings, Problems> {
        let mut problems = Problems::default();
        let mut settings = before.clone();
        if let Some(objective) = problems.check("objective", choice(&self.objective)) {
            settings.objective = objective;
        }
        for (at, criterion) in Criterion::ALL.iter().enumerate() {
            let sent = self.weights.get(at).map_or("", String::as_str);
            let weight = problems.check(&format!("weight_{criterion}"), number(sent, 0, 1000));
            let weight = weight.and_then(|weight| u16::try_from(weight).ok()).unwrap_or(0);
            settings.weights = settings.weights.with(*criterion, weight);
        }
        if let Some(rule) = problems.check("organisation", choice(&self.organisation)) {
            settings.organisation = rule;
        }
        if let Some(publish_as) = problems.check("publish_as", choice(&self.publish_as)) {
            settings.publish_as = publish_as;
        }
        settings.ranked = self.ranked;
        settings.knows_preferences = true;
        settings.again = self.again;
        problems.into_result()?;
        settings.check()
    }
}

/// Settings as a browser that tried them sends them: [`RunSettings`] as JSON.
#[derive(Clone, Copy, Debug)]
pub struct SavedDraft<'a>(pub &'a str);

impl SavedDraft<'_> {
    /// The settings.
    ///
    /// # Errors
    /// No settings, or as [`RunSettings::check`].
    pub fn check(self) -> Result<RunSettings, Problems> {
        let read: Option<RunSettings> = serde_json::from_str(self.0).ok();
        read.ok_or_else(|| Problems::one("settings", ProblemCode::NotAChoice))?.check()
    }
}

text_enum! {
    /// What a small form of the page changes about a run.
    pub enum Adjustment {
        /// Keep a pair.
        Pin = "pin",
        /// Forbid a pair.
        Forbid = "forbid",
        /// Neither keep nor forbid a pair.
        Free = "free",
        /// Keep two mentees with each other's mentor.
        Swap = "swap",
        /// Give a mentor another number of places.
        Places = "places",
        /// Keep all pairs as they are now.
        PinAll = "pin_all",
        /// Keep no pair.
        FreeAll = "free_all",
    }
}

/// A small form, as it was sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AdjustmentDraft {
    /// A word of [`Adjustment`].
    pub act: String,
    /// Whose pair; nothing for places.
    pub mentee: String,
    /// With whom, or whose places.
    pub mentor: String,
    /// How many places; nothing for those of the enrolment.
    pub capacity: String,
    /// The other pair of a swap, as `mentee:mentor`.
    #[serde(default)]
    pub with: String,
}

impl AdjustmentDraft {
    /// Whether it keeps pairs that a coordinator named: they are made, or it is refused.
    #[must_use]
    pub fn names_pairs(&self) -> bool {
        [Adjustment::Pin, Adjustment::Swap].iter().any(|act| act.as_str() == self.act)
    }

    /// The settings after it. `made` are the pairs as they are now.
    ///
    /// # Errors
    /// A field that is none of the values on offer, or a capacity out of range.
    pub fn apply(&self, settings: &mut RunSettings, made: &[Couple]) -> Result<(), Problems> {
        let mut problems = Problems::default();
        let act = problems.check("act", choice::<Adjustment>(&self.act));
        let mentee = || choice(&self.mentee);
        let mentor = || choice(&self.mentor);
        match act {
            Some(Adjustment::Pin | Adjustment::Forbid | Adjustment::Free) => {
                if let (Some(mentee), Some(mentor)) = (problems.check("mentee", mentee()), problems.check("mentor", mentor())) {
                    let couple = Couple { mentee, mentor };
                    match act {
                        Some(Adjustment::Pin) => settings.pin(couple),
                        Some(Adjustment::Forbid) => settings.forbid(couple),
                        _ => settings.free(couple),
                    }
                }
            }
            Some(Adjustment::Swap) => {
                // Only what is made now can be swapped, and a pair with itself is no swap.
                let one = problems.check("mentee", mentee()).zip(problems.check("mentor", mentor()));
                let one = one.map(|(mentee, mentor)| Couple { mentee, mentor }).filter(|one| made.contains(one));
                let other = problems.check("with", self.with.parse::<Couple>());
                match one.zip(other) {
                    Some((one, other)) if made.contains(&other) && one.mentor != other.mentor => settings.swap(one, other),
                    _ if problems.0.is_empty() => problems.add("with", ProblemCode::NotAChoice),
                    _ => {}
                }
            }
            Some(Adjustment::Places) => {
                let capacity = problems.check("capacity", optional_number(&self.capacity, 0, CAPACITY_MAX));
                if let (Some(mentor), Some(capacity)) = (problems.check("mentor", mentor()), capacity) {
                    settings.set_places(mentor, capacity);
                }
            }
            Some(Adjustment::PinAll) => settings.pin_all(made),
            Some(Adjustment::FreeAll) => settings.pinned.clear(),
            None => {}
        }
        problems.into_result()
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use crate::fit::Weights;
    use crate::match_runs::{OrganisationRule, RunObjective};
    use crate::programs::{ProgramTemplate, PublishAs};

    fn draft() -> RunDraft {
        RunDraft {
            objective: "fair".to_owned(),
            weights: ["400", "0", "0", "0", "0", "0", "100", "0", "30"].map(str::to_owned).to_vec(),
            ranked: false,
            organisation: "different".to_owned(),
            again: true,
            publish_as: "proposed".to_owned(),
        }
    }

    #[test]
    fn the_form_changes_what_it_has_and_nothing_else() {
        let mut before = RunSettings::for_template(ProgramTemplate::Career);
        let (mentee, mentor) = (uuid::Uuid::from_u128(1).into(), uuid::Uuid::from_u128(2).into());
        before.pin(Couple { mentee, mentor });
        let after = draft().check(&before).unwrap();
        assert_eq!(
            (after.objective, after.organisation, after.publish_as),
            (RunObjective::Fair, OrganisationRule::Different, PublishAs::Proposed)
        );
        assert_eq!((after.ranked, after.again), (false, true));
        assert_eq!(
            after.weights,
            Weights::NOTHING.with(Criterion::Skills, 400).with(Criterion::Languages, 100).with(Criterion::MentorPreference, 30)
        );
        assert_eq!(after.pinned, before.pinned);
    }

    #[test]
    fn each_wrong_field_is_named() {
        let before = RunSettings::for_template(ProgramTemplate::Career);
        let mut wrong = draft();
        wrong.objective = "best".to_owned();
        wrong.weights = vec!["1001".to_owned(), "x".to_owned()];
        let problems = wrong.check(&before).unwrap_err();
        let fields: Vec<&str> = problems.0.iter().map(|p| p.field.as_str()).take(3).collect();
        assert_eq!(fields, ["objective", "weight_skills", "weight_aims"]);
        let nothing = RunDraft { weights: vec!["0".to_owned(); crate::fit::CRITERIA], ..draft() };
        assert_eq!(nothing.check(&before).unwrap_err().0[0].field, "weight_skills");
    }

    #[test]
    fn a_browser_s_settings_come_back_as_they_were_or_not_at_all() {
        let settings = RunSettings::for_template(ProgramTemplate::Group);
        let sent = serde_json::to_string(&settings).unwrap();
        assert_eq!(SavedDraft(&sent).check(), Ok(settings));
        assert!(SavedDraft("{}").check().is_err() && SavedDraft("").check().is_err());
    }

    #[test]
    fn a_small_form_does_one_thing() {
        let mut settings = RunSettings::for_template(ProgramTemplate::Career);
        let [mentee, mentor] = [1, 2].map(|n| uuid::Uuid::from_u128(n).to_string());
        let form = |act: &str| AdjustmentDraft {
            act: act.to_owned(),
            mentee: mentee.clone(),
            mentor: mentor.clone(),
            capacity: "3".to_owned(),
            with: String::new(),
        };
        form("forbid").apply(&mut settings, &[]).unwrap();
        assert_eq!(settings.forbidden.len(), 1);
        let made = settings.forbidden.clone();
        form("pin_all").apply(&mut settings, &made).unwrap();
        assert_eq!((settings.pinned.len(), settings.forbidden.len()), (1, 0));
        form("free_all").apply(&mut settings, &[]).unwrap();
        form("places").apply(&mut settings, &[]).unwrap();
        assert_eq!((settings.pinned.len(), settings.places[0].capacity), (0, 3));
        AdjustmentDraft { capacity: String::new(), ..form("places") }.apply(&mut settings, &[]).unwrap();
        assert!(settings.places.is_empty());
        assert!(form("swap").apply(&mut settings, &[]).is_err());
        let one = made[0];
        let other = Couple { mentee: uuid::Uuid::from_u128(3).into(), mentor: uuid::Uuid::from_u128(4).into() };
        let swap = AdjustmentDraft { with: format!("{}:{}", other.mentee, other.mentor), ..form("swap") };
        assert!(swap.apply(&mut settings, &[one]).is_err(), "the other pair isn't made");
        assert!(AdjustmentDraft { with: format!("{mentee}:{mentor}"), ..form("swap") }.apply(&mut settings, &[one]).is_err());
        swap.apply(&mut settings, &[one, other]).unwrap();
        let crossed = [(one.mentee, other.mentor), (other.mentee, one.mentor)].map(|(mentee, mentor)| Couple { mentee, mentor });
        assert_eq!(settings.pinned, crossed);
        assert!(AdjustmentDraft { mentee: "x".to_owned(), ..form("pin") }.apply(&mut settings, &[]).is_err());
        assert!(AdjustmentDraft { capacity: "201".to_owned(), ..form("places") }.apply(&mut settings, &[]).is_err());
    }
}
