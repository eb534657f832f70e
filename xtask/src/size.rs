//! The command `size`: what the site weighs, and whether the start page keeps to its budget.
//!
//! What counts is what must arrive before a page reacts: glue, loader, the main part, the
//! messages of one language (the start page needs few of them) and the page's own parts, all as brotli. The style and
//! the HTML come first and don't wait for these.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};

use crate::client;
use crate::manifest::{Entry, Site};
use crate::paths::Paths;
use crate::symbols;

/// What the page that visitors see first may need, in bytes of brotli.
const BUDGET: u64 = 350_000;
/// The page that visitors see first.
pub const FIRST: &str = "landing_page_view";

/// Prints the tables; an error when over budget.
#[allow(clippy::print_stdout, reason = "the tables are this command's product")]
pub fn report(paths: &Paths, with_crates: bool) -> Result<()> {
    let dir = paths.site();
    let site = Site::read(&dir).context("there is no site yet: run `xtask site` first")?;
    let pkg = format!("pkg/{}/", site.hash);
    let parts: BTreeMap<String, Vec<String>> = serde_json::from_str(
        &std::fs::read_to_string(dir.join(&pkg).join(client::MANIFEST)).context("the list of page parts is missing")?,
    )?;

    let mut files: Vec<&Entry> = site.files.iter().filter(|f| f.path.starts_with(&pkg)).collect();
    files.sort_by_key(|file| std::cmp::Reverse(file.sent()));
    println!("{:>12} {:>12}  file", "bytes", "brotli");
    for file in &files {
        println!("{:>12} {:>12}  {}", grouped(file.size), grouped(file.sent()), file.name());
    }

    let weigh = |name: &str| files.iter().find(|f| f.name() == name).map_or(0, |f| f.sent());
    let main: u64 =
        [format!("{}.js", client::NAME), format!("{}.wasm", client::NAME), client::LOADER.to_owned()].iter().map(|name| weigh(name)).sum();
    let biggest = |part: i18n::Part| i18n::Locale::ALL.into_iter().map(|locale| weigh(&part.file(locale))).max().unwrap_or(0);
    let (few, messages) = (biggest(i18n::Part::First), biggest(i18n::Part::First) + biggest(i18n::Part::Rest));
    let page = |needs: &Vec<String>| needs.iter().map(|part| weigh(&format!("{part}.wasm"))).sum::<u64>();
    let mut pages: Vec<(u64, &str)> = parts.iter().map(|(name, needs)| (page(needs), page_name(name))).collect();
    pages.sort_unstable_by(|a, b| b.cmp(a));
    let first = pages.iter().find(|(_, name)| *name == FIRST).map_or(0, |(size, _)| *size);
    let heaviest = pages.first().map_or(0, |(size, _)| *size);

    println!("\nbrotli bytes before a page reacts");
    println!("{:>12}  every page: JavaScript and main WASM", grouped(main));
    println!("{:>12}  one language's messages (the biggest); {} of them for the start page", grouped(messages), grouped(few));
    for (size, name) in &pages {
        println!("{:>12}  page {name}", grouped(*size));
    }
    let total = main + few + first;
    println!("{:>12}  the heaviest page, opened first", grouped(main + messages + heaviest));
    println!("{:>12}  the start page, opened first; it may need {}", grouped(total), grouped(BUDGET));
    if with_crates {
        symbols::print_crates(&paths.work().join("named"))?;
    }
    ensure!(
        first > 0 && few > 0 && total <= BUDGET,
        "the start page needs {} bytes, {} more than it may",
        grouped(total),
        grouped(total.saturating_sub(BUDGET))
    );
    Ok(())
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
    use super::{grouped, page_name};

    #[test]
    fn a_page_is_called_by_its_function() {
        assert_eq!(page_name("__home_view_1538818343939996252"), "home_view");
        assert_eq!(page_name("home_view"), "home_view");
    }

    #[test]
    fn numbers_are_grouped_by_three() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1_000), "1 000");
        assert_eq!(grouped(12_345_678), "12 345 678");
    }
}
