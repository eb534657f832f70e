//! A program's picture.

use super::notify;
use crate::pictures::{self, Shape, prepare};
use crate::{Actor, Ctx, Error, access};
use domain::events::EventKind;
use domain::{PictureId, Problems};
use serde_json::json;
use store::programs;
use use_case::use_case;

/// Gives a program the picture in an uploaded file (field `picture`), instead of the one it had.
///
/// # Errors
/// [`Error::NotFound`] when the program isn't there for the one who asks, [`Error::Forbidden`] when they don't coordinate it,
/// what is wrong with the file.
#[use_case]
pub async fn set_picture(ctx: &Ctx, actor: &Actor, slug: &str, file: Vec<u8>) -> Result<(), Error> {
    // Who may not has nothing prepared for them: that takes a while, and is done before the transaction that writes.
    access::program(&mut ctx.read().await?, Some(actor), slug).await?.need_coordinator()?;
    let prepared = prepare(file, Shape::Banner).await.map_err(|code| Problems::one("picture", code))?;
    change(ctx, actor, slug, Some(prepared)).await
}

/// Takes a program's picture away.
///
/// # Errors
/// As [`set_picture`].
#[use_case]
pub async fn remove_picture(ctx: &Ctx, actor: &Actor, slug: &str) -> Result<(), Error> {
    change(ctx, actor, slug, None).await
}

async fn change(ctx: &Ctx, actor: &Actor, slug: &str, prepared: Option<pictures::Prepared>) -> Result<(), Error> {
    let mut tx = ctx.write().await?;
    let seen = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    let program = programs::lock(&mut tx, seen.id).await?.ok_or(Error::NotFound)?;
    let picture: Option<PictureId> = match prepared {
        Some(prepared) => Some(pictures::insert(ctx, &mut tx, actor.id, prepared).await?),
        None => None,
    };
    programs::set_picture(&mut tx, program.id, picture, ctx.now()).await?;
    if let Some(before) = program.picture_id {
        pictures::delete(&mut tx, before).await?;
    }
    notify::event(ctx, &mut tx, actor, &program, EventKind::ProgramChanged, json!({ "fields": ["picture"] })).await?;
    Ok(tx.commit().await?)
}
