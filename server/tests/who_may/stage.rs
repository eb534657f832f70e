//! What the table is played on: the things made once, a copy of them whenever something was changed, and a server on it.

use super::row::{File, FunctionRow};
use super::things::{TABLE, Things, things};
use crate::harness::{Answer, Browser, Server, site};
use axum::http::Method;
use axum::http::header::{ACCEPT, CONTENT_TYPE};
use server::Site;
use service::testing::Stage as People;
use std::ops::Deref;
use store::testing::model::Model;
use store::testing::{TestDb, commits};
use store::{Engine, testing};

/// The hash of the site's files, of which there is one.
pub const SITE: &str = "abc";

/// The database that all stages are copies of.
pub struct Template {
    model: Model,
    things: Things,
    site: &'static Site,
}

/// A server on a copy.
pub struct Stage {
    things: Things,
    pub server: Server,
    _database: TestDb,
    commits: u64,
}

impl Deref for Stage {
    type Target = Things;
    fn deref(&self) -> &Things {
        &self.things
    }
}

impl Template {
    /// Makes everything.
    pub async fn make(engine: Engine) -> Self {
        let test = testing::fresh(engine).await;
        let things = things(&People::new(&test.db)).await;
        let folder = tempfile::tempdir().unwrap();
        let site = site(folder.path(), SITE, &serde_json::json!({}));
        Self { model: Model::of(test).await, things, site }
    }

    /// A server on a copy.
    pub async fn stage(&self) -> Stage {
        let database = self.model.copy().await;
        let server = Server::with_site(People::new(&database.db), self.site, |_| ()).await;
        // Chance begins anew with each server: what it makes must not get the ids that the template's things have.
        server.stage.clock.advance(chrono::Duration::seconds(1));
        Stage { things: self.things.clone(), server, _database: database, commits: commits() }
    }

    /// The same stage where nothing was changed, else another one. Copies are what the table takes its time for, on PostgreSQL above all.
    pub async fn unchanged(&self, stage: Stage) -> Stage {
        if !stage.is_changed() {
            return stage;
        }
        drop(stage);
        self.stage().await
    }
}

impl Stage {
    /// Whether anything was written since this stage was made.
    pub fn is_changed(&self) -> bool {
        commits() != self.commits
    }

    /// Calls the function of a row.
    pub async fn call(&self, row: &FunctionRow, who: &str) -> Answer {
        let mut browser = self.browser(who);
        let fields = (row.fields)(self);
        if let Some(file) = row.file {
            return send_file(&mut browser, &row.path(), &fields, file).await;
        }
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
        browser.call(&row.path(), &fields).await
    }

    /// The browser of somebody.
    pub fn browser(&self, who: &str) -> Browser {
        let mut browser = self.server.browser();
        if let Some(token) = self.things.cookies.get(who) {
            browser.cookies.insert(self.server.session_cookie().to_owned(), token.clone());
        }
        browser
    }
}

/// A PNG of a few pixels.
pub fn png() -> Vec<u8> {
    let mut file = std::io::Cursor::new(Vec::new());
    image::DynamicImage::new_rgb8(4, 4).write_to(&mut file, image::ImageFormat::Png).unwrap();
    file.into_inner()
}

async fn send_file(browser: &mut Browser, path: &str, fields: &[(String, String)], file: File) -> Answer {
    const LINE: &str = "----line";
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(format!("--{LINE}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").bytes());
    }
    let (name, file, kind, bytes) = match file {
        File::Picture => ("picture", "a.png", "image/png", png()),
        File::Table => ("file", "a.csv", "text/csv", TABLE.into()),
    };
    let head = format!("Content-Disposition: form-data; name=\"{name}\"; filename=\"{file}\"\r\nContent-Type: {kind}\r\n\r\n");
    body.extend(format!("--{LINE}\r\n{head}").bytes());
    body.extend(bytes);
    body.extend(format!("\r\n--{LINE}--\r\n").bytes());
    let kind = format!("multipart/form-data; boundary={LINE}");
    browser.send(Method::POST, path, &[(ACCEPT.as_str(), "application/json"), (CONTENT_TYPE.as_str(), &kind)], body).await
}
