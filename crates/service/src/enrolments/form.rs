//! Answers to a program's questions: from fields to what is stored, and back.

use crate::{Actor, Ctx, Error, skills};
use domain::problem::{ProblemCode, Problems};
use domain::programs::Answer;
use domain::programs::questions::{Checked, Question, check_answer, shown};
use domain::{EnrolmentId, QuestionId};
use i18n::Locale;
use std::collections::BTreeMap;
use store::{Tx, questions};

/// What was typed, by the questions' ids.
pub type Typed = BTreeMap<String, Vec<String>>;

/// The name under which a form's problem with a question goes; also the id of its first field.
pub(super) fn field(question: QuestionId) -> String {
    format!("q-{question}")
}

/// Checks what was typed against the questions for the chosen sides. Problems are added to `problems`.
pub(super) async fn check(
    ctx: &Ctx,
    tx: &mut Tx,
    actor: &Actor,
    questions: &[Question],
    (as_mentor, as_mentee): (bool, bool),
    typed: &Typed,
    problems: &mut Problems,
) -> Result<Vec<(QuestionId, Answer)>, Error> {
    let nothing = Vec::new();
    let mut answers = Vec::new();
    for question in questions.iter().filter(|q| q.audience.asks(as_mentor, as_mentee)) {
        let values = typed.get(&question.id.to_string()).unwrap_or(&nothing);
        let answer = match check_answer(question, values) {
            Ok(Some(Checked::Answer(answer))) => Ok(Some(answer)),
            Ok(Some(Checked::Skills(names))) => skills::resolve(ctx, tx, actor, &names).await?.map(|ids| Some(Answer::Skills(ids))),
            Ok(None) => Ok(None),
            Err(code) => Err(code),
        };
        match answer {
            Ok(Some(Answer::Skills(ids))) if ids.is_empty() && question.required => {
                problems.add(&field(question.id), ProblemCode::Required)
            }
            Ok(Some(answer)) => answers.push((question.id, answer)),
            Ok(None) => {}
            Err(code) => problems.add(&field(question.id), code),
        }
    }
    Ok(answers)
}

/// The texts of the fields for each question: what an enrolment answered, skills by name.
pub(super) async fn answered(
    tx: &mut Tx,
    questions: &[Question],
    enrolment: Option<EnrolmentId>,
    locale: Locale,
) -> Result<Vec<(Question, Vec<String>)>, Error> {
    let answers = match enrolment {
        Some(id) => questions::answers_of(tx, &[id]).await?,
        None => Vec::new(),
    };
    let names = skill_names(tx, answers.iter().map(|(_, _, answer)| answer), locale).await?;
    Ok(questions
        .iter()
        .map(|question| {
            let typed = match answers.iter().find(|(_, id, _)| *id == question.id) {
                Some((_, _, Answer::Skills(ids))) => vec![names_of(&names, ids).join(", ")],
                Some((_, _, answer)) => shown(answer),
                None => Vec::new(),
            };
            (question.clone(), typed)
        })
        .collect())
}

/// The names of all skills in some answers, in one query.
pub(super) async fn skill_names<'a>(
    tx: &mut Tx,
    answers: impl Iterator<Item = &'a Answer>,
    locale: Locale,
) -> Result<Vec<(String, String)>, Error> {
    let mut ids: Vec<String> =
        answers.filter_map(|answer| if let Answer::Skills(ids) = answer { Some(ids.clone()) } else { None }).flatten().collect();
    ids.sort_unstable();
    ids.dedup();
    skills::names(tx, &ids, locale).await
}

/// The names of some skills, in their order.
pub(super) fn names_of(names: &[(String, String)], ids: &[String]) -> Vec<String> {
    ids.iter().filter_map(|id| names.iter().find(|(known, _)| known == id).map(|(_, name)| name.clone())).collect()
}
