//! The desk: who waits, the runs so far, and what a new one starts with.

use super::run::first_settings;
use super::view::card;
use crate::names::called;
use crate::parties::program_ref;
use crate::{Actor, Ctx, Error, Reader, access};
use domain::match_runs::views::Desk;
use store::match_runs;
use use_case::use_case;

/// Runs in the list.
const RUNS: i64 = 20;

/// The desk of a program.
///
/// # Errors
/// Not a coordinator, or a program that isn't there for the one who asks.
#[use_case]
pub async fn desk(ctx: &Ctx, actor: &Actor, slug: &str) -> Result<Desk, Error> {
    let mut tx = ctx.read().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    let (mentees, mentors) = match_runs::people::waiting(&mut tx, program.id).await?;
    let reader = Reader::of(ctx, actor);
    let runs = called(reader.i18n, match_runs::newest(&mut tx, program.id, RUNS).await?);
    let latest = match_runs::latest_settings(&mut tx, program.id).await?;
    Ok(Desk {
        settings: first_settings(latest, &program),
        program: program_ref(&program),
        mentees,
        mentors,
        runs: runs.iter().map(|run| card(reader, run.number, run.status, run.by.clone(), run.created_at, &run.numbers)).collect(),
    })
}
