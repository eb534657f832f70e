//! What the profile's form holds, and what it is worth after it was checked.

use super::week::WeekCell;
use super::{HelpKind, Visibility};
use crate::fields::{choice, choices, optional_number};
use crate::limits::{LINE_MAX, TEXT_MAX, line, optional, text};
use crate::problem::{ProblemCode, Problems};
use serde::{Deserialize, Serialize};

/// Most languages that a person may list.
pub const LANGUAGES_MAX: usize = 8;
/// Longest pronouns, in characters.
pub const PRONOUNS_MAX: usize = 40;
/// Most years of experience.
pub const YEARS_MAX: i32 = 70;

/// A value that must be in one of the tables that the service has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code<'a> {
    /// A country's code.
    Country(&'a str),
    /// A language's code.
    Language(&'a str),
    /// An IANA time zone.
    Zone(&'a str),
    /// An industry's id.
    Industry(&'a str),
}

/// Who somebody is and where: what the form holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AboutDraft {
    /// Their pronouns.
    pub pronouns: String,
    /// One line about them.
    pub headline: String,
    /// Paragraphs about them.
    pub about: String,
    /// Their country's code.
    pub country: String,
    /// Their IANA time zone.
    pub zone: String,
    /// Codes of their languages, the best first; empty ones are skipped.
    #[serde(default)]
    pub languages: Vec<String>,
}

/// Who somebody is and where.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct About {
    /// Their pronouns.
    pub pronouns: Option<String>,
    /// One line about them.
    pub headline: Option<String>,
    /// Paragraphs about them.
    pub about: Option<String>,
    /// Their country's code.
    pub country: Option<String>,
    /// Their IANA time zone.
    pub zone: String,
    /// Codes of their languages, the best first.
    pub languages: Vec<String>,
}

impl AboutDraft {
    /// What it is worth; `known` says whether a code is in its table.
    ///
    /// # Errors
    /// The problems of its fields.
    pub fn check(&self, known: impl Fn(Code<'_>) -> bool) -> Result<About, Problems> {
        let mut problems = Problems::default();
        let pronouns = problems.check("pronouns", line(&self.pronouns, 0, PRONOUNS_MAX)).and_then(optional);
        let headline = problems.check("headline", line(&self.headline, 0, LINE_MAX)).and_then(optional);
        let about = problems.check("about", text(&self.about, 0, TEXT_MAX)).and_then(optional);
        let country = problems.check("country", code(&self.country, ProblemCode::NotAChoice, |c| known(Code::Country(c)))).flatten();
        let zone = code(&self.zone, ProblemCode::UnknownTimeZone, |zone| known(Code::Zone(zone)));
        let zone = problems.check("zone", zone.and_then(|zone| zone.ok_or(ProblemCode::Required)));
        let languages = problems.check("languages", languages(&self.languages, |c| known(Code::Language(c))));
        problems.into_result()?;
        let (zone, languages) = (zone.unwrap_or_default(), languages.unwrap_or_default());
        Ok(About { pronouns, headline, about, country, zone, languages })
    }
}

fn languages(values: &[String], known: impl Fn(&str) -> bool) -> Result<Vec<String>, ProblemCode> {
    let chosen: Vec<String> = choices(values, LANGUAGES_MAX)?;
    if chosen.iter().all(|code| known(code)) { Ok(chosen) } else { Err(ProblemCode::NotAChoice) }
}

/// A code of a table, or none.
fn code(value: &str, wrong: ProblemCode, known: impl Fn(&str) -> bool) -> Result<Option<String>, ProblemCode> {
    let value = value.trim();
    match value {
        "" => Ok(None),
        code if known(code) => Ok(Some(code.to_owned())),
        _ => Err(wrong),
    }
}

/// What somebody works as: what the form holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkDraft {
    /// The industry's id.
    pub industry: String,
    /// The role.
    pub role_title: String,
    /// Years of experience.
    pub experience_years: String,
}

/// What somebody works as.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Work {
    /// The industry's id.
    pub industry: Option<String>,
    /// The role.
    pub role_title: Option<String>,
    /// Years of experience.
    pub experience_years: Option<i32>,
}

