//! Making an organisation, and what can be changed about it.

use super::access::{event, manager, reference};
use crate::accounts::ORGANISATIONS_A_DAY;
use crate::{Actor, Ctx, Error};
use domain::editing::{Edit, merge};
use domain::events::EventKind;
use domain::organisations::views::OrganisationSettings;
use domain::organisations::{OrgRole, OrganisationDraft};
use domain::{ProblemCode, Problems, Refusal};
use store::organisations::{self, Organisation, members};
use use_case::use_case;

/// Makes an organisation; the actor becomes its owner. An empty `slug` takes what the name suggests. Gives its name in
/// addresses.
///
/// # Errors
/// What is wrong with the form, an address that somebody else has, an e-mail address that isn't confirmed, or too many in a day.
#[use_case]
pub async fn create(ctx: &Ctx, actor: &Actor, draft: &OrganisationDraft) -> Result<String, Error> {
    if !actor.verified {
        return Err(Refusal::EmailNotVerified.into());
    }
    let fields = draft.check()?;
    ctx.limits.one_more(ctx, ORGANISATIONS_A_DAY, actor)?;
    let mut tx = ctx.write().await?;
    let organisation =
        Organisation { id: ctx.id(), slug: fields.slug, name: fields.name, about: fields.about, version: 1, created_at: ctx.now() };
    if !organisations::insert(&mut tx, &organisation).await? {
        return Err(Problems::one("slug", ProblemCode::Taken).into());
    }
    members::add(&mut tx, organisation.id, actor.id, OrgRole::Owner, ctx.now()).await?;
    event(ctx, &mut tx, actor, &organisation, EventKind::OrganisationCreated, organisation.id.0).await?;
    tx.commit().await?;
    Ok(organisation.slug)
}

/// What an organisation says now, for its form.
///
/// # Errors
/// [`Error::NotFound`] for who is no member, [`Error::Forbidden`] for who doesn't manage it.
#[use_case]
pub async fn settings(ctx: &Ctx, actor: &Actor, slug: &str) -> Result<OrganisationSettings, Error> {
    let mut tx = ctx.read().await?;
    let (organisation, _) = manager(&mut tx, actor, slug).await?;
    Ok(OrganisationSettings { organisation: reference(&organisation), draft: draft_of(&organisation) })
}

/// Saves an organisation and gives its name in addresses. Changes that somebody else made since the form was made stay.
///
/// # Errors
/// As [`settings`], what is wrong with the form, an address that is taken, and [`Error::Conflict`] when both changed the same field
/// differently.
#[use_case]
pub async fn save(ctx: &Ctx, actor: &Actor, slug: &str, edit: &Edit<OrganisationDraft>) -> Result<String, Error> {
    let mut tx = ctx.write().await?;
    let (organisation, _) = manager(&mut tx, actor, slug).await?;
    // Held first and looked at then: somebody may have taken the role away meanwhile.
    organisations::lock(&mut tx, organisation.id).await?;
    let role = organisations::role_of(&mut tx, organisation.id, actor.id).await?.ok_or(Error::NotFound)?;
    if !role.manages() {
        return Err(Error::Forbidden);
    }
    let mut organisation = organisations::by_id(&mut tx, organisation.id).await?.ok_or(Error::NotFound)?;
    // An empty address keeps the one that there is.
    let theirs = draft_of(&organisation);
    let mut mine = edit.chosen();
    if mine.slug.trim().is_empty() {
        mine.slug.clone_from(&theirs.slug);
    }
    let mine = OrganisationDraft::from(&mine.check()?);
    let base = edit.base.as_ref().unwrap_or(&theirs);
    let draft = merge(base, &mine, &theirs).map_err(|conflict| Error::conflict(&conflict))?;
    if draft == theirs {
        return Ok(organisation.slug);
    }
    let fields = draft.check()?;
    organisation.version += 1;
    organisation.name = fields.name;
    organisation.slug = fields.slug;
    organisation.about = fields.about;
    if !organisations::update(&mut tx, &organisation).await? {
        return Err(Problems::one("slug", ProblemCode::Taken).into());
    }
    event(ctx, &mut tx, actor, &organisation, EventKind::OrganisationChanged, organisation.id.0).await?;
    tx.commit().await?;
    Ok(organisation.slug)
}

fn draft_of(organisation: &Organisation) -> OrganisationDraft {
    OrganisationDraft { name: organisation.name.clone(), slug: organisation.slug.clone(), about: organisation.about.clone() }
}
