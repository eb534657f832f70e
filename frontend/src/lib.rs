//! The WASM entry: takes the words of the frame and hydrates the page, nothing else.

// The frame's view is one deep type.
#![recursion_limit = "256"]

use i18n::Locale;
use leptos::mount::hydrate_from;
use leptos::prelude::document;
use leptos::tachys::dom::body;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::spawn_local;

/// Called by the script in the page's head with the words of the frame.
#[wasm_bindgen]
pub fn hydrate(language: &str, messages: &str) {
    console_error_panic_hook::set_once();
    app::lang::set_words(Locale::from_tag(language).unwrap_or_default(), messages);
    spawn_local(async {
        // With the page's own part here, hydrating waits for nothing: it is done before anything else happens in the page, and
        // the client holds one form of it, not two.
        app::load_page(&document().location().and_then(|here| here.pathname().ok()).unwrap_or_default()).await;
        hydrate_from(body(), app::App).forget();
        // All of the page has been taken over: from now on the script in the head lets the client follow links.
        if let Some(root) = document().document_element() {
            let _old = root.set_attribute("data-hydrated", "");
        }
    });
}
