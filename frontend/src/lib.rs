//! The WASM entry: takes the reader's words and hydrates the page, nothing else.

// The frame's view is one deep type.
#![recursion_limit = "256"]

use i18n::{I18n, Locale};
use wasm_bindgen::prelude::wasm_bindgen;

/// Called by the script in the page's head once the words of its language are there.
#[wasm_bindgen]
pub fn hydrate(language: &str, messages: &str) {
    console_error_panic_hook::set_once();
    let locale = Locale::from_tag(language).unwrap_or_default();
    if let Ok(words) = I18n::from_json(locale, messages) {
        app::lang::set_words(words);
    }
    leptos::mount::hydrate_lazy(app::App);
}
