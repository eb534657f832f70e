//! The people of a run, ready to be paired under one setting after the other.

use crate::conditions::{Conditions, Stated};
use crate::outcome::{Made, Next, Outcome};
use crate::people::People;
use crate::preferences;
use crate::watch::{Halt, Watch};
use domain::fit::{Compared, Fit, Weights, compare, compare_anyway, fit};
use domain::match_runs::{Bar, LeftOut, LeftOutWhy, PreferenceNumbers, Promising, RunNumbers, RunObjective, RunSettings, STEPS};
use matching::explain::{self, LeftOut as Reason};
use matching::{Objective, Options, Pair, Problem, Solution, Worth, verify};

/// So many mentors are named where one more place would bring something.
const PROMISING: usize = 3;

/// The people, and what a browser remembers of them while weights are tried.
#[derive(Debug)]
pub struct Board {
    people: People,
    /// Every pair compared, row by row; empty when each run compares anew.
    remembered: Vec<Option<Compared>>,
}

impl Board {
    /// For one run: nothing is remembered.
    #[must_use]
    pub const fn new(people: People) -> Self {
        Self { people, remembered: Vec::new() }
    }

    /// For many runs with other settings: every pair is compared once, which takes ten bytes each.
    #[must_use]
    pub fn remembering(people: People) -> Self {
        let of =
            |mentee: &crate::Mentee| people.mentors.iter().map(|mentor| compare(&mentee.features, &mentor.features)).collect::<Vec<_>>();
        let remembered = people.mentees.iter().flat_map(of).collect();
        Self { people, remembered }
    }

    /// The people.
    #[must_use]
    pub const fn people(&self) -> &People {
        &self.people
    }

    /// Two people compared; `None` when they share no language.
    pub(crate) fn compared(&self, mentee: u32, mentor: u32) -> Option<Compared> {
        if self.remembered.is_empty() {
            let (one, other) = (self.people.mentees.get(mentee as usize)?, self.people.mentors.get(mentor as usize)?);
            compare(&one.features, &other.features)
        } else {
            self.remembered.get(mentee as usize * self.people.mentors.len() + mentor as usize).copied().flatten()
        }
    }

    /// The same whether or not they share a language.
    pub(crate) fn compared_anyway(&self, mentee: u32, mentor: u32) -> Option<Compared> {
        let (one, other) = (self.people.mentees.get(mentee as usize)?, self.people.mentors.get(mentor as usize)?);
        Some(compare_anyway(&one.features, &other.features))
    }

    /// What counts for a mentee.
    pub(crate) fn weights(&self, settings: &RunSettings, mentee: u32) -> Weights {
        let ranking = self.people.mentees.get(mentee as usize).filter(|_| settings.ranked).map_or(&[][..], |mentee| &mentee.ranking);
        settings.weights.ranked(ranking)
    }

    /// How two fit under these settings, with the parts; `None` when they must not be paired for their languages' sake.
    #[must_use]
    pub fn fit(&self, settings: &RunSettings, mentee: u32, mentor: u32) -> Option<Fit> {
        let (one, other) = (self.people.mentees.get(mentee as usize)?, self.people.mentors.get(mentor as usize)?);
        fit(&one.features, &other.features, &self.weights(settings, mentee)).ok()
    }

    /// How many mentees each mentor takes in all under these settings, in the order of the people.
    #[must_use]
    pub fn capacities(&self, settings: &RunSettings) -> Vec<i32> {
        let conditions = Conditions::new(&self.people, settings);
        self.people.mentors.iter().map(|mentor| conditions.capacity(mentor.id, mentor.capacity)).collect()
    }

