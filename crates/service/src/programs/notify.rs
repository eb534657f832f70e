//! What others learn of a program: an event in the stream, and a word to those who take part when it ends.

use crate::announce::{self, Event};
use crate::{Actor, Ctx, Error};
use domain::PersonId;
use domain::events::EventKind;
use domain::notifications::NotificationKind;
use serde_json::{Value, json};
use store::notifications::Notification;
use store::programs::Program;
use store::{Json, Tx, bulk};

/// An event about a program.
pub(super) async fn event(ctx: &Ctx, tx: &mut Tx, actor: &Actor, program: &Program, kind: EventKind, body: Value) -> Result<(), Error> {
    let new_event = Event {
        kind,
        actor: Some(actor.id),
        organisation: program.organisation_id,
        program: Some(program.id),
        subject: Some(program.id.0),
        body: Some(body),
    };
    announce::event(ctx, tx, new_event).await
}

/// One notification to each of these people, in a few statements however many they are.
pub(super) async fn everybody(ctx: &Ctx, tx: &mut Tx, program: &Program, kind: NotificationKind, people: &[PersonId]) -> Result<(), Error> {
    let link = format!("/programs/{}", program.slug);
    let rows: Vec<Notification> = people
        .iter()
        .map(|person| Notification {
            id: ctx.id(),
            person_id: *person,
            kind: kind.to_string(),
            link: link.clone(),
            body: Json(json!({ "program": program.name })),
            created_at: ctx.now(),
            read_at: None,
        })
        .collect();
    Ok(bulk::notifications(tx, &rows).await?)
}
