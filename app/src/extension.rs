//! What the middleware put beside the request that is being answered.

use leptos::prelude::use_context;

/// What of this type stands beside the request; nothing outside of one.
pub(crate) fn extension<T: Clone + Send + Sync + 'static>() -> Option<T> {
    use_context::<http::request::Parts>()?.extensions.get::<T>().cloned()
}
