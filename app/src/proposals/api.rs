//! The server functions of proposals.

use crate::AppError;
use domain::ProposalId;
use domain::proposals::views::ProposalView;
use use_case::api;
#[cfg(feature = "ssr")]
use {
    crate::server::{anyone, redirect, signed_in},
    service::proposals,
};

/// One proposal.
#[api("proposals/view")]
pub async fn load_proposal(proposal: ProposalId) -> Result<ProposalView, AppError> {
    let (ctx, actor) = signed_in()?;
    Ok(proposals::view(&ctx, &actor, proposal).await?)
}

/// Says yes; with the second yes it goes to the mentorship's space.
#[api("proposals/say_yes")]
pub async fn say_yes(proposal: ProposalId) -> Result<(), AppError> {
    let (ctx, actor) = anyone()?;
    if let Some(mentorship) = proposals::say_yes(&ctx, actor.as_ref(), proposal).await? {
        redirect(&format!("/mentorships/{mentorship}"));
    }
    Ok(())
}

/// Says no, with a reason.
#[api("proposals/say_no")]
pub async fn say_no(proposal: ProposalId, #[server(default)] reason: String, #[server(default)] word: String) -> Result<(), AppError> {
    let (ctx, actor) = anyone()?;
    Ok(proposals::say_no(&ctx, actor.as_ref(), proposal, &reason, &word).await?)
}
