//! Answers to a program's questions: from fields to what is stored, and from there to fields, pages and tables.

use crate::{Actor, Ctx, Error, skills};
use domain::problem::{ProblemCode, Problems};
use domain::programs::questions::{Checked, Question, check_answer, options_chosen, shown};
use domain::programs::{Answer, QuestionKind};
use domain::{EnrolmentId, QuestionId};
use i18n::{I18n, Locale};
use std::collections::{BTreeMap, HashMap};
use store::{Tx, questions};

/// What was typed, by the questions' ids.
pub type Typed = BTreeMap<String, Vec<String>>;

/// The name under which a form's problem with a question goes; also the id of its first field.
fn field(question: QuestionId) -> String {
    format!("q-{question}")
}

/// Checks what was typed against the questions for the chosen sides. Problems are added to `problems`.
pub(crate) async fn check(
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

/// Whether an answer is one to a question as it is now: it may have changed since somebody was invited.
pub(crate) fn still_answers(question: &Question, answer: &Answer) -> bool {
    let there = |place: &u16| usize::from(*place) < question.options.len();
    match (question.kind, answer) {
        (QuestionKind::Short | QuestionKind::Long, Answer::Text(_)) => true,
        (QuestionKind::OneOf, Answer::Choice(place)) => there(place),
        (QuestionKind::SeveralOf, Answer::Choices(places)) => places.iter().all(there),
        (QuestionKind::Scale, Answer::Scale(_)) => true,
        (QuestionKind::Skills, Answer::Skills(ids)) => !ids.is_empty(),
        _ => false,
    }
}

/// What some enrolments answered, with the names of the skills in it.
pub(crate) struct Answers {
    answers: HashMap<(EnrolmentId, QuestionId), Answer>,
    skills: HashMap<String, String>,
}

impl Answers {
    /// Reads them: two queries, however many they are.
    pub async fn read(tx: &mut Tx, enrolments: &[EnrolmentId], locale: Locale) -> Result<Self, Error> {
        Self::read_with(tx, enrolments, Vec::new(), locale).await
    }

    /// The same with the names of more skills, which a page needs besides.
    pub async fn read_with(tx: &mut Tx, enrolments: &[EnrolmentId], mut skills: Vec<String>, locale: Locale) -> Result<Self, Error> {
        let rows = questions::answers_of(tx, enrolments).await?;
        let answers: HashMap<_, _> = rows.into_iter().map(|(enrolment, question, answer)| ((enrolment, question), answer)).collect();
        for answer in answers.values() {
            if let Answer::Skills(ids) = answer {
                skills.extend_from_slice(ids);
            }
        }
        skills.sort_unstable();
        skills.dedup();
        Ok(Self { answers, skills: skills::names(tx, &skills, locale).await?.into_iter().collect() })
    }

    /// A skill's name.
    pub fn skill(&self, id: &str) -> Option<&str> {
        self.skills.get(id).map(String::as_str)
    }

    /// The names of some skills, in their order.
    fn listed(&self, ids: &[String]) -> String {
        ids.iter().filter_map(|id| self.skill(id)).collect::<Vec<_>>().join(", ")
    }

    /// The texts of a question's fields: what an enrolment answered, skills by name.
    pub fn typed(&self, enrolment: EnrolmentId, question: &Question) -> Vec<String> {
        match self.answers.get(&(enrolment, question.id)) {
            Some(Answer::Skills(ids)) => vec![self.listed(ids)],
            Some(answer) => shown(answer),
            None => Vec::new(),
        }
    }

    /// An answer in the reader's words.
    pub fn words(&self, i18n: I18n, enrolment: EnrolmentId, question: &Question) -> Option<String> {
        Some(match self.answers.get(&(enrolment, question.id))? {
            Answer::Scale(n) => format!("{} / {}", i18n.number(i64::from(*n)), i18n.number(5)),
            answer => self.text(question, answer, ", "),
        })
    }

    /// An answer as a table has it; empty for none.
    pub fn cell(&self, enrolment: EnrolmentId, question: &Question) -> String {
        // An option may have a comma in it.
        self.answers.get(&(enrolment, question.id)).map(|answer| self.text(question, answer, "; ")).unwrap_or_default()
    }

    fn text(&self, question: &Question, answer: &Answer, between: &str) -> String {
        match answer {
            Answer::Text(text) => text.clone(),
            Answer::Scale(number) => number.to_string(),
            Answer::Skills(ids) => self.listed(ids),
            Answer::Choice(_) | Answer::Choices(_) => options_chosen(question, answer).join(between),
        }
    }
}
