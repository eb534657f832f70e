//! From a page to all code that it may run: which files a file uses, and those use, and so on.
//!
//! A file counts as a whole, and a name that leads nowhere is an error: too many words cost some bytes, one that is missing is a
//! gap in the page.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, ensure};

use super::source::{Names, Source, Use};

/// The crate with the names of values, as a module beside those of the application.
pub const WORDING: &str = "wording";

/// All files of the application, by the path of their module.
#[derive(Debug, Default)]
pub struct Code(pub BTreeMap<Names, Source>);

/// Where a name leads: a module, and what in it; nothing for the module itself.
pub type Place = (Names, Option<String>);

/// For each file what it uses.
pub struct Edges(BTreeMap<Names, BTreeSet<Place>>);

impl Code {
    /// Finds out what each file uses.
    pub fn edges(&self) -> Result<Edges> {
        let mut edges: BTreeMap<Names, BTreeSet<Place>> = BTreeMap::new();
        let mut lost = Vec::new();
        for (module, source) in &self.0 {
            // A page uses what the server writes for it (`crate::written`), and needs none of the words in it.
            if source.server_only {
                continue;
            }
            let used = self.uses(module, source, &mut lost);
            // Whoever has a value may call what any file implements for its type.
            for path in &source.implements {
                let type_of = self.absolute(module, path).and_then(|path| self.resolve(&path)).unwrap_or_default();
                for (home, _) in type_of {
                    edges.entry(home).or_default().insert((module.clone(), None));
                }
            }
            edges.entry(module.clone()).or_default().extend(used);
        }
        ensure!(lost.is_empty(), "names that lead nowhere, so that words behind them would be missing:\n{}", lost.join("\n"));
        Ok(Edges(edges))
    }

    /// Where the names in a file lead. Those that lead nowhere are told to `lost`.
    pub fn uses(&self, module: &[String], source: &Source, lost: &mut Vec<String>) -> BTreeSet<Place> {
        let mut used = BTreeSet::new();
        for taken in &source.uses {
            // What is only handed on is used by whoever takes it in.
            let runs = !taken.public || taken.name.as_ref().is_some_and(|name| source.names.contains(name));
            let Some(path) = self.absolute(module, &taken.path).filter(|_| runs) else { continue };
            match self.resolve(&path) {
                Some(places) => used.extend(places),
                None => lost.push(format!("{}: {}", module.join("::"), taken.path.join("::"))),
            }
            if taken.name.is_none() {
                used.extend(self.handed_on(&path));
            }
        }
        for path in &source.paths {
            let Some(absolute) = self.absolute(module, path) else { continue };
            match self.resolve(&absolute) {
                Some(places) => used.extend(places),
                None => lost.push(format!("{}: {}", module.join("::"), path.join("::"))),
            }
        }
        used
    }

    /// A path from the root of the crate; nothing when it leads out of it or is no path of modules.
    fn absolute(&self, module: &[String], path: &[String]) -> Option<Names> {
        let first = path.first()?;
        let rest = path.get(1..)?;
        let below = |before: &[String], rest: &[String]| Some([before, rest].concat());
        match first.as_str() {
            // The names of values lie in a crate of their own, which is read beside the application.
            WORDING => Some(path.to_vec()),
            "crate" => Some(rest.to_vec()),
            "self" => below(module, rest),
            "super" => {
                let ups = path.iter().take_while(|name| *name == "super").count();
                below(module.get(..module.len().checked_sub(ups)?)?, path.get(ups..)?)
            }
            _ if self.0.contains_key(&[module, path.get(..1)?].concat()) => below(module, path),
            // A name that was taken in: `use crate::ui; ui::Icon`.
            _ => {
                let source = self.0.get(module)?;
                let taken = source.uses.iter().find(|taken| taken.name.as_ref() == Some(first) && taken.path.first() != Some(first))?;
                below(&self.absolute(module, &taken.path)?, rest)
            }
        }
    }

    /// Where a path from the root leads; nothing when it leads nowhere, no places when it leads out of the crate.
    fn resolve(&self, path: &[String]) -> Option<BTreeSet<Place>> {
        self.resolve_unseen(path, &mut BTreeSet::new())
    }

    fn resolve_unseen(&self, path: &[String], seen: &mut BTreeSet<Names>) -> Option<BTreeSet<Place>> {
        if self.0.contains_key(path) {
            return Some([(path.to_vec(), None)].into());
        }
        if !seen.insert(path.to_vec()) {
            return None;
        }
        let (name, module) = path.split_last()?;
        // A variant of an enum, a function of a type, or something of a module that is written inside of a file.
        let Some(source) = self.0.get(module) else { return self.resolve_unseen(module, seen) };
        if source.defines.contains(name) {
            return Some([(module.to_vec(), Some(name.clone()))].into());
        }
        let mut follow = |taken: &Use, rest: &[String]| match self.absolute(module, &taken.path) {
            Some(target) => self.resolve_unseen(&[&target, rest].concat(), seen),
            None => Some(BTreeSet::new()),
        };
        if let Some(taken) = source.uses.iter().find(|taken| taken.name.as_ref() == Some(name)) {
            return follow(taken, &[]);
        }
        let everything = source.uses.iter().filter(|taken| taken.name.is_none() && self.absolute(module, &taken.path).is_some());
        everything.into_iter().find_map(|taken| follow(taken, std::slice::from_ref(name)))
    }

