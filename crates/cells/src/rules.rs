//! How cells are read where somebody knows better than the usual rules: what stands between the things of a list, and whether
//! words for "no answer" and remarks count as they are written.

use crate::list::{pieces_at, separates, separates_as_well, without_remark};
use crate::marks::{cleaned, is_empty, trimmed};
use crate::none::{is_no_answer, is_no_answer_for_sure};
use std::borrow::Cow;
use std::str::FromStr;

/// What stands between the things that a cell names.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Between {
    /// Anything that usually does: commas, semicolons, bars, bullets, tabs, line ends, strokes with spaces around them.
    #[default]
    Any,
    /// Commas alone, of any script.
    Comma,
    /// Semicolons alone, of any script.
    Semicolon,
    /// Bars alone.
    Bar,
    /// Line ends alone.
    Line,
}

impl Between {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Any, Self::Comma, Self::Semicolon, Self::Bar, Self::Line];

    /// The word by which options and forms know it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::Comma => "comma",
            Self::Semicolon => "semicolon",
            Self::Bar => "bar",
            Self::Line => "line",
        }
    }

    const fn is(self, letter: char) -> bool {
        match self {
            Self::Any => separates(letter),
            Self::Comma => matches!(letter, ',' | '،' | '、' | '，'),
            Self::Semicolon => matches!(letter, ';' | '؛' | '；'),
            Self::Bar => matches!(letter, '|' | '｜' | '¦'),
            Self::Line => matches!(letter, '\n' | '\r' | '\u{B}' | '\u{2028}'),
        }
    }
}

/// No word of [`Between`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownBetween;

impl FromStr for Between {
    type Err = UnknownBetween;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|between| between.word() == word).ok_or(UnknownBetween)
    }
}

/// How cells are read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rules {
    /// What stands between the things of a list.
    pub between: Between,
    /// Whether cells count as they are written: *None* and `N/A` are answers, remarks are part of what is in front of them, and
    /// marks that nobody sees stay.
    pub as_written: bool,
}

impl Rules {
    /// The things that a cell names ([`crate::pieces`]).
    #[must_use]
    pub fn pieces(self, text: &str) -> Vec<&str> {
        pieces_at(text, |text, at, letter| self.between.is(letter) || (self.between == Between::Any && separates_as_well(text, at, letter)))
    }

    /// Whether a text says that there is no answer ([`crate::is_no_answer`]).
    #[must_use]
    pub fn is_no_answer(self, text: &str) -> bool {
        if self.as_written { is_empty(text) } else { is_no_answer(text) }
    }

    /// The same for columns where a word may be a name ([`crate::is_no_answer_for_sure`]).
    #[must_use]
    pub fn is_no_answer_for_sure(self, text: &str) -> bool {
        if self.as_written { is_empty(text) } else { is_no_answer_for_sure(text) }
    }

    /// A value and the remark behind it ([`crate::without_remark`]).
    #[must_use]
    pub fn without_remark(self, piece: &str) -> (&str, Option<&str>) {
        if self.as_written { (trimmed(piece), None) } else { without_remark(piece) }
    }

    /// A text without what nobody sees ([`crate::cleaned`]).
    #[must_use]
    pub fn cleaned(self, text: &str) -> Cow<'_, str> {
        if self.as_written { Cow::Borrowed(text.trim()) } else { cleaned(text) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_says_what_stands_between_things_is_believed() {
        let by = |between, text: &'static str| Rules { between, as_written: false }.pieces(text);
        assert_eq!(by(Between::Any, "Leading, a team; SQL"), ["Leading", "a team", "SQL"]);
        assert_eq!(by(Between::Semicolon, "Leading, a team; SQL / Rust"), ["Leading, a team", "SQL / Rust"]);
        assert_eq!(by(Between::Comma, "a;b، c"), ["a;b", "c"]);
        assert_eq!(by(Between::Bar, "a, b|c"), ["a, b", "c"]);
        assert_eq!(by(Between::Line, "- a, b\n- c"), ["a, b", "c"]);
        for between in Between::ALL {
            assert_eq!(between.word().parse(), Ok(between));
        }
        assert_eq!("stroke".parse::<Between>(), Err(UnknownBetween));
    }

    #[test]
    fn cells_may_count_as_they_are_written() {
        let (usual, written) = (Rules::default(), Rules { as_written: true, ..Rules::default() });
        for text in ["N/A", "None", "-"] {
            assert!(usual.is_no_answer(text) && !written.is_no_answer(text), "{text}");
        }
        assert!(usual.is_no_answer_for_sure("#N/A") && !written.is_no_answer_for_sure("#N/A"));
        assert!(written.is_no_answer(" \u{200B}"), "what nobody sees is nothing all the same");
        assert_eq!((usual.without_remark("French (B2)").0, written.without_remark("French (B2)")), ("French", ("French (B2)", None)));
        assert_eq!((usual.cleaned("a\u{200B}b"), written.cleaned("a\u{200B}b")), ("ab".into(), "a\u{200B}b".into()));
    }
}
