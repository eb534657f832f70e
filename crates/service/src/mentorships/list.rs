//! A program's mentorships, for its coordinator: how they go, and none of what the two say.

use super::home::{mentee_face, mentor_face};
use super::words::{Dates, at_a_glance, when};
use crate::names::called;
use crate::{Actor, Ctx, Error, Reader, access};
use domain::mentorships::MentorshipStatus;
use domain::mentorships::views::{MentorshipList, MentorshipRow};
use domain::search::fold;
use domain::shared::{Pages, ProgramRef, Travel};
use domain::{MentorshipId, ProgramId};
use store::Tx;
use store::goals::lists::{self, Counted};
use store::mentorships::overview::{self, Filter, Listed};
use use_case::use_case;

/// Mentorships on one page.
pub const PAGE: usize = 50;

/// Which mentorships, and from where on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ListFilter {
    /// Only those in this state.
    pub status: Option<MentorshipStatus>,
    /// Only those with these words in a name.
    pub words: String,
    /// Those made before this one.
    pub after: Option<MentorshipId>,
    /// Those made after this one.
    pub before: Option<MentorshipId>,
}

/// A page of a program's mentorships, newest first.
///
/// # Errors
/// [`Error::NotFound`] when the program isn't there for the one who asks, [`Error::Forbidden`] when they don't coordinate it.
#[use_case]
pub async fn list(ctx: &Ctx, actor: &Actor, slug: &str, filter: ListFilter) -> Result<MentorshipList, Error> {
    let mut tx = ctx.read().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    let counts = overview::counts(&mut tx, program.id).await?;
    let folded = fold(&filter.words);
    let mut query = Filter { status: filter.status, ids: None, after: filter.after, before: filter.before };
    if !folded.is_empty() {
        query.ids = Some(found(&mut tx, program.id, &filter, &folded).await?);
    }
    let mut listed = match &query.ids {
        Some(ids) if ids.is_empty() => Vec::new(),
        _ => overview::of_program(&mut tx, program.id, &query, as_i64(PAGE + 1)).await?,
    };
    let pages = Pages::cut(&mut listed, PAGE, Travel::of(filter.after.as_ref(), filter.before.as_ref()), |m| m.id);
    let reader = Reader::of(ctx, actor);
    let listed = called(reader.i18n, listed);
    let ids: Vec<MentorshipId> = listed.iter().map(|m| m.id).collect();
    let counted = lists::progress_of(&mut tx, &ids).await?;
    Ok(MentorshipList {
        program: ProgramRef { slug: program.slug, name: program.name },
        counts: MentorshipStatus::ALL.iter().map(|s| (*s, counts.iter().find(|(c, _)| c == s).map_or(0, |(_, n)| *n))).collect(),
        status: filter.status,
        words: filter.words,
        rows: listed.iter().map(|m| row(reader, m, &counted)).collect(),
        pages,
    })
}

/// The ids of one page (and one more) of mentorships with all words in the names of their people.
async fn found(tx: &mut Tx, program: ProgramId, filter: &ListFilter, folded: &str) -> Result<Vec<MentorshipId>, Error> {
    let names = overview::names(tx, program, filter.status).await?;
    let fits = |m: &&overview::PairNames| {
        let text = fold(&format!("{} {}", m.mentor, m.mentee));
        folded.split(' ').all(|word| text.contains(word))
    };
    let found = names.iter().filter(fits).map(|m| m.id);
    Ok(match filter.before {
        // Newest first: the nearest to where one was are the last of the newer ones.
        Some(before) => {
            let newer: Vec<MentorshipId> = found.take_while(|id| *id > before).collect();
            newer.into_iter().rev().take(PAGE + 1).collect()
        }
        None => found.filter(|id| filter.after.is_none_or(|after| *id < after)).take(PAGE + 1).collect(),
    })
}

fn as_i64(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

fn row(reader: Reader, m: &Listed, counted: &[Counted]) -> MentorshipRow {
    let last = [m.goals_touched, m.ended_at, Some(m.created_at)].into_iter().flatten().max().unwrap_or(m.created_at);
    let dates = Dates { started_on: m.started_on, ends_on: m.ends_on, ended_on: m.ended_at.map(|at| reader.day(at)) };
    MentorshipRow {
        id: m.id,
        mentor: mentor_face(m),
        mentee: mentee_face(m),
        status: m.status,
        when: when(reader.i18n, dates),
        progress: at_a_glance(counted.iter().filter(|c| c.mentorship_id == m.id)),
        last_activity: reader.i18n.days((reader.day(last) - reader.today).num_days().min(0)),
        may_end: !m.status.is_over(),
    }
}
