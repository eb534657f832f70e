//! How the server writes what a page only reads.

#![cfg(feature = "ssr")]

use super::{Html, PageText};
use crate::lang::use_i18n;
use i18n::m;
use leptos::prelude::*;
use std::cell::Cell;

thread_local! {
    /// Whether what is being written stands beside the page that shows it.
    static IN_PAGE: Cell<bool> = const { Cell::new(false) };
}

/// Writes data as they stand beside the page that shows them.
pub(crate) fn in_page<T>(write: impl FnOnce() -> T) -> T {
    let before = IN_PAGE.replace(true);
    let written = write();
    IN_PAGE.set(before);
    written
}

/// Whether what is being written stands beside the page that shows it.
pub(super) fn is_in_page() -> bool {
    IN_PAGE.get()
}

impl Html {
    /// Writes a view. Nothing in it may wait, set the document's title, or ask where the browser is.
    pub fn of(view: impl IntoView) -> Self {
        let html = view.into_view().to_html();
        // What tells a client where views begin and end. No text can be taken for it: there, `<` is written as `&lt;`.
        html.replace("<!>", "").replace("<!--<() />-->", "").into()
    }
}

impl PageText {
    /// Writes a page.
    pub fn new(title: &str, view: impl IntoView) -> Self {
        Self { title: document(title), html: Html::of(view) }
    }
}

/// A page's title as the document's.
pub(crate) fn document(title: &str) -> String {
    format!("{title} · {}", use_i18n().t(m::COMMON_BRAND))
}
