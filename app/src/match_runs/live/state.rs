//! What is tried: the settings now, those before and after them, and what they come to.

use domain::PersonId;
use domain::fit::views::{FitPart, Span};
use domain::match_runs::{Couple, RunNumbers, RunSettings};
use leptos::prelude::*;
use pairing::{Board, Made, Outcome, People};
use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

/// Steps that can be undone.
const STEPS: usize = 100;
/// Rows that are shown: what changed first, then the lowest scores.
pub(super) const ROWS: usize = 30;

/// A pair as its row shows it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct PairRow {
    pub mentee: (PersonId, String),
    pub mentor: (PersonId, String),
    /// Hundredths of a point.
    pub score: i32,
    pub pinned: bool,
    pub parts: Vec<FitPart>,
    /// Whom the mentee has in the saved run, when that is somebody else: a name, or nobody.
    pub before: Option<Option<String>>,
    /// How many mentees the mentor takes in all.
    pub capacity: i32,
}

/// What the settings come to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Shown {
    pub numbers: RunNumbers,
    /// How many mentees have somebody else than in the saved run, or nobody any more.
    pub changed: usize,
    pub rows: Vec<PairRow>,
    /// How long it took, in milliseconds.
    pub millis: i64,
}

/// The state of the section.
#[derive(Clone, Copy)]
pub(super) struct Trying {
    /// The settings now.
    pub settings: RwSignal<RunSettings>,
    /// Whether people are there.
    pub ready: RwSignal<bool>,
    /// What it comes to.
    pub shown: RwSignal<Option<Shown>>,
    saved: StoredValue<RunSettings>,
    past: RwSignal<Vec<RunSettings>>,
    future: RwSignal<Vec<RunSettings>>,
    board: StoredValue<Option<Arc<Board>>>,
    /// The mentors of the saved run, by mentee.
    baseline: StoredValue<HashMap<u32, u32>>,
    scheduled: StoredValue<bool>,
    /// The first of two pairs whose mentors are to be swapped.
    pub swapping: RwSignal<Option<Couple>>,
    /// Why pairs fit that are new: the server has the words.
    pub reasons: RwSignal<HashMap<Couple, Vec<Span>>>,
}

impl PairRow {
    pub const fn couple(&self) -> Couple {
        Couple { mentee: self.mentee.0, mentor: self.mentor.0 }
    }
}

impl Trying {
    pub fn new(settings: RunSettings) -> Self {
        Self {
            settings: RwSignal::new(settings.clone()),
            ready: RwSignal::new(false),
            shown: RwSignal::new(None),
            saved: StoredValue::new(settings),
            past: RwSignal::new(Vec::new()),
            future: RwSignal::new(Vec::new()),
            board: StoredValue::new(None),
            baseline: StoredValue::new(HashMap::new()),
            scheduled: StoredValue::new(false),
            swapping: RwSignal::new(None),
            reasons: RwSignal::new(HashMap::new()),
        }
    }

    /// People have come.
    pub fn begin(self, people: People) {
        let board = Arc::new(Board::remembering(people));
        let Some(saved) = self.saved.try_get_value() else { return };
        let Ok(outcome) = board.run(&saved) else { return };
        self.baseline.set_value(outcome.pairs.iter().map(|made| (made.mentee, made.mentor)).collect());
        self.board.set_value(Some(board));
        self.ready.set(true);
        self.compute();
    }

    /// Tries other settings; they can be undone. What comes in quick succession, as while a weight is moved, is one step.
    pub fn change(self, one_step: bool, change: impl FnOnce(&mut RunSettings)) {
        let before = self.settings.get_untracked();
        let mut after = before.clone();
        change(&mut after);
        if after == before {
            return;
        }
        if !one_step {
            self.past.update(|past| {
                past.push(before);
                if past.len() > STEPS {
                    past.remove(0);
                }
            });
            self.future.update(Vec::clear);
        }
        self.settings.set(after);
        self.later();
    }

