//! Lists in cells: whatever stands between the things, and remarks behind them.

use crate::fold::fold_header;
use crate::marks::trimmed;

/// The things that a cell names, in their order: between commas, semicolons, bars, bullets, tabs and line ends, also those of other
/// scripts, and strokes with spaces around them. What is in brackets isn't cut.
#[must_use]
pub fn pieces(text: &str) -> Vec<&str> {
    pieces_at(text, |text, at, letter| separates(letter) || separates_as_well(text, at, letter))
}

/// The same where `is_between` says what stands between two things: of the text, the place in it, and the letter there.
pub(crate) fn pieces_at(text: &str, is_between: impl Fn(&str, usize, char) -> bool) -> Vec<&str> {
    let text = trimmed(text);
    // As programs write a list: ["Python", "SQL"].
    let inner = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
    let written_by_a_program = inner.is_some_and(|inner| !inner.contains(['[', ']']));
    let text = inner.filter(|_| written_by_a_program).unwrap_or(text);
    let brackets = text.matches('(').count() == text.matches(')').count();
    let (mut found, mut depth, mut start) = (Vec::new(), 0_usize, 0);
    for (at, letter) in text.char_indices() {
        match letter {
            '(' if brackets => depth += 1,
            ')' if brackets => depth = depth.saturating_sub(1),
            _ if depth == 0 && is_between(text, at, letter) => {
                found.push(text.get(start..at).unwrap_or_default());
                start = at + letter.len_utf8();
            }
            _ => {}
        }
    }
    found.push(text.get(start..).unwrap_or_default());
    let bare = |piece| {
        let piece = without_bullet(trimmed(piece));
        if written_by_a_program { piece.trim_matches(['"', '\'']) } else { piece }
    };
    found.into_iter().map(bare).filter(|piece| !piece.is_empty()).collect()
}

pub(crate) const fn separates(letter: char) -> bool {
    matches!(
        letter,
        ',' | ';'
            | '|'
            | '\n'
            | '\r'
            | '\t'
            | '\u{B}'
            | '\u{2028}'
            | '،'
            | '؛'
            | '、'
            | '，'
            | '；'
            | '｜'
            | '•'
            | '‣'
            | '●'
            | '▪'
            | '◦'
            | '¦'
    )
}

/// Whether a letter separates because of the spaces around it.
pub(crate) fn separates_as_well(text: &str, at: usize, letter: char) -> bool {
    separates_with_spaces(letter) && has_spaces_around(text, at, letter)
}

/// What is part of words too: I/O, col·laborar.
const fn separates_with_spaces(letter: char) -> bool {
    matches!(letter, '/' | '·' | '\\')
}

fn has_spaces_around(text: &str, at: usize, letter: char) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    let behind = text.get(at + letter.len_utf8()..).and_then(|behind| behind.chars().next());
    before.is_some_and(char::is_whitespace) && behind.is_some_and(char::is_whitespace)
}

/// Without what stands in front of a line of a list: `- `, `* `, `1. `, `☑ `.
fn without_bullet(piece: &str) -> &str {
    let Some((mark, rest)) = piece.split_once(' ') else { return piece };
    let number = mark.strip_suffix(['.', ')']).is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()));
    let bullet = matches!(mark, "-" | "*" | "–" | "—" | "☑" | "☒" | "✓" | "✔" | "·" | "o");
    if number || bullet { trimmed(rest) } else { piece }
}

/// What stands between a value and a remark behind it.
const BEFORE_REMARK: [&str; 4] = [" - ", " – ", " — ", ": "];

/// A value and the remark behind it, if there is one: `French (B2)`, `Python – advanced`, `Rust: 3 years`.
#[must_use]
pub fn without_remark(piece: &str) -> (&str, Option<&str>) {
    let piece = trimmed(piece);
    let bracket = [('(', ')'), ('[', ']'), ('（', '）')].into_iter().find_map(|(open, close)| {
        let (value, remark) = piece.strip_suffix(close)?.rsplit_once(open)?;
        Some((trimmed(value), trimmed(remark)))
    });
    let sign = || BEFORE_REMARK.iter().filter_map(|sign| piece.split_once(sign)).min_by_key(|(value, _)| value.len());
    match bracket.or_else(|| sign().map(|(value, remark)| (trimmed(value), trimmed(remark)))) {
        Some((value, remark)) if !value.is_empty() => (value, Some(remark)),
        _ => (piece, None),
    }
}