    /// The mentors who fit a mentee best, one of them left out: at most so many, best first, with room or without.
    #[must_use]
    pub fn next_mentors(&self, settings: &RunSettings, mentee: u32, except: u32, count: usize) -> Vec<Next> {
        let conditions = Conditions::new(&self.people, settings);
        let weights = self.weights(settings, mentee);
        let score = |mentor: u32| {
            let open = mentor != except && conditions.bar(&self.people, mentee, mentor).is_none();
            let compared = if open { self.compared(mentee, mentor) } else { None }?;
            Some(Next { other: mentor, score: compared.hundredths(&weights), known: 0 })
        };
        let mut next = best(indices(self.people.mentors.len()).filter_map(score).collect(), count);
        next.iter_mut().for_each(|next| next.known = self.fit(settings, mentee, next.other).map_or(0, |fit| fit.known));
        next
    }

    /// The mentees whom a mentor fits best, one of them left out.
    #[must_use]
    pub fn next_mentees(&self, settings: &RunSettings, mentor: u32, except: u32, count: usize) -> Vec<Next> {
        let conditions = Conditions::new(&self.people, settings);
        let score = |mentee: u32| {
            let open = mentee != except && conditions.bar(&self.people, mentee, mentor).is_none();
            let compared = if open { self.compared(mentee, mentor) } else { None }?;
            Some(Next { other: mentee, score: compared.hundredths(&self.weights(settings, mentee)), known: 0 })
        };
        let mut next = best(indices(self.people.mentees.len()).filter_map(score).collect(), count);
        next.iter_mut().for_each(|next| next.known = self.fit(settings, next.other, mentor).map_or(0, |fit| fit.known));
        next
    }

    /// Pairs everybody. The same people and settings give the same answer, here and in a browser.
    ///
    /// # Errors
    /// More people than fit into memory.
    pub fn run(&self, settings: &RunSettings) -> Result<Outcome, Halt> {
        self.watched_run(settings, Watch::NOBODY)
    }

    /// The same while somebody watches.
    ///
    /// # Errors
    /// More people than fit into memory, or stopped.
    pub fn watched_run(&self, settings: &RunSettings, watch: Watch<'_>) -> Result<Outcome, Halt> {
        let conditions = Conditions::new(&self.people, settings);
        let Stated { problem, pinned, dropped } = conditions.state(self, watch.part(0, 60))?;
        let solution = watch.part(60, 80).solve(&problem, objective(settings.objective), options(settings))?;
        let gains = explain::one_more_place(&problem, &solution);
        let mut numbers = numbers(&problem, &solution, settings, watch.part(80, 100))?;
        numbers.dropped = dropped;
        numbers.promising = self.promising(gains.as_deref());
        numbers.preferences = preferences::granted(&self.people, &solution.pairs);
        let left_out = explain::left_out(&problem, &solution);
        let left_out = left_out.into_iter().filter_map(|(mentee, why)| self.left_out(&conditions, &problem, mentee, why, gains.as_deref()));
        let made = |pair: &Pair| Made {
            mentee: pair.mentee,
            mentor: pair.mentor,
            score: i32::try_from(pair.score).unwrap_or(0),
            pinned: pinned.binary_search(&(pair.mentee, pair.mentor)).is_ok(),
        };
        Ok(Outcome { pairs: solution.pairs.iter().map(made).collect(), left_out: left_out.collect(), numbers })
    }

    fn promising(&self, gains: Option<&[Worth]>) -> Vec<Promising> {
        let gains = gains.unwrap_or(&[]).iter().zip(&self.people.mentors);
        let mut best: Vec<Promising> = gains
            .filter(|(gain, _)| gain.mentees > 0 || gain.total > 0)
            .map(|(gain, mentor)| Promising { mentor: mentor.id, mentees: gain.mentees, total: gain.total })
            .collect();
        best.sort_by_key(|promising| std::cmp::Reverse((promising.mentees, promising.total)));
        best.truncate(PROMISING);
        best
    }

