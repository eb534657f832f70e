//! The pairing itself, where it holds up nobody else.

use super::progress::{Waiting, halted, watched};
use crate::{Ctx, Error};
use domain::MatchRunId;
use domain::fit::Vocabulary;
use domain::fit::views::FitPart;
use domain::match_runs::{Couple, LeftOut, RunNumbers, RunSettings, SkillDemand};
use pairing::{Board, Halt, People, Watch};
use store::Json;
use store::match_runs::RunPair;

/// So many new mentors are asked for at most.
const NEW_MENTORS: usize = 5;
/// So many skills are named for which there should be more mentors.
const SKILLS_NAMED: usize = 3;

/// What a new mentor of the program would be like.
#[derive(Debug, Default)]
pub(super) struct Newcomers {
    /// The numbers of skills in the features.
    pub vocabulary: Vocabulary,
    /// How many mentees they would take.
    pub places: i32,
}

/// What a run came to, ready to be written.
#[derive(Debug)]
pub(super) struct Computed {
    pub numbers: RunNumbers,
    pub left_out: Vec<LeftOut>,
    pairs: Vec<(Couple, i32, bool, Vec<FitPart>)>,
}

impl Computed {
    /// The rows of the pairs.
    pub fn pairs(&self, run: MatchRunId) -> Vec<RunPair> {
        let row = |(couple, score, pinned, parts): &(Couple, i32, bool, Vec<FitPart>)| RunPair {
            run_id: run,
            mentee_id: couple.mentee,
            mentor_id: couple.mentor,
            score: *score,
            pinned: *pinned,
            parts: Json(parts.clone()),
            mentorship_id: None,
            refusal: None,
        };
        self.pairs.iter().map(row).collect()
    }
}

/// Pairs people on a thread of its own, while whoever waits is told how far it is.
///
/// # Errors
/// More people than fit into memory, or stopped.
pub(super) async fn compute(
    ctx: &Ctx,
    waiting: Waiting,
    people: People,
    settings: RunSettings,
    newcomers: Newcomers,
) -> Result<Computed, Error> {
    watched(ctx, waiting, move |watch| all(people, &settings, &newcomers, watch)).await
}

/// The same on this one, for a few people.
pub(super) fn now(people: People, settings: &RunSettings, newcomers: &Newcomers) -> Result<Computed, Error> {
    all(people, settings, newcomers, Watch::NOBODY).map_err(halted)
}

/// The run, and what would be, were something else.
fn all(people: People, settings: &RunSettings, newcomers: &Newcomers, watch: Watch<'_>) -> Result<Computed, Halt> {
    let board = Board::new(people);
    let mut outcome = board.watched_run(settings, watch.part(0, 30))?;
    outcome.numbers.costs = board.costs(settings, outcome.numbers.matched, outcome.numbers.total, watch.part(30, 85))?;
    outcome.numbers.demand = demand(&board, settings, newcomers, watch.part(85, 100))?;
    let people = board.people();
    let pair = |made: &pairing::Made| {
        let mentee = people.mentees.get(made.mentee as usize)?.id;
        let mentor = people.mentors.get(made.mentor as usize)?.id;
        let parts = board.fit(settings, made.mentee, made.mentor).map(|fit| FitPart::of(&fit)).unwrap_or_default();
        Some((Couple { mentee, mentor }, made.score, made.pinned, parts))
    };
    Ok(Computed { pairs: outcome.pairs.iter().filter_map(pair).collect(), numbers: outcome.numbers, left_out: outcome.left_out })
}

/// For which skills a few new mentors would place most.
fn demand(board: &Board, settings: &RunSettings, newcomers: &Newcomers, watch: Watch<'_>) -> Result<Vec<SkillDemand>, Halt> {
    let places = usize::try_from(newcomers.places.max(1)).unwrap_or(1);
    let gains = board.demand(settings, NEW_MENTORS * places, watch)?;
    let one = |(skill, gain): &(u16, usize)| {
        let skill = newcomers.vocabulary.skills.key(*skill)?.clone();
        let (mentors, mentees) = (u32::try_from(gain.div_ceil(places)).ok()?, u32::try_from(*gain).ok()?);
        Some(SkillDemand { skill, mentors, mentees })
    };
    Ok(gains.iter().filter_map(one).take(SKILLS_NAMED).collect())
}