/// Words of how well somebody can do something, folded.
const LEVELS: &[&str] = &[
    "native",
    "fluent",
    "advanced",
    "intermediate",
    "upper",
    "lower",
    "basic",
    "basics",
    "beginner",
    "expert",
    "proficient",
    "professional",
    "good",
    "very",
    "some",
    "years",
    "year",
    "yrs",
    "level",
    "mother",
    "tongue",
    "speaker",
    "working",
    "knowledge",
    "experience",
    "of",
    "conversational",
    "elementary",
    "bilingual",
    "nativo",
    "nativa",
    "fluido",
    "fluida",
    "avanzado",
    "avanzada",
    "intermedio",
    "intermedia",
    "basico",
    "basica",
    "principiante",
    "experto",
    "experta",
    "anos",
    "ano",
    "nivel",
    "lengua",
    "materna",
    "natif",
    "native",
    "courant",
    "courante",
    "avance",
    "avancee",
    "intermediaire",
    "debutant",
    "debutante",
    "experte",
    "ans",
    "an",
    "niveau",
    "langue",
    "maternelle",
    "notions",
    "bilingue",
    "muttersprache",
    "muttersprachlich",
    "fliessend",
    "fließend",
    "fortgeschritten",
    "mittel",
    "grundkenntnisse",
    "anfanger",
    "anfangerin",
    "experte",
    "expertin",
    "jahre",
    "jahr",
    "sehr",
    "gut",
    "verhandlungssicher",
    "اللغة",
    "الام",
    "متقدم",
    "متوسط",
    "مبتدي",
    "مبتدئ",
    "خبير",
    "بطلاقة",
    "سنوات",
    "سنة",
    "جيد",
    "جدا",
    "a1",
    "a2",
    "b1",
    "b2",
    "c1",
    "c2",
];

/// Whether a remark says how well, or how long: `B2`, `fluent`, `3 years`, `★★★`.
#[must_use]
pub fn is_level(remark: &str) -> bool {
    let folded = fold_header(remark);
    let of_level = |word: &str| LEVELS.contains(&word) || word.chars().all(|letter| letter.is_numeric());
    folded.split(' ').all(|word| word.is_empty() || of_level(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_separates() {
        for text in [
            "Rust, SQL",
            "Rust; SQL;",
            "Rust|SQL",
            "Rust\nSQL",
            "- Rust\n- SQL",
            "1. Rust\n2) SQL",
            "• Rust • SQL",
            "Rust / SQL",
            "Rust\tSQL",
            "Rust، SQL",
            "Rust、SQL",
            "[\"Rust\", \"SQL\"]",
            "['Rust', 'SQL']",
        ] {
            assert_eq!(pieces(text), ["Rust", "SQL"], "{text:?}");
        }
        assert_eq!(pieces("UX/UI, CI/CD"), ["UX/UI", "CI/CD"]);
        assert_eq!(pieces("Python (pandas, numpy), SQL"), ["Python (pandas, numpy)", "SQL"]);
        assert_eq!(pieces("Python (pandas, SQL"), ["Python (pandas", "SQL"], "a bracket that nothing closes hides nothing");
        assert_eq!(pieces("- a, - b"), ["a", "b"]);
        assert!(pieces(" ,; ").is_empty());
    }

    #[test]
    fn remarks_stand_behind_a_value() {
        for (text, expected) in [
            ("French (B2)", ("French", Some("B2"))),
            ("Python – advanced", ("Python", Some("advanced"))),
            ("Rust: 3 years", ("Rust", Some("3 years"))),
            ("English", ("English", None)),
            ("(none)", ("(none)", None)),
            ("C++", ("C++", None)),
        ] {
            assert_eq!(without_remark(text), expected);
        }
        for text in ["B2", "fluent", "3 years", "Muttersprache", "★★★", "very good", "5/5", ""] {
            assert!(is_level(text), "{text}");
        }
        assert!(!is_level("personal") && !is_level("pandas"));
    }
}
