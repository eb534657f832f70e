//! Programs that people may join.

use super::mine;
use crate::{Actor, Ctx, Error, heavy};
use domain::ProgramId;
use domain::limits::PAGE_SIZE;
use domain::programs::views::{Explore, ProgramCard};
use domain::search::fold;
use domain::shared::Pages;
use store::programs::{self, Listed, ProgramName};
use use_case::use_case;

/// Programs shown on the start page.
const FRONT: i64 = 6;

/// The newest programs of the open community that anybody may join: one small query, for the start page.
#[use_case]
pub async fn front(ctx: &Ctx) -> Result<Vec<ProgramCard>, Error> {
    let rows = programs::open_to_everyone(&mut ctx.read().await?, FRONT).await?;
    Ok(rows.into_iter().map(card).collect())
}

/// A page of the programs that somebody may join, with all of `words` in their texts, beginning after `after`; and those they
/// take part in, on the first page without a search.
#[use_case]
pub async fn explore(ctx: &Ctx, actor: Option<&Actor>, words: &str, after: Option<ProgramId>) -> Result<Explore, Error> {
    let words: String = words.trim().chars().take(domain::limits::LINE_MAX).collect();
    let mut tx = ctx.read().await?;
    let names = programs::joinable_names(&mut tx, actor.map(|a| a.id)).await?;
    drop(tx);
    let mut ids = if words.is_empty() { page(&names, "", after) } else { searched(names, fold(&words), after).await? };
    let pages = Pages::onward(&mut ids, PAGE_SIZE, |id| *id);
    let mut tx = ctx.read().await?;
    let found = programs::joinable_by_id(&mut tx, &ids).await?;
    let mine = match actor {
        Some(actor) if words.is_empty() && after.is_none() => mine::of(ctx, &mut tx, actor).await?,
        _ => Vec::new(),
    };
    Ok(Explore { mine, found: found.into_iter().map(card).collect(), words, pages })
}

/// Looks through all texts, which whoever makes many programs makes long.
async fn searched(names: Vec<ProgramName>, folded: String, after: Option<ProgramId>) -> Result<Vec<ProgramId>, Error> {
    heavy::apart(move || page(&names, &folded, after)).await
}

/// The ids of a page of programs that have all words, and of one more.
fn page(names: &[ProgramName], folded: &str, after: Option<ProgramId>) -> Vec<ProgramId> {
    let fits = |program: &&ProgramName| {
        if folded.is_empty() {
            return true;
        }
        let text = fold(&format!("{} {} {}", program.name, program.summary, program.organisation.as_deref().unwrap_or_default()));
        folded.split_whitespace().all(|word| text.contains(word))
    };
    let later = names.iter().filter(|program| after.is_none_or(|after| program.id < after));
    later.filter(fits).map(|program| program.id).take(PAGE_SIZE + 1).collect()
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
