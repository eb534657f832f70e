//! Why pairs fit that a browser has just made: it knows the scores, and the words are here.

use super::known::Known;
use super::words::Words;
use crate::fit::Names;
use crate::{Actor, Ctx, Error, access};
use domain::fit::views::Span;
use domain::match_runs::Couple;
use use_case::use_case;

/// Pairs that are explained at once; more are not looked at.
const PAIRS: usize = 50;

/// Why each of the pairs fits, in sentences; nothing for two who are not both part of what the program's next run looks at.
///
/// # Errors
/// Not a coordinator, or a program that isn't there for the one who asks.
#[use_case]
pub async fn reasons(ctx: &Ctx, actor: &Actor, slug: &str, couples: &[Couple]) -> Result<Vec<Vec<Span>>, Error> {
    let mut tx = ctx.read().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    let Known { people, features, vocabulary, added } = Known::read(ctx, &mut tx, &program).await?;
    let i18n = actor.i18n();
    let words = Words { i18n, names: Names { vocabulary: &vocabulary, added: &added, i18n }, features: &features };
    let told = |couple: &Couple| {
        let mentee = people.mentee(couple.mentee).and_then(|at| people.mentees.get(at as usize));
        let mentor = people.mentor(couple.mentor).and_then(|at| people.mentors.get(at as usize));
        mentee.zip(mentor).map_or_else(Vec::new, |(mentee, mentor)| words.reasons(*couple, &mentee.name, &mentor.name))
    };
    Ok(couples.iter().take(PAIRS).map(told).collect())
}
