//! No circles: features don't take things from each other, nor a page and its parts.
//!
//! It follows the same names as the words of pages do ([`super::reach`]). What it doesn't see: methods and fields of a type that comes
//! from elsewhere.

use std::collections::BTreeMap;
use std::path::Path;

use super::reach::Code;
use super::read;
use super::source::{Names, Source};

/// The crates whose features are looked at.
const FEATURES: [&str; 3] = ["app/src", "crates/domain/src", "crates/service/src"];

/// The crates whose files are looked at, too.
const FILES: [&str; 2] = ["app/src", "crates/domain/src"];

/// Left out: it holds what features of `service` keep in memory, and all of them get it.
const LEFT_OUT: &str = "context";

/// What uses what, each with the files in which it does.
type Graph = BTreeMap<String, BTreeMap<String, String>>;

/// The uses between the parts of a crate, a file's part being what `part` says.
fn graph(code: &Code, part: impl Fn(&[String]) -> Option<String>) -> Graph {
    let mut graph = Graph::new();
    for (module, source) in &code.0 {
        let Some(from) = part(module) else { continue };
        for (place, _) in code.uses(module, source, &mut Vec::new()) {
            let Some(to) = part(&place).filter(|to| *to != from) else { continue };
            graph.entry(from.clone()).or_default().entry(to).or_insert_with(|| format!("{} → {}", module.join("::"), place.join("::")));
        }
    }
    graph
}

/// The uses that make up a circle; none where there is no circle.
fn circle(mut graph: Graph) -> Vec<String> {
    // Whoever uses nobody that is left is in no circle.
    loop {
        let left: Vec<String> = graph.keys().cloned().collect();
        graph.values_mut().for_each(|uses| uses.retain(|to, _| left.contains(to)));
        let before = graph.len();
        graph.retain(|_, uses| !uses.is_empty());
        if graph.len() == before {
            break;
        }
    }
    let mut seen: Vec<&String> = Vec::new();
    let mut here = graph.keys().next();
    while let Some(part) = here.filter(|part| !seen.contains(part)) {
        seen.push(part);
        here = graph.get(part).and_then(|uses| uses.keys().next());
    }
    let begin = seen.iter().position(|part| Some(*part) == here).unwrap_or(seen.len());
    seen.iter().skip(begin).filter_map(|part| graph.get(*part)?.values().next().cloned()).collect()
}

/// A feature, or what stands beside the features: the first name of a module. The crate's root hands everything on.
fn feature(module: &[String]) -> Option<String> {
    module.first().filter(|name| !is_test(module) && *name != LEFT_OUT).cloned()
}

/// A file by itself.
fn file(module: &[String]) -> Option<String> {
    let name = module.join("::");
    (!name.is_empty() && !is_test(module)).then_some(name)
}

fn is_test(module: &[String]) -> bool {
    module.iter().any(|name| name.ends_with("tests") || name == "testing" || name == "properties")
}

fn code(files: &[(&str, &str)]) -> Code {
    let path = |name: &str| -> Names { name.split("::").map(str::to_owned).collect() };
    Code(files.iter().map(|(name, text)| (path(name), Source::read(text).unwrap_or_default())).collect())
}

#[test]
fn features_do_not_take_things_from_each_other_in_circles() {
    for src in FEATURES {
        let code = read(&checkout().join(src)).unwrap_or_default();
        let features = graph(&code, feature);
        assert!(features.len() > 10, "the sources of {src} lie elsewhere: {}", features.len());
        let circle = circle(features);
        assert!(circle.is_empty(), "features of {src} in a circle; what they share belongs below them:\n{}", circle.join("\n"));
    }
}

#[test]
fn a_page_and_its_parts_are_no_circle() {
    for src in FILES {
        let circle = circle(graph(&read(&checkout().join(src)).unwrap_or_default(), file));
        assert!(circle.is_empty(), "files of {src} in a circle; what they share belongs into a file beside them:\n{}", circle.join("\n"));
    }
}

#[test]
fn a_circle_is_told_with_its_files_and_what_only_leads_there_is_not() {
    let files = [
        ("goals", "mod list; pub use list::List; pub struct Direction;"),
        ("goals::list", "use crate::mentors::Card; pub struct List;"),
        ("mentors", "use crate::skills; fn a() { skills::add() } pub struct Card;"),
        ("skills", "use crate::goals::Direction; pub fn add() {}"),
        ("home", "use crate::goals::List;"),
        ("ids", "pub struct Id;"),
    ];
    assert_eq!(circle(graph(&code(&files), feature)), ["goals::list → mentors", "mentors → skills", "skills → goals"]);
    let [.., home, ids] = &files;
    assert!(circle(graph(&code(&[*home, *ids, ("goals", "pub struct List;")]), feature)).is_empty());
}

#[test]
fn parts_that_take_from_their_page_are_a_circle_and_through_a_file_beside_it_they_are_not() {
    let page = "use super::row::Row; pub struct Actions; fn a() { Row() }";
    let circles = [("list::page", page), ("list::row", "use super::page::Actions; pub fn Row() {}"), ("list", "mod page; mod row;")];
    assert_eq!(circle(graph(&code(&circles), file)), ["list::page → list::row", "list::row → list::page"]);
    let beside = [
        ("list::page", "use super::{actions::Actions, row::Row}; fn a() { Row() }"),
        ("list::row", "use super::actions::Actions; pub fn Row() {}"),
        ("list::actions", "pub struct Actions;"),
        ("list", "mod page; mod row; mod actions;"),
    ];
    assert!(circle(graph(&code(&beside), file)).is_empty());
}

fn checkout() -> &'static Path {
    super::tests::checkout()
}
