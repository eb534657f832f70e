//! Pictures: what people upload, made small and plain, and who may look at it.
//!
//! Nothing of an uploaded file is ever handed out again: its pixels are decoded, turned upright, cut, resized and encoded
//! anew, so that neither a place nor a camera's number in its metadata, nor anything hidden in it, reaches another person.

mod make;
mod show;

pub use make::{Prepared, Shape, prepare};
pub use show::{Shown, show};

use crate::{Ctx, Error};
use domain::{PersonId, PictureId};
use store::pictures::Picture;
use store::{Tx, pictures};
use use_case::use_case;

/// Stores a prepared picture. `owner` is who gave it; what it is of is said by whoever uses its id.
#[use_case]
pub async fn insert(ctx: &Ctx, tx: &mut Tx, owner: PersonId, picture: Prepared) -> Result<PictureId, Error> {
    let id = ctx.id();
    let row = Picture {
        id,
        owner_id: Some(owner),
        content_type: make::CONTENT_TYPE.to_owned(),
        width: i32::try_from(picture.width).unwrap_or(i32::MAX),
        height: i32::try_from(picture.height).unwrap_or(i32::MAX),
        bytes: picture.bytes,
        created_at: ctx.now(),
    };
    pictures::insert(tx, &row).await?;
    Ok(id)
}

/// Deletes a picture that has been replaced or taken away.
#[use_case]
pub async fn delete(tx: &mut Tx, id: PictureId) -> Result<(), Error> {
    Ok(pictures::delete(tx, id).await?)
}
