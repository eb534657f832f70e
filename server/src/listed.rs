//! A router that knows its addresses. Whatever the server answers is registered here and nowhere else (`clippy.toml` forbids
//! axum's own methods), so that tests can ask for the list: an address without a row in `server/tests/who_may` fails them.

use crate::state::AppState;
use axum::Router;
use axum::routing::MethodRouter;
use leptos::prelude::IntoView;
use leptos_axum::LeptosRoutes;

/// A router and the addresses in it, as axum writes them.
#[derive(Debug, Clone)]
pub struct Listed<S = ()> {
    router: Router<S>,
    addresses: Vec<String>,
}

impl<S: Clone + Send + Sync + 'static> Listed<S> {
    /// No address yet.
    #[must_use]
    pub fn new() -> Self {
        Self { router: Router::new(), addresses: Vec::new() }
    }

    /// One more address.
    #[must_use]
    #[allow(clippy::disallowed_methods, reason = "the one place where addresses are registered")]
    pub fn route(mut self, address: &str, methods: MethodRouter<S>) -> Self {
        self.addresses.push(address.to_owned());
        Self { router: self.router.route(address, methods), addresses: self.addresses }
    }

    /// The addresses of another one too.
    #[must_use]
    #[allow(clippy::disallowed_methods, reason = "the other one's addresses are listed, too")]
    pub fn merge(mut self, other: Self) -> Self {
        self.addresses.extend(other.addresses);
        Self { router: self.router.merge(other.router), addresses: self.addresses }
    }

    /// What requests go through on their way to all addresses so far, what answers the rest, and the state of it all.
    #[must_use]
    pub fn through<T: Clone + Send + Sync + 'static>(self, wrap: impl FnOnce(Router<S>) -> Router<T>) -> Listed<T> {
        Listed { router: wrap(self.router), addresses: self.addresses }
    }

    /// The addresses.
    #[must_use]
    pub fn addresses(&self) -> &[String] {
        &self.addresses
    }

    /// The router alone.
    pub fn into_router(self) -> Router<S> {
        self.router
    }
}

impl Listed<AppState> {
    /// The application's pages; and its server functions, which `leptos::server_fn` lists itself.
    #[must_use]
    #[allow(clippy::disallowed_methods, reason = "the pages' addresses are listed beside it")]
    pub fn pages<V: IntoView + 'static>(
        mut self,
        state: &AppState,
        in_page: impl Fn() + Clone + Send + Sync + 'static,
        shell: impl Fn() -> V + Clone + Send + Sync + 'static,
    ) -> Self {
        let pages = app::addresses();
        self.addresses.extend(pages.iter().map(|page| page.path().to_owned()));
        Self { router: self.router.leptos_routes_with_context(state, pages, in_page, shell), addresses: self.addresses }
    }
}
