//! Skills: how their names are compared, and what people type into a field of skills.

use crate::limits::{SKILL_NAME_MAX, SKILLS_MAX, line};
use crate::problem::ProblemCode;
use crate::search::fold;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

/// A skill on offer while somebody types.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkillHit {
    /// Its id.
    pub id: String,
    /// Its name, in the reader's language.
    pub name: String,
    /// The group it belongs to; none for one that people added.
    pub group: Option<String>,
}

/// The form under which a name is compared: folded, but with what tells C from C++ and C#. Empty without letters or digits.
#[must_use]
pub fn key(name: &str) -> String {
    if !name.chars().any(char::is_alphanumeric) {
        return String::new();
    }
    fold(&name.replace('+', " plus ").replace(['#', '♯'], " sharp "))
}

/// The names in a text where they stand on lines of their own or between commas (also the Arabic one) or semicolons.
/// What has neither letter nor digit is left out, a name given twice is there once.
///
/// # Errors
/// `TooLong` for a name, `TooMany` of them.
pub fn typed(text: &str) -> Result<Vec<String>, ProblemCode> {
    let mut names: Vec<String> = Vec::new();
    let mut keys: Vec<String> = Vec::new();
    // Normalised first: there are signs that become a comma or a semicolon by it.
    let text: String = text.nfc().collect();
    for piece in text.split(['\n', '\r', ',', ';', '،', '؛', '、']) {
        let name = line(piece, 0, SKILL_NAME_MAX)?;
        let key = key(&name);
        if key.is_empty() || keys.contains(&key) {
            continue;
        }
        if names.len() == SKILLS_MAX {
            return Err(ProblemCode::TooMany { max: SKILLS_MAX });
        }
        names.push(name);
        keys.push(key);
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_stand_between_commas_of_any_script_or_on_lines() {
        assert_eq!(
            typed("Rust, leading  a team\r\n قيادة فريق، Go;rust,, —"),
            Ok(vec!["Rust".to_owned(), "leading a team".to_owned(), "قيادة فريق".to_owned(), "Go".to_owned()])
        );
        assert_eq!(typed("  "), Ok(Vec::new()));
    }

    #[test]
    fn signs_that_are_part_of_a_name_count() {
        assert_ne!(key("C"), key("C++"));
        assert_ne!(key("C#"), key("C++"));
        assert_eq!(key("Gestión"), key("gestion"));
        assert_eq!(key("++"), "");
    }

    #[test]
    fn there_is_a_limit_to_length_and_number() {
        assert_eq!(typed(&"a".repeat(61)), Err(ProblemCode::TooLong { max: SKILL_NAME_MAX }));
        let many = |n: usize| (0..n).map(|i| format!("skill {i}")).collect::<Vec<_>>().join(", ");
        assert_eq!(typed(&many(30)).map(|names| names.len()), Ok(30));
        assert_eq!(typed(&many(31)), Err(ProblemCode::TooMany { max: SKILLS_MAX }));
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_bounded_and_typing_the_result_again_changes_nothing(text in any::<String>()) {
            if let Ok(names) = typed(&text) {
                prop_assert!(names.len() <= SKILLS_MAX);
                prop_assert_eq!(typed(&names.join(", ")), Ok(names));
            }
        }
    }
}
