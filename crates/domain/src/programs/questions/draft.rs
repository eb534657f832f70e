//! A question as a coordinator types it.

use super::{OPTION_MAX, OPTIONS_MAX, OPTIONS_MIN, PROMPT_MAX, Question};
use crate::ids::QuestionId;
use crate::limits;
use crate::problem::{ProblemCode, Problems};
use crate::programs::{Audience, QuestionKind};

/// The form of a question. Field names: `kind`, `audience`, `prompt`, `options`, `required`, `counted`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuestionDraft {
    /// A word of [`QuestionKind`].
    pub kind: String,
    /// A word of [`Audience`].
    pub audience: String,
    /// The question.
    pub prompt: String,
    /// One option a line; nothing matters here for kinds without options.
    pub options: String,
    /// Whether it must be answered.
    pub required: bool,
    /// Whether it counts in the fit.
    pub counted: bool,
}

/// What a valid form says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionFields {
    /// What can be answered.
    pub kind: QuestionKind,
    /// Who is asked.
    pub audience: Audience,
    /// The question.
    pub prompt: String,
    /// What there is to choose from.
    pub options: Vec<String>,
    /// Whether it must be answered.
    pub required: bool,
    /// Whether it counts in the fit; never for free text.
    pub counted: bool,
}

impl QuestionDraft {
    /// Checks the form.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn check(&self) -> Result<QuestionFields, Problems> {
        let mut problems = Problems::default();
        let kind = problems.check("kind", self.kind.parse::<QuestionKind>().map_err(|_| ProblemCode::NotAChoice));
        let audience = problems.check("audience", self.audience.parse::<Audience>().map_err(|_| ProblemCode::NotAChoice));
        let prompt = problems.check("prompt", limits::line(&self.prompt, 3, PROMPT_MAX));
        let options =
            if kind.is_some_and(QuestionKind::has_options) { problems.check("options", options(&self.options)) } else { Some(Vec::new()) };
        if let (Some(kind), Some(audience), Some(prompt), Some(options), true) = (kind, audience, prompt, options, problems.0.is_empty()) {
            return Ok(QuestionFields {
                kind,
                audience,
                prompt,
                options,
                required: self.required,
                counted: self.counted && kind.can_count(),
            });
        }
        Err(problems)
    }
}

impl QuestionFields {
    /// The question with these fields.
    #[must_use]
    pub fn with(self, id: QuestionId, position: i32) -> Question {
        let Self { kind, audience, prompt, options, required, counted } = self;
        Question { id, position, kind, audience, prompt, options, required, counted }
    }
}

/// The options on their lines, each once.
fn options(text: &str) -> Result<Vec<String>, ProblemCode> {
    let mut found: Vec<String> = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let option = limits::line(line, 1, OPTION_MAX)?;
        if !found.contains(&option) {
            found.push(option);
        }
    }
    match found.len() {
        0 => Err(ProblemCode::Required),
        n if n < OPTIONS_MIN => Err(ProblemCode::TooFew { min: OPTIONS_MIN }),
        n if n > OPTIONS_MAX => Err(ProblemCode::TooMany { max: OPTIONS_MAX }),
        _ => Ok(found),
    }
}