impl WorkDraft {
    /// What it is worth; `known` says whether a code is in its table.
    ///
    /// # Errors
    /// The problems of its fields.
    pub fn check(&self, known: impl Fn(Code<'_>) -> bool) -> Result<Work, Problems> {
        let mut problems = Problems::default();
        let industry = problems.check("industry", code(&self.industry, ProblemCode::NotAChoice, |id| known(Code::Industry(id)))).flatten();
        let role_title = problems.check("role_title", line(&self.role_title, 0, LINE_MAX)).and_then(optional);
        let experience_years = problems.check("experience_years", optional_number(&self.experience_years, 0, YEARS_MAX)).flatten();
        problems.into_result()?;
        Ok(Work { industry, role_title, experience_years })
    }
}

/// One's whole profile: what its form holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ProfileDraft {
    /// Who one is and where, with one's languages.
    #[serde(flatten)]
    pub about: AboutDraft,
    /// What one works as.
    #[serde(flatten)]
    pub work: WorkDraft,
    /// The names of the skills that one offers, between commas.
    pub skills_offered: String,
    /// The names of the skills that one looks for, between commas.
    pub skills_wanted: String,
    /// The kinds of help that one offers.
    pub help_offered: Vec<String>,
    /// The kinds of help that one looks for.
    pub help_wanted: Vec<String>,
    /// The ticked boxes of the usual week, such as `0-evening`.
    pub week: Vec<String>,
    /// Who sees the personal part.
    pub visibility: String,
}

/// The kinds of help of both sides (fields `help_offered`, `help_wanted`).
///
/// # Errors
/// The problems of the two fields.
pub fn help(offered: &[String], wanted: &[String]) -> Result<(Vec<HelpKind>, Vec<HelpKind>), Problems> {
    let mut problems = Problems::default();
    let offered = problems.check("help_offered", choices(offered, HelpKind::ALL.len()));
    let wanted = problems.check("help_wanted", choices(wanted, HelpKind::ALL.len()));
    problems.into_result()?;
    Ok((offered.unwrap_or_default(), wanted.unwrap_or_default()))
}

/// The ticked boxes of the week's table (field `week`).
///
/// # Errors
/// The problem with it.
pub fn week(values: &[String]) -> Result<Vec<WeekCell>, Problems> {
    choices(values, super::week::cells().count()).map_err(|code| Problems::one("week", code))
}

/// Who sees the personal part (field `visibility`).
///
/// # Errors
/// The problem with it.
pub fn visibility(value: &str) -> Result<Visibility, Problems> {
    choice(value).map_err(|code| Problems::one("visibility", code))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(code: Code<'_>) -> bool {
        matches!(code, Code::Country("NG") | Code::Language("en" | "ig") | Code::Zone("Africa/Lagos") | Code::Industry("arts"))
    }

    fn words(list: &[&str]) -> Vec<String> {
        list.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn an_empty_section_is_fine_but_for_the_time_zone() {
        let draft = AboutDraft { zone: "Africa/Lagos".to_owned(), ..AboutDraft::default() };
        assert_eq!(draft.check(known), Ok(About { zone: "Africa/Lagos".to_owned(), ..About::default() }));
        assert_eq!(AboutDraft::default().check(known), Err(Problems::one("zone", ProblemCode::Required)));
        assert_eq!(WorkDraft::default().check(known), Ok(Work::default()));
    }

    #[test]
    fn languages_keep_their_order_and_each_is_there_once() {
        let languages = words(&["ig", "", "en", "ig"]);
        let draft = AboutDraft { zone: "Africa/Lagos".to_owned(), languages, ..AboutDraft::default() };
        assert_eq!(draft.check(known).map(|about| about.languages), Ok(words(&["ig", "en"])));
    }

    #[test]
    fn every_wrong_field_is_named() {
        let draft = AboutDraft {
            pronouns: "x".repeat(41),
            headline: "x".repeat(161),
            about: "x".repeat(2001),
            country: "Nigeria".to_owned(),
            zone: "Lagos".to_owned(),
            languages: words(&["xx"]),
        };
        let wrong = |problems: Problems| problems.0.into_iter().map(|p| p.field).collect::<Vec<_>>();
        let fields = draft.check(known).map_err(wrong);
        assert_eq!(fields, Err(words(&["pronouns", "headline", "about", "country", "zone", "languages"])));
        let draft = WorkDraft { industry: "magic".to_owned(), role_title: "x".repeat(161), experience_years: "71".to_owned() };
        assert_eq!(draft.check(known).map_err(wrong), Err(words(&["industry", "role_title", "experience_years"])));
        assert_eq!(help(&words(&["advice", "money"]), &[]).map_err(wrong), Err(words(&["help_offered"])));
        assert_eq!(week(&words(&["0-noon"])).map_err(wrong), Err(words(&["week"])));
        assert_eq!(visibility("nobody").map_err(wrong), Err(words(&["visibility"])));
    }
}
