//! What one file of the application's code says about words: the messages it names, what it defines, and what of other files it uses.
//!
//! It reads tokens, so that comments and texts don't count and what stands inside of macros does. Which file a name
//! leads to is not its business.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};
use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};

/// A path as it is written: `["super", "words", "GoalBadge"]`.
pub type Names = Vec<String>;

/// A name that a file takes in.
#[derive(Debug)]
pub struct Use {
    /// What is taken in; for `use a::*`, this is `a`.
    pub path: Names,
    /// What it is called here; nothing for everything that is in `path`.
    pub name: Option<String>,
    /// Whether it may only be handed on.
    pub public: bool,
}

/// A file.
#[derive(Debug, Default)]
pub struct Source {
    /// What is defined at the top of the file.
    pub defines: BTreeSet<String>,
    /// What is taken in, anywhere in the file.
    pub uses: Vec<Use>,
    /// Paths of two names or more, without those of `uses`.
    pub paths: BTreeSet<Names>,
    /// Single names.
    pub names: BTreeSet<String>,
    /// Types that something is implemented for.
    pub implements: Vec<Names>,
    /// Types that are pages.
    pub pages: Vec<String>,
    /// Messages, by the names of their constants.
    pub messages: BTreeSet<String>,
    /// Whether the file is the server's alone, so that no client needs its words.
    pub server_only: bool,
}

impl Source {
    /// Reads a file.
    pub fn read(text: &str) -> Result<Self> {
        let server_only = text.lines().any(|line| line == "#![cfg(feature = \"ssr\")]");
        let mut source = Self { server_only, ..Self::default() };
        // `parse` fails on what is no Rust at all.
        let tokens: TokenStream = text.parse().map_err(|error| anyhow::anyhow!("{error}"))?;
        source.walk(&tokens.into_iter().collect::<Vec<_>>(), true)?;
        Ok(source)
    }

    fn walk(&mut self, tokens: &[TokenTree], top: bool) -> Result<()> {
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            let rest = tokens.get(at..).unwrap_or_default();
            match token {
                TokenTree::Group(group) => {
                    self.walk(&group.stream().into_iter().collect::<Vec<_>>(), false)?;
                    at += 1;
                }
                // `use<'a>` in a type says nothing of names.
                TokenTree::Ident(word) if *word == "use" && !is_punct(rest.get(1), '<') => {
                    let end = rest.iter().position(|token| is_punct(Some(token), ';')).unwrap_or(rest.len());
                    let public = tokens.get(..at).unwrap_or_default().iter().rev().find(|token| !matches!(token, TokenTree::Group(_)));
                    let public = matches!(public, Some(TokenTree::Ident(word)) if *word == "pub");
                    self.take_in(rest.get(1..end).unwrap_or_default(), &[], public)?;
                    at += end;
                }
                TokenTree::Ident(word) if *word == "mod" && is_ident(rest.get(1), "tests") => at += 3,
                TokenTree::Ident(word) => {
                    if top {
                        self.define(&word.to_string(), rest);
                    }
                    let path = path_at(rest);
                    at += (path.len() * 3 - 2).max(1);
                    self.mention(path);
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => at += 1,
            }
        }
        Ok(())
    }

    /// Notes what an item at the top of the file defines.
    fn define(&mut self, word: &str, rest: &[TokenTree]) {
        let next = match rest.get(1) {
            Some(TokenTree::Ident(name)) => Some(name.to_string()),
            _ => None,
        };
        match (word, next) {
            ("fn", Some(name)) => {
                // A server function `load_goals` is a type `LoadGoals` as well.
                self.defines.insert(camel(&name));
                self.defines.insert(name);
            }
            ("struct" | "enum" | "const" | "static" | "type" | "trait" | "union" | "mod", Some(name)) => drop(self.defines.insert(name)),
            ("impl", _) => self.implement(rest),
            _ => {}
        }
    }

    /// `impl<T> Trait for Type<T> { … }`
    fn implement(&mut self, rest: &[TokenTree]) {
        let end = rest.iter().position(|t| matches!(t, TokenTree::Group(g) if g.delimiter() == Delimiter::Brace)).unwrap_or(rest.len());
        let head = without_generics(rest.get(1..end).unwrap_or_default());
        let (before, of) = match head.iter().position(|token| is_ident(Some(token), "for")) {
            Some(place) => (head.get(..place).unwrap_or_default(), head.get(place + 1..).unwrap_or_default()),
            None => (Default::default(), head.as_slice()),
        };
        let of: Vec<TokenTree> = of.iter().skip_while(|token| !matches!(token, TokenTree::Ident(_))).cloned().collect();
        let of = path_at(&of);
        if path_at(before).last().is_some_and(|name| name == "LazyRoute") {
            self.pages.extend(of.last().cloned());
        }
        if !of.is_empty() {
            self.implements.push(of);
        }
    }

    /// Notes a path or a single name.
    fn mention(&mut self, path: Names) {
        let words: Vec<&str> = path.iter().map(String::as_str).collect();
        match words.as_slice() {
            ["m", message, ..] | ["i18n", "m", message, ..] => drop(self.messages.insert((*message).to_owned())),
            [single] => drop(self.names.insert((*single).to_owned())),
            _ => {
                self.names.extend(path.first().cloned());
                self.paths.insert(path);
            }
        }
    }

