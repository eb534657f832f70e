//! One's photo: putting one up, and taking it away.

use super::save::changed;
use crate::pictures::{self, Shape};
use crate::{Actor, Ctx, Error};
use domain::{PictureId, Problems};
use store::{Tx, people};
use use_case::use_case;

/// Puts up a photo, instead of the one before.
///
/// # Errors
/// The file is no picture, or too large (field `picture`).
#[use_case]
pub async fn set_photo(ctx: &Ctx, actor: &Actor, file: Vec<u8>) -> Result<(), Error> {
    let prepared = pictures::prepare(file, Shape::Portrait).await.map_err(|code| Problems::one("picture", code))?;
    let mut tx = ctx.write().await?;
    let before = lock(&mut tx, actor).await?;
    let photo = pictures::insert(ctx, &mut tx, actor.id, prepared).await?;
    replace(ctx, tx, actor, before, Some(photo)).await
}

/// Takes one's photo away.
///
/// # Errors
/// The account is gone.
#[use_case]
pub async fn remove_photo(ctx: &Ctx, actor: &Actor) -> Result<(), Error> {
    let mut tx = ctx.write().await?;
    let before = lock(&mut tx, actor).await?;
    replace(ctx, tx, actor, before, None).await
}

async fn lock(tx: &mut Tx, actor: &Actor) -> Result<Option<PictureId>, Error> {
    Ok(people::lock(tx, actor.id).await?.ok_or(Error::SignInNeeded)?.picture_id)
}

async fn replace(ctx: &Ctx, mut tx: Tx, actor: &Actor, before: Option<PictureId>, photo: Option<PictureId>) -> Result<(), Error> {
    if before.is_none() && photo.is_none() {
        return Ok(());
    }
    people::set_picture(&mut tx, actor.id, photo, ctx.now()).await?;
    if let Some(before) = before {
        pictures::delete(&mut tx, before).await?;
    }
    changed(ctx, &mut tx, actor).await?;
    tx.commit().await?;
    Ok(())
}