    /// Takes a pair for a swap: the first is remembered, the second makes it; the same again is none.
    pub fn swap(self, couple: Couple) {
        match self.swapping.get_untracked() {
            None => self.swapping.set(Some(couple)),
            Some(first) => {
                self.swapping.set(None);
                if first.mentor != couple.mentor {
                    self.change(false, |settings| settings.swap(first, couple));
                }
            }
        }
    }

    pub fn undo(self) {
        self.step(self.past, self.future);
    }

    pub fn redo(self) {
        self.step(self.future, self.past);
    }

    fn step(self, from: RwSignal<Vec<RunSettings>>, to: RwSignal<Vec<RunSettings>>) {
        if let Some(settings) = from.try_update(Vec::pop).flatten() {
            to.update(|to| to.push(self.settings.get_untracked()));
            self.settings.set(settings);
            self.later();
        }
    }

    pub fn can_undo(self) -> bool {
        !self.past.read().is_empty()
    }

    pub fn can_redo(self) -> bool {
        !self.future.read().is_empty()
    }

    /// Whether something isn't saved.
    pub fn differs(self) -> bool {
        let settings = self.settings.get();
        self.saved.with_value(|saved| *saved != settings)
    }

    /// Computes when the browser has drawn what the hand did: several changes until then are one.
    fn later(self) {
        if !self.scheduled.get_value() {
            self.scheduled.set_value(true);
            set_timeout(
                move || {
                    // The page may be gone by now.
                    if self.scheduled.try_set_value(false).is_none() {
                        self.compute();
                    }
                },
                Duration::ZERO,
            );
        }
    }

    fn compute(self) {
        let Some(board) = self.board.get_value() else { return };
        let settings = self.settings.get_untracked();
        let begun = now();
        if let Ok(outcome) = board.run(&settings) {
            #[allow(clippy::cast_possible_truncation, reason = "milliseconds of one answer")]
            let millis = (now() - begun).round() as i64;
            let shown = self.baseline.with_value(|baseline| show(&board, &settings, &outcome, baseline, millis));
            self.shown.set(Some(shown));
        }
    }
}

/// Milliseconds since the page began.
fn now() -> f64 {
    window().performance().map_or(0.0, |clock| clock.now())
}

fn show(board: &Board, settings: &RunSettings, outcome: &Outcome, baseline: &HashMap<u32, u32>, millis: i64) -> Shown {
    let capacities = board.capacities(settings);
    let changed = |made: &Made| baseline.get(&made.mentee) != Some(&made.mentor);
    let now: usize = outcome.pairs.iter().filter(|made| changed(made)).count();
    let matched: std::collections::HashSet<u32> = outcome.pairs.iter().map(|made| made.mentee).collect();
    let gone = baseline.keys().filter(|mentee| !matched.contains(*mentee)).count();
    let mut pairs: Vec<&Made> = outcome.pairs.iter().collect();
    pairs.sort_by_key(|made| (!changed(made), made.score, made.mentee));
    let people = board.people();
    let row = |made: &&Made| {
        let (mentee, mentor) = (people.mentees.get(made.mentee as usize)?, people.mentors.get(made.mentor as usize)?);
        let fit = board.fit(settings, made.mentee, made.mentor);
        let parts = fit.map(|fit| FitPart::of(&fit)).unwrap_or_default();
        let name = |at: &u32| people.mentors.get(*at as usize).map(|mentor| mentor.name.clone());
        Some(PairRow {
            mentee: (mentee.id, mentee.name.clone()),
            mentor: (mentor.id, mentor.name.clone()),
            score: made.score,
            pinned: made.pinned,
            parts,
            before: changed(made).then(|| baseline.get(&made.mentee).and_then(name)),
            capacity: capacities.get(made.mentor as usize).copied().unwrap_or(mentor.capacity),
        })
    };
    Shown { numbers: outcome.numbers.clone(), changed: now + gone, rows: pairs.iter().take(ROWS).filter_map(row).collect(), millis }
}
