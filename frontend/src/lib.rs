//! The WASM entry: takes the words of the frame and hydrates the page, nothing else.

// The frame's view is one deep type.
#![recursion_limit = "256"]

use i18n::Locale;
use leptos::mount::hydrate_from_async;
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
        hydrate_from_async(body(), app::App).await.forget();
        // The page's own part has come as well, and all of it has been taken over: from now on the script in the head lets the
        // client follow links.
        if let Some(root) = document().document_element() {
            let _old = root.set_attribute("data-hydrated", "");
        }
    });
}
