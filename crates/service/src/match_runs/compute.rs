//! The pairing itself, where it holds up nobody else.

use crate::Error;
use domain::MatchRunId;
use domain::fit::Fit;
use domain::match_runs::{Couple, LeftOut, RunNumbers, RunSettings};
use domain::mentors::views::FitPart;
use pairing::{Board, People};
use store::Json;
use store::match_runs::RunPair;

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

/// Pairs people on a thread of its own.
///
/// # Errors
/// More people than fit into memory.
pub(super) async fn compute(people: People, settings: RunSettings) -> Result<Computed, Error> {
    let computed = tokio::task::spawn_blocking(move || now(people, &settings)).await;
    computed.map_err(|error| Error::Internal(error.to_string()))?
}

/// The same on this one.
pub(super) fn now(people: People, settings: &RunSettings) -> Result<Computed, Error> {
    let board = Board::new(people);
    let outcome = board.run(settings).map_err(|error| Error::Internal(error.to_string()))?;
    let people = board.people();
    let pair = |made: &pairing::Made| {
        let mentee = people.mentees.get(made.mentee as usize)?.id;
        let mentor = people.mentors.get(made.mentor as usize)?.id;
        let parts = board.fit(settings, made.mentee, made.mentor).map(|fit| parts(&fit)).unwrap_or_default();
        Some((Couple { mentee, mentor }, made.score, made.pinned, parts))
    };
    Ok(Computed { pairs: outcome.pairs.iter().filter_map(pair).collect(), numbers: outcome.numbers, left_out: outcome.left_out })
}

fn parts(fit: &Fit) -> Vec<FitPart> {
    let compared = fit.parts.iter().filter(|part| part.share > 0);
    compared.filter_map(|part| Some(FitPart { criterion: part.criterion, share: part.share, score: part.score? })).collect()
}
