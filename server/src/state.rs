//! What every request is answered with.

use crate::config::Config;
use crate::metrics::Metrics;
use crate::middleware::size::Uploads;
use crate::site::Site;
use app::ClientParts;
use axum::extract::FromRef;
use leptos::config::LeptosOptions;
use service::Ctx;
use std::sync::Arc;
use store::Db;

/// Shared by all requests; cheap to clone.
#[derive(Clone, Debug)]
pub struct AppState {
    /// What use cases take.
    pub ctx: Ctx,
    /// What the operator set.
    pub config: Arc<Config>,
    /// Figures for Prometheus.
    pub(crate) metrics: Metrics,
    /// Files that are being sent.
    pub(crate) uploads: Uploads,
    /// The site's files.
    pub(crate) site: &'static Site,
    /// What Leptos wants to know, which here is nothing: the shell is our own.
    pub(crate) leptos: LeptosOptions,
    /// Which parts of the client each page needs.
    pub(crate) parts: Option<ClientParts>,
}

impl AppState {
    /// Puts together what is needed to answer. The site's files are read once, for as long as the process lives.
    #[must_use]
    pub fn new(db: Db, config: Config, site: &'static Site) -> Self {
        let ctx = Ctx::new(db, config.settings());
        Self::with_ctx(ctx, config, site)
    }

    /// The same with a context of the caller's: tests bring their own clock.
    #[must_use]
    pub fn with_ctx(ctx: Ctx, config: Config, site: &'static Site) -> Self {
        let parts = site.split_manifest().map(|parts| ClientParts(Arc::new(parts)));
        Self {
            ctx,
            config: Arc::new(config),
            metrics: Metrics::of_process(),
            uploads: Uploads::default(),
            site,
            leptos: LeptosOptions::builder().output_name("trellis").build(),
            parts,
        }
    }
}

impl FromRef<AppState> for LeptosOptions {
    fn from_ref(state: &AppState) -> Self {
        state.leptos.clone()
    }
}
