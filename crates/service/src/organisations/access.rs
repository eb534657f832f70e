//! What somebody is in an organisation, and who goes on from there.

use crate::announce::{self, Event};
use crate::{Actor, Ctx, Error};
use domain::events::EventKind;
use domain::organisations::OrgRole;
use domain::shared::OrganisationRef;
use store::Tx;
use store::organisations::{self, Organisation};
use uuid::Uuid;

/// The organisation of an address for one of its members, with their role.
pub(super) async fn member(tx: &mut Tx, actor: &Actor, slug: &str) -> Result<(Organisation, OrgRole), Error> {
    let organisation = organisations::by_slug(tx, slug).await?.ok_or(Error::NotFound)?;
    let role = organisations::role_of(tx, organisation.id, actor.id).await?.ok_or(Error::NotFound)?;
    Ok((organisation, role))
}

/// The same for one who manages it. Without an address: the first that they manage.
pub(super) async fn manager(tx: &mut Tx, actor: &Actor, slug: &str) -> Result<(Organisation, OrgRole), Error> {
    if slug.is_empty() {
        let mine = organisations::of_person(tx, actor.id).await?;
        let (id, _, _, role) = mine.into_iter().find(|(_, _, _, role)| role.manages()).ok_or(Error::NotFound)?;
        let organisation = organisations::by_id(tx, id).await?.ok_or(Error::NotFound)?;
        return Ok((organisation, role));
    }
    let (organisation, role) = member(tx, actor, slug).await?;
    if role.manages() { Ok((organisation, role)) } else { Err(Error::Forbidden) }
}

pub(super) fn reference(organisation: &Organisation) -> OrganisationRef {
    OrganisationRef { slug: organisation.slug.clone(), name: organisation.name.clone() }
}

/// An event in an organisation.
pub(super) async fn event(
    ctx: &Ctx,
    tx: &mut Tx,
    actor: &Actor,
    organisation: &Organisation,
    kind: EventKind,
    subject: Uuid,
) -> Result<(), Error> {
    announce::event(ctx, tx, new_event(actor, organisation, kind, subject)).await
}

/// The same as a part of what is told together.
pub(super) fn new_event(actor: &Actor, organisation: &Organisation, kind: EventKind, subject: Uuid) -> Event {
    Event { kind, actor: Some(actor.id), organisation: Some(organisation.id), program: None, subject: Some(subject), body: None }
}
