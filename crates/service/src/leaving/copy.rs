//! Somebody's data, to take along: everything they gave or did, and of other people nothing but their names.

use crate::accounts::{COPIES_A_DAY, Client, note};
use crate::announce::Event;
use crate::names::nobody;
use crate::{Actor, Ctx, Error};
use domain::PictureId;
use domain::events::EventKind;
use serde_json::{Map, Value, json};
use store::{leaving, pictures};
use use_case::use_case;

/// A copy of somebody's data.
#[derive(Debug, Clone)]
pub struct OwnData {
    /// Lists of rows by their names.
    pub data: Map<String, Value>,
    /// The pictures they gave.
    pub pictures: Vec<(PictureId, Vec<u8>)>,
}

/// Everything that is kept of the one who asks. That it was taken is noted before it is handed out, as with other exports.
///
/// # Errors
/// Too many in a day.
#[use_case]
pub async fn copy(ctx: &Ctx, actor: &Actor, client: &Client) -> Result<OwnData, Error> {
    ctx.limits.one_more(ctx, COPIES_A_DAY, actor)?;
    let mut tx = ctx.write().await?;
    let new_event = Event { actor: Some(actor.id), subject: Some(actor.id.0), ..Event::of(EventKind::AccountCopied) };
    note(ctx, &mut tx, client, Some(actor.id), new_event).await?;
    tx.commit().await?;
    // Everything is read afterwards, so that nobody waits to write meanwhile.
    let mut tx = ctx.read().await?;
    let mut data = leaving::copy(&mut tx, actor.id, nobody(actor.i18n())).await?;
    data.insert("made_at".to_owned(), json!(ctx.now().to_rfc3339()));
    let pictures = pictures::of_owner(&mut tx, actor.id).await?;
    Ok(OwnData { data, pictures: pictures.into_iter().map(|picture| (picture.id, picture.bytes)).collect() })
}
