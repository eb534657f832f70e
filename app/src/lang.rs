//! The reader's words: `use_i18n()` in any component.
//!
//! The client is given them in two parts. The start page does with the first; every other page waits for both
//! ([`WithWords`]), which costs nothing when a browser opens it directly, as the script in the page's head has fetched them.

use i18n::I18n;
use leptos::prelude::AnyView;
use leptos_router::{ChooseView, Lazy, LazyRoute};

#[cfg(not(feature = "ssr"))]
mod client {
    use i18n::{I18n, Locale, Words, words_from_json};
    use std::cell::RefCell;
    use std::sync::OnceLock;
    use std::task::{Poll, Waker};

    // A second call would be a second page in the same document: the first words stay.
    static FIRST: OnceLock<(Locale, Words)> = OnceLock::new();
    static OTHER: OnceLock<Words> = OnceLock::new();

    thread_local! {
        static WAITING: RefCell<Vec<Waker>> = const { RefCell::new(Vec::new()) };
    }

    /// Gives the client the words that every page needs, before it hydrates.
    pub fn set_first_words(locale: Locale, json: &str) {
        if let Ok(words) = words_from_json(json) {
            let _ = FIRST.set((locale, words));
        }
    }

    /// Gives the client all other words, and wakes the pages that wait for them.
    pub fn set_other_words(json: &str) {
        if let Ok(words) = words_from_json(json) {
            let _ = OTHER.set(words);
        }
        WAITING.with_borrow_mut(|waiting| waiting.drain(..).for_each(Waker::wake));
    }

    pub(super) async fn other_words() {
        std::future::poll_fn(|context| {
            if OTHER.get().is_some() {
                return Poll::Ready(());
            }
            WAITING.with_borrow_mut(|waiting| waiting.push(context.waker().clone()));
            Poll::Pending
        })
        .await;
    }

    pub(super) fn words() -> I18n {
        FIRST.get().map_or_else(I18n::empty, |(locale, first)| I18n::with(*locale, first, OTHER.get().copied().unwrap_or_default()))
    }
}

#[cfg(not(feature = "ssr"))]
pub use client::{set_first_words, set_other_words};

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

/// A page that needs more words than the start page has.
#[derive(Debug)]
pub struct WithWords<T>(Lazy<T>);

impl<T> WithWords<T> {
    /// As `Lazy::new`.
    #[must_use]
    pub fn new() -> Self {
        Self(Lazy::new())
    }
}

impl<T> Default for WithWords<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Clone for WithWords<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T: LazyRoute + Send + Sync> ChooseView for WithWords<T> {
    async fn choose(self) -> AnyView {
        #[cfg(not(feature = "ssr"))]
        client::other_words().await;
        self.0.choose().await
    }

    /// Fetches what the page needs, and begins nothing: that is left to [`Self::choose`], which has the page's owner.
    async fn preload(&self) {
        #[cfg(not(feature = "ssr"))]
        client::other_words().await;
        T::preload().await;
    }
}
