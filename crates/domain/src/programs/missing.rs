//! What a program still lacks before people may enrol: the checklist of opening it.

use chrono::NaiveDate;

text_enum! {
    /// Something that a program needs before it opens.
    pub enum Missing {
        /// One line about it: what people see in lists.
        Summary = "summary",
        /// Paragraphs about it.
        Description = "description",
        /// Its first day.
        StartsOn = "starts_on",
        /// A last day that hasn't passed.
        EndsOn = "ends_on",
    }
}

/// What must be known of a program before it opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpeningFacts<'a> {
    /// One line about it.
    pub summary: &'a str,
    /// Paragraphs about it.
    pub description: &'a str,
    /// Its first day.
    pub starts_on: Option<NaiveDate>,
    /// Its last day; none for a program without an end.
    pub ends_on: Option<NaiveDate>,
    /// Today.
    pub today: NaiveDate,
}

/// What is missing, in the order of the settings; nothing when it may open.
#[must_use]
pub fn missing(facts: &OpeningFacts<'_>) -> Vec<Missing> {
    Missing::ALL
        .iter()
        .copied()
        .filter(|missing| match missing {
            Missing::Summary => facts.summary.is_empty(),
            Missing::Description => facts.description.is_empty(),
            Missing::StartsOn => facts.starts_on.is_none(),
            Missing::EndsOn => facts.ends_on.is_some_and(|day| day < facts.today),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_gap_is_named_and_an_open_end_is_none() {
        let today = NaiveDate::from_ymd_opt(2026, 3, 2).unwrap_or_default();
        let whole = OpeningFacts { summary: "One line.", description: "More.", starts_on: Some(today), ends_on: None, today };
        assert_eq!(missing(&whole), []);
        let yesterday = today.pred_opt();
        let empty = OpeningFacts { summary: "", description: "", starts_on: None, ends_on: yesterday, today };
        assert_eq!(missing(&empty), Missing::ALL);
        assert_eq!(missing(&OpeningFacts { ends_on: Some(today), ..whole }), [], "its last day is today");
    }
}
