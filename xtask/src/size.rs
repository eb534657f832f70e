//! The command `size`: what the site weighs, and whether each page keeps to its budget.
//!
//! What counts is what a browser that has nothing yet must fetch before a page looks as it should and reacts: style, glue, loader,
//! main part, the page's own parts, and the words of the frame and of the page in English, all as brotli. HTML, fonts and pictures
//! come beside.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};
use i18n::{FRAME, Locale, words_file};

use crate::client::{self, NAME};
use crate::manifest::{Entry, Site};
use crate::paths::Paths;
use crate::{symbols, words};

/// The page that visitors see first.
const FIRST: &str = "landing_page_view";
/// Pages with a budget of their own, in bytes of brotli: a fiftieth more than they need, so that they get no heavier.
const BUDGETS: [(&str, u64); 3] = [(FIRST, 244_600), ("home_page_view", 255_400), ("run_page_view", 473_800)];
/// What any other page may need.
const BUDGET: u64 = 448_500;
/// A client that was made quickly may weigh so many tenths of that.
const QUICK: u64 = 13;

/// What a page weighs.
struct Page<'a> {
    name: &'a str,
    parts: u64,
    words: u64,
    total: u64,
    budget: u64,
}

/// Prints the tables; an error when over budget.
#[allow(clippy::print_stdout, reason = "the tables are this command's product")]
pub fn report(paths: &Paths, with_crates: bool) -> Result<()> {
    let dir = paths.site();
    let site = Site::read(&dir).context("there is no site yet: run `xtask site` first")?;
    let pkg = format!("pkg/{}/", site.hash);
    let parts: BTreeMap<String, Vec<String>> = serde_json::from_str(
        &std::fs::read_to_string(dir.join(&pkg).join(client::MANIFEST)).context("the list of page parts is missing")?,
    )?;
    let words = words::of_pages(&paths.root)?;

    let mut files: Vec<&Entry> = site.files.iter().filter(|f| f.path.starts_with(&pkg)).collect();
    files.sort_by_key(|file| std::cmp::Reverse(file.sent()));
    println!("{:>12} {:>12}  file", "bytes", "brotli");
    for file in files.iter().filter(|file| !file.name().starts_with("words.")) {
        println!("{:>12} {:>12}  {}", grouped(file.size), grouped(file.sent()), file.name());
    }

    let weigh = |name: &str| files.iter().find(|f| f.name() == name).map_or(0, |f| f.sent());
    let words_of = |page: &str| weigh(&words_file(page, Locale::En));
    let frame = words_of(FRAME);
    let common: Vec<(&str, u64)> = [
        ("style", weigh(&format!("{NAME}.css"))),
        ("JavaScript", weigh(&format!("{NAME}.js")) + weigh(client::LOADER)),
        ("main WASM", weigh(&format!("{NAME}.wasm"))),
        ("words of the frame", frame),
    ]
    .into();
    let every: u64 = common.iter().map(|(_, size)| size).sum();
    // Pages of one name in two features can't be told apart by their parts' names: each counts the longer words.
    let mut spoken: BTreeMap<String, u64> = BTreeMap::new();
    for page in words.keys() {
        let most = spoken.entry(view_name(page)).or_default();
        *most = words_of(page).max(*most);
    }
    let mut pages: Vec<Page> = parts
        .iter()
        .map(|(name, needs)| {
            let name = page_name(name);
            let words = spoken.get(name).copied().unwrap_or(0);
            let parts = needs.iter().map(|part| weigh(&format!("{part}.wasm"))).sum::<u64>();
            Page { name, parts, words, total: every + parts + words, budget: budget(name, site.release) }
        })
        .collect();
    pages.sort_unstable_by_key(|page| std::cmp::Reverse((page.total, page.name)));

    println!("\nbytes of brotli before a page reacts{}", if site.release { "" } else { " (quickly made: budgets are a third higher)" });
    for (what, size) in &common {
        println!("{:>12}  every page: {what}", grouped(*size));
    }
    println!("\n{:>12} {:>12} {:>12} {:>12}  page", "all", "may be", "own parts", "own words");
    for Page { name, parts, words, total, budget } in &pages {
        println!("{:>12} {:>12} {:>12} {:>12}  {name}", grouped(*total), grouped(*budget), grouped(*parts), grouped(*words));
    }
    if with_crates {
        symbols::print_crates(&paths.work().join("named"))?;
    }
    let unknown: Vec<&str> = BUDGETS.iter().map(|(name, _)| *name).filter(|name| !pages.iter().any(|page| page.name == *name)).collect();
    ensure!(unknown.is_empty() && frame > 0, "the site lacks words or pages with a budget: {unknown:?}");
    let silent: Vec<&str> = pages.iter().filter(|page| page.words == 0).map(|page| page.name).collect();
    ensure!(silent.is_empty(), "pages without words: {silent:?}");
    let heavy: Vec<String> = pages.iter().filter(|page| page.total > page.budget).map(Page::complaint).collect();
    ensure!(heavy.is_empty(), "{}", heavy.join("\n"));
    Ok(())
}

impl Page<'_> {
    fn complaint(&self) -> String {
        let more = grouped(self.total.saturating_sub(self.budget));
        format!("{} needs {} bytes, {more} more than it may", self.name, grouped(self.total))
    }
}

/// What a page may need.
fn budget(page: &str, release: bool) -> u64 {
    let budget = BUDGETS.iter().find(|(name, _)| *name == page).map_or(BUDGET, |(_, budget)| *budget);
    if release { budget } else { budget * QUICK / 10 }
}

/// What the splitter calls a page: `home.day.HomePage` → `home_page_view`.
fn view_name(page: &str) -> String {
    let name = page.rsplit('.').next().unwrap_or(page);
    let mut out = String::with_capacity(name.len() + 8);
    for (at, c) in name.char_indices() {
        if at > 0 && c.is_ascii_uppercase() {
            out.push('_');
        }
        out.push(c.to_ascii_lowercase());
    }
    out + "_view"
}

/// The splitter names a part after the function it was cut at and a number: `__home_view_123` → `home_view`.
fn page_name(split: &str) -> &str {
    let name = split.trim_start_matches('_');
    match name.rsplit_once('_') {
        Some((page, number)) if number.bytes().all(|c| c.is_ascii_digit()) => page,
        _ => name,
    }
}

/// `1234567` → `1 234 567`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(' ');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{FIRST, budget, grouped, page_name, view_name};

    #[test]
    fn a_page_is_called_by_its_function() {
        assert_eq!(page_name("__home_view_1538818343939996252"), "home_view");
        assert_eq!(page_name("home_view"), "home_view");
        assert_eq!(view_name("home.day.HomePage"), "home_page_view");
        assert_eq!(view_name("landing.LandingPage"), FIRST);
    }

    #[test]
    fn the_first_pages_may_weigh_less_and_quick_ones_more() {
        assert!(budget(FIRST, true) < budget("home_page_view", true) && budget("home_page_view", true) < budget("run_page_view", true));
        assert_eq!(budget("another_page_view", true), 448_500);
        assert_eq!(budget("another_page_view", false), 583_050);
    }

    #[test]
    fn numbers_are_grouped_by_three() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1_000), "1 000");
        assert_eq!(grouped(12_345_678), "12 345 678");
    }
}
