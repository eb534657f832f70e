//! Addresses, with what programs and people put around them.

use crate::marks::is_unseen;

/// The address that a text holds: without unseen marks, `mailto:`, the name in `Name <address>`, quotation marks, and what
/// separates it from a next one that isn't there; with signs of full width as usual ones. Whether it is an address at all is
/// for the caller to judge: what isn't comes back much as it was.
#[must_use]
pub fn address(text: &str) -> String {
    let usual: String = text.chars().filter(|letter| !is_unseen(*letter)).map(of_usual_width).collect();
    bare(&usual).to_owned()
}

/// All addresses in a text.
#[must_use]
pub fn addresses(text: &str) -> Vec<String> {
    let parts = text.split(|letter: char| letter.is_whitespace() || matches!(letter, ';' | ',' | '<' | '>' | '(' | ')' | '|' | '،' | '؛'));
    let found =
        parts.map(address).filter(|part| part.split_once('@').is_some_and(|(before, behind)| !before.is_empty() && !behind.is_empty()));
    found.collect()
}

/// Signs of full width, as East Asian keyboards write them.
fn of_usual_width(letter: char) -> char {
    match letter {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
        '\u{3000}' => ' ',
        other => other,
    }
}

fn bare(text: &str) -> &str {
    let mut text = text.trim();
    loop {
        let before = text.len();
        text = without_scheme(text.trim_matches(around));
        text = text.trim_end_matches(behind).trim_start_matches(in_front);
        text = within(text, '<', '>').or_else(|| within(text, '(', ')')).unwrap_or(text);
        if text.len() == before {
            return text;
        }
    }
}

/// What stands in brackets at the end, if it could be an address.
fn within(text: &str, open: char, close: char) -> Option<&str> {
    let (_, inner) = text.strip_suffix(close)?.rsplit_once(open)?;
    (inner.contains('@') && !inner.trim().contains(char::is_whitespace)).then_some(inner)
}

fn without_scheme(text: &str) -> &str {
    match text.get(..7).filter(|scheme| scheme.eq_ignore_ascii_case("mailto:")) {
        // What may stand behind a question mark is a subject.
        Some(_) => text.get(7..).map_or(text, |rest| rest.split('?').next().unwrap_or(rest)),
        None => text,
    }
}

fn around(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '"' | '\'' | '`' | '“' | '”' | '„' | '‘' | '’' | '«' | '»')
}

fn behind(letter: char) -> bool {
    matches!(letter, ';' | ',' | '.' | ':' | '،' | '؛')
}

fn in_front(letter: char) -> bool {
    matches!(letter, ';' | ',' | ':' | '،' | '؛')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_surrounds_an_address_goes() {
        for text in [
            "ada@example.org",
            " ada@example.org\u{A0}",
            "ada\u{200B}@example\u{AD}.org",
            "\u{202A}ada@example.org\u{202C}",
            "Ada Obi <ada@example.org>",
            "\"Obi, Ada\" <ada@example.org>;",
            "Ada (ada@example.org)",
            "<ada@example.org>",
            "mailto:ada@example.org",
            "MAILTO:ada@example.org?subject=Hi",
            "<mailto:ada@example.org>",
            "ada@example.org;",
            "'ada@example.org',",
            "ada＠example.org",
            "ada@example．org.",
        ] {
            assert_eq!(address(text), "ada@example.org", "{text:?}");
        }
    }

    #[test]
    fn what_is_no_address_stays_one_that_isnt() {
        assert_eq!(address("ada obi@example.org"), "ada obi@example.org", "half of it may be somebody else's");
        assert_eq!(address("a@b.org; c@d.org"), "a@b.org; c@d.org");
        assert_eq!(address("Ada <no address>"), "Ada <no address>");
        assert_eq!((address(""), address("<>"), address("mailto:")), (String::new(), "<>".to_owned(), String::new()));
    }

    #[test]
    fn all_of_them() {
        assert_eq!(addresses("Ada <a@b.org>; c@d.org, x"), ["a@b.org", "c@d.org"]);
        assert!(addresses("Ada @ work, @, a@").is_empty());
    }
}
