//! `trellis serve`.

use super::{Failure, database, say};
use crate::config::Config;
use crate::mail::Mailer;
use crate::{AppState, Site, jobs, router};
use std::net::SocketAddr;
use std::path::Path;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::sync::watch;

/// How long requests and jobs that are under way may take to end.
const GRACE: Duration = Duration::from_secs(20);

pub(super) async fn run(config: Config) -> Result<(), Failure> {
    prepare(&config.data)?;
    let db = database(&config).await?;
    let listener = TcpListener::bind(config.addr)
        .await
        .map_err(|error| Failure::Other(format!("TRELLIS_ADDR (addr): cannot listen on {}: {error}", config.addr)))?;
    let site: &'static Site = Box::leak(Box::new(Site::find(config.site.as_deref())));
    if !site.is_there() {
        tracing::warn!("there are no site files: pages come without style and script (TRELLIS_SITE names a folder with them)");
    }
    if config.forgets_its_proxy() {
        tracing::warn!(
            "the site's address is https, but no proxy is known (TRELLIS_PROXIES): all people count as one against the limits to sign in and up"
        );
    }
    let mailer = Mailer::new(&config).map_err(Failure::Other)?;
    let base_url = config.base_url.clone();
    let addr = listener.local_addr().unwrap_or(config.addr);
    let state = AppState::new(db.clone(), config, site);

    let (stop, stopped) = watch::channel(false);
    let jobs = jobs::start(&state, mailer, &stopped);
    let app = router::router(state).into_make_service_with_connect_info::<SocketAddr>();
    let mut until = stopped.clone();
    let server = axum::serve(listener, app).with_graceful_shutdown(async move {
        // An error means that the sender is gone, which is an end too.
        drop(until.wait_for(|stop| *stop).await);
    });
    let server = tokio::spawn(server.into_future());
    tracing::info!(%addr, site = %base_url, "serving");
    say(&format!("Trellis serves on {base_url}"));

    signal().await;
    tracing::info!("stopping: open requests are answered first");
    // Nobody listens any more only if everything has ended already.
    let _ = stop.send(true);
    if tokio::time::timeout(GRACE, async { (server.await, jobs.join_all().await) }).await.is_err() {
        tracing::warn!("something did not end in time");
    }
    db.close().await;
    Ok(())
}

/// Makes the folder for files, readable by its owner alone.
fn prepare(data: &Path) -> Result<(), Failure> {
    let failed = |error| Failure::Other(format!("TRELLIS_DATA (data): {}: {error}", data.display()));
    let mut builder = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(data).map_err(failed)
}

/// Waits until the program is told to end.
async fn signal() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = terminate.recv() => (),
                _ = tokio::signal::ctrl_c() => (),
            }
            return;
        }
    }
    drop(tokio::signal::ctrl_c().await);
}
