//! The server function of the start page.

use crate::AppError;
use crate::written::PageText;
use use_case::api;
#[cfg(feature = "ssr")]
use {crate::server::anyone, service::programs};

/// The start page, with its programs.
#[api("programs/front")]
pub async fn load_front() -> Result<PageText, AppError> {
    let (ctx, _) = anyone()?;
    Ok(super::text::text(programs::front(&ctx).await?))
}