    /// Notes the names of a tree such as `a::{b, c as d, self, *}` below `before`.
    fn take_in(&mut self, tree: &[TokenTree], before: &[String], public: bool) -> Result<()> {
        for branch in tree.split(|token| is_punct(Some(token), ',')) {
            let mut path = before.to_vec();
            let mut name = None;
            let mut all = false;
            let mut inner = None;
            let mut tokens = branch.iter();
            while let Some(token) = tokens.next() {
                match token {
                    TokenTree::Ident(word) if *word == "as" => name = tokens.next().map(ToString::to_string),
                    TokenTree::Ident(word) if *word == "self" && !path.is_empty() => {}
                    TokenTree::Ident(word) => path.push(word.to_string()),
                    TokenTree::Group(group) => inner = Some(group.stream().into_iter().collect::<Vec<_>>()),
                    TokenTree::Punct(punct) => all |= punct.as_char() == '*',
                    TokenTree::Literal(_) => {}
                }
            }
            if let Some(inner) = inner {
                self.take_in(&inner, &path, public)?;
                continue;
            }
            let words: Vec<&str> = path.iter().map(String::as_str).collect();
            let readable = match words.as_slice() {
                ["i18n"] => !all,
                ["i18n", "m"] => !all && name.is_none(),
                ["i18n", "m", ..] => false,
                _ => true,
            };
            ensure!(readable, "messages are found by `m::NAME`: take in `i18n::m` as it is, instead of `{}`", path.join("::"));
            if path.len() > 1 || all || name.is_some() {
                let name = if all { None } else { name.or_else(|| path.last().cloned()) };
                self.uses.push(Use { path, name, public });
            }
        }
        Ok(())
    }
}

fn is_punct(token: Option<&TokenTree>, wanted: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == wanted)
}

fn is_ident(token: Option<&TokenTree>, wanted: &str) -> bool {
    matches!(token, Some(TokenTree::Ident(word)) if *word == wanted)
}

/// The path that begins here: names with `::` between them.
fn path_at(tokens: &[TokenTree]) -> Names {
    let mut path = Names::new();
    let mut rest = tokens;
    while let [TokenTree::Ident(name), after @ ..] = rest {
        path.push(name.to_string());
        match after {
            [TokenTree::Punct(first), TokenTree::Punct(second), next @ ..]
                if first.as_char() == ':' && first.spacing() == Spacing::Joint && second.as_char() == ':' =>
            {
                rest = next;
            }
            _ => break,
        }
    }
    path
}

/// Without what stands between `<` and `>`.
fn without_generics(tokens: &[TokenTree]) -> Vec<TokenTree> {
    let mut depth = 0_usize;
    let mut arrow = false;
    let mut out = Vec::new();
    for token in tokens {
        match token {
            TokenTree::Punct(punct) if punct.as_char() == '<' => depth += 1,
            // The second half of `->` closes nothing.
            TokenTree::Punct(punct) if punct.as_char() == '>' && !arrow => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(token.clone()),
            _ => {}
        }
        arrow = is_punct(Some(token), '-');
    }
    out
}

/// `load_goals` → `LoadGoals`.
fn camel(name: &str) -> String {
    name.split('_')
        .flat_map(|part| {
            let mut letters = part.chars();
            letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts<'a>(all: impl IntoIterator<Item = &'a String>) -> Vec<&'a str> {
        all.into_iter().map(String::as_str).collect()
    }

    #[test]
    fn messages_are_found_wherever_code_names_them() {
        let source = Source::read(
            "fn a() { view! { <p class=i18n::m::A_CLASS>{i18n.t(m::A_TITLE)}</p> } }\n\
             // m::A_COMMENT\n const B: &[Key] = &[m::B_ONE, if x { m::B_TWO } else { \"m::B_TEXT\" }];\n\
             mod tests { fn c() { m::C_TEST } }",
        )
        .unwrap();
        assert_eq!(texts(&source.messages), ["A_CLASS", "A_TITLE", "B_ONE", "B_TWO"]);
    }

    #[test]
    fn messages_that_hide_are_refused() {
        for hidden in ["use i18n::m::A_TITLE;", "use i18n::m::*;", "use i18n::{m as words};", "use i18n::*;"] {
            assert!(Source::read(hidden).is_err(), "{hidden}");
        }
        assert!(Source::read("use i18n::{I18n, m}; fn a(l: impl Fn() -> T + use<'a>) {}").is_ok());
    }

    #[test]
    fn it_knows_what_is_defined_and_taken_in() {
        let source = Source::read(
            "pub(crate) use a::{b, c as d, e::{self, f}, g::*};\nuse super::h;\n\
             #[server] pub async fn load_goals() { use crate::i; j::k(); let l: m2 = n::<o::p>(); }\n\
             struct Q; impl<T: Fn() -> u8> LazyRoute for Q { fn view() {} } impl fmt::Display for r::S<T> {} impl Q {}",
        )
        .unwrap();
        let uses: Vec<String> = source.uses.iter().map(|u| format!("{} {:?} {}", u.path.join("::"), u.name.as_deref(), u.public)).collect();
        assert_eq!(
            uses,
            [
                "a::b Some(\"b\") true",
                "a::c Some(\"d\") true",
                "a::e Some(\"e\") true",
                "a::e::f Some(\"f\") true",
                "a::g None true",
                "super::h Some(\"h\") false",
                "crate::i Some(\"i\") false",
            ]
        );
        assert_eq!(texts(&source.defines), ["LoadGoals", "Q", "load_goals"]);
        assert_eq!(source.pages, ["Q"]);
        assert_eq!(source.implements, [vec!["Q"], vec!["r", "S"], vec!["Q"]]);
        let paths: Vec<String> = source.paths.iter().map(|path| path.join("::")).collect();
        assert_eq!(paths, ["fmt::Display", "j::k", "o::p", "r::S"]);
    }
}
