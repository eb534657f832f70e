//! A server of the test's own on a free port, on either database, and browsers to visit it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs, reason = "tests")]

mod browser;
pub mod html;

pub use browser::{Answer, Browser};

use server::config::{Config, Options};
use server::listen::{self, Bounds};
use server::{AppState, Site, router};
use service::Actor;
use service::testing::Stage;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::Arc;
use store::Db;
use store::accounts::sessions::{self, Session};
use store::mails::{self, Mail};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// A password that is good enough.
pub const PASSWORD: &str = "violet-kettle-42-orbit";

/// A server that ends with the test.
pub struct Server {
    /// The people and the clock behind it.
    pub stage: Stage,
    /// What it answers with.
    pub state: AppState,
    /// Where it listens.
    pub addr: SocketAddr,
    task: JoinHandle<()>,
    _stop: watch::Sender<bool>,
}

impl Server {
    /// Starts a server as it is without any option.
    pub async fn start(db: &Db) -> Self {
        Self::with(db, |_| ()).await
    }

    /// Starts a server with some options changed.
    pub async fn with(db: &Db, change: impl FnOnce(&mut Config)) -> Self {
        Self::on(Stage::new(db), change).await
    }

    /// Starts a server for people who are there already.
    pub async fn on(stage: Stage, change: impl FnOnce(&mut Config)) -> Self {
        Self::with_site(stage, Box::leak(Box::new(Site::empty())), change).await
    }

    /// The same with files for browsers.
    pub async fn with_site(mut stage: Stage, site: &'static Site, change: impl FnOnce(&mut Config)) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let addr = listener.local_addr().unwrap();
        let config = config(addr, change);
        stage.ctx.settings = Arc::new(config.settings());
        let state = AppState::with_ctx(stage.ctx.clone(), config, site);
        let bounds = Bounds { proxies: state.config.its_proxies(), ..Bounds::default() };
        let (stop, stopped) = watch::channel(false);
        let task = tokio::spawn(listen::serve(listener, router::router(state.clone()), bounds, stopped));
        Self { stage, state, addr, task, _stop: stop }
    }

    /// A browser that has never been here.
    pub fn browser(&self) -> Browser {
        Browser::new(self.addr)
    }

    /// A browser in which somebody is signed in.
    pub async fn browser_of(&self, person: &Actor) -> Browser {
        let mut browser = self.browser();
        browser.cookies.insert(self.session_cookie().to_owned(), session(&self.stage, person).await);
        browser
    }

    /// Makes a confirmed account with the password of all.
    pub async fn account(&self, email: &str) {
        service::accounts::create_admin(&self.stage.ctx, email, "Ada Lovelace", PASSWORD).await.unwrap();
    }

    /// The name of the session's cookie.
    pub fn session_cookie(&self) -> &'static str {
        if self.state.config.is_secure() { "__Host-trellis_session" } else { "trellis_session" }
    }

    /// The mails to an address that were not taken before, oldest first. Takes those to everybody else too.
    pub async fn mails_to(&self, email: &str) -> Vec<Mail> {
        let ctx = &self.stage.ctx;
        let mut tx = ctx.write().await.unwrap();
        let far = ctx.now() + chrono::Duration::days(10_000);
        let mut mails = mails::claim(&mut tx, ctx.now(), far, 1_000).await.unwrap();
        tx.commit().await.unwrap();
        mails.retain(|mail| mail.to_email == email);
        mails.sort_by_key(|mail| mail.id);
        mails
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// A finished site of no files but the list of which page needs which parts.
pub fn site(folder: &Path, hash: &str, parts: &serde_json::Value) -> &'static Site {
    let manifest = format!("pkg/{hash}/__wasm_split_manifest.json");
    std::fs::create_dir_all(folder.join("pkg").join(hash)).unwrap();
    std::fs::write(folder.join(&manifest), parts.to_string()).unwrap();
    let listed = serde_json::json!({ "hash": hash, "files": [{ "path": manifest }] });
    std::fs::write(folder.join("site.json"), listed.to_string()).unwrap();
    Box::leak(Box::new(Site::find(Some(folder))))
}

/// The options of a test's server.
pub fn config(addr: SocketAddr, change: impl FnOnce(&mut Config)) -> Config {
    let mut config = Config::load(Options { addr: Some(addr), ..Options::default() }).unwrap();
    change(&mut config);
    config
}

/// Signs somebody in, and gives what the cookie holds.
pub async fn session(stage: &Stage, person: &Actor) -> String {
    let ctx = &stage.ctx;
    let token = service::tokens::new(ctx);
    let session = Session {
        id: ctx.id(),
        person_id: person.id,
        user_agent: "a test".to_owned(),
        address: "127.0.0.1".to_owned(),
        created_at: ctx.now(),
        last_seen_at: ctx.now(),
        expires_at: ctx.now() + service::accounts::SESSION_LIFE,
    };
    let mut tx = ctx.write().await.unwrap();
    sessions::insert(&mut tx, &session, &token.hash).await.unwrap();
    tx.commit().await.unwrap();
    token.secret
}

/// The path of the first link in a mail that begins so.
pub fn link(mail: &Mail, start: &str) -> String {
    let (_, rest) = mail.body_text.split_once(start).unwrap_or_else(|| panic!("no {start} in {}", mail.body_text));
    format!("{start}{}", rest.split_whitespace().next().unwrap())
}
