//! How well a mentor fits a mentee, from what is stored about the two, and why, in words.
//!
//! The judgement is `domain::fit`'s. The list of mentors, a person's page and the pages of requests all come here, so that
//! they say the same about the same two people. What somebody keeps to those close to them neither counts nor is told.

mod facts;
mod week;
mod words;

pub(crate) use facts::{Facts, utc_offset};
pub(crate) use words::{Names, Perspective, told, told_to, view};

use crate::{Ctx, Error};
use domain::PersonId;
use domain::fit::views::{CardFit, FitView};
use domain::fit::{Criterion, Vocabulary, Weights, explain};
use i18n::I18n;
use store::Tx;
use store::mentors::{ParticipantRow, Whom};
use store::programs::Program;
use use_case::use_case;

/// How a mentor fits a mentee of a program, for a page on which the reader may see both. [`CardFit::NotAsked`] when one of
/// them isn't (any more) enrolled.
#[use_case]
pub async fn between(
    ctx: &Ctx,
    tx: &mut Tx,
    program: &Program,
    mentee: PersonId,
    mentor: PersonId,
    reader: PersonId,
    i18n: I18n,
) -> Result<CardFit, Error> {
    if mentee == mentor {
        return Ok(CardFit::Own);
    }
    let facts = Facts::read(tx, Whom::Two(program.id, mentee, mentor)).await?;
    let (Some(one), Some(other)) = (facts.row(mentee), facts.row(mentor)) else { return Ok(CardFit::NotAsked) };
    let mut vocabulary = Vocabulary::default();
    let mine = facts.features(&mut vocabulary, one, ctx.now(), mentee == reader);
    let theirs = facts.features(&mut vocabulary, other, ctx.now(), mentor == reader);
    let added = facts.added_skills(tx).await?;
    let names = Names { vocabulary: &vocabulary, added: &added, i18n };
    Ok(view(names, &mine, &theirs, &weights(program, one), &other.name))
}

/// The same for a coordinator who may bring the two together: both are named, and nothing is told that only one of them may know.
#[use_case]
pub async fn for_coordinator(
    ctx: &Ctx,
    tx: &mut Tx,
    program: &Program,
    mentee: PersonId,
    mentor: PersonId,
    i18n: I18n,
) -> Result<CardFit, Error> {
    let facts = Facts::read(tx, Whom::Two(program.id, mentee, mentor)).await?;
    let (Some(one), Some(other)) = (facts.row(mentee), facts.row(mentor)) else { return Ok(CardFit::NotAsked) };
    let mut vocabulary = Vocabulary::default();
    let theirs = facts.features(&mut vocabulary, one, ctx.now(), false);
    let offered = facts.features(&mut vocabulary, other, ctx.now(), false);
    let added = facts.added_skills(tx).await?;
    let names = Names { vocabulary: &vocabulary, added: &added, i18n };
    let fit = view(names, &theirs, &offered, &weights(program, one), &other.name);
    Ok(match fit {
        CardFit::Fits(fit) => CardFit::Fits(FitView {
            reasons: told_to(names, &explain(&theirs, &offered), Perspective::Other, &other.name, &one.name),
            ..fit
        }),
        other => other,
    })
}

/// What counts for a mentee: what the program starts with, in the mentee's own order.
pub(crate) fn weights(program: &Program, mentee: &ParticipantRow) -> Weights {
    let ranking: Vec<Criterion> = mentee.criteria.iter().filter_map(|word| word.parse().ok()).collect();
    Weights::for_template(program.template).ranked(&ranking)
}
