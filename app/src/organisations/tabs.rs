//! The parts of an organisation: a row of tabs on each of its pages.

use crate::lang::use_i18n;
use i18n::m;
use leptos::prelude::*;

/// A page of the organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum OrgTab {
    /// At a glance.
    Overview,
    /// Members and invitations.
    Members,
    /// What happened.
    Audit,
    /// Name, address and the like.
    Settings,
}

/// The tabs of the organisation with this name in addresses.
#[component]
pub(super) fn OrgTabs(slug: String, current: OrgTab) -> impl IntoView {
    let i18n = use_i18n();
    let tabs = [
        (OrgTab::Overview, "/admin", m::ORGANISATIONS_OVERVIEW),
        (OrgTab::Members, "/admin/members", m::ORGANISATIONS_MEMBERS),
        (OrgTab::Audit, "/admin/audit", m::ORGANISATIONS_AUDIT),
        (OrgTab::Settings, "/admin/settings", m::ORGANISATIONS_SETTINGS),
    ];
    let links = tabs
        .into_iter()
        .map(|(tab, path, label)| {
            view! { <li><a href=format!("{path}?org={slug}") aria-current=(tab == current).then_some("page")>{i18n.t(label)}</a></li> }
        })
        .collect_view();
    view! { <nav class="tabs" aria-label=i18n.t(m::ORGANISATIONS_PARTS)><ul>{links}</ul></nav> }
}
