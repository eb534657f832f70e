//! Making a run, and making it again with something changed.

use super::compute::{Computed, Newcomers, compute, now};
use super::known::Known;
use super::progress::Waiting;
use super::{conflict, event};
use crate::accounts::RUNS_A_DAY;
use crate::announce::Batch;
use crate::{Actor, Ctx, Error, access};
use domain::events::EventKind;
use domain::match_runs::{AdjustmentDraft, Couple, RunDraft, RunSettings, RunStatus, SavedDraft};
use domain::{PersonId, Problems, Refusal};
use store::match_runs::{self, MatchRun, RunPair};
use store::programs::Program;
use store::{Json, Tx, requests};
use use_case::use_case;

/// So often a change is tried again when somebody else changed the run meanwhile.
const ATTEMPTS: usize = 3;

/// Pairs everybody who waits, as a draft. Forbidden pairs of the newest run stay forbidden.
///
/// # Errors
/// Not a coordinator, a program that isn't there for the one who asks or is over, what is wrong with the form, or too many in a day.
#[use_case]
pub async fn make(ctx: &Ctx, actor: &Actor, slug: &str, draft: &RunDraft) -> Result<i32, Error> {
    let mut tx = ctx.read().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    let settings = draft.check(&first_settings(match_runs::latest_settings(&mut tx, program.id).await?, &program))?;
    if program.status.is_over() {
        return Err(Refusal::ProgramOver.into());
    }
    ctx.limits.one_more(ctx, RUNS_A_DAY, actor)?;
    let known = Known::read(ctx, &mut tx, &program).await?;
    drop(tx);
    let newcomers = Newcomers { vocabulary: known.vocabulary, places: program.default_capacity };
    let waiting = Waiting { program: program.id, person: actor.id };
    let computed = compute(ctx, waiting, known.people, settings.clone(), newcomers).await?;

    let mut tx = ctx.write().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    requests::lock_program(&mut tx, program.id).await?;
    let number = write(ctx, &mut tx, &program, actor.id, settings, &computed).await?;
    tx.commit().await?;
    Ok(number)
}

/// The same in the caller's transaction, for a small program.
pub(crate) async fn make_here(ctx: &Ctx, tx: &mut Tx, program: &Program, by: PersonId, settings: RunSettings) -> Result<(), Error> {
    let known = Known::read(ctx, tx, program).await?;
    let newcomers = Newcomers { vocabulary: known.vocabulary, places: program.default_capacity };
    let computed = now(known.people, &settings, &newcomers)?;
    write(ctx, tx, program, by, settings, &computed).await.map(drop)
}

/// Writes a new draft, and says its number.
pub(super) async fn write(
    ctx: &Ctx,
    tx: &mut Tx,
    program: &Program,
    by: PersonId,
    settings: RunSettings,
    computed: &Computed,
) -> Result<i32, Error> {
    let run = MatchRun {
        id: ctx.id(),
        program_id: program.id,
        number: match_runs::next_number(tx, program.id).await?,
        status: RunStatus::Draft,
        settings: Json(settings),
        numbers: Json(computed.numbers.clone()),
        left_out: Json(computed.left_out.clone()),
        created_by: Some(by),
        created_at: ctx.now(),
        published_at: None,
        version: 1,
    };
    match_runs::insert(tx, &run).await?;
    match_runs::replace_pairs(tx, run.id, &computed.pairs(run.id)).await?;
    let mut batch = Batch::default();
    event(ctx, &mut batch, by, program, &run, EventKind::MatchRunMade);
    batch.write(tx).await?;
    Ok(run.number)
}

/// What the form of a new run starts with: what the newest one had, without what was about its own pairs. Whether pairs begin at
/// once or are proposed first is the program's to say; a run may differ.
pub(super) fn first_settings(latest: Option<RunSettings>, program: &Program) -> RunSettings {
    let before = match latest {
        Some(latest) => latest.for_next(),
        None => RunSettings::for_template(program.template),
    };
    RunSettings { publish_as: program.publish_as, ..before }
}

