//! From what somebody typed into a field of skills to ids.

use super::taxonomy::TAXONOMY;
use crate::{Actor, Ctx, Error};
use domain::limits::CUSTOM_SKILLS_MAX;
use domain::problem::ProblemCode;
use domain::skills::{key, typed};
use store::skills::CustomSkill;
use store::{Tx, skills};
use use_case::use_case;

/// The ids of the skills that somebody typed, in their order, each once: names in any of the five languages or ids, between
/// commas or on lines. A name that nobody knows becomes a skill of the person's organisation, or of the open community.
///
/// The outer error is the database's; the inner one stands beside the field.
#[use_case]
pub async fn resolve(ctx: &Ctx, tx: &mut Tx, actor: &Actor, text: &str) -> Result<Result<Vec<String>, ProblemCode>, Error> {
    let names = match typed(text) {
        Ok(names) => names,
        Err(code) => return Ok(Err(code)),
    };
    let shipped = |name: &str| {
        let found = TAXONOMY.by_id(name).or_else(|| TAXONOMY.by_key(&key(name), actor.locale));
        found.map(|skill| skill.row.id.clone())
    };
    let others: Vec<String> = names.iter().filter(|name| shipped(name).is_none()).cloned().collect();
    let added = match added(ctx, tx, actor, &others).await? {
        Ok(added) => added,
        Err(code) => return Ok(Err(code)),
    };
    let mut ids: Vec<String> = Vec::with_capacity(names.len());
    for name in &names {
        let id = shipped(name).or_else(|| find(&added, name).map(|skill| skill.id.clone()));
        ids.extend(id.filter(|id| !ids.contains(id)));
    }
    Ok(Ok(ids))
}

/// The added skills of these names or ids, after adding those that aren't there yet.
async fn added(ctx: &Ctx, tx: &mut Tx, actor: &Actor, names: &[String]) -> Result<Result<Vec<CustomSkill>, ProblemCode>, Error> {
    let wanted: Vec<String> = names.iter().flat_map(|name| [name.clone(), key(name)]).collect();
    let known = skills::known(tx, actor.id, &wanted).await?;
    let new: Vec<&String> = names.iter().filter(|name| find(&known, name).is_none()).collect();
    if new.is_empty() {
        return Ok(Ok(known));
    }
    let so_far = usize::try_from(skills::added_by(tx, actor.id).await?).unwrap_or(0);
    if so_far + new.len() > CUSTOM_SKILLS_MAX {
        return Ok(Err(ProblemCode::TooMany { max: CUSTOM_SKILLS_MAX }));
    }
    let organisation = skills::home_of(tx, actor.id).await?;
    let skill = |name: &&String| CustomSkill {
        id: ctx.uuid().to_string(),
        organisation_id: organisation,
        name: (*name).clone(),
        name_key: key(name),
    };
    skills::insert(tx, &new.iter().map(skill).collect::<Vec<_>>(), actor.id, ctx.now()).await?;
    // Read again: somebody else may have added one of them at the same moment.
    Ok(Ok(skills::known(tx, actor.id, &wanted).await?))
}

fn find<'a>(skills: &'a [CustomSkill], name: &str) -> Option<&'a CustomSkill> {
    let key = key(name);
    skills.iter().find(|skill| skill.id == name).or_else(|| skills.iter().find(|skill| skill.name_key == key))
}
