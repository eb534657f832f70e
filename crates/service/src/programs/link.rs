//! The link to join a program by. Whoever has it may pass it on, so it can be replaced by another one.

use super::notify;
use crate::{Actor, Ctx, Error, access, tokens};
use domain::events::EventKind;
use serde_json::json;
use store::programs;
use use_case::use_case;

/// Makes another link to join by; the one before opens nothing any more. Who joined by it stays.
///
/// # Errors
/// [`Error::NotFound`] when the program isn't there for the one who asks, [`Error::Forbidden`] when they don't coordinate it.
#[use_case]
pub async fn renew_join_link(ctx: &Ctx, actor: &Actor, slug: &str) -> Result<(), Error> {
    let mut tx = ctx.write().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    programs::set_join_token(&mut tx, program.id, &tokens::new(ctx).secret).await?;
    notify::event(ctx, &mut tx, actor, &program, EventKind::ProgramJoinLinkRenewed, json!({})).await?;
    Ok(tx.commit().await?)
}
