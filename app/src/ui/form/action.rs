//! What a form does: it posts its fields to a server function and keeps the answer.
//!
//! [`FormAction`] takes the place of Leptos' `ServerAction`, which is generic over the function in all that it does: dispatching,
//! reading the form into the function's arguments, writing them again. A form needs an address, fields and an answer, so all of that
//! is [`Post`], of no type, and is generated once. Only [`FormAction`]'s own methods, of a line or two, know the function.

use crate::AppError;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

/// Posting to one address, and what came back last.
#[derive(Clone, Copy, Debug)]
pub struct Post {
    url: &'static str,
    answer: RwSignal<Option<Result<Arc<str>, AppError>>>,
    version: RwSignal<usize>,
    under_way: RwSignal<usize>,
}

impl Post {
    fn to(url: &'static str) -> Self {
        Self { url, answer: RwSignal::new(None), version: RwSignal::new(0), under_way: RwSignal::new(0) }
    }

    /// The server function's address.
    #[must_use]
    pub const fn url(self) -> &'static str {
        self.url
    }

    /// How often an answer has come.
    #[must_use]
    pub const fn version(self) -> RwSignal<usize> {
        self.version
    }

    /// Whether an answer is waited for.
    #[must_use]
    pub fn pending(self) -> Signal<bool> {
        Signal::derive(move || self.under_way.get() > 0)
    }

    /// What went wrong the last time, if it did.
    #[must_use]
    pub fn error(self) -> Option<AppError> {
        self.answer.with(|answer| answer.as_ref().and_then(|answer| answer.as_ref().err().cloned()))
    }

    /// Whether it was done the last time.
    #[must_use]
    pub fn succeeded(self) -> bool {
        self.answer.with(|answer| matches!(answer, Some(Ok(_))))
    }

    /// The last answer, once there is one.
    #[must_use]
    pub fn answer<T: DeserializeOwned>(self) -> Option<Result<T, AppError>> {
        self.answer.get().map(|answer| answer.and_then(|json| crate::wire::read(&json)))
    }

    /// Posts these fields, written as forms write them. The server posts nothing.
    pub(crate) fn send(self, fields: String) {
        #[cfg(feature = "ssr")]
        drop(fields);
        #[cfg(not(feature = "ssr"))]
        {
            self.under_way.update(|n| *n += 1);
            leptos::task::spawn_local(async move {
                let answer = crate::wire::post(self.url, fields).await;
                if answer.is_ok() {
                    sent(self.url);
                }
                // The page may be another by now.
                let _ = self.under_way.try_update(|n| *n -= 1);
                let _ = self.answer.try_set(Some(answer.map(Into::into)));
                let _ = self.version.try_update(|n| *n += 1);
            });
        }
    }
}

/// Says that what was typed for this address has arrived: from then on nothing of it is kept on this device (`public/kept.js`).
#[cfg(not(feature = "ssr"))]
pub(super) fn sent(url: &str) {
    if let Ok(event) = web_sys::Event::new(&format!("sent:{url}")) {
        let _ = window().dispatch_event(&event);
    }
}

/// The action of forms for the server function `S`.
pub struct FormAction<S> {
    post: Post,
    of: PhantomData<fn() -> S>,
}

impl<S> Clone for FormAction<S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S> Copy for FormAction<S> {}

impl<S> fmt::Debug for FormAction<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.post.fmt(f)
    }
}

impl<S> From<FormAction<S>> for Post {
    fn from(action: FormAction<S>) -> Self {
        action.post
    }
}

impl<S: ServerFn<Error = AppError>> Default for FormAction<S> {
    fn default() -> Self {
        Self::new()
    }
}

impl<S: ServerFn<Error = AppError>> FormAction<S> {
    /// An action that has done nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self { post: Post::to(S::url()), of: PhantomData }
    }

    /// What it does, without the function's type.
    #[must_use]
    pub const fn post(self) -> Post {
        self.post
    }

    /// How often an answer has come.
    #[must_use]
    pub const fn version(self) -> RwSignal<usize> {
        self.post.version
    }

    /// Whether an answer is waited for.
    #[must_use]
    pub fn pending(self) -> Signal<bool> {
        self.post.pending()
    }

    /// What went wrong the last time, if it did.
    #[must_use]
    pub fn error(self) -> Option<AppError> {
        self.post.error()
    }
}

impl<S: ServerFn<Error = AppError> + Serialize> FormAction<S> {
    /// Calls the function with these arguments.
    pub fn dispatch(self, arguments: &S) {
        self.post.send(crate::wire::written(arguments));
    }
}

impl<S: ServerFn<Error = AppError>> FormAction<S>
where
    S::Output: DeserializeOwned,
{
    /// The last answer, once there is one.
    #[must_use]
    pub fn answer(self) -> Option<Result<S::Output, AppError>> {
        self.post.answer()
    }
}

/// How often a form was done: for data that are fetched anew then. A failure must not fetch, since that would make the forms anew
/// and lose what was typed.
#[must_use]
pub fn successes(action: impl Into<Post>) -> Memo<usize> {
    let post: Post = action.into();
    Memo::new(move |before: Option<&usize>| {
        let now = post.version.get();
        if untrack(|| post.succeeded()) { now } else { before.copied().unwrap_or_default() }
    })
}
