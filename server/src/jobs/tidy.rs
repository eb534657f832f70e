//! Removes what has expired, and mails that were sent long ago.

use chrono::Duration;
use domain::organisations::DAY;
use service::{Ctx, Error, accounts};
use store::organisations::invitation_mails;
use store::{flashes, imports, mails};

/// How long mails that were sent, or given up, can still be looked at.
const MAILS_KEPT: Duration = Duration::days(30);

/// Removes it.
///
/// # Errors
/// The database said no.
pub async fn run(ctx: &Ctx) -> Result<(), Error> {
    let accounts = accounts::clean_up(ctx).await?;
    let now = ctx.now();
    let mut tx = ctx.write().await?;
    let flashes = flashes::delete_expired(&mut tx, now).await?;
    let imports = imports::delete_expired(&mut tx, now).await?;
    invitation_mails::delete_older(&mut tx, now - DAY).await?;
    let mails = mails::delete_older(&mut tx, now - MAILS_KEPT).await?;
    tx.commit().await?;
    if accounts + flashes + imports + mails > 0 {
        tracing::info!(accounts, flashes, imports, mails, "removed what has expired");
    }
    Ok(())
}
