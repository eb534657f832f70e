//! Which words each page needs, read from its code: the messages that are named in the page's file, in those it uses, and so
//! on. So a page loads no words of what it doesn't show, and nobody keeps a list.
//!
//! What stands around every page is a page here as well ([`FRAME`]); its words are not repeated in those of pages.

#[cfg(test)]
mod circles;
mod reach;
mod source;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result, anyhow, ensure};
use i18n::{FRAME, Key};

use crate::manifest::relative;
use crate::paths::files_below;
use reach::{Code, WORDING};
use source::{Names, Source};

/// The messages of each page, by its name: `home.day.HomePage`, as the client calls it (`app/src/lang.rs`).
pub type Words = BTreeMap<String, Vec<Key>>;

/// Where the application is put together from its pages.
const ROUTES: &str = "routes";

/// Reads the application in the checkout `root`.
pub fn of_pages(root: &Path) -> Result<Words> {
    let mut code = read(&root.join("app/src"))?;
    // In it, `super` leads to its own modules (`crate` would lead into the application).
    let wording = read(&root.join("crates/wording/src"))?.0.into_iter();
    code.0.extend(wording.map(|(module, source)| ([&[WORDING.to_owned()], module.as_slice()].concat(), source)));
    let edges = code.edges()?;
    let keys: BTreeMap<String, Key> = i18n::names().map(|(name, key)| (name.replace('.', "_").to_uppercase(), key)).collect();
    let named = |modules: BTreeSet<&[String]>| -> BTreeSet<&str> {
        let files = modules.into_iter().filter_map(|module| code.0.get(module)).filter(|source| !source.server_only);
        files.flat_map(|source| &source.messages).map(String::as_str).collect()
    };
    let found = |names: BTreeSet<&str>| -> Result<Vec<Key>> {
        let key = |name: &str| keys.get(name).copied().ok_or_else(|| anyhow!("there is no message {name}"));
        names.into_iter().filter(|name| name.chars().all(|c| !c.is_ascii_lowercase())).map(key).collect()
    };

    let is_page = |(module, item): &(Names, Option<String>)| {
        code.0.get(module).zip(item.as_ref()).is_some_and(|(source, item)| source.pages.contains(item))
    };
    let routes = vec![ROUTES.to_owned()];
    ensure!(code.0.contains_key(&routes), "the application has no routes");
    let around = edges.reached(&routes, is_page);
    let mut reached = around.clone();
    let mut frame = named(around);
    // What dates and lists are made of.
    let own = read(&root.join("crates/i18n/src"))?;
    frame.extend(own.0.values().flat_map(|source| &source.messages).map(String::as_str));

    let mut words = Words::new();
    for (module, source) in &code.0 {
        for page in &source.pages {
            let files = edges.reached(module, |_| false);
            reached.extend(&files);
            let names = named(files);
            let name = module.iter().chain([page]).cloned().collect::<Vec<_>>().join(".");
            words.insert(name, found(names.difference(&frame).copied().collect())?);
        }
    }
    words.insert(FRAME.to_owned(), found(frame)?);
    let has_words = |source: &Source| !source.server_only && !source.messages.is_empty();
    let for_pages = |module: &Names| module.first().is_none_or(|first| first != WORDING);
    let alone = code.0.iter().filter(|(module, source)| for_pages(module) && has_words(source) && !reached.contains(module.as_slice()));
    let alone: Vec<String> = alone.map(|(module, _)| module.join("::")).collect();
    ensure!(alone.is_empty(), "words in files that no page uses, as it seems; this program may have missed how: {}", alone.join(", "));
    Ok(words)
}

/// All files below a crate's `src`.
fn read(src: &Path) -> Result<Code> {
    let mut code = Code::default();
    for file in files_below(src)? {
        let name = relative(src, &file)?;
        let Some(name) = name.strip_suffix(".rs") else { continue };
        let mut module: Names = name.split('/').map(str::to_owned).collect();
        if matches!(module.last().map(String::as_str), Some("mod" | "lib")) {
            module.pop();
        }
        let text = std::fs::read_to_string(&file)?;
        code.0.insert(module, Source::read(&text).with_context(|| format!("reading {}", file.display()))?);
    }
    Ok(code)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    pub(super) fn checkout() -> &'static Path {
        Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
    }

    #[test]
    fn each_page_of_the_application_has_its_words() {
        let words = of_pages(checkout()).unwrap();
        let routes = std::fs::read_to_string(checkout().join("app/src/routes.rs")).unwrap();
        let routed = routes.matches(" page::<").count();
        assert!(routed > 30, "the routes are written otherwise: {routed}");
        assert_eq!(words.len(), routed + 1, "a page for each route, and the frame: {:?}", words.keys());
        // What the server writes as HTML brings its words along.
        for (page, keys) in words.iter().filter(|(page, _)| *page != "landing.LandingPage") {
            assert!(!keys.is_empty(), "{page} has no words");
        }
        let names: BTreeMap<Key, &str> = i18n::names().map(|(name, key)| (key, name)).collect();
        let features = |page: &str| -> BTreeSet<&str> {
            words[page].iter().filter_map(|key| names[key].split_once('.')).map(|(feature, _)| feature).collect()
        };
        let login = features("accounts.login.LoginPage");
        assert!(login.contains("accounts") && login.is_disjoint(&["goals", "landing", "programs", "requests"].into()), "{login:?}");
        assert!(features(FRAME).is_superset(&["common", "errors", "nav", "refusals"].into()), "{:?}", features(FRAME));
        assert!(features("goals.goal.GoalPage").is_superset(&["goals", "mentorships"].into()));
    }
}
