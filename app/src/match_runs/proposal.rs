//! What became of a pair that was proposed to both: proposed, answered by one, declined and why.

#![cfg(feature = "ssr")]

use crate::lang::use_i18n;
use crate::shared::proposal_badge;
use domain::proposals::views::PairProposal;
use i18n::m;
use leptos::prelude::*;

/// The sentence, and the way to the answers.
#[component]
pub(super) fn Proposal(
    /// What became of it.
    proposal: PairProposal,
    /// The two, for those who hear the page.
    both: String,
) -> impl IntoView {
    let i18n = use_i18n();
    let (class, status) = proposal_badge(proposal.status);
    view! {
        <p class="run-pair__proposal">
            <span class=class>{i18n.t(status)}</span> " " {proposal.words} " "
            <a href=format!("/proposals/{}", proposal.id)>{i18n.t(m::PROPOSALS_SEE_ANSWERS)} <span class="visually-hidden">": " {both}</span></a>
        </p>
    }
}
