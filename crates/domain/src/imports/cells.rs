//! What one cell says, as people write it in spreadsheets.

use super::problem::CellProblem;
use crate::people::LANGUAGES_MAX;
use crate::programs::questions::Question;
use crate::programs::{Answer, QuestionKind};
use crate::search::fold;
use crate::skills;
use ::cells::{Between, Rules, is_level, number_in_words, pieces, without_remark};

/// The tables of words in every language, which this crate doesn't have. Each gives the code that a text means.
pub trait Tables {
    /// A language.
    fn language(&self, text: &str) -> Option<String>;
    /// A country.
    fn country(&self, text: &str) -> Option<String>;
    /// An industry.
    fn industry(&self, text: &str) -> Option<String>;
    /// A time zone, to somebody of a country.
    fn zone(&self, text: &str, country: Option<&str>) -> Option<String>;
}

/// Words for the two sides, folded, in the five languages of Trellis.
const MENTOR: &[&str] = &[
    "mentor",
    "mentors",
    "mentora",
    "mentores",
    "mentorin",
    "mentor in",
    "mentor a",
    "mentore",
    "mentrice",
    "مرشد",
    "مرشده",
    "موجه",
    "موجهه",
];
const MENTEE: &[&str] = &[
    "mentee",
    "mentees",
    "mentoree",
    "mentorado",
    "mentorada",
    "mentorado a",
    "aprendiz",
    "mentore e",
    "mente",
    "menti",
    "مسترشد",
    "مسترشده",
    "متدرب",
    "متدربه",
];
const BOTH: &[&str] = &["both", "ambos", "ambas", "los dos", "les deux", "beides", "beide", "كلاهما", "كلتاهما", "الاثنان"];

/// What stands between two sides.
const AND: &[&str] = &[" and ", " y ", " et ", " und ", " و"];

/// Whether a text says mentor, mentee or both: `(mentor, mentee)`.
#[must_use]
pub fn side(text: &str) -> Option<(bool, bool)> {
    let known = |text: &str| {
        let folded = fold(text);
        let is = |words: &[&str]| words.contains(&folded.as_str());
        // In French the one who is mentored differs by an accent alone, which folding takes away.
        if text.trim().to_lowercase().starts_with("mentoré") {
            Some((false, true))
        } else if is(MENTOR) {
            Some((true, false))
        } else if is(MENTEE) {
            Some((false, true))
        } else if is(BOTH) {
            Some((true, true))
        } else {
            None
        }
    };
    let all = |parts: &mut dyn Iterator<Item = &str>| {
        let parts = parts.filter(|part| !part.trim().is_empty()).map(known);
        let sum = parts.into_iter().try_fold((false, false), |sum, part| part.map(|part| (sum.0 || part.0, sum.1 || part.1)));
        sum.filter(|sides| *sides != (false, false))
    };
    // "Mentor and mentee", "mentor/mentee"; with words between before signs, since a sign may be in a word ("Mentor/in").
    let spelt = AND.iter().find_map(|and| text.contains(and).then(|| all(&mut text.split(and))).flatten());
    let listed = || all(&mut text.split(['/', ',', ';', '&', '+', '\n', '،']));
    // "Mentor – I have something to share".
    known(text).or(spelt).or_else(listed).or_else(|| known(without_remark(text).0))
}

/// A whole number, in digits of the West or of Arabic, also among words (`up to 3`, `1-2`); spreadsheets may write `3.0`.
pub(super) fn number(text: &str, min: i32, max: i32) -> Result<i32, CellProblem> {
    let digit = |c: char| match c {
        '\u{660}'..='\u{669}' => char::from_digit(u32::from(c) - 0x660, 10),
        '\u{6F0}'..='\u{6F9}' => char::from_digit(u32::from(c) - 0x6F0, 10),
        other => Some(other),
    };
    let plain: String = text.trim().chars().filter_map(digit).collect();
    let plain = plain.strip_suffix(".0").or_else(|| plain.strip_suffix(",0")).unwrap_or(&plain);
    let number: i64 = plain.parse().ok().or_else(|| number_in_words(text).map(i64::from)).ok_or(CellProblem::NotANumber)?;
    match i32::try_from(number) {
        Ok(number) if (min..=max).contains(&number) => Ok(number),
        _ => Err(CellProblem::OutOfRange { min, max }),
    }
}

/// What stands between two languages where a list has no separators, folded.
const AND_WORDS: [&str; 5] = [" and ", " & ", " und ", " et ", " y "];

