//! The list of a program's mentors, searched, in order, a page at a time.

use super::card::Viewer;
use super::filter::{Filter, label};
use super::ranking::Ranking;
use super::roster::Roster;
use crate::parties::program_ref;
use crate::{Actor, Ctx, Error, access};
use domain::limits::PAGE_SIZE;
use domain::mentors::views::{ChosenFilter, MentorCard, MentorsPage};
use domain::mentors::{Cursor, MentorOrder, MentorSearch};
use domain::shared::Pages;
use std::cmp::Reverse;
use std::ops::Range;
use use_case::use_case;

/// A page of a program's mentors, for its participants and coordinators. Whoever looks for a mentor sees how they fit, those
/// who fit best first; everybody else sees them by name.
///
/// # Errors
/// [`Error::NotFound`] when the program isn't there for the one who asks, [`Error::Forbidden`] when they take no part in it.
#[use_case]
pub async fn list(ctx: &Ctx, actor: &Actor, slug: &str, search: MentorSearch) -> Result<MentorsPage, Error> {
    let mut tx = ctx.read().await?;
    let access = access::program(&mut tx, Some(actor), slug).await?.need_people()?;
    let program = &access.program;
    let roster = ctx.rosters.roster(ctx, &mut tx, program).await?;
    let viewer = Viewer::read(ctx, &mut tx, actor, &access, &roster).await?;
    let filter = Filter::make(ctx, &mut tx, actor, program.id, &roster, &search, &viewer.favourites).await?;
    drop(tx);

    let ordered = Ordered::of(&roster, viewer.ranking.as_deref(), search.order);
    let meant = |place: &u32| roster.at(*place).is_some_and(|mentor| filter.fits(mentor, None));
    let found: Vec<u32> = ordered.places().iter().copied().filter(meant).collect();
    let page = ordered.page(&found, &search);
    let cards: Vec<MentorCard> = found
        .get(page.clone())
        .unwrap_or_default()
        .iter()
        .filter_map(|place| roster.at(*place))
        .map(|mentor| viewer.card(&roster, mentor))
        .collect();
    let edge = |place: Option<usize>| place.and_then(|n| found.get(n)).and_then(|place| ordered.cursor(*place)).map(|c| c.to_string());
    let chosen = search.chosen().into_iter().map(|one| ChosenFilter {
        filter: one,
        label: label(&roster, viewer.i18n, &search, one),
        without: found.is_empty().then(|| count(roster.mentors.iter().filter(|mentor| filter.fits(mentor, Some(one))).count())),
    });
    Ok(MentorsPage {
        program: program_ref(program),
        as_mentee: viewer.ranking.is_some(),
        coordinator: access.coordinator,
        note: viewer.note,
        order: ordered.order(),
        chosen: chosen.collect(),
        choices: roster.choices(viewer.i18n),
        total: count(roster.mentors.len()),
        found: count(found.len()),
        first: count(page.start + 1),
        cards,
        pages: Pages {
            previous: edge((page.start > 0).then_some(page.start)),
            next: edge(page.end.checked_sub(1).filter(|_| page.end < found.len())),
        },
        search,
    })
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// The mentors in an order, in which each has a place that can be told and found again.
enum Ordered<'a> {
    Fit(&'a Roster, &'a Ranking),
    Name(&'a Roster),
}

impl<'a> Ordered<'a> {
    /// By fit where there is one, unless names are asked for.
    fn of(roster: &'a Roster, ranking: Option<&'a Ranking>, order: Option<MentorOrder>) -> Self {
        match ranking.filter(|_| order != Some(MentorOrder::Name)) {
            Some(ranking) => Self::Fit(roster, ranking),
            None => Self::Name(roster),
        }
    }

    const fn order(&self) -> MentorOrder {
        match self {
            Self::Fit(..) => MentorOrder::Fit,
            Self::Name(_) => MentorOrder::Name,
        }
    }

    fn places(&self) -> &'a [u32] {
        match self {
            Self::Fit(_, ranking) => &ranking.order,
            Self::Name(roster) => &roster.by_name,
        }
    }

    fn cursor(&self, place: u32) -> Option<Cursor> {
        let (key, mentor) = match self {
            Self::Fit(roster, ranking) => (ranking.score(place).to_string(), roster.at(place)?),
            Self::Name(roster) => (roster.at(place)?.sorted.clone(), roster.at(place)?),
        };
        Some(Cursor { key, id: mentor.id })
    }

    /// Whether a mentor stands before the place of a cursor. A cursor of another order leads to the beginning.
    fn is_before(&self, place: u32, cursor: &Cursor) -> bool {
        match self {
            Self::Fit(roster, ranking) => {
                let score: u16 = cursor.key.parse().unwrap_or(u16::MAX);
                roster.at(place).is_some_and(|mentor| (Reverse(ranking.score(place)), mentor.id) < (Reverse(score), cursor.id))
            }
            Self::Name(roster) => {
                roster.at(place).is_some_and(|mentor| (mentor.sorted.as_str(), mentor.id) < (cursor.key.as_str(), cursor.id))
            }
        }
    }

    /// Which of those found are on the page.
    fn page(&self, found: &[u32], search: &MentorSearch) -> Range<usize> {
        let cursor = |text: &Option<String>| text.as_deref().and_then(|text| text.parse::<Cursor>().ok());
        let before = |cursor: &Cursor| found.partition_point(|place| self.is_before(*place, cursor));
        let is = |n: usize, cursor: &Cursor| found.get(n).and_then(|place| self.cursor(*place)).as_ref() == Some(cursor);
        let start = match (cursor(&search.after), cursor(&search.before)) {
            (Some(after), _) => {
                let n = before(&after);
                n + usize::from(is(n, &after))
            }
            (None, Some(end)) => before(&end).saturating_sub(PAGE_SIZE),
            (None, None) => 0,
        };
        start..found.len().min(start.saturating_add(PAGE_SIZE)).max(start)
    }
}

#[cfg(test)]
#[path = "list_tests.rs"]
mod tests;
