//! The messages of Trellis in every language it speaks, with plurals, dates, numbers and lists.
//!
//! The words live in `locales/<language>/<feature>.toml`; each becomes a constant in [`m`]. The server carries every
//! language (feature `all-locales`); the client holds none and is given those of a page before it shows the page ([`give`]), so
//! that nobody downloads five languages, or the words of what they don't look at. What this crate does not do: decide which language
//! somebody reads, or which words a page needs (`xtask` reads that from the page's code).

mod bidi;
mod dates;
mod given;
mod locale;
mod plural;

pub use given::{FRAME, give, words_file};
#[cfg(feature = "all-locales")]
pub use given::{key, names, words_json};
pub use locale::Locale;
pub use plural::Plural;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// One message, by its place in the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(u16);

/// A language and its words. Cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct I18n {
    /// The language.
    pub locale: Locale,
    /// All of its words; nothing where only those are known that were given.
    table: Option<&'static [&'static str]>,
}

impl I18n {
    /// The words of a language, compiled in.
    #[cfg(feature = "all-locales")]
    #[must_use]
    pub const fn of(locale: Locale) -> Self {
        Self { locale, table: Some(tables::of(locale)) }
    }

    /// A language whose words are those that were given so far, and will be.
    #[must_use]
    pub const fn given(locale: Locale) -> Self {
        Self { locale, table: None }
    }

    /// A text with its placeholders filled in. What reads in the other direction than the language is set apart, so that it turns
    /// round nothing that stands beside it.
    fn fill(self, text: &str, args: &[(&str, &str)]) -> String {
        let mut out = String::with_capacity(text.len() + 16);
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let Some((name, tail)) = after.split_once('}') else {
                out.push('{');
                rest = after;
                continue;
            };
            match args.iter().find(|(known, _)| *known == name) {
                Some((_, value)) if bidi::foreign(value, self.locale) => {
                    out.push(bidi::ISOLATE);
                    out.push_str(value);
                    out.push(bidi::END);
                }
                Some((_, value)) => out.push_str(value),
                None => {
                    out.push('{');
                    out.push_str(name);
                    out.push('}');
                }
            }
            rest = tail;
        }
        out.push_str(rest);
        out
    }

    fn raw(self, key: Key) -> &'static str {
        let place = usize::from(key.0);
        match self.table {
            Some(table) => table.get(place).copied().unwrap_or_default(),
            None => given::word(place),
        }
    }

    /// A message without placeholders.
    #[must_use]
    pub fn t(self, key: Key) -> &'static str {
        let raw = self.raw(key);
        if raw.starts_with('\u{1}') { form(raw, Plural::Other) } else { raw }
    }

    /// A message with its placeholders `{name}` filled in.
    #[must_use]
    pub fn f(self, key: Key, args: &[(&str, &str)]) -> String {
        self.fill(self.t(key), args)
    }

    /// A message that depends on a number: the plural form of this language, `{count}` filled in and other placeholders too.
    #[must_use]
    pub fn n(self, key: Key, count: i64, args: &[(&str, &str)]) -> String {
        let raw = self.raw(key);
        let text = if raw.starts_with('\u{1}') { form(raw, plural::of(self.locale, count)) } else { raw };
        let number = self.number(count);
        let mut all = Vec::with_capacity(args.len() + 1);
        all.push(("count", number.as_str()));
        all.extend_from_slice(args);
        self.fill(text, &all)
    }

    /// A whole number with this language's thousands separators.
    #[must_use]
    pub fn number(self, n: i64) -> String {
        let digits = n.unsigned_abs().to_string();
        let separator = match self.locale {
            Locale::En | Locale::Ar => ",",
            Locale::Es | Locale::De => ".",
            Locale::Fr => "\u{202f}",
        };
        // Spanish leaves four digits together.
        let grouped = if self.locale == Locale::Es && digits.len() == 4 {
            digits
        } else {
            let mut out = String::with_capacity(digits.len() + digits.len() / 3);
            for (i, c) in digits.chars().enumerate() {
                if i > 0 && (digits.len() - i).is_multiple_of(3) {
                    out.push_str(separator);
                }
                out.push(c);
            }
            out
        };
        if n < 0 { format!("\u{2212}{grouped}") } else { grouped }
    }

    /// `a, b and c` in this language.
    #[must_use]
    pub fn list<S: AsRef<str>>(self, items: &[S]) -> String {
        match items {
            [] => String::new(),
            [one] => one.as_ref().to_owned(),
            [first, .., last] => {
                let comma = if self.locale == Locale::Ar { "\u{60c} " } else { ", " };
                let head = items.get(..items.len() - 1).unwrap_or_default().iter().map(AsRef::as_ref).collect::<Vec<_>>().join(comma);
                let head = if items.len() == 2 { first.as_ref().to_owned() } else { head };
                self.f(m::COMMON_LIST_AND, &[("head", &head), ("last", last.as_ref())])
            }
        }
    }
}

fn form(raw: &'static str, plural: Plural) -> &'static str {
    let find = |word: &str| raw.split('\u{1}').find_map(|f| f.split_once('=').filter(|(k, _)| *k == word).map(|(_, v)| v));
    find(plural.as_str()).or_else(|| find("other")).unwrap_or_default()
}
