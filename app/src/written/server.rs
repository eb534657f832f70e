//! How the server writes what a page only reads.

#![cfg(feature = "ssr")]

use super::{Html, PageText};
use crate::lang::use_i18n;
use i18n::m;
use leptos::prelude::*;

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
