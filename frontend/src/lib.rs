//! The WASM entry: takes the reader's words and hydrates the page, nothing else.

// The frame's view is one deep type.
#![recursion_limit = "256"]

use i18n::Locale;
use wasm_bindgen::prelude::wasm_bindgen;

/// Called by the script in the page's head with those words of its language that every page needs.
#[wasm_bindgen]
pub fn hydrate(language: &str, messages: &str) {
    console_error_panic_hook::set_once();
    app::lang::set_first_words(Locale::from_tag(language).unwrap_or_default(), messages);
    leptos::mount::hydrate_lazy(app::App);
}

/// Takes the other words: before hydrating, except on the start page, which can do without.
#[wasm_bindgen]
pub fn more_words(messages: &str) {
    app::lang::set_other_words(messages);
}
