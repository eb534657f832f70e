//! Words and signs by which people and programs say that there is no answer.

use crate::fold::fold_value;
use crate::marks::trimmed;

/// Signs and abbreviations that are never anything else, and what spreadsheets show where a formula fails, folded.
const FOR_SURE: &[&str] = &[
    "n/a",
    "n.a.",
    "n. a.",
    "n.a",
    "n\\a",
    "(n/a)",
    "#n/a",
    "#n/v",
    "#nv",
    "#n/d",
    "#nd",
    "#ref!",
    "#bezug!",
    "#value!",
    "#wert!",
    "#valeur!",
    "#valor!",
    "#div/0!",
    "#¡div/0!",
    "#¡valor!",
    "#¡ref!",
    "#name?",
    "#nom?",
    "#¿nombre?",
    "#null!",
    "#nul!",
    "#num!",
    "#nombre!",
    "#zahl!",
    "#error!",
    "#spill!",
    "k.a.",
    "k. a.",
    "k/a",
    "n.v.",
    "n. v.",
    "s/o",
    "s.o.",
    "s/d",
    "s.d.",
    "n/d",
    "n.d.",
    "<na>",
    "<null>",
    "<none>",
    "(leer)",
    "(blank)",
    "(vide)",
    "(vacio)",
    "(empty)",
    "[blank]",
    "غ/م",
    "غ.م",
];

/// Words, folded. Each is a word or a name somewhere too: a country's code, a family's name.
const WORDS: &[&str] = &[
    // English, and what programs write.
    "na",
    "nan",
    "nil",
    "null",
    "none",
    "nothing",
    "not applicable",
    "no answer",
    "no response",
    "not provided",
    "not specified",
    "not answered",
    "unanswered",
    "prefer not to say",
    "prefer not to answer",
    "rather not say",
    "tbd",
    "tbc",
    "no data",
    "missing",
    "blank",
    "empty",
    // Spanish
    "ninguno",
    "ninguna",
    "nada",
    "no aplica",
    "no procede",
    "sin respuesta",
    "sin datos",
    "no consta",
    "prefiero no decirlo",
    "prefiero no responder",
    "prefiero no contestar",
    "no contesta",
    "ns/nc",
    "vacio",
    // French
    "aucun",
    "aucune",
    "neant",
    "rien",
    "sans objet",
    "non applicable",
    "sans reponse",
    "non renseigne",
    "non renseignee",
    "nsp",
    "vide",
    "prefere ne pas repondre",
    "je prefere ne pas repondre",
    "je prefere ne pas le dire",
    "ne souhaite pas repondre",
    // German
    "keine",
    "keiner",
    "keines",
    "nichts",
    "keine angabe",
    "keine angaben",
    "ohne angabe",
    "entfallt",
    "nicht zutreffend",
    "trifft nicht zu",
    "nicht angegeben",
    "leer",
    "mochte ich nicht sagen",
    "mochte ich nicht angeben",
    // Arabic
    "لا يوجد",
    "لا شيء",
    "لا شي",
    "لاشيء",
    "لاشي",
    "لا ينطبق",
    "غير متوفر",
    "غير متاح",
    "غير محدد",
    "بدون",
    "لا جواب",
    "لا اجابه",
    "لا اجابة",
    "لا احد",
    "افضل عدم الاجابة",
    "افضل عدم الذكر",
];

/// What a tick box of a spreadsheet or a form says in a cell, folded; and a sum of nothing.
const TICKS: &[&str] =
    &["false", "true", "falsch", "wahr", "faux", "vrai", "falso", "verdadero", "خطا", "صواب", "0", "☐", "☑", "☒", "✓", "✔", "✗"];

/// Whether a text says that there is no answer, by a sign that is never anything else: `N/A`, `–`, `#REF!`. For columns
/// where a word may be a name.
#[must_use]
pub fn is_no_answer_for_sure(text: &str) -> bool {
    let text = trimmed(text);
    if text.is_empty() {
        return true;
    }
    // Nothing but strokes, dots and question marks; a question mark of its own isn't a name spoilt by an encoding.
    let sign = |letter: char| matches!(letter, '-' | '–' | '—' | '―' | '−' | '_' | '.' | '…' | '/' | '*' | ' ');
    text.chars().all(sign) || text == "?" || FOR_SURE.contains(&&*fold_value(text))
}

/// Whether a text says that there is no answer: as [`is_no_answer_for_sure`], or a word such as *None* or *keine Angabe*.
#[must_use]
pub fn is_no_answer(text: &str) -> bool {
    is_no_answer_for_sure(text) || WORDS.contains(&fold_value(text).trim_end_matches(['.', '!']))
}

/// Whether a text says nothing about anybody: no answer, or what a tick box leaves.
#[must_use]
pub fn is_nothing_or_tick(text: &str) -> bool {
    is_no_answer(text) || TICKS.contains(&&*fold_value(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_answer_in_five_languages() {
        for text in ["", "N/A", "n/a", "-", "–", "--", "…", "#N/A", "#NV", "#REF!", "k. A.", "n.a."] {
            assert!(is_no_answer_for_sure(text), "{text}");
        }
        for text in ["None", "none.", "nan", "NULL", "Ninguna", "Néant", "keine Angabe", "Entfällt", "لا يوجد", "Prefer not to say"]
        {
            assert!(is_no_answer(text) && !is_no_answer_for_sure(text), "{text}");
        }
        for text in ["No", "0", "Python", "N", "Nancy", "non", "nein", "C", "Not sure yet", "??"] {
            assert!(!is_no_answer(text), "{text}");
        }
    }

    #[test]
    fn every_word_is_as_it_is_looked_up() {
        for word in FOR_SURE.iter().chain(WORDS).chain(TICKS) {
            assert_eq!(fold_value(word), *word);
        }
    }

    #[test]
    fn a_tick_box_is_nobody() {
        for text in ["FALSE", "true", "FALSCH", "faux", "0", "☐", "#N/A"] {
            assert!(is_nothing_or_tick(text), "{text}");
        }
        assert!(!is_nothing_or_tick("yes") && !is_nothing_or_tick("1"));
    }
}
