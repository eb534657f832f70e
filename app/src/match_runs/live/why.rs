//! Why pairs fit that the browser has just made: asked of the server, which has the words, once the hand rests.

use super::state::Trying;
use crate::match_runs::load_reasons;
use domain::match_runs::Couple;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// How long nothing must have changed.
const REST: Duration = Duration::from_millis(400);

/// Keeps the reasons of the new pairs that are shown. Without an answer the rows stay as they are: the bars are there.
pub(super) fn keep_reasons(trying: Trying, slug: StoredValue<String>) {
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |_| {
        trying.shown.track();
        if let Some(before) = waiting.try_update_value(Option::take).flatten() {
            before.clear();
        }
        waiting.set_value(set_timeout_with_handle(move || ask(trying, slug), REST).ok());
    });
    on_cleanup(move || {
        if let Some(before) = waiting.try_update_value(Option::take).flatten() {
            before.clear();
        }
    });
}

fn ask(trying: Trying, slug: StoredValue<String>) {
    let unknown = trying.shown.with_untracked(|shown| {
        let new = shown.iter().flat_map(|shown| &shown.rows).filter(|row| row.before.is_some());
        let unknown = |couple: &Couple| trying.reasons.with_untracked(|reasons| !reasons.contains_key(couple));
        new.map(super::state::PairRow::couple).filter(unknown).collect::<Vec<_>>()
    });
    let Some(slug) = slug.try_get_value().filter(|_| !unknown.is_empty()) else { return };
    spawn_local(async move {
        if let Ok(told) = load_reasons(slug, unknown.clone()).await {
            // The page may be gone by now.
            let _gone = trying.reasons.try_update(|reasons| reasons.extend(unknown.into_iter().zip(told)));
        }
    });
}
