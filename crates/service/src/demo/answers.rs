//! Answers to enrolment questions.

use super::builder::text_for;
use super::data::{self, Answers, missing};
use crate::Error;
use domain::QuestionId;
use domain::programs::{Answer, QuestionKind};
use i18n::Locale;

/// A question of a program.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked<'a> {
    pub id: QuestionId,
    pub question: &'a data::Question,
}

/// What the `n`th person answers, who reads this language and comes for (or brings) these skills.
///
/// # Errors
/// The data lacks a text or an option.
pub(super) fn answer(answers: &Answers, question: &data::Question, locale: Locale, skills: &[String], n: usize) -> Result<Answer, Error> {
    let options = question.options.len();
    Ok(match question.kind {
        QuestionKind::Short => Answer::Text(text_for(&answers.first_day, locale, n)?.to_owned()),
        QuestionKind::Long => Answer::Text(text_for(&answers.year_ahead, locale, n)?.to_owned()),
        QuestionKind::OneOf if question.id == "aim" => Answer::Choice(index(aim(answers, question, skills)?)?),
        QuestionKind::OneOf => Answer::Choice(index(n.checked_rem(options).unwrap_or(0))?),
        QuestionKind::SeveralOf => {
            let mut chosen: Vec<u16> =
                [n, n / 2].into_iter().map(|n| index(n.checked_rem(options).unwrap_or(0))).collect::<Result<_, _>>()?;
            chosen.sort_unstable();
            chosen.dedup();
            Answer::Choices(chosen)
        }
        QuestionKind::Scale => Answer::Scale(if n.is_multiple_of(3) { 5 } else { 4 }),
        QuestionKind::Skills => Answer::Skills(skills.iter().take(3).cloned().collect()),
    })
}

/// The step that these skills lead to: the first of them that says so.
fn aim(answers: &Answers, question: &data::Question, skills: &[String]) -> Result<usize, Error> {
    let step = |skill: &String| answers.aim.iter().find(|(_, skills)| skills.contains(skill)).map(|(step, _)| step.as_str());
    let step = skills.iter().find_map(step).unwrap_or("grow");
    question.options.iter().position(|option| option.id == step).ok_or_else(|| missing("an option", step))
}

fn index(n: usize) -> Result<u16, Error> {
    u16::try_from(n).map_err(|_| missing("room for an option", &n.to_string()))
}
