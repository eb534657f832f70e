//! Whatever the text: an answer, and never a panic; and what is done twice is done once.

use crate::*;
use proptest::prelude::*;

/// Letters, unseen marks, separators, brackets, addresses in any order.
fn strange() -> impl Strategy<Value = String> {
    let parts = prop::sample::select(vec![
        "a", "Ada", "É", "\u{200B}", "\u{200D}", "\u{A0}", " ", "@", "x.org", "<", ">", "(", ")", "[", "]", ",", ";", "-", " - ", ": ",
        "=", "+", "'", "\"", "mailto:", "N/A", "?", "??", "3", "1.5", "\n", "\t", "،", "＠", "سلمى", "Ã¼", "/", " / ", "and", "*", ".",
    ]);
    prop::collection::vec(parts, 0..12).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn anything_has_an_answer(text in strange(), other in "\\PC{0,30}") {
        for text in [&text, &other] {
            let clean = cleaned(text).into_owned();
            prop_assert_eq!(cleaned(&clean), clean.as_str());
            let bare = address(text);
            prop_assert_eq!(address(&bare), bare.as_str());
            let safe = defused(text);
            prop_assert_eq!(undefused(&safe), text.as_str());
            let first = safe.chars().next();
            prop_assert!(!matches!(first, Some('=' | '+' | '@' | '\t' | '\r')));
            prop_assert!(pieces(text).iter().all(|piece| !is_empty(piece)));
            let (value, _) = without_remark(text);
            prop_assert!(text.contains(value));
            for named in people_named(text) {
                prop_assert!(named.names.iter().all(|name| name.is_sorted() && !name.is_empty()));
                prop_assert!(named.names.iter().all(|name| !name.iter().any(|word| word.chars().count() > 1) || same_name(name, name)));
            }
            let _ = (garbled(text), is_no_answer(text), is_nothing_or_tick(text), number_in_words(text), is_level(text), addresses(text));
        }
    }

    #[test]
    fn a_list_with_any_separator_is_the_same_list(words in prop::collection::vec("[a-z+#]{1,8}", 1..6), separator in prop::sample::select(vec![", ", ";", "|", "\n", " / ", "، ", "\t", " • "])) {
        let list = words.join(separator);
        prop_assert_eq!(pieces(&list), words.iter().map(String::as_str).collect::<Vec<_>>());
    }

    #[test]
    fn what_surrounds_an_address_never_matters(local in "[a-z]{1,6}", mark in prop::sample::select(vec!["\u{200B}", "\u{AD}", "\u{202A}", "\u{FEFF}", "\u{61C}"]), around in prop::sample::select(vec![("", ""), ("mailto:", ""), ("Ada Obi <", ">"), ("\"", "\""), ("", ";"), (" ", "\u{A0}"), ("<mailto:", ">,")])) {
        let expected = format!("{local}@example.org");
        let written = format!("{}{local}{mark}@exam{mark}ple.org{}", around.0, around.1);
        prop_assert_eq!(address(&written), expected);
    }
}