    fn left_out(
        &self,
        conditions: &Conditions<'_>,
        problem: &Problem,
        mentee: u32,
        reason: Reason,
        gains: Option<&[Worth]>,
    ) -> Option<LeftOut> {
        let mut bars: Vec<(Bar, u32)> = Vec::new();
        let mut best: Option<(Worth, i64, u32)> = None;
        let mut candidates = 0;
        for mentor in indices(self.people.mentors.len()) {
            if let Some(score) = problem.score(mentee, mentor) {
                candidates += 1;
                let gain = gains.and_then(|gains| gains.get(mentor as usize)).copied().unwrap_or(Worth::ZERO);
                if best.is_none_or(|(known, before, _)| (gain, score) > (known, before)) {
                    best = Some((gain, score, mentor));
                }
            } else {
                let bar = conditions.bar(&self.people, mentee, mentor).unwrap_or(Bar::NoSharedLanguage);
                match bars.iter_mut().find(|(known, _)| *known == bar) {
                    Some((_, count)) => *count += 1,
                    None => bars.push((bar, 1)),
                }
            }
        }
        bars.sort_by_key(|(bar, count)| (std::cmp::Reverse(*count), *bar));
        let why = match reason {
            Reason::WantsNobody | Reason::NoCandidate => LeftOutWhy::NobodyFits,
            Reason::AllFull { .. } => LeftOutWhy::AllFull,
            Reason::OnlyAtALoss { .. } => LeftOutWhy::NotWorthIt,
        };
        let with = best.filter(|_| why == LeftOutWhy::AllFull).and_then(|(_, _, mentor)| self.people.mentors.get(mentor as usize));
        let mentee = self.people.mentees.get(mentee as usize)?.id;
        Some(LeftOut { mentee, why, candidates, bars, one_more_with: with.map(|mentor| mentor.id) })
    }
}

/// The engine's word for an objective.
pub(crate) const fn objective(objective: RunObjective) -> Objective {
    match objective {
        RunObjective::Coverage => Objective::Coverage,
        RunObjective::Total => Objective::Total,
        RunObjective::Fair => Objective::Fair,
        RunObjective::Stable => Objective::Stable,
    }
}

pub(crate) fn options(settings: &RunSettings) -> Options<'static> {
    let threads = if cfg!(target_family = "wasm") { 1 } else { std::thread::available_parallelism().map_or(1, usize::from) };
    Options { seed: settings.seed.into(), threads, ..Options::default() }
}

fn numbers(problem: &Problem, solution: &Solution, settings: &RunSettings, watch: Watch<'_>) -> Result<RunNumbers, Halt> {
    let greedy = explain::greedy(problem);
    let summary = explain::summary(&solution.pairs);
    // What could be had at all: the answer itself where that is what was looked for and it is proven.
    let proven = verify(problem, solution).is_ok_and(|report| report.optimal);
    let own = matches!(settings.objective, RunObjective::Coverage | RunObjective::Total);
    let best = if own {
        solution
            .stages
            .last()
            .map(|stage| (if stage.bound.mentees > 0 { stage.bound.mentees } else { solution.matched() }, stage.bound.total))
    } else {
        let best = watch.solve(problem, Objective::Coverage, options(settings))?;
        Some((best.matched(), best.total()))
    };
    let places: u64 = (0..problem.mentors()).map(|mentor| u64::from(problem.capacity(mentor))).sum();
    Ok(RunNumbers {
        mentees: problem.mentees(),
        mentors: problem.mentors(),
        places: u32::try_from(places).unwrap_or(u32::MAX),
        matched: u32::try_from(solution.matched()).unwrap_or(0),
        total: solution.total(),
        best,
        proven,
        greedy: (greedy.matched(), greedy.total()),
        worst: solution.worst,
        median: summary.map(|summary| summary.median),
        among_best_five: u32::try_from(explain::among_their_best(problem, solution, 5)).unwrap_or(u32::MAX),
        steps: explain::histogram(&solution.pairs, 0, 10_000, STEPS),
        dropped: 0,
        promising: Vec::new(),
        preferences: PreferenceNumbers::default(),
        costs: Vec::new(),
        demand: Vec::new(),
    })
}

fn best(mut all: Vec<Next>, count: usize) -> Vec<Next> {
    all.sort_unstable_by_key(|next| (std::cmp::Reverse(next.score), next.other));
    all.truncate(count);
    all
}

fn indices(count: usize) -> std::ops::Range<u32> {
    0..u32::try_from(count).unwrap_or(u32::MAX)
}
