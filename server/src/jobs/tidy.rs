//! Removes what has expired: mails that were sent long ago, invitations that nobody followed, and what was known of those invited.

use chrono::Duration;
use domain::organisations::DAY;
use service::{Ctx, Error, accounts};
use store::organisations::invitation_mails;
use store::organisations::invitations;
use store::{flashes, imports, mails};

/// How long mails that were sent, or given up, can still be looked at.
const MAILS_KEPT: Duration = Duration::days(30);

/// How long invitations that were accepted, taken back or ran out are kept: they hold addresses of people who may never have come.
const INVITATIONS_KEPT: Duration = Duration::days(30);

/// Removes it.
pub async fn run(ctx: &Ctx) -> Result<(), Error> {
    let accounts = accounts::clean_up(ctx).await?;
    let now = ctx.now();
    let mut tx = ctx.write().await?;
    let flashes = flashes::delete_expired(&mut tx, now).await?;
    let imports = imports::delete_expired(&mut tx, now).await?;
    invitation_mails::delete_older(&mut tx, now - DAY).await?;
    let mails = mails::delete_older(&mut tx, now - MAILS_KEPT).await?;
    let invited = imports::forget_invited(&mut tx, now).await?;
    let invitations = invitations::delete_ended(&mut tx, now - INVITATIONS_KEPT).await?;
    tx.commit().await?;
    if accounts + flashes + imports + mails + invited + invitations > 0 {
        tracing::info!(accounts, flashes, imports, mails, invited, invitations, "removed what has expired");
    }
    Ok(())
}
