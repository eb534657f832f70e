//! Who signed in, and who failed to: written to the stream of events with the network it came from.
//!
//! It stands in what happened in each organisation that the person is a member of. What was typed is never written down: it
//! may be a password in the wrong field.

use super::{Client, limits};
use crate::announce::{Batch, Event};
use crate::{Ctx, Error};
use domain::PersonId;
use domain::events::EventKind;
use serde_json::json;
use store::{Tx, organisations};

/// Notes that somebody signed in.
pub(super) async fn signed_in(ctx: &Ctx, tx: &mut Tx, client: &Client, person: PersonId) -> Result<(), Error> {
    let new_event = Event { actor: Some(person), subject: Some(person.0), ..Event::of(EventKind::AccountSignedIn) };
    note(ctx, tx, client, Some(person), new_event).await
}

/// Notes that somebody tried to sign in in vain; to whose account, if it is one. Takes as long either way, as far as anybody can
/// tell.
pub(super) async fn failed(ctx: &Ctx, client: &Client, key: &str, person: Option<PersonId>) -> Result<(), Error> {
    ctx.limits
        .evenly(async {
            if ctx.limits.take(ctx.now(), limits::NOTED_SIGN_INS, &format!("{} {key}", client.network())).is_err() {
                return Ok(());
            }
            let mut tx = ctx.write().await?;
            let new_event = Event { subject: person.map(|p| p.0), ..Event::of(EventKind::AccountSignInFailed) };
            note(ctx, &mut tx, client, person, new_event).await?;
            Ok(tx.commit().await?)
        })
        .await
}

/// Writes something to the stream with the network it came from, for each organisation that the person is a member of.
pub(crate) async fn note(ctx: &Ctx, tx: &mut Tx, client: &Client, person: Option<PersonId>, new_event: Event) -> Result<(), Error> {
    let new_event = Event { body: Some(json!({ "network": client.shown_address() })), ..new_event };
    let member_of = match person {
        Some(person) => organisations::of_person(tx, person).await?,
        None => Vec::new(),
    };
    let mut batch = Batch::default();
    for (organisation, ..) in &member_of {
        batch.event(ctx, Event { organisation: Some(*organisation), ..new_event.clone() });
    }
    if member_of.is_empty() {
        batch.event(ctx, new_event);
    }
    batch.write(tx).await
}
