//! What would be, were something else: without a hard condition, or with new mentors. Each answer takes another run, so this is
//! for a run that is kept, not for every move of a weight.

use crate::board::{Board, objective, options};
use crate::conditions::{Conditions, Stated};
use crate::watch::{Halt, Watch};
use domain::match_runs::{Condition, Cost, OrganisationRule, RunSettings};
use matching::explain;
use std::collections::BTreeMap;

/// So many pairs at most are looked at again for each condition: beyond, an answer would take minutes.
const MAX_PAIRS: usize = 25_000_000;
/// So many skills are tried.
const SKILLS_TRIED: usize = 12;

impl Board {
    /// What each condition costs that rules anything out. `matched` and `total` are what the run came to with all of them.
    ///
    /// # Errors
    /// More people than fit into memory, or stopped.
    pub fn costs(&self, settings: &RunSettings, matched: u32, total: i64, watch: Watch<'_>) -> Result<Vec<Cost>, Halt> {
        let mut costs = Vec::new();
        let conditions: Vec<&Condition> = Condition::ALL.iter().filter(|condition| self.rules_out(settings, **condition)).collect();
        for (nth, condition) in conditions.iter().enumerate() {
            let (condition, watch) = (*condition, watch.one_of(nth, conditions.len()));
            let Stated { problem, .. } = Conditions::without(self.people(), settings, *condition).state(self, watch.part(0, 70))?;
            let other = watch.part(70, 100).solve(&problem, objective(settings.objective), options(settings))?;
            costs.push(Cost { condition: *condition, mentees: other.matched() - i64::from(matched), total: other.total() - total });
        }
        Ok(costs)
    }

    /// Whether a condition rules out any pair.
    fn rules_out(&self, settings: &RunSettings, condition: Condition) -> bool {
        let people = self.people();
        if people.mentees.len().saturating_mul(people.mentors.len()) > MAX_PAIRS {
            return false;
        }
        match condition {
            Condition::Language => people
                .mentees
                .iter()
                .any(|mentee| people.mentors.iter().any(|mentor| mentee.features.languages.shared(&mentor.features.languages) == 0)),
            Condition::Organisation => settings.organisation != OrganisationRule::Any,
            Condition::MetBefore => !settings.again && !people.met.is_empty(),
            Condition::Declined => !people.declined.is_empty(),
            Condition::Forbidden => !settings.forbidden.is_empty(),
            Condition::Kept => !settings.pinned.is_empty(),
        }
    }

    /// For skills that those who got nobody want: how many of these mentees more would have somebody, if there were new mentors
    /// who offer just that skill, have places for all and meet the conditions of everybody who wants it. Counted up to
    /// `at_most`, the greatest first; skills are numbers of the features. Only the skills that most of those left out want are tried.
    ///
    /// # Errors
    /// More people than fit into memory, or stopped.
    pub fn demand(&self, settings: &RunSettings, at_most: usize, watch: Watch<'_>) -> Result<Vec<(u16, usize)>, Halt> {
        let people = self.people();
        if people.mentees.len().saturating_mul(people.mentors.len()) > MAX_PAIRS {
            return Ok(Vec::new());
        }
        let Stated { problem, .. } = Conditions::new(people, settings).state(self, watch.part(0, 70))?;
        let solution = watch.part(70, 100).solve(&problem, objective(settings.objective), options(settings))?;
        let mut wanted: BTreeMap<u16, usize> = BTreeMap::new();
        for (mentee, _) in explain::left_out(&problem, &solution) {
            for skill in people.mentees.get(mentee as usize).map_or(&[][..], |mentee| &mentee.features.wanted) {
                *wanted.entry(*skill).or_default() += 1;
            }
        }
        let mut wanted: Vec<(u16, usize)> = wanted.into_iter().collect();
        wanted.sort_by_key(|(skill, count)| (std::cmp::Reverse(*count), *skill));
        wanted.truncate(SKILLS_TRIED);
        let gain = |(skill, _): (u16, usize)| {
            let wants = |mentee: u32| people.mentees.get(mentee as usize).is_some_and(|mentee| mentee.features.wanted.contains(&skill));
            (skill, explain::placed_by_newcomer(&problem, &solution, wants, at_most))
        };
        let mut gains: Vec<(u16, usize)> = wanted.into_iter().map(gain).filter(|(_, gain)| *gain > 0).collect();
        gains.sort_by_key(|(_, gain)| std::cmp::Reverse(*gain));
        Ok(gains)
    }
}
