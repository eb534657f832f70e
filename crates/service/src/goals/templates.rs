//! The starting points for goals that ship with the project, in every language.

use crate::Reader;
use chrono::{Days, NaiveDate};
use domain::editing::FieldText;
use domain::goals::GoalDraft;
use domain::goals::views::{GoalStart, TemplateCard};
use i18n::{Locale, m};
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Debug, Deserialize)]
struct File {
    template: Vec<Template>,
}

#[derive(Debug, Deserialize)]
struct Template {
    id: String,
    icon: String,
    weeks: u64,
    title: Words,
    why: Words,
    success: Words,
    milestones: Vec<Step>,
}

#[derive(Debug, Deserialize)]
struct Step {
    after_weeks: u64,
    #[serde(flatten)]
    title: Words,
}

/// One text in every language.
#[derive(Debug, Deserialize)]
struct Words {
    en: String,
    es: String,
    fr: String,
    de: String,
    ar: String,
}

impl Words {
    fn get(&self, locale: Locale) -> String {
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

static TEMPLATES: LazyLock<Vec<Template>> = LazyLock::new(|| {
    let parsed: Result<File, _> = toml::from_str(include_str!("../../data/goal_templates.toml"));
    parsed.map(|file| file.template).unwrap_or_else(|error| {
        tracing::error!(%error, "goal_templates.toml can't be read");
        Vec::new()
    })
});

/// All starting points, in the reader's language.
pub(super) fn cards(reader: Reader) -> Vec<TemplateCard> {
    let locale = reader.i18n.locale;
    let card = |template: &Template| TemplateCard {
        id: template.id.clone(),
        icon: template.icon.clone(),
        title: template.title.get(locale),
        why: template.why.get(locale),
        length: reader.i18n.n(m::GOALS_TEMPLATE_WEEKS, i64::try_from(template.weeks).unwrap_or(i64::MAX), &[]),
    };
    TEMPLATES.iter().map(card).collect()
}

/// The form that a starting point fills, with its dates counted from today.
pub(super) fn start(reader: Reader, id: &str) -> Option<GoalStart> {
    TEMPLATES.iter().find(|template| template.id == id).map(|template| template.begun(reader.i18n.locale, reader.today))
}

/// Every starting point as somebody who reads this language would have begun it on a day.
pub(crate) fn starts(locale: Locale, day: NaiveDate) -> Vec<GoalStart> {
    TEMPLATES.iter().map(|template| template.begun(locale, day)).collect()
}

impl Template {
    fn begun(&self, locale: Locale, day: NaiveDate) -> GoalStart {
        GoalStart {
            draft: GoalDraft {
                title: self.title.get(locale),
                why: self.why.get(locale),
                success: self.success.get(locale),
                target_on: after(day, self.weeks).text(),
                ..GoalDraft::default()
            },
            milestones: self.milestones.iter().map(|step| (step.title.get(locale), after(day, step.after_weeks))).collect(),
        }
    }
}

fn after(today: NaiveDate, weeks: u64) -> Option<NaiveDate> {
    today.checked_add_days(Days::new(weeks.saturating_mul(7)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;
    use domain::goals::MilestoneDraft;
    use domain::limits::MILESTONES_MAX;

    #[test]
    fn at_least_ten_starting_points_are_goals_that_could_be_saved_in_every_language() {
        assert!(TEMPLATES.len() >= 10);
        for template in TEMPLATES.iter() {
            assert!(template.milestones.len() <= MILESTONES_MAX && !template.milestones.is_empty(), "{}", template.id);
            for locale in Locale::ALL {
                let draft = GoalDraft {
                    title: template.title.get(locale),
                    why: template.why.get(locale),
                    success: template.success.get(locale),
                    ..GoalDraft::default()
                };
                assert!(draft.check(None).is_ok(), "{} {locale}", template.id);
                for step in &template.milestones {
                    let draft = MilestoneDraft { title: step.title.get(locale), due_on: String::new() };
                    assert!(draft.check().is_ok(), "{} {locale}", template.id);
                    assert!(step.after_weeks <= template.weeks, "{}: a milestone after the goal", template.id);
                }
            }
        }
    }
}
