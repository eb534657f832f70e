//! The style bundle: `style/main.css` with its `@import`s put in place, without comments and
//! idle white space. It doesn't rewrite values, prefix or nest: browsers that run this site
//! understand the style as it is written, and brotli does the rest.

use std::path::Path;

use anyhow::{Context, Result, bail};

/// Reads `entry`, puts every local `@import` in place and squeezes the whole.
pub fn bundle(entry: &Path) -> Result<String> {
    let mut chain = Vec::new();
    let whole = inline(entry, &mut chain)?;
    Ok(squeeze(&whole))
}

fn inline(file: &Path, chain: &mut Vec<std::path::PathBuf>) -> Result<String> {
    let file = file.canonicalize().with_context(|| format!("style file {}", file.display()))?;
    if chain.contains(&file) {
        bail!("{} imports itself", file.display());
    }
    let source = strip_comments(&std::fs::read_to_string(&file)?);
    let folder = file.parent().context("a style file without a folder")?.to_path_buf();
    chain.push(file);
    let mut out = String::new();
    let mut rest = source.as_str();
    while let Some(at) = rest.find("@import") {
        let (before, import) = rest.split_at(at);
        out.push_str(before);
        let end = import.find(';').context("an @import without its semicolon")?;
        let (statement, after) = import.split_at(end);
        let (target, condition) = parse_import(statement)?;
        let body = inline(&folder.join(target), chain)
            .with_context(|| format!("imported by {}", chain.last().map_or("", |f| f.to_str().unwrap_or(""))))?;
        out.push_str(&wrap(&body, condition));
        rest = after.strip_prefix(';').unwrap_or(after);
    }
    out.push_str(rest);
    chain.pop();
    Ok(out)
}

/// `@import url("a.css") layer(base)` → (`a.css`, `layer(base)`).
fn parse_import(statement: &str) -> Result<(&str, &str)> {
    let value = statement.trim_start_matches("@import").trim();
    let (target, condition) = match value.strip_prefix("url(") {
        Some(inner) => inner.split_once(')').context("an @import url( without its end")?,
        None => {
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
            let quote = quote.with_context(|| format!("cannot read `{statement}`"))?;
            value.get(1..).and_then(|inner| inner.split_once(quote)).with_context(|| format!("cannot read `{statement}`"))?
        }
    };
    let target = target.trim().trim_matches(|c| matches!(c, '"' | '\''));
    if target.contains("://") || target.starts_with('/') {
        bail!("`{statement}`: only files of the project may be imported");
    }
    Ok((target, condition.trim()))
}

fn wrap(body: &str, condition: &str) -> String {
    if condition.is_empty() {
        return body.to_owned();
    }
    if let Some(inner) = condition.strip_prefix("layer(")
        && let Some((layer, rest)) = inner.split_once(')')
    {
        return wrap(&format!("@layer {layer} {{{body}}}"), rest.trim());
    }
    if let Some(inner) = condition.strip_prefix("supports(")
        && let Some((test, rest)) = inner.rsplit_once(')')
    {
        return wrap(&format!("@supports ({test}) {{{body}}}"), rest.trim());
    }
    format!("@media {condition} {{{body}}}")
}

/// Walks `text` and hands each piece to `each`, which learns whether the piece is quoted.
fn pieces(text: &str, mut each: impl FnMut(&str, bool)) {
    let mut start = 0;
    let mut quote = None;
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match quote {
            None if matches!(c, '"' | '\'') => {
                each(text.get(start..at).unwrap_or_default(), false);
                (start, quote) = (at, Some(c));
            }
            Some(q) if c == q && !escaped => {
                let end = at + c.len_utf8();
                each(text.get(start..end).unwrap_or_default(), true);
                (start, quote) = (end, None);
            }
            _ => {}
        }
        escaped = c == '\\' && !escaped;
    }
    each(text.get(start..).unwrap_or_default(), quote.is_some());
}

/// Comments first, because an apostrophe in one is no quote.
fn strip_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut quote = None;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match (quote, c) {
            (None, '/') if chars.peek() == Some(&'*') => {
                chars.next();
                let mut last = ' ';
                for inner in chars.by_ref() {
                    if last == '*' && inner == '/' {
                        break;
                    }
                    last = inner;
                }
                out.push(' ');
                continue;
            }
            (None, '"' | '\'') => quote = Some(c),
            (Some(_), '\\') => {
                out.push(c);
                out.extend(chars.next());
                continue;
            }
            (Some(q), _) if q == c => quote = None,
            _ => {}
        }
        out.push(c);
    }
    out
}

/// White space only where it means something: never beside `{ } ; ,`, once elsewhere.
fn squeeze(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    pieces(text, |piece, quoted| {
        if quoted {
            out.push_str(piece);
            return;
        }
        for c in piece.chars() {
            let tight = |c: char| matches!(c, '{' | '}' | ';' | ',');
            if c.is_whitespace() {
                if !out.is_empty() && !out.ends_with(' ') && !out.ends_with(tight) {
                    out.push(' ');
                }
                continue;
            }
            if tight(c) && out.ends_with(' ') {
                out.pop();
            }
            if c == '}' && out.ends_with(';') {
                out.pop();
            }
            out.push(c);
        }
    });
    out
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;
    use crate::paths::Scratch;

    #[test]
    fn imports_land_in_their_layers_in_order() {
        let dir = Scratch::new("css-1");
        let write = |name: &str, text: &str| std::fs::write(dir.path().join(name), text).unwrap();
        std::fs::create_dir(dir.path().join("ui")).unwrap();
        write(
            "main.css",
            "@layer base, ui;\n@import \"base.css\" layer(base);\n@import url('ui/all.css') layer(ui) print;\np { margin: 0; }",
        );
        write("base.css", "/* it's here */ a:hover , b > c { color : red ; }");
        write("ui/all.css", "@import './deep.css';");
        write("ui/deep.css", ".x { width: calc(1px + 2px); content: \"a  {  /* b */\"; }");
        let out = bundle(&dir.path().join("main.css")).unwrap();
        assert_eq!(
            out,
            "@layer base,ui;@layer base{a:hover,b > c{color : red}}\
             @media print{@layer ui{.x{width: calc(1px + 2px);content: \"a  {  /* b */\"}}}p{margin: 0}"
        );
    }

    #[test]
    fn a_circle_a_missing_file_and_a_foreign_address_are_errors() {
        let dir = Scratch::new("css-2");
        let file = dir.path().join("main.css");
        for source in ["@import 'main.css';", "@import 'nowhere.css';", "@import 'https://example.org/a.css';", "@import 'a.css'"] {
            std::fs::write(&file, source).unwrap();
            assert!(bundle(&file).is_err(), "{source}");
        }
    }

    #[test]
    fn white_space_that_means_something_stays() {
        assert_eq!(squeeze("a  :is(b,\n c)  d { margin: -1px  +2px }"), "a :is(b,c) d{margin: -1px +2px}");
    }
}