/// Languages, the best first; how well somebody speaks one (`French (B2)`) is left out.
pub(super) fn languages(text: &str, rules: Rules, tables: &impl Tables) -> Result<Vec<String>, CellProblem> {
    let mut codes: Vec<String> = Vec::new();
    let language = |piece: &str| tables.language(piece).or_else(|| tables.language(rules.without_remark(piece).0));
    let mut add = |code: String| {
        if !codes.contains(&code) {
            codes.push(code);
        }
    };
    // A stroke stands in no language's name.
    for piece in rules.pieces(text).into_iter().flat_map(|piece| piece.split('/')).map(str::trim).filter(|piece| !piece.is_empty()) {
        if let Some(code) = language(piece) {
            add(code);
            continue;
        }
        if rules.is_no_answer(piece) {
            continue;
        }
        let and = AND_WORDS.iter().find_map(|and| piece.split(and).map(language).collect::<Option<Vec<String>>>());
        and.ok_or_else(|| CellProblem::UnknownLanguage(shortened(piece)))?.into_iter().for_each(&mut add);
    }
    if codes.len() > LANGUAGES_MAX { Err(CellProblem::TooMany { max: LANGUAGES_MAX }) } else { Ok(codes) }
}

/// What stands between names of skills where they are typed ([`skills::typed`]).
const BETWEEN_TYPED: [char; 7] = ['\n', '\r', ',', ';', '،', '؛', '、'];

/// Names of skills, without how well somebody has one (`Python (3 years)`).
pub(super) fn skills(text: &str, rules: Rules) -> Result<Vec<String>, CellProblem> {
    let name = |piece| match rules.without_remark(piece) {
        // A list within brackets would be cut into pieces.
        (value, Some(remark)) if is_level(remark) || pieces(remark).len() > 1 => value,
        _ => piece,
    };
    let names: Vec<&str> = rules.pieces(text).into_iter().filter(|piece| !rules.is_no_answer(piece)).map(name).collect();
    // Where somebody says what stands between them, names may hold what would cut them wherever they are typed again.
    let whole = |name: &str| if rules.between == Between::Any { name.to_owned() } else { name.replace(BETWEEN_TYPED, " ") };
    let names: Vec<String> = names.into_iter().map(whole).collect();
    Ok(skills::typed(&names.join("\n"))?)
}

/// An answer that isn't of skills.
pub(super) fn answer(question: &Question, text: &str, rules: Rules) -> Result<Answer, CellProblem> {
    use crate::limits::{LINE_MAX, TEXT_MAX, line, text as lines};
    // Folded once: a cell may hold thousands of pieces.
    let options: Vec<String> = question.options.iter().map(|option| fold(option)).collect();
    let option = |typed: &str| {
        let of = |typed: &str| {
            let typed = fold(typed);
            options.iter().position(|option| *option == typed)
        };
        let place = of(typed).or_else(|| of(rules.without_remark(typed).0));
        place.and_then(|place| u16::try_from(place).ok())
    };
    Ok(match question.kind {
        QuestionKind::Short => Answer::Text(line(text, 1, LINE_MAX)?),
        QuestionKind::Long => Answer::Text(lines(text, 1, TEXT_MAX)?),
        QuestionKind::OneOf => Answer::Choice(option(text).ok_or_else(|| CellProblem::NotAnOption(shortened(text)))?),
        QuestionKind::SeveralOf => {
            let mut chosen = Vec::new();
            // An option may have a comma in it, so the larger pieces are looked at first.
            let larger = |letter: char| rules.between == Between::Any && matches!(letter, '\n' | ';' | '|' | '؛' | '•' | '\t');
            for part in text.split(larger).map(str::trim).filter(|part| !part.is_empty()) {
                match option(part) {
                    Some(place) => chosen.push(place),
                    None => {
                        for piece in rules.pieces(part) {
                            match option(piece) {
                                Some(place) => chosen.push(place),
                                None if rules.is_no_answer(piece) => {}
                                None => return Err(CellProblem::NotAnOption(shortened(piece))),
                            }
                        }
                    }
                }
            }
            chosen.sort_unstable();
            chosen.dedup();
            Answer::Choices(chosen)
        }
        QuestionKind::Scale => Answer::Scale(u8::try_from(number(text, 1, 5)?).unwrap_or(1)),
        // Names of skills are found by the service.
        QuestionKind::Skills => Answer::Skills(skills(text, rules)?),
    })
}

/// Enough of a text to find it again.
fn shortened(text: &str) -> String {
    const ENOUGH: usize = 40;
    match text.char_indices().nth(ENOUGH) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
