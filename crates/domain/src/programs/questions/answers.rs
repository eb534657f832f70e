//! An answer as somebody typed it, against its question.

use super::Question;
use crate::limits::{self, LINE_MAX, TEXT_MAX};
use crate::problem::ProblemCode;
use crate::programs::{Answer, QuestionKind};

/// An answer that was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Checked {
    /// It is this.
    Answer(Answer),
    /// Names of skills, as typed: the service knows which these are.
    Skills(String),
}

/// Checks what was typed as the answer to a question: the texts of its fields, in their order. `None` when it was left out.
///
/// # Errors
/// `Required` when it must be answered, or what is wrong with the answer.
pub fn check_answer(question: &Question, typed: &[String]) -> Result<Option<Checked>, ProblemCode> {
    let values: Vec<&str> = typed.iter().map(|v| v.trim()).filter(|v| !v.is_empty()).collect();
    let Some(first) = values.first() else {
        return if question.required { Err(ProblemCode::Required) } else { Ok(None) };
    };
    let answer = match question.kind {
        QuestionKind::Short => Answer::Text(limits::line(first, 1, LINE_MAX)?),
        QuestionKind::Long => Answer::Text(limits::text(first, 1, TEXT_MAX)?),
        QuestionKind::OneOf => Answer::Choice(choice(question, first)?),
        QuestionKind::SeveralOf => {
            let mut chosen = values.iter().map(|v| choice(question, v)).collect::<Result<Vec<u16>, _>>()?;
            chosen.sort_unstable();
            chosen.dedup();
            Answer::Choices(chosen)
        }
        QuestionKind::Scale => Answer::Scale(first.parse().ok().filter(|n| (1..=5).contains(n)).ok_or(ProblemCode::NotAChoice)?),
        QuestionKind::Skills => return Ok(Some(Checked::Skills((*first).to_owned()))),
    };
    Ok(Some(Checked::Answer(answer)))
}

/// The index of an option.
fn choice(question: &Question, typed: &str) -> Result<u16, ProblemCode> {
    typed.parse::<u16>().ok().filter(|n| usize::from(*n) < question.options.len()).ok_or(ProblemCode::NotAChoice)
}

/// The texts of the fields that hold an answer in a form. Ids of skills are given as they are.
#[must_use]
pub fn shown(answer: &Answer) -> Vec<String> {
    match answer {
        Answer::Text(text) => vec![text.clone()],
        Answer::Choice(n) => vec![n.to_string()],
        Answer::Choices(all) => all.iter().map(u16::to_string).collect(),
        Answer::Scale(n) => vec![n.to_string()],
        Answer::Skills(ids) => vec![ids.join(", ")],
    }
}

/// The words of the options that an answer chose, in the question's order; options that are gone are left out.
#[must_use]
pub fn options_chosen(question: &Question, answer: &Answer) -> Vec<String> {
    let chosen = match answer {
        Answer::Choice(n) => vec![*n],
        Answer::Choices(all) => all.clone(),
        Answer::Text(_) | Answer::Scale(_) | Answer::Skills(_) => Vec::new(),
    };
    chosen.iter().filter_map(|n| question.options.get(usize::from(*n)).cloned()).collect()
}
