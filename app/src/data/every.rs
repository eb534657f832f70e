//! At intervals, while somebody looks.

use leptos::prelude::*;
use std::time::Duration;

/// Does something at intervals while the page is visible, until its owner is gone. Never on the server.
pub(super) fn every_while_visible(interval: Duration, act: Box<dyn Fn()>) {
    // What belongs to one thread must not be kept where another one tidies up.
    if cfg!(feature = "ssr") {
        return;
    }
    let act = StoredValue::new_local(act);
    Effect::new(move |_| {
        let tick = move || {
            if !document().hidden() {
                // The page may be gone by the time it is asked.
                let _ = act.try_with_value(|act| act());
            }
        };
        if let Ok(handle) = set_interval_with_handle(tick, interval) {
            on_cleanup(move || handle.clear());
        }
    });
}
