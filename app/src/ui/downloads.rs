//! A list as a file for spreadsheets.

use crate::lang::use_i18n;
use crate::ui::Icon;
use i18n::m;
use leptos::prelude::*;

/// Links to the files of a list.
#[component]
pub fn Downloads(
    /// The address of the files, without their ending.
    path: String,
) -> impl IntoView {
    let i18n = use_i18n();
    let link = |ending: &str, label| {
        view! {
            <a class="button button--small button--quiet" href=format!("{path}.{ending}") rel="external" download="">
                <Icon name="download" />
                {i18n.t(label)}
            </a>
        }
    };
    view! { <p class="cluster">{link("csv", m::EXPORTS_DOWNLOAD_CSV)} {link("xlsx", m::EXPORTS_DOWNLOAD_XLSX)}</p> }
}
