//! A run as a table: its pairs with why, then who got nobody and why, for a coordinator's spreadsheet.

use super::known::Known;
use super::proposing::Proposals;
use super::words::{Words, points_of};
use crate::exports::{Cell, Table, table};
use crate::fit::Names;
use crate::names::called;
use crate::parties::Parties;
use crate::{Actor, Ctx, Error, access};
use domain::PersonId;
use domain::fit::views::FitPart;
use i18n::m;
use std::collections::HashSet;
use store::match_runs::{self, RunPair};
use store::programs;
use use_case::use_case;

/// All pairs of a run, the lowest scores first as on its page, then who was left out.
///
/// # Errors
/// [`Error::NotFound`] when there is no such run or program for the one who asks, [`Error::Forbidden`] when they don't coordinate it.
#[use_case]
pub async fn pairs_table(ctx: &Ctx, actor: &Actor, slug: &str, number: i32) -> Result<Table, Error> {
    // A run that is made again meanwhile would have somebody both in a pair and left out.
    let mut tx = ctx.snapshot().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    let run = match_runs::by_number(&mut tx, program.id, number).await?.ok_or(Error::NotFound)?;
    let pairs = match_runs::pairs(&mut tx, run.id).await?;
    let proposed = Proposals::of(&mut tx, run.id).await?;
    let Known { features, vocabulary, added, .. } = Known::read(ctx, &mut tx, &program).await?;
    let ids = pairs
        .iter()
        .flat_map(|pair| [pair.mentee_id, pair.mentor_id])
        .chain(run.left_out.iter().flat_map(|left| [Some(left.mentee), left.one_more_with]).flatten())
        .collect();
    let i18n = actor.i18n();
    let people = called(i18n, Parties::read(&mut tx, ids).await?);
    let name = |id: PersonId| people.find(id).map_or("", |party| party.name.as_str());
    // How to reach somebody concerns the program as long as they take part in it.
    let here: HashSet<PersonId> = programs::participants(&mut tx, program.id).await?.into_iter().map(|(person, _)| person).collect();
    drop(tx);
    let email = |id: PersonId| Cell::of(people.find(id).filter(|_| here.contains(&id)).map(|party| party.email.as_str()));
    let words = Words { i18n, names: Names { vocabulary: &vocabulary, added: &added, i18n }, features: &features };
    let state = |pair: &RunPair, mentee: &str, mentor: &str| match proposed.view(i18n, ctx.now(), pair, mentee, mentor) {
        Some(proposal) => proposal.words,
        None if pair.mentorship_id.is_some() => i18n.t(m::MATCH_RUNS_STATUS_PUBLISHED).to_owned(),
        None if pair.pinned => i18n.t(m::MATCH_RUNS_KEPT).to_owned(),
        None => String::new(),
    };
    let header = [
        m::ENROLMENTS_MENTEE,
        m::EXPORTS_MENTEE_EMAIL,
        m::ENROLMENTS_MENTOR,
        m::EXPORTS_MENTOR_EMAIL,
        m::EXPORTS_SCORE,
        m::EXPORTS_KNOWN,
        m::ENROLMENTS_STATUS,
        m::EXPORTS_WHY,
    ];
    let mut table = table(i18n, m::EXPORTS_PAIRS, &header);
    for pair in &pairs {
        let (mentee, mentor) = (name(pair.mentee_id), name(pair.mentor_id));
        let why: String = words.reasons(pair.couple(), mentee, mentor).into_iter().map(|span| span.text).collect();
        table.rows.push(vec![
            Cell::text(mentee),
            email(pair.mentee_id),
            Cell::text(mentor),
            email(pair.mentor_id),
            Cell::Number(points_of(pair.score.into())),
            Cell::Number(FitPart::known(&pair.parts.0).into()),
            Cell::Text(state(pair, mentee, mentor)),
            Cell::Text(why),
        ]);
    }
    for left in run.left_out.iter() {
        let mentee = name(left.mentee);
        let with = left.one_more_with.map(name);
        table.rows.push(vec![
            Cell::text(mentee),
            email(left.mentee),
            Cell::text(""),
            Cell::text(""),
            Cell::text(""),
            Cell::text(""),
            Cell::text(i18n.t(m::MATCH_RUNS_LEFT)),
            Cell::Text(words.left_out(left, mentee, with)),
        ]);
    }
    Ok(table)
}
