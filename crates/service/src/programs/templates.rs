//! What a program can start from: the templates that ship with the project, in every language.

use domain::programs::views::TemplateCard;
use domain::programs::{Audience, JoinPolicy, MatchingMode, ProgramKind, ProgramTemplate, QuestionKind};
use i18n::Locale;
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Debug, Deserialize)]
struct File {
    template: Vec<Template>,
}

/// One template.
#[derive(Debug, Deserialize)]
pub(super) struct Template {
    pub id: ProgramTemplate,
    pub kind: ProgramKind,
    pub matching: MatchingMode,
    pub join_policy: JoinPolicy,
    pub approval: bool,
    pub length_weeks: i32,
    pub default_capacity: i32,
    pub name: Words,
    pub summary: Words,
    pub description: Words,
    pub agreement: Words,
    pub question: Vec<Question>,
}

/// A question that it asks.
#[derive(Debug, Deserialize)]
pub(super) struct Question {
    pub kind: QuestionKind,
    pub audience: Audience,
    pub required: bool,
    pub counted: bool,
    pub prompt: Words,
    #[serde(default)]
    options: Vec<Words>,
    low: Option<Words>,
    high: Option<Words>,
}

/// One text in every language.
#[derive(Debug, Deserialize)]
pub(super) struct Words {
    en: String,
    es: String,
    fr: String,
    de: String,
    ar: String,
}

impl Words {
    pub(super) fn get(&self, locale: Locale) -> String {
        let text = match locale {
            Locale::En => &self.en,
            Locale::Es => &self.es,
            Locale::Fr => &self.fr,
            Locale::De => &self.de,
            Locale::Ar => &self.ar,
        };
        text.clone()
    }
}

impl Question {
    /// What there is to choose from; of a scale, the words at its two ends.
    pub(super) fn options(&self, locale: Locale) -> Vec<String> {
        let ends = [self.low.as_ref(), self.high.as_ref()].into_iter().flatten();
        self.options.iter().chain(ends).map(|words| words.get(locale)).collect()
    }
}

static TEMPLATES: LazyLock<Vec<Template>> = LazyLock::new(|| {
    let parsed: Result<File, _> = toml::from_str(include_str!("../../data/program_templates.toml"));
    parsed.map(|file| file.template).unwrap_or_else(|error| {
        tracing::error!(%error, "program_templates.toml can't be read");
        Vec::new()
    })
});

/// All templates, in a language.
pub(super) fn cards(locale: Locale) -> Vec<TemplateCard> {
    let card = |template: &Template| TemplateCard {
        template: template.id,
        name: template.name.get(locale),
        summary: template.summary.get(locale),
        matching: template.matching,
        length_weeks: template.length_weeks,
        questions: i64::try_from(template.question.len()).unwrap_or(i64::MAX),
    };
    TEMPLATES.iter().map(card).collect()
}

/// A template.
pub(super) fn of(id: ProgramTemplate) -> Option<&'static Template> {
    TEMPLATES.iter().find(|template| template.id == id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::limits::{LINE_MAX, LONG_TEXT_MAX, text};
    use domain::programs::program_name;

    #[test]
    fn each_template_is_a_program_that_could_be_saved_in_every_language() {
        assert_eq!(TEMPLATES.iter().map(|t| t.id).collect::<Vec<_>>(), ProgramTemplate::ALL);
        for template in TEMPLATES.iter() {
            for locale in Locale::ALL {
                let here = format!("{} {locale}", template.id);
                assert!(program_name(&template.name.get(locale)).is_ok(), "{here}");
                assert!(text(&template.summary.get(locale), 1, LINE_MAX).is_ok(), "{here}");
                assert!(text(&template.description.get(locale), 1, LONG_TEXT_MAX).is_ok(), "{here}");
                assert!(text(&template.agreement.get(locale), 1, LONG_TEXT_MAX).is_ok(), "{here}");
                for question in &template.question {
                    let wanted = matches!(question.kind, QuestionKind::OneOf | QuestionKind::SeveralOf | QuestionKind::Scale);
                    assert_eq!(wanted, question.options(locale).len() >= 2, "{here}: {}", question.prompt.get(locale));
                }
            }
        }
    }
}
