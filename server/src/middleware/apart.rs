//! Keeps what Leptos knows of one request from reaching another.
//!
//! Leptos leaves the owner of the request that it answers with the thread, and finds context by it: the nonce, the headers of the
//! answer, the page's title. Within components that is put right each time, but what its integration does between them, after
//! waiting, finds whoever was answered last in that thread. Here the owner goes with the task instead.

use leptos::prelude::Owner;
use std::pin::Pin;
use std::task::{Context, Poll};

/// A future with an owner of its own, whichever thread it goes on in and whatever else runs there.
pub struct Apart<F> {
    inner: Pin<Box<F>>,
    owner: Option<Owner>,
}

impl<F: Future> Apart<F> {
    /// Begins without an owner.
    pub fn new(inner: F) -> Self {
        Self { inner: Box::pin(inner), owner: None }
    }
}

impl<F: Future> Future for Apart<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        let _back = Back(Owner::current());
        let owner = self.owner.take();
        put(owner.as_ref());
        let answer = self.inner.as_mut().poll(context);
        self.owner = Owner::current();
        answer
    }
}

/// Gives the thread back what it had, also when answering panics.
struct Back(Option<Owner>);

impl Drop for Back {
    fn drop(&mut self) {
        put(self.0.as_ref());
    }
}

fn put(owner: Option<&Owner>) {
    match owner {
        Some(owner) => owner.set(),
        // The thread keeps a weak reference, so one that is gone at once is none.
        None => Owner::default().set(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use leptos::prelude::{provide_context, use_context};

    /// Answers as Leptos does: an owner for the thread, then some waiting, then a look at what was provided.
    async fn answer(name: &'static str) -> Option<&'static str> {
        let owner = Owner::new_root(None);
        provide_context(name);
        for _ in 0..3 {
            tokio::task::yield_now().await;
        }
        let found = use_context::<&'static str>();
        drop(owner);
        found
    }

    #[tokio::test]
    async fn each_finds_its_own_after_waiting() {
        let (a, b) = tokio::join!(Apart::new(answer("a")), Apart::new(answer("b")));
        assert_eq!((a, b), (Some("a"), Some("b")));
        assert!(Owner::current().is_none(), "nothing stays with the thread");
    }

    #[tokio::test]
    async fn without_it_they_find_each_others() {
        let (a, b) = tokio::join!(answer("a"), answer("b"));
        assert_ne!((a, b), (Some("a"), Some("b")), "Leptos has mended it: this module can go");
    }
}
