//! What is said of a run, in the coordinator's language: why two fit, why somebody got nobody, what would help.

use crate::fit::{Names, told};
use domain::PersonId;
use domain::fit::views::Span;
use domain::fit::{Features, explain};
use domain::match_runs::{Couple, LeftOut, LeftOutWhy, Promising, SkillDemand};
use i18n::{I18n, m};
use std::collections::HashMap;

/// What sentences need.
pub(super) struct Words<'a> {
    /// The reader's language.
    pub i18n: I18n,
    /// The names of what the features have numbers for.
    pub names: Names<'a>,
    /// Everybody as the fit sees them.
    pub features: &'a HashMap<PersonId, Features>,
}

impl Words<'_> {
    /// Why two fit; nothing when one of them doesn't take part any more or they share no language any more.
    pub fn reasons(&self, couple: Couple, mentee: &str, mentor: &str) -> Vec<Span> {
        let (Some(one), Some(other)) = (self.features.get(&couple.mentee), self.features.get(&couple.mentor)) else {
            return Vec::new();
        };
        let reasons = explain(one, other);
        if reasons.shared_languages.is_empty() { Vec::new() } else { told(self.names, &reasons, mentor, mentee) }
    }

    /// What one more place would bring.
    pub fn promising(&self, promising: &Promising, mentor: &str) -> String {
        if promising.mentees > 0 {
            self.i18n.n(m::MATCH_RUNS_MORE_PLACES, promising.mentees, &[("mentor", mentor)])
        } else {
            let points = self.i18n.number(points_of(promising.total).max(1));
            self.i18n.f(m::MATCH_RUNS_MORE_POINTS, &[("mentor", mentor), ("points", &points)])
        }
    }

    /// Which new mentors would help; nothing for a skill that is gone.
    pub fn demand(&self, demand: &SkillDemand) -> Option<String> {
        let skill = self.names.skill(&demand.skill)?;
        let mentees = self.i18n.number(demand.mentees.into());
        Some(self.i18n.n(m::MATCH_RUNS_NEW_MENTORS, demand.mentors.into(), &[("skill", &skill), ("mentees", &mentees)]))
    }

    /// Why somebody got nobody, and the smallest change that would help.
    pub fn left_out(&self, left: &LeftOut, mentee: &str, with: Option<&str>) -> String {
        let i18n = self.i18n;
        match left.why {
            LeftOutWhy::NobodyFits if left.bars.is_empty() => i18n.t(m::MATCH_RUNS_LEFT_NO_MENTORS).to_owned(),
            LeftOutWhy::NobodyFits => {
                let bars: Vec<String> =
                    left.bars.iter().map(|(bar, count)| i18n.n(wording::match_runs::bar(*bar), (*count).into(), &[])).collect();
                let why = i18n.f(m::MATCH_RUNS_LEFT_NOBODY_FITS, &[("reasons", &i18n.list(&bars))]);
                let help = left.bars.iter().find_map(|(bar, _)| wording::match_runs::help(*bar));
                help.map_or_else(|| why.clone(), |help| format!("{why} {}", i18n.f(help, &[("mentee", mentee)])))
            }
            LeftOutWhy::AllFull => {
                let why = i18n.n(m::MATCH_RUNS_LEFT_ALL_FULL, left.candidates.into(), &[]);
                let help = with.map(|mentor| i18n.f(m::MATCH_RUNS_LEFT_ONE_MORE, &[("mentor", mentor), ("mentee", mentee)]));
                help.map_or_else(|| why.clone(), |help| format!("{why} {help}"))
            }
            LeftOutWhy::NotWorthIt => i18n.t(m::MATCH_RUNS_LEFT_NOT_WORTH_IT).to_owned(),
        }
    }
}

/// Hundredths as whole points.
pub(super) const fn points_of(hundredths: i64) -> i64 {
    (hundredths + 50).div_euclid(100)
}
