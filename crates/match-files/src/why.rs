//! Why two people were paired, in a sentence a coordinator can read aloud.

use crate::config::How;
use crate::criteria::{NOTHING, Ready};
use spreadsheet::fold_value;

/// What two people say in the columns of a criterion.
pub(crate) struct Said<'a> {
    pub(crate) mentee: &'a str,
    pub(crate) mentor: &'a str,
}

/// What speaks for a pair, the weightiest first.
pub(crate) fn why<'a>(criteria: &[Ready], parts: &[u16], said: impl Fn(usize) -> Said<'a>) -> String {
    let mut reasons: Vec<(u64, String)> = Vec::new();
    for (at, (ready, part)) in criteria.iter().zip(parts).enumerate() {
        if *part == NOTHING || *part == 0 || ready.criterion.how.forbids() {
            continue;
        }
        let weight = u64::from(*part) * u64::from(ready.criterion.weight);
        reasons.push((weight, reason(ready, &said(at))));
    }
    if reasons.is_empty() {
        return "nothing known speaks for it; it was what was left".to_owned();
    }
    reasons.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    reasons.into_iter().map(|(_, reason)| reason).collect::<Vec<_>>().join("; ")
}

fn reason(ready: &Ready, said: &Said<'_>) -> String {
    let criterion = &ready.criterion;
    let (label, other) = (criterion.mentee.label(), criterion.mentor.label());
    match criterion.how {
        How::Same | How::ForbiddenIfEqual | How::ForbiddenIfNamed => format!("{label}: both {}", flat(said.mentor)),
        How::Different => format!("{label}: different ({}, {})", flat(said.mentee), flat(said.mentor)),
        How::Overlap => format!("{label}: both {}", shared(ready, said).0.join(", ")),
        How::WantedOffered => {
            let (shared, all) = shared(ready, said);
            let what = if fold_value(&label) == fold_value(&other) { label } else { format!("{label} – {other}") };
            format!("{what}: {} ({} of {all})", shared.join(", "), shared.len())
        }
        How::Close if fold_value(said.mentee) == fold_value(said.mentor) => format!("{label}: both {}", flat(said.mentor)),
        How::Close => format!("{label}: close ({}, {})", flat(said.mentee), flat(said.mentor)),
    }
}

/// What both name, as the mentee writes it, and how many things the mentee names.
fn shared<'a>(ready: &Ready, said: &Said<'a>) -> (Vec<&'a str>, usize) {
    let theirs: Vec<String> = ready.keys.items(said.mentor).into_iter().map(|item| ready.keys.key(item)).collect();
    let (mut seen, mut both) = (Vec::new(), Vec::new());
    for item in ready.keys.items(said.mentee) {
        let key = ready.keys.key(item);
        if seen.contains(&key) {
            continue;
        }
        if theirs.contains(&key) {
            both.push(item);
        }
        seen.push(key);
    }
    (both, seen.len())
}

/// A text without line ends.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
