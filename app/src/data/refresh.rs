//! Showing a page's data anew: all ways to do it.
//!
//! - The person did something: [`super::Data::after`] fetches again, and the page is made anew of what comes, as it is when it is about
//!   something else. What can't be had is told.
//! - Something happened elsewhere: [`super::Data::refresh`] fetches beside what is shown. Nobody waits for it, so what can't be had changes nothing:
//!   the next time may do. A timer does it ([`super::Data::every`]); an event that the server tells of calls [`super::Data::refresh`] itself.
//!
//! A page in which something is open or half typed while others change it takes its data from [`super::Data::follow`]: then a refresh makes only
//! those parts anew whose data are others. Without it a refresh goes through the whole page.

use super::payload::{Answer, Asked, Fetching, InPage, Payload};
use crate::AppError;
use leptos::prelude::*;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// What the page asks for now.
pub(super) type Asking = Arc<dyn Fn() -> Asked + Send + Sync>;
/// How it is had.
pub(super) type Fetch = Arc<dyn Fn(Asked) -> Fetching + Send + Sync>;
/// Takes what a refresh brought; says whether there was anybody to take it.
pub(super) type Follower = Box<dyn Fn(&Payload) -> bool + Send + Sync>;

/// What a refresh needs, of data of any type.
pub(super) struct Source {
    asking: Asking,
    fetch: Fetch,
    /// How often something was fetched: an answer that a later one has overtaken is not shown.
    fetched: Arc<AtomicUsize>,
    follower: Option<Follower>,
}

impl Source {
    pub(super) fn new(asking: Asking, fetch: Fetch) -> Self {
        Self { asking, fetch, fetched: Arc::default(), follower: None }
    }

    /// The resource, and what is needed to refresh it.
    pub(super) fn resource(self) -> (Resource<Answer, InPage>, StoredValue<Self>) {
        let (asking, fetch, fetched) = (Arc::clone(&self.asking), Arc::clone(&self.fetch), Arc::clone(&self.fetched));
        let fetching = move |asked| {
            fetched.fetch_add(1, Ordering::Relaxed);
            fetch(asked)
        };
        (Resource::new_with_options(move || asking(), fetching, false), StoredValue::new(self))
    }

    /// From now on a refresh is taken by this one.
    pub(super) fn follow(&mut self, follower: Follower) {
        self.follower = Some(follower);
    }
}

/// Fetches again whenever `done` counts further.
pub(super) fn after(resource: Resource<Answer, InPage>, done: Signal<usize>) {
    Effect::new(move |before: Option<usize>| {
        let now = done.get();
        if before.is_some_and(|before| before != now) {
            resource.refetch();
        }
        now
    });
}

/// Fetches beside what is shown, and shows it when it is there. In the browser only.
pub(super) fn refresh(resource: Resource<Answer, InPage>, source: StoredValue<Source>) {
    if cfg!(feature = "ssr") {
        return;
    }
    leptos::task::spawn_local(async move {
        let begun = source.try_with_value(|source| {
            let asked = untrack(|| (source.asking)());
            let number = source.fetched.fetch_add(1, Ordering::Relaxed) + 1;
            (asked.clone(), number, (source.fetch)(asked))
        });
        let Some((asked, number, fetching)) = begun else { return };
        let answer = fetching.await;
        let shown = source.try_with_value(|source| {
            let overtaken = source.fetched.load(Ordering::Relaxed) != number || untrack(|| (source.asking)()) != asked;
            overtaken || matches!(&answer, Ok(payload) if source.follower.as_ref().is_some_and(|follower| follower(payload)))
        });
        // Gone, overtaken, or taken by who follows.
        if shown != Some(false) {
            return;
        }
        // Who may not see it any more doesn't; whatever else went wrong may be right the next time.
        if !matches!(&answer, Err(error) if !matches!(error, AppError::SignInNeeded | AppError::Forbidden | AppError::NotFound)) {
            let _gone = resource.try_set(Some(answer));
        }
    });
}
