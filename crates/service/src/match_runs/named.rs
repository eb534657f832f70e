//! Keeping or forbidding two people whom a coordinator names, be they a pair of the run or not.

use super::known::Known;
use super::run::adjust;
use crate::{Actor, Ctx, Error, access};
use domain::accounts::email_key;
use domain::match_runs::AdjustmentDraft;
use domain::search::name_key;
use domain::{PersonId, ProblemCode, Problems};
use store::Tx;
use store::requests::parties;
use use_case::use_case;

/// As [`adjust`], with the two by their names or addresses as somebody typed them.
///
/// # Errors
/// As [`adjust`], and a problem beside a name that nobody or several of the run's people have.
#[use_case]
pub async fn adjust_named(ctx: &Ctx, actor: &Actor, slug: &str, number: i32, act: &str, mentee: &str, mentor: &str) -> Result<(), Error> {
    let mut tx = ctx.read().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    let people = Known::read(ctx, &mut tx, &program).await?.people;
    let mentees: Vec<(PersonId, &str)> = people.mentees.iter().map(|mentee| (mentee.id, mentee.name.as_str())).collect();
    let mentors: Vec<(PersonId, &str)> = people.mentors.iter().map(|mentor| (mentor.id, mentor.name.as_str())).collect();
    let mut problems = Problems::default();
    let mentee = problems.check("mentee", find(&mut tx, &mentees, mentee).await?);
    let mentor = problems.check("mentor", find(&mut tx, &mentors, mentor).await?);
    drop(tx);
    problems.into_result()?;
    let id = |person: Option<PersonId>| person.map(|id| id.to_string()).unwrap_or_default();
    let draft = AdjustmentDraft { act: act.to_owned(), mentee: id(mentee), mentor: id(mentor), ..AdjustmentDraft::default() };
    adjust(ctx, actor, slug, number, &draft).await
}

/// The one person of this name, or of this address.
async fn find(tx: &mut Tx, people: &[(PersonId, &str)], typed: &str) -> Result<Result<PersonId, ProblemCode>, Error> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(Err(ProblemCode::Required));
    }
    if typed.contains('@') {
        let ids: Vec<PersonId> = people.iter().map(|(id, _)| *id).collect();
        let key = email_key(typed);
        let found = parties(tx, &ids).await?.into_iter().find(|party| email_key(&party.email) == key);
        return Ok(found.map(|party| party.id).ok_or(ProblemCode::UnknownName));
    }
    let key = name_key(typed);
    let mut found = people.iter().filter(|(_, name)| name_key(name) == key).map(|(id, _)| *id);
    Ok(match (found.next(), found.next()) {
        (Some(id), None) => Ok(id),
        (Some(_), Some(_)) => Err(ProblemCode::AmbiguousName),
        (None, _) => Err(ProblemCode::UnknownName),
    })
}
