//! What a page shows: fetched on the server while the page is written, read out of the page by the client, fetched anew when
//! what it depends on changes, and when it is to be fresh ([`refresh`]).
//!
//! [`Data`] is Leptos' `Resource` for an [`Answer`], one type for all pages: the code around a resource (loading, waiting, writing
//! into the page, reading out of it) is generated once and not for each page. Only [`Data::new`], a few lines, knows the page's type.

mod every;
mod payload;
mod refresh;

pub use payload::{Answer, InPage, Object, Payload};

use crate::AppError;
use leptos::prelude::*;
use payload::{Asked, Fetching};
use refresh::Source;
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt;
use std::future::Future;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

/// A page's data of type `T`, or why there is none.
pub struct Data<T> {
    resource: Resource<Answer, InPage>,
    source: StoredValue<Source>,
    of: PhantomData<fn() -> T>,
}

impl<T> Clone for Data<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Data<T> {}

impl<T> fmt::Debug for Data<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Data")
    }
}

impl<T: Serialize + Send + Sync + 'static> Data<T> {
    /// Fetches what `asked` says, now and whenever it says something else.
    pub fn new<S, Fut>(asked: impl Fn() -> S + Send + Sync + 'static, fetch: impl Fn(S) -> Fut + Send + Sync + 'static) -> Self
    where
        S: PartialEq + Clone + Send + Sync + 'static,
        Fut: Future<Output = Result<T, AppError>> + Send + 'static,
    {
        let asking = Arc::new(move || Asked::new(asked()));
        let fetch = Arc::new(move |asked: Asked| -> Fetching {
            match asked.get::<S>() {
                Some(asked) => {
                    let fetched = fetch(asked.clone());
                    Box::pin(async move { fetched.await.map(Payload::object) })
                }
                None => Box::pin(std::future::ready(Err(AppError::Internal("another question".to_owned())))),
            }
        });
        let (resource, source) = Source::new(asking, fetch).resource();
        Self { resource, source, of: PhantomData }
    }
}

impl<T> Data<T> {
    /// Fetches again whenever `done` counts further: how often something was done that changes the data.
    #[must_use]
    pub fn after(self, done: Signal<usize>) -> Self {
        refresh::after(self.resource, done);
        self
    }

    /// Refreshes at intervals while somebody looks.
    #[must_use]
    pub fn every(self, interval: Duration) -> Self {
        let (resource, source) = (self.resource, self.source);
        every::every_while_visible(interval, Box::new(move || refresh::refresh(resource, source)));
        self
    }

    /// Fetches beside what is shown, and shows it when it is there. In the browser only.
    pub fn refresh(self) {
        refresh::refresh(self.resource, self.source);
    }

    pub(crate) const fn erased(self) -> Resource<Answer, InPage> {
        self.resource
    }
}

impl<T: DeserializeOwned + Clone + PartialEq + Send + Sync + 'static> Data<T> {
    /// What is shown, from `first` on: it changes with each refresh, and the page that shows it isn't made anew.
    pub fn follow(self, first: T) -> RwSignal<T> {
        let shown = RwSignal::new(first);
        let follower = move |payload: &Payload| {
            // What can't be read changes nothing; a page that is gone takes nothing any more.
            payload.get::<T>().map_or(true, |newer| {
                let put = |shown: &mut T| {
                    if *shown != newer {
                        *shown = newer;
                    }
                };
                shown.try_update(put).is_some()
            })
        };
        let _gone = self.source.try_update_value(|source| source.follow(Box::new(follower)));
        shown
    }
}
