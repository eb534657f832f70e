//! Two runs side by side.

use super::view::{card, points};
use crate::names::called;
use crate::parties::program_ref;
use crate::{Actor, Ctx, Error, Reader, access};
use domain::PersonId;
use domain::match_runs::{Change, Comparison, Difference, RunSide, SideMentor, changes};
use domain::shared::Pages;
use std::collections::{BTreeSet, HashMap};
use store::Tx;
use store::match_runs::{self, MatchRun};
use store::requests::parties;
use use_case::use_case;

/// Runs to choose from.
const RUNS: i64 = 50;
/// Mentees on one page.
const PAGE: usize = 50;

/// Two runs and what differs between their pairs, from the given mentee on. Without a number the newest run, and the one
/// before it.
///
/// # Errors
/// Not a coordinator, no such runs, or a program that isn't there for the one who asks.
#[use_case]
pub async fn compare(
    ctx: &Ctx,
    actor: &Actor,
    slug: &str,
    first: Option<i32>,
    second: Option<i32>,
    from: u32,
) -> Result<Comparison, Error> {
    let mut tx = ctx.read().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    let newest: Vec<i32> = match_runs::newest(&mut tx, program.id, RUNS).await?.iter().map(|run| run.number).collect();
    let second = second.or_else(|| newest.first().copied()).ok_or(Error::NotFound)?;
    let before = || newest.iter().copied().find(|number| *number < second);
    let first = first.or_else(before).unwrap_or(second);
    let choice = newest.iter().copied().chain([first, second]).collect::<BTreeSet<i32>>();
    let first = match_runs::by_number(&mut tx, program.id, first).await?.ok_or(Error::NotFound)?;
    let second = match_runs::by_number(&mut tx, program.id, second).await?.ok_or(Error::NotFound)?;
    let before = pairs_of(&mut tx, &first).await?;
    let (changes, same) = changes(&before, &pairs_of(&mut tx, &second).await?);
    let from = from as usize / PAGE * PAGE;
    let page: &[Change] = changes.get(from..(from + PAGE).min(changes.len())).unwrap_or(&[]);
    let reader = Reader::of(ctx, actor);
    let names = {
        let mut ids: BTreeSet<PersonId> = [first.created_by, second.created_by].into_iter().flatten().collect();
        ids.extend(page.iter().map(|change| change.mentee));
        ids.extend(page.iter().flat_map(|change| [change.first, change.second]).flatten().map(|(mentor, _)| mentor));
        let ids: Vec<PersonId> = ids.into_iter().collect();
        Names(called(reader.i18n, parties(&mut tx, &ids).await?).into_iter().map(|party| (party.id, party.name)).collect())
    };
    let side = |run: MatchRun| RunSide {
        card: card(reader, run.number, run.status, run.created_by.map(|id| names.of(id)), run.created_at, &run.numbers),
        numbers: run.numbers.0,
        settings: run.settings.0,
    };
    let mentor = |side: (PersonId, i32)| SideMentor { id: side.0, name: names.of(side.0), score: points(side.1.into()) };
    Ok(Comparison {
        program: program_ref(&program),
        runs: choice.into_iter().rev().collect(),
        first: side(first),
        second: side(second),
        same: u32::try_from(same).unwrap_or(u32::MAX),
        changed: u32::try_from(changes.len()).unwrap_or(u32::MAX),
        differences: page
            .iter()
            .map(|change| Difference {
                mentee: (change.mentee, names.of(change.mentee)),
                first: change.first.map(mentor),
                second: change.second.map(mentor),
            })
            .collect(),
        pages: Pages {
            previous: from.checked_sub(PAGE).and_then(|from| u32::try_from(from).ok()),
            next: u32::try_from(from + PAGE).ok().filter(|_| from + PAGE < changes.len()),
        },
    })
}

/// A run's pairs: mentee, mentor and score.
async fn pairs_of(tx: &mut Tx, run: &MatchRun) -> Result<Vec<(PersonId, PersonId, i32)>, Error> {
    let pairs = match_runs::pairs(tx, run.id).await?;
    Ok(pairs.iter().map(|pair| (pair.mentee_id, pair.mentor_id, pair.score)).collect())
}

/// People's names, by id.
struct Names(HashMap<PersonId, String>);

impl Names {
    fn of(&self, id: PersonId) -> String {
        self.0.get(&id).cloned().unwrap_or_default()
    }
}