    /// All that a module takes in to hand it on.
    fn handed_on(&self, module: &[String]) -> BTreeSet<Place> {
        let uses = self.0.get(module).into_iter().flat_map(|source| &source.uses).filter(|taken| taken.public);
        uses.filter_map(|taken| self.resolve(&self.absolute(module, &taken.path)?)).flatten().collect()
    }
}

impl Edges {
    /// All files that are reached from `start`, which is one of them, without going where `stop` says not to.
    pub fn reached<'a>(&'a self, start: &'a [String], stop: impl Fn(&Place) -> bool) -> BTreeSet<&'a [String]> {
        let mut reached = BTreeSet::new();
        let mut waiting = vec![start];
        while let Some(next) = waiting.pop() {
            if reached.insert(next) {
                let used = self.0.get(next).into_iter().flatten();
                waiting.extend(used.filter(|place| !stop(place)).map(|(module, _)| module.as_slice()));
            }
        }
        reached
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(files: &[(&str, &str)]) -> Code {
        let path = |name: &str| name.split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect();
        Code(files.iter().map(|(name, text)| (path(name), Source::read(text).unwrap())).collect())
    }

    fn reached(files: &[(&str, &str)]) -> Vec<String> {
        let code = code(files);
        let edges = code.edges().unwrap();
        let start = vec!["page".to_owned()];
        edges.reached(&start, |_| false).into_iter().map(|module| module.join("::")).collect()
    }

    #[test]
    fn a_name_is_followed_to_the_file_that_defines_it() {
        let files = [
            ("", "mod page; mod goals;"),
            ("page", "use crate::goals::{Badge, load}; fn a() { load() }"),
            ("goals", "mod words; mod api; mod list; pub use words::Badge as Badge; pub use api::*; pub use list::ListPage;"),
            ("goals::words", "use super::list::row; pub fn Badge() {}"),
            ("goals::api", "pub fn load() {}"),
            ("goals::list", "mod deep { pub fn x() {} } pub fn row() { crate::far::Far::new() } pub struct ListPage;"),
            ("far", "pub enum Far { A }"),
            ("other", "use crate::goals::Badge;"),
        ];
        assert_eq!(reached(&files), ["far", "goals::api", "goals::list", "goals::words", "page"]);
    }

    #[test]
    fn modules_names_in_functions_and_macros_are_followed() {
        let files = [
            ("", "mod page; mod ui; mod words; mod late; mod all;"),
            (
                "page",
                "use crate::ui; use crate::all::*; fn a() { use crate::late::late; view! { <ui::Icon name={crate::words::name()} /> } }",
            ),
            ("ui", "mod icon; mod other; pub use icon::Icon; pub use other::Other;"),
            ("ui::icon", "pub fn Icon() {}"),
            ("ui::other", "pub fn Other() {}"),
            ("words", "pub fn name() {}"),
            ("late", "pub fn late() {}"),
            ("all", "mod inner; pub use inner::X;"),
            ("all::inner", "pub struct X;"),
        ];
        assert_eq!(reached(&files), ["all", "all::inner", "late", "page", "ui", "ui::icon", "words"]);
    }

    #[test]
    fn what_is_implemented_elsewhere_for_a_type_comes_with_it() {
        let files = [
            ("", "mod page; mod state; mod shown;"),
            ("page", "use crate::state::load; fn a() { load().title() }"),
            ("state", "pub struct State; pub fn load() -> State { State }"),
            ("shown", "use crate::state::State; impl<T> State<T> { pub fn title(&self) -> Key { m::STATE_TITLE } }"),
        ];
        assert_eq!(reached(&files), ["page", "shown", "state"]);
    }

    #[test]
    fn the_names_of_values_come_from_their_crate() {
        let files = [
            ("", "mod page;"),
            ("page", "use wording::goals; fn a() { goals::status(); x.map(wording::programs::status) }"),
            ("wording", "pub mod goals; pub mod programs; pub mod mentors;"),
            ("wording::goals", "pub fn status() {}"),
            ("wording::programs", "pub fn status() {}"),
            ("wording::mentors", "pub fn criterion() {}"),
        ];
        assert_eq!(reached(&files), ["page", "wording::goals", "wording::programs"]);
    }

    #[test]
    fn what_is_the_servers_alone_leads_no_further() {
        let files = [
            ("", "mod page; mod text; mod badge;"),
            ("page", "use crate::text::text; fn a() { text() }"),
            ("text", "#![cfg(feature = \"ssr\")]\nuse crate::badge::Badge; pub fn text() { Badge() }"),
            ("badge", "pub fn Badge() {}"),
        ];
        assert_eq!(reached(&files), ["page", "text"]);
    }

    #[test]
    fn what_leads_nowhere_is_told() {
        let code = code(&[("", "mod page;"), ("page", "use crate::goals::Badge; fn a() { super::b() }")]);
        let told = code.edges().err().map(|error| error.to_string()).unwrap_or_default();
        assert!(told.contains("page: crate::goals::Badge") && told.contains("page: super::b"), "{told}");
    }
}
