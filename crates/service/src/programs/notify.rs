//! What others learn of a program: an event in the stream, and a word to those who take part when it ends.

use crate::announce::{self, Batch, Event};
use crate::notify::program_link;
use crate::{Actor, Ctx, Error};
use domain::PersonId;
use domain::events::EventKind;
use domain::notifications::NotificationKind;
use serde_json::Value;
use store::Tx;
use store::programs::Program;

/// An event about a program.
pub(super) async fn event(ctx: &Ctx, tx: &mut Tx, actor: &Actor, program: &Program, kind: EventKind, body: Value) -> Result<(), Error> {
    announce::event(ctx, tx, Event::in_program(program, kind, Some(actor.id), program.id.0).with(body)).await
}

/// One notification to each of these people, in a few statements however many they are.
pub(super) async fn everybody(ctx: &Ctx, tx: &mut Tx, program: &Program, kind: NotificationKind, people: &[PersonId]) -> Result<(), Error> {
    let mut batch = Batch::default();
    for person in people {
        batch.notify(ctx, *person, kind, program_link(program), &[("program", &program.name)]);
    }
    batch.write(tx).await
}
