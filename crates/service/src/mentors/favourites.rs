//! Keeping a mentor in mind. Nobody else learns of it.

use crate::{Actor, Ctx, Error, access};
use domain::PersonId;
use store::{enrolments, favourites};
use use_case::use_case;

/// Keeps a mentor as a favourite, or no longer.
///
/// # Errors
/// [`Error::NotFound`] when the program or the mentor isn't there for the one who asks, [`Error::Forbidden`] when they take no
/// part in the program, or when it is themselves.
#[use_case]
pub async fn favour(ctx: &Ctx, actor: &Actor, slug: &str, mentor: PersonId, keep: bool) -> Result<(), Error> {
    let mut tx = ctx.write().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.need_people()?.program;
    if mentor == actor.id {
        return Err(Error::Forbidden);
    }
    if keep {
        let found = enrolments::of(&mut tx, program.id, mentor).await?;
        found.filter(|e| e.as_mentor && e.status.accepts_requests()).ok_or(Error::NotFound)?;
        favourites::add(&mut tx, program.id, actor.id, mentor, ctx.now()).await?;
    } else {
        favourites::remove(&mut tx, program.id, actor.id, mentor).await?;
    }
    Ok(tx.commit().await?)
}
