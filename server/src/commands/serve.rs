//! `trellis serve`.

use super::{Failure, database, say};
use crate::config::Config;
use crate::listen::{self, Bounds};
use crate::mail::Mailer;
use crate::{AppState, Site, jobs, router};
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
            "the site's address is https, but no proxy is known (TRELLIS_TRUSTED_PROXIES): all people count as one against the limits to sign in and up"
        );
    }
    if config.proxies > 0 {
        let says = if config.trusted_proxies.is_some() {
            "TRELLIS_PROXIES means nothing beside TRELLIS_TRUSTED_PROXIES"
        } else {
            "TRELLIS_PROXIES believes whoever asks from a private network: say with TRELLIS_TRUSTED_PROXIES where your proxies are"
        };
        tracing::warn!("{says}");
    }
    let mailer = Mailer::new(&config).map_err(Failure::Other)?;
    let base_url = config.base_url.clone();
    let bounds = Bounds { connections: places(config.connections), proxies: config.its_proxies(), ..Bounds::default() };
    let addr = listener.local_addr().unwrap_or(config.addr);
    let state = AppState::new(db.clone(), config, site);

    let (stop, stopped) = watch::channel(false);
    let jobs = jobs::start(&state, mailer, &stopped);
    let server = tokio::spawn(listen::serve(listener, router::router(state), bounds, stopped.clone()));
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

/// As many connections as were asked for, or as the system has files for: each is one, and the database and mails need some.
#[cfg(unix)]
fn places(wanted: usize) -> usize {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    const OTHERS: u64 = 128;
    let now = getrlimit(Resource::Nofile);
    let most = now.maximum.unwrap_or(u64::MAX);
    let needed = u64::try_from(wanted).unwrap_or(u64::MAX).saturating_add(OTHERS).min(most);
    let has = now.current.unwrap_or(u64::MAX);
    let raised = has < needed && setrlimit(Resource::Nofile, Rlimit { current: Some(needed), maximum: now.maximum }).is_ok();
    let files = if raised { needed } else { has };
    let places = usize::try_from(files.saturating_sub(OTHERS)).unwrap_or(usize::MAX).clamp(1, wanted);
    if places < wanted {
        tracing::warn!(wanted, places, "the system allows fewer open files than there may be connections (TRELLIS_CONNECTIONS)");
    }
    places
}

#[cfg(not(unix))]
fn places(wanted: usize) -> usize {
    wanted
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
