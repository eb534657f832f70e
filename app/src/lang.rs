//! The reader's words: `use_i18n()` in any component.
//!
//! The server has all of them. The client is given those of the frame before it hydrates, and those of a page before it shows
//! the page ([`AnyPage`]). Which these are is read from the page's code when the site is made (`xtask/src/words`).

use i18n::I18n;
use leptos::prelude::AnyView;
use leptos_router::{ChooseView, LazyRoute};
use std::pin::Pin;

#[cfg(not(feature = "ssr"))]
mod client {
    use i18n::{I18n, Locale, give};
    use std::cell::RefCell;
    use std::pin::Pin;
    use std::sync::OnceLock;
    use wasm_bindgen::prelude::wasm_bindgen;
    use wasm_bindgen_futures::JsFuture;
    use web_sys::js_sys::Promise;

    // A second call would be a second page in the same document: the first language stays.
    static LOCALE: OnceLock<Locale> = OnceLock::new();

    thread_local! {
        /// Pages whose words are here.
        static GIVEN: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    }

    #[wasm_bindgen]
    extern "C" {
        /// Fetches the words of a page. When they can't be had, it does what helps (`start.js`) and never answers.
        #[wasm_bindgen(js_namespace = trellis, js_name = words)]
        fn fetch(page: &str) -> Promise;
    }

    /// Gives the client the words of the frame, before it hydrates.
    pub fn set_words(locale: Locale, json: &str) {
        let _ = LOCALE.set(locale);
        // What isn't there is told in the console when it is looked for.
        let _ = give(json);
    }

    pub(super) fn words() -> I18n {
        I18n::given(LOCALE.get().copied().unwrap_or_default())
    }

    /// Waits for the words of a page and for its code, which come at the same time.
    pub(super) async fn ready(page: String, code: Pin<Box<dyn Future<Output = ()>>>) {
        if GIVEN.with_borrow(|given| given.contains(&page)) {
            return code.await;
        }
        let words = JsFuture::from(fetch(&page));
        code.await;
        if let Some(json) = words.await.ok().and_then(|json| json.as_string())
            && give(&json).is_ok()
        {
            GIVEN.with_borrow_mut(|given| given.push(page));
        }
    }
}

#[cfg(not(feature = "ssr"))]
pub use client::set_words;

/// The words of the reader's language.
#[must_use]
pub fn use_i18n() -> I18n {
    #[cfg(feature = "ssr")]
    {
        I18n::of(crate::viewer::use_viewer().locale)
    }
    #[cfg(not(feature = "ssr"))]
    {
        client::words()
    }
}

/// A lazy page of whatever type, and the words that are its own. Only the three functions know the type.
#[derive(Clone, Copy, Debug)]
pub struct AnyPage {
    name: fn() -> &'static str,
    view: fn() -> Pin<Box<dyn Future<Output = AnyView>>>,
    #[cfg(not(feature = "ssr"))]
    preload: fn() -> Pin<Box<dyn Future<Output = ()>>>,
}

impl AnyPage {
    /// A page of this type.
    #[must_use]
    pub fn of<P: LazyRoute>() -> Self {
        Self {
            name: std::any::type_name::<P>,
            view: || Box::pin(P::view(P::data())),
            #[cfg(not(feature = "ssr"))]
            preload: || Box::pin(P::preload()),
        }
    }
}

impl ChooseView for AnyPage {
    async fn choose(self) -> AnyView {
        #[cfg(feature = "ssr")]
        Shown::note((self.name)());
        #[cfg(not(feature = "ssr"))]
        self.preload().await;
        (self.view)().await
    }

    /// Fetches what the page needs, and begins nothing: that is left to [`Self::choose`], which has the page's owner.
    async fn preload(&self) {
        #[cfg(not(feature = "ssr"))]
        client::ready(page_name((self.name)()), (self.preload)()).await;
    }
}

/// What a page's words are called: `app::goals::list::GoalsPage` → `goals.list.GoalsPage`. `xtask` reads the same from the code.
fn page_name(of_type: &str) -> String {
    of_type.strip_prefix("app::").unwrap_or(of_type).replace("::", ".")
}

/// Which page is being written, so that the document can have its words fetched early.
#[cfg(feature = "ssr")]
#[derive(Clone, Debug, Default)]
pub struct Shown(std::sync::Arc<std::sync::OnceLock<String>>);

#[cfg(feature = "ssr")]
impl Shown {
    fn note(page: &str) {
        if let Some(shown) = leptos::prelude::use_context::<Self>() {
            let _ = shown.0.set(page_name(page));
        }
    }

    /// The page's name; none where there is no page.
    #[must_use]
    pub fn page(&self) -> Option<String> {
        self.0.get().cloned()
    }
}
