//! What forms with files share: the field, and the word that a file has arrived, as a fresh page follows.

use super::{FieldFrame, described_by, use_form};
use crate::flash::use_flash;
use crate::lang::use_i18n;
use crate::ui::Notice;
use i18n::m;
use leptos::prelude::*;

/// Pictures that can be read on the server; browsers offer only such files.
pub const PICTURES: &str = "image/jpeg,image/png,image/webp,image/gif";

/// A file to choose.
#[component]
pub fn FileField(
    /// Its name: the server function's argument.
    name: &'static str,
    /// Its label.
    label: &'static str,
    /// A sentence of help.
    #[prop(optional, into)]
    hint: Option<String>,
    /// The kinds of files that browsers offer.
    accept: &'static str,
) -> impl IntoView {
    let form = use_form();
    let described = described_by(name, hint.is_some());
    view! {
        <FieldFrame name label=label.to_owned() hint required=true>
            <input
                class="input"
                type="file"
                id=name
                name=name
                accept=accept
                aria-invalid=move || form.problem(name).map(|_| "true")
                aria-describedby=described
            />
        </FieldFrame>
    }
}

/// Says "saved" on the page that follows when one of these server functions did its work.
#[component]
pub fn SavedBy<const N: usize>(
    /// Their addresses.
    urls: [&'static str; N],
) -> impl IntoView {
    let i18n = use_i18n();
    let done = urls.into_iter().any(|url| use_flash(url).is_some_and(|flash| flash.error.is_none()));
    done.then(|| view! { <Notice kind="ok">{i18n.t(m::COMMON_SAVED)}</Notice> })
}
