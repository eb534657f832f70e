//! Goals in the reader's words: dates to keep, lines of the history, values of fields.

use crate::Reader;
use chrono::NaiveDate;
use domain::goals::views::When;
use domain::goals::{GoalChange, GoalField};
use i18n::{I18n, m};

/// A date to keep; `over` when there is nothing to keep any more.
pub(super) fn when(reader: Reader, on: NaiveDate, over: bool) -> When {
    let date = reader.i18n.date(on);
    let words = if over {
        date
    } else {
        let days = reader.i18n.days((on - reader.today).num_days());
        reader.i18n.f(m::GOALS_DATE_DAYS, &[("date", &date), ("days", &days)])
    };
    When { on, words, late: !over && on < reader.today }
}

/// A line of the history: who did it, and what; `more` fills in what else the sentence says.
pub(super) fn line_words(reader: Reader, change: GoalChange, name: &str, more: &[(&str, &str)]) -> String {
    match (wording::goals::change(change), change.field()) {
        (Some(key), _) => reader.i18n.f(key, &[&[("name", name)], more].concat()),
        (None, Some(field)) => field_changed(reader.i18n, field, name),
        (None, None) => String::new(),
    }
}

/// A field's value as the history shows it.
pub(super) fn value(reader: Reader, change: GoalChange, value: &str) -> String {
    let i18n = reader.i18n;
    let known = match change {
        GoalChange::TargetOn => value.parse().ok().map(|day| i18n.date(day)),
        GoalChange::ProgressMode => value.parse().ok().map(|mode| i18n.t(wording::goals::progress_mode(mode)).to_owned()),
        GoalChange::Progress => value.parse().ok().map(|n| i18n.f(m::GOALS_PERCENT, &[("percent", &i18n.number(n))])),
        GoalChange::Status | GoalChange::Made => value.parse().ok().map(|status| i18n.t(wording::goals::status(status)).to_owned()),
        _ => None,
    };
    known.unwrap_or_else(|| value.to_owned())
}

/// The sentence about any field: it says what the field is called.
fn field_changed(i18n: I18n, field: GoalField, name: &str) -> String {
    let label = i18n::key(&format!("goals.field_{field}")).map_or_else(|| field.as_str(), |key| i18n.t(key));
    i18n.f(m::GOALS_TRACE_FIELD, &[("name", name), ("field", label)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use i18n::Locale;

    #[test]
    fn a_field_without_a_sentence_of_its_own_is_told_by_its_label() {
        let sentence = |field| field_changed(I18n::of(Locale::En), field, "Ada");
        assert_eq!(sentence(GoalField::TargetOn), "Ada changed “Target date”");
        for field in GoalField::ALL {
            assert!(i18n::key(&format!("goals.field_{field}")).is_some(), "{field} has no label");
        }
    }
}
