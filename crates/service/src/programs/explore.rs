//! Programs that people may join.

use super::mine;
use crate::{Actor, Ctx, Error};
use domain::ProgramId;
use domain::limits::PAGE_SIZE;
use domain::programs::views::{Explore, ProgramCard};
use domain::search::fold;
use store::programs::{self, Listed};
use use_case::use_case;

/// Programs shown on the start page.
const FRONT: i64 = 6;

/// The newest programs of the open community that anybody may join: one small query, for the start page.
///
/// # Errors
/// The database said no.
#[use_case]
pub async fn front(ctx: &Ctx) -> Result<Vec<ProgramCard>, Error> {
    let rows = programs::open_to_everyone(&mut ctx.read().await?, FRONT).await?;
    Ok(rows.into_iter().map(card).collect())
}

/// A page of the programs that somebody may join, with all of `words` in their texts, beginning after `after`; and those they
/// take part in, on the first page without a search.
///
/// # Errors
/// The database said no.
#[use_case]
pub async fn explore(ctx: &Ctx, actor: Option<&Actor>, words: &str, after: Option<ProgramId>) -> Result<Explore, Error> {
    let words: String = words.trim().chars().take(domain::limits::LINE_MAX).collect();
    let folded = fold(&words);
    let mut tx = ctx.read().await?;
    let names = programs::joinable_names(&mut tx, actor.map(|a| a.id)).await?;
    let fits = |program: &&programs::Named| {
        let text = fold(&format!("{} {} {}", program.name, program.summary, program.organisation.as_deref().unwrap_or_default()));
        folded.split_whitespace().all(|word| text.contains(word))
    };
    let mut ids: Vec<ProgramId> = names
        .iter()
        .filter(|program| after.is_none_or(|after| program.id < after))
        .filter(fits)
        .map(|program| program.id)
        .take(PAGE_SIZE + 1)
        .collect();
    let more = ids.len() > PAGE_SIZE;
    ids.truncate(PAGE_SIZE);
    let found = programs::joinable_by_id(&mut tx, &ids).await?;
    let mine = match actor {
        Some(actor) if words.is_empty() && after.is_none() => mine::of(ctx, &mut tx, actor).await?,
        _ => Vec::new(),
    };
    Ok(Explore { mine, found: found.into_iter().map(card).collect(), words, next: ids.last().copied().filter(|_| more) })
}

fn card(row: Listed) -> ProgramCard {
    ProgramCard {
        id: row.id,
        slug: row.slug,
        name: row.name,
        summary: row.summary,
        picture: row.picture_id,
        organisation: row.organisation,
        starts_on: row.starts_on,
        length_weeks: row.length_weeks,
    }
}
