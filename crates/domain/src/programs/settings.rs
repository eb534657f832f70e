//! A program's settings as a form sends them, and as they are kept once they were found valid.

use super::slug::check_slug;
use super::{JoinPolicy, MatchingMode, PublishAs};
use crate::editing::{Conflict, merge};
use crate::fields;
use crate::limits::{CAPACITY_MAX, LINE_MAX, LONG_TEXT_MAX, NAME_MAX, PROPOSAL_DAYS_MAX, line, text};
use crate::problem::{ProblemCode, Problems};
use chrono::NaiveDate;

/// Shortest name, in characters.
const NAME_MIN: usize = 3;
/// Longest mentorship, in weeks: two years.
const WEEKS_MAX: i32 = 104;
/// Most open requests of one mentee.
const OPEN_REQUESTS_MAX: i32 = 50;
/// Most days to answer.
const DAYS_MAX: i32 = 90;

draft! {
    /// The form of a program's settings.
    pub struct SettingsDraft;
    /// The settings of a program that are edited together.
    pub struct SettingsFields;
    /// Names the settings of a program.
    pub enum SettingsField;

    /// Its name.
    name / Name = "name": String, program_name;
    /// Its name in addresses.
    slug / Slug = "slug": String, check_slug;
    /// One line about it.
    summary / Summary = "summary": String, |value| line(value, 0, LINE_MAX);
    /// Paragraphs about it.
    description / Description = "description": String, |value| text(value, 0, LONG_TEXT_MAX);
    /// Its first day; may be empty.
    starts_on / StartsOn = "starts_on": Option<NaiveDate>, fields::date;
    /// Its last day; empty is open-ended.
    ends_on / EndsOn = "ends_on": Option<NaiveDate>, fields::date;
    /// How long a mentorship lasts, in weeks.
    length_weeks / LengthWeeks = "length_weeks": i32, |value| fields::number(value, 1, WEEKS_MAX);
    /// Who may enrol.
    join_policy / JoinPolicy = "join_policy": JoinPolicy, fields::choice;
    /// Whether a coordinator approves each enrolment.
    approval / Approval = "approval": bool, |value| Ok(fields::ticked(value));
    /// How pairs come about.
    matching / Matching = "matching": MatchingMode, fields::choice;
    /// Mentees of a mentor who says nothing else.
    default_capacity / DefaultCapacity = "default_capacity": i32, |value| fields::number(value, 1, CAPACITY_MAX);
    /// Open requests of a mentee.
    max_open_requests / MaxOpenRequests = "max_open_requests": i32, |value| fields::number(value, 1, OPEN_REQUESTS_MAX);
    /// Days to answer.
    request_days / RequestDays = "request_days": i32, |value| fields::number(value, 1, DAYS_MAX);
    /// What publishing a pair of a match run makes of it.
    publish_as / PublishAs = "publish_as": PublishAs, fields::choice;
    /// Days to answer a proposed mentorship.
    proposal_days / ProposalDays = "proposal_days": i32, |value| fields::number(value, 1, PROPOSAL_DAYS_MAX);
    /// What both sign; may be empty.
    agreement / Agreement = "agreement": String, |value| text(value, 0, LONG_TEXT_MAX);
}

/// A program's name.
///
/// # Errors
/// `Required`, `TooShort` or `TooLong`.
pub fn program_name(value: &str) -> Result<String, ProblemCode> {
    line(value, NAME_MIN, NAME_MAX)
}

impl SettingsDraft {
    /// Checks everything. A program of the open community (`organisation` is false) has no members to keep it to.
    ///
    /// # Errors
    /// Everything that is wrong, by field.
    pub fn check(&self, organisation: bool) -> Result<SettingsFields, Problems> {
        let mut problems = Problems::default();
        let fields = self.read(&mut problems);
        if let (Ok(Some(end)), Ok(Some(start))) = (fields::date(&self.ends_on), fields::date(&self.starts_on))
            && end <= start
        {
            problems.add(SettingsField::EndsOn.as_str(), ProblemCode::EndsBeforeItStarts);
        }
        if !organisation && self.join_policy.trim() == JoinPolicy::Members.as_str() {
            problems.add(SettingsField::JoinPolicy.as_str(), ProblemCode::NotAChoice);
        }
        problems.into_result_of(fields)
    }
}

/// Joins two people's settings, both made from `base`. Two dates that were each valid alone may not fit together: then both must be
/// looked at.
///
/// # Errors
/// The conflict.
pub fn merge_settings(
    base: &SettingsDraft,
    mine: &SettingsDraft,
    theirs: &SettingsDraft,
) -> Result<SettingsDraft, Box<Conflict<SettingsDraft>>> {
    let joined = merge(base, mine, theirs)?;
    if joined.check(true).is_ok() {
        return Ok(joined);
    }
    let fields = vec![SettingsField::StartsOn, SettingsField::EndsOn];
    Err(Box::new(Conflict::new(theirs.clone(), mine.clone(), theirs.clone(), fields)))
}

#[cfg(test)]
#[path = "settings_tests.rs"]
mod tests;
