//! Erases those who asked to have their account deleted, once the days are over in which they could come back.

use service::{Ctx, Error, leaving};

/// Erases everybody whose time has come.
pub async fn run(ctx: &Ctx) -> Result<(), Error> {
    let erased = leaving::erase_due(ctx).await?;
    if erased > 0 {
        tracing::info!(erased, "accounts were erased");
    }
    Ok(())
}
