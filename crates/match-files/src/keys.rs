//! The things that people name in a cell, and when two of them are one.

use crate::config::How;
use cells::{Rules, fold_value, is_level, people_named};
use std::collections::HashSet;

/// What stands between people of a list. Names contain commas ("Doe, Jane"), so it isn't one.
const BETWEEN_PEOPLE: [char; 5] = [';', '|', '\n', '\r', '؛'];

/// The things that somebody names, in their order.
pub(crate) fn items(how: How, rules: Rules, text: &str) -> Vec<&str> {
    let items = match how {
        How::Overlap | How::WantedOffered => rules.pieces(text),
        How::ForbiddenIfEqual => text.split(BETWEEN_PEOPLE).map(str::trim).collect(),
        How::Same | How::Different | How::Close | How::ForbiddenIfNamed => vec![text.trim()],
    };
    items.into_iter().filter(|item| !rules.is_no_answer(item)).collect()
}

/// How things of a criterion are compared.
#[derive(Clone, Debug)]
pub(crate) struct Keys {
    how: How,
    rules: Rules,
    /// What somebody names without a remark behind it.
    alone: HashSet<String>,
}

impl Keys {
    /// From what everybody says.
    pub(crate) fn new<'t>(how: How, rules: Rules, texts: impl Iterator<Item = &'t String>) -> Self {
        let mut alone = HashSet::new();
        if lists(how) {
            for item in texts.flat_map(|text| items(how, rules, text)).filter(|item| rules.without_remark(item).1.is_none()) {
                alone.insert(fold_value(item).into_owned());
            }
        }
        Self { how, rules, alone }
    }

    /// The things that somebody names, in their order.
    pub(crate) fn items<'t>(&self, text: &'t str) -> Vec<&'t str> {
        items(self.how, self.rules, text)
    }

    /// Whether a cell is cut into several things.
    pub(crate) fn cuts(&self, text: &str) -> bool {
        lists(self.how) && self.items(text).len() > 1
    }

    /// What is left of a thing whose remark plays no part.
    pub(crate) fn shortened<'t>(&self, item: &'t str) -> Option<&'t str> {
        let (value, remark) = self.rules.without_remark(item);
        (lists(self.how) && remark.is_some() && self.key(item) == fold_value(value)).then_some(value)
    }

    /// The text that is the same for what is one thing.
    pub(crate) fn key(&self, item: &str) -> String {
        match self.how {
            How::Overlap | How::WantedOffered => self.without_remark(item),
            How::ForbiddenIfEqual => person(item),
            How::Same | How::Different | How::Close | How::ForbiddenIfNamed => fold_value(item).into_owned(),
        }
    }

    /// "French (B2)" is French, and "Finance (personal)" is finance if somebody says "Finance" alone; else what is in brackets tells
    /// it from "Finance (public)".
    fn without_remark(&self, item: &str) -> String {
        if let (value, Some(remark)) = self.rules.without_remark(item) {
            let value = fold_value(value).into_owned();
            if is_level(remark) || self.alone.contains(&value) {
                return value;
            }
        }
        fold_value(item).into_owned()
    }
}

const fn lists(how: How) -> bool {
    matches!(how, How::Overlap | How::WantedOffered)
}

/// A name in either order, or an address whatever stands around it. What has other signs or digits in it isn't somebody's name.
fn person(item: &str) -> String {
    let of_names =
        |letter: char| letter.is_alphabetic() || letter.is_whitespace() || matches!(letter, ',' | '.' | '\'' | '’' | '-' | '(' | ')');
    if item.contains('@') || item.chars().all(of_names) {
        let named = people_named(item);
        if let [one] = named.as_slice() {
            let name = one.names.first().map(|words| words.join(" "));
            if let Some(key) = one.addresses.first().cloned().or(name) {
                return key;
            }
        }
    }
    fold_value(item).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remarks_behind_a_value() {
        let texts = ["Finance, French (B2)".to_owned(), "Law (public); Finance (personal)".to_owned()];
        let keys = Keys::new(How::Overlap, Rules::default(), texts.iter());
        for (item, key) in [
            ("French", "french"),
            ("French (B2)", "french"),
            ("finance – personal", "finance"),
            ("Law (public)", "law (public)"),
            ("Law (private)", "law (private)"),
        ] {
            assert_eq!(keys.key(item), key, "{item}");
        }
    }

    #[test]
    fn people_and_other_things() {
        for (one, other) in [("Doe, Jane", "jane doe"), ("Ada <A@x.org>", "a@x.org"), ("mailto:a@x.org", "a@x.org")] {
            assert_eq!(person(one), person(other));
        }
        for (one, other) in [("Dept 1", "Dept 2"), ("C", "C++"), ("Doe, Jane", "Doe, John"), ("1", "2")] {
            assert_ne!(person(one), person(other));
        }
    }
}
