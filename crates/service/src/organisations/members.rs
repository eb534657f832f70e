//! Members: who they are, their roles, going.

use super::access::{event, manager, member, reference};
use crate::{Actor, Ctx, Error, Reader};
use domain::events::EventKind;
use domain::organisations::views::{InvitationRow, MemberRow, MembersPage};
use domain::organisations::{OrgRole, RoleDenied, may_set_role};
use domain::problem::{ProblemCode, Problems};
use domain::shared::{Face, Pages};
use domain::{PersonId, Refusal};
use store::organisations::invitations::{self, Invitation};
use store::organisations::members::{self as rows, Member};
use store::{Tx, organisations};
use use_case::use_case;

/// Members on one page.
const PAGE: i64 = 50;
/// Open invitations shown at most.
const INVITATIONS: i64 = 200;

/// A page of an organisation's members, with the invitations that are open.
///
/// # Errors
/// [`Error::NotFound`] for who is no member, [`Error::Forbidden`] for who doesn't manage it.
#[use_case]
pub async fn members(ctx: &Ctx, actor: &Actor, slug: &str, words: &str, page: i64) -> Result<MembersPage, Error> {
    let mut tx = ctx.read().await?;
    let (organisation, role) = manager(&mut tx, actor, slug).await?;
    let words = words.trim();
    let total = rows::count(&mut tx, organisation.id, words).await?;
    let last = ((total + PAGE - 1) / PAGE).max(1);
    let page = page.clamp(1, last);
    let found = rows::page(&mut tx, organisation.id, words, PAGE, (page - 1) * PAGE).await?;
    let coordinating = rows::coordinating(&mut tx, organisation.id).await?;
    let owners = rows::owners(&mut tx, organisation.id).await?;
    let open = invitations::open(&mut tx, organisation.id, ctx.now(), INVITATIONS).await?;
    let reader = Reader::of(ctx, actor);
    let row = |m: Member| MemberRow {
        me: m.id == actor.id,
        mine_to_change: m.id != actor.id && may_set_role(role, false, m.role, None, owners).is_ok(),
        coordinates: coordinating.iter().filter(|(who, _)| *who == m.id).map(|(_, program)| program.clone()).collect(),
        face: Face { id: m.id, name: m.name, headline: m.headline, picture: m.picture_id },
        email: m.email,
        role: m.role,
        since: reader.date(m.joined_at),
    };
    let invitation = |i: Invitation| InvitationRow {
        id: i.id,
        email: i.email,
        link: i.link_token.map(|token| format!("{}/invite/{token}", ctx.settings.base_url)),
        role: i.role,
        until: reader.date(i.expires_at),
    };
    Ok(MembersPage {
        organisation: reference(&organisation),
        role,
        words: words.trim().to_owned(),
        members: found.into_iter().map(row).collect(),
        total,
        pages: Pages { previous: (page > 1).then_some(page - 1), next: (page < last).then_some(page + 1) },
        invitations: open.into_iter().map(invitation).collect(),
    })
}

/// Gives a member another role.
///
/// # Errors
/// As [`members`], nobody by that id in it, a role that isn't the actor's to give, or the last owner.
#[use_case]
pub async fn set_role(ctx: &Ctx, actor: &Actor, slug: &str, person: PersonId, role: &str) -> Result<(), Error> {
    let role: OrgRole = role.parse().map_err(|_| Problems::one("role", ProblemCode::NotAChoice))?;
    change(ctx, actor, slug, person, Some(role)).await
}

/// Ends somebody's membership. What they take part in stays; what they coordinate there ends.
///
/// # Errors
/// As [`set_role`].
#[use_case]
pub async fn remove(ctx: &Ctx, actor: &Actor, slug: &str, person: PersonId) -> Result<(), Error> {
    change(ctx, actor, slug, person, None).await
}

/// Leaves an organisation.
///
/// # Errors
/// [`Error::NotFound`] for who is no member, a refusal for the last owner.
#[use_case]
pub async fn leave(ctx: &Ctx, actor: &Actor, slug: &str) -> Result<(), Error> {
    change(ctx, actor, slug, actor.id, None).await
}

async fn change(ctx: &Ctx, actor: &Actor, slug: &str, person: PersonId, role: Option<OrgRole>) -> Result<(), Error> {
    let mut tx = ctx.write().await?;
    let (organisation, _) = member(&mut tx, actor, slug).await?;
    // Held first and looked at then: of two owners who step down at the same time, one stays.
    organisations::lock(&mut tx, organisation.id).await?;
    let (_, own) = member(&mut tx, actor, slug).await?;
    let before = role_or_not_there(&mut tx, &organisation, own, person).await?;
    let owners = rows::owners(&mut tx, organisation.id).await?;
    may_set_role(own, person == actor.id, before, role, owners).map_err(|denied| match denied {
        RoleDenied::NotYours => Error::Forbidden,
        RoleDenied::LastOwner => Refusal::LastOwner.into(),
    })?;
    match role {
        Some(role) => rows::set_role(&mut tx, organisation.id, person, role).await?,
        None => rows::remove(&mut tx, organisation.id, person).await?,
    }
    let kind = match role {
        Some(_) => EventKind::MemberRoleChanged,
        None if person == actor.id => EventKind::MemberLeft,
        None => EventKind::MemberRemoved,
    };
    event(ctx, &mut tx, actor, &organisation, kind, person.0).await?;
    Ok(tx.commit().await?)
}

/// Somebody's role; who doesn't manage learns nothing about who is a member.
async fn role_or_not_there(
    tx: &mut Tx,
    organisation: &organisations::Organisation,
    own: OrgRole,
    person: PersonId,
) -> Result<OrgRole, Error> {
    match organisations::role_of(tx, organisation.id, person).await? {
        Some(role) => Ok(role),
        None if own.manages() => Err(Error::NotFound),
        None => Err(Error::Forbidden),
    }
}