/// Makes a draft again with other settings.
///
/// # Errors
/// Not a coordinator, no such run, what is wrong with the form, or a run that is no draft any more.
#[use_case]
pub async fn change(ctx: &Ctx, actor: &Actor, slug: &str, number: i32, draft: &RunDraft) -> Result<(), Error> {
    again(ctx, actor, slug, number, Again::default(), |settings, _| draft.check(settings)).await
}

/// Makes a draft again with one thing changed: a pair kept, forbidden or freed, two swapped, a mentor's places, all pairs kept.
///
/// # Errors
/// As [`change`], and [`Refusal::PairRuledOut`] when a pair that is named can't be kept.
#[use_case]
pub async fn adjust(ctx: &Ctx, actor: &Actor, slug: &str, number: i32, draft: &AdjustmentDraft) -> Result<(), Error> {
    let edit = |settings: &RunSettings, made: &[Couple]| {
        let mut settings = settings.clone();
        draft.apply(&mut settings, made)?;
        settings.check()
    };
    let strict = draft.names_pairs();
    again(ctx, actor, slug, number, Again { strict, ..Again::default() }, edit).await
}

/// Makes a draft again with the settings that a browser tried. They are made here as well: what a browser found is only looked
/// at there.
///
/// # Errors
/// As [`change`], and [`Error::Conflict`] when the run is no longer the version that was tried.
#[use_case]
pub async fn save(ctx: &Ctx, actor: &Actor, slug: &str, number: i32, version: i32, settings: SavedDraft<'_>) -> Result<(), Error> {
    again(ctx, actor, slug, number, Again { version: Some(version), ..Again::default() }, |_, _| settings.check()).await
}

/// On what terms a draft is made again.
#[derive(Clone, Copy, Default)]
struct Again {
    /// Only if it is still this version.
    version: Option<i32>,
    /// Only if each pair that is to be kept can be.
    strict: bool,
}

async fn again<F>(ctx: &Ctx, actor: &Actor, slug: &str, number: i32, terms: Again, edit: F) -> Result<(), Error>
where
    F: Fn(&RunSettings, &[Couple]) -> Result<RunSettings, Problems> + Send + Sync,
{
    for _ in 0..ATTEMPTS {
        let mut tx = ctx.read().await?;
        let program = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
        let before = match_runs::by_number(&mut tx, program.id, number).await?.ok_or(Error::NotFound)?;
        need_draft(&before)?;
        if terms.version.is_some_and(|version| version != before.version) {
            return Err(conflict());
        }
        let pairs = match_runs::pairs(&mut tx, before.id).await?;
        let made: Vec<Couple> = pairs.iter().map(RunPair::couple).collect();
        let settings = edit(&before.settings, &made)?;
        let known = Known::read(ctx, &mut tx, &program).await?;
        drop(tx);
        let newcomers = Newcomers { vocabulary: known.vocabulary, places: program.default_capacity };
        let waiting = Waiting { program: program.id, person: actor.id };
        let computed = compute(ctx, waiting, known.people, settings.clone(), newcomers).await?;
        if terms.strict && computed.numbers.dropped > before.numbers.dropped {
            return Err(Refusal::PairRuledOut.into());
        }

        let mut tx = ctx.write().await?;
        let program = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
        let mut run = match_runs::lock(&mut tx, program.id, number).await?.ok_or(Error::NotFound)?;
        if run.version != before.version {
            continue;
        }
        run.settings = Json(settings);
        run.numbers = Json(computed.numbers.clone());
        run.left_out = Json(computed.left_out.clone());
        match_runs::update(&mut tx, &run).await?;
        match_runs::replace_pairs(&mut tx, run.id, &computed.pairs(run.id)).await?;
        let mut batch = Batch::default();
        event(ctx, &mut batch, actor.id, &program, &run, EventKind::MatchRunChanged);
        batch.write(&mut tx).await?;
        return Ok(tx.commit().await?);
    }
    Err(conflict())
}

fn need_draft(run: &MatchRun) -> Result<(), Error> {
    if run.status == RunStatus::Draft { Ok(()) } else { Err(Refusal::NotFromThisState.into()) }
}
