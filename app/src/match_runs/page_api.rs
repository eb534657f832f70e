//! The server function that writes the page of a run. The page's forms name those of `api.rs`, so it stands beside them.

use super::run_text::RunText;
use crate::AppError;
#[cfg(feature = "ssr")]
use crate::server::signed_in;
use domain::match_runs::GroupBy;
#[cfg(feature = "ssr")]
use service::match_runs;
use use_case::api;

/// The page of one run: its pairs from the given one on, and how groups fare, if they are asked for.
#[api("match_runs/view")]
pub async fn load_run(
    slug: String,
    number: i32,
    #[server(default)] from: u32,
    #[server(default)] by: Option<GroupBy>,
) -> Result<RunText, AppError> {
    let (ctx, actor) = signed_in()?;
    let run = match_runs::view(&ctx, &actor, &slug, number, from).await?;
    let groups = match by {
        Some(by) => Some(match_runs::groups(&ctx, &actor, &slug, number, by).await?),
        None => None,
    };
    Ok(super::page_text::text(run, groups))
}
