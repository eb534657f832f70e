//! A program's settings as a form sends them, and as they are kept once they were found fine.

use super::slug::check_slug;
use super::{JoinPolicy, MatchingMode};
use crate::fields;
use crate::limits::{CAPACITY_MAX, LINE_MAX, LONG_TEXT_MAX, NAME_MAX, PROPOSAL_DAYS_MAX, line, text};
use crate::match_runs::PublishAs;
use crate::problem::{ProblemCode, Problems};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Shortest name, in characters.
const NAME_MIN: usize = 3;
/// Longest mentorship, in weeks: two years.
const WEEKS_MAX: i32 = 104;
/// Most open requests of one mentee.
const OPEN_REQUESTS_MAX: i32 = 50;
/// Most days to answer.
const DAYS_MAX: i32 = 90;

text_enum! {
    /// The settings of a program that are edited together. Each one's word is the form field's name.
    pub enum SettingsField {
        /// Its name.
        Name = "name",
        /// Its name in addresses.
        Slug = "slug",
        /// One line about it.
        Summary = "summary",
        /// Paragraphs about it.
        Description = "description",
        /// Its first day.
        StartsOn = "starts_on",
        /// Its last day.
        EndsOn = "ends_on",
        /// How long a mentorship lasts.
        LengthWeeks = "length_weeks",
        /// Who may enrol.
        JoinPolicy = "join_policy",
        /// Whether a coordinator approves.
        Approval = "approval",
        /// How pairs come about.
        Matching = "matching",
        /// Mentees of a mentor who says nothing else.
        DefaultCapacity = "default_capacity",
        /// Open requests of a mentee.
        MaxOpenRequests = "max_open_requests",
        /// Days to answer.
        RequestDays = "request_days",
        /// What publishing a pair of a match run makes of it.
        PublishAs = "publish_as",
        /// Days to answer a proposed mentorship.
        ProposalDays = "proposal_days",
        /// What both sign.
        Agreement = "agreement",
    }
}

/// What the form sends; every field is text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SettingsDraft {
    /// Its name.
    pub name: String,
    /// Its name in addresses.
    pub slug: String,
    /// One line about it.
    pub summary: String,
    /// Paragraphs about it.
    pub description: String,
    /// Its first day; may be empty.
    pub starts_on: String,
    /// Its last day; empty is open-ended.
    pub ends_on: String,
    /// How long a mentorship lasts, in weeks.
    pub length_weeks: String,
    /// The word of a [`JoinPolicy`].
    pub join_policy: String,
    /// `true`, or empty.
    pub approval: String,
    /// The word of a [`MatchingMode`].
    pub matching: String,
    /// Mentees of a mentor who says nothing else.
    pub default_capacity: String,
    /// Open requests of a mentee.
    pub max_open_requests: String,
    /// Days to answer.
    pub request_days: String,
    /// The word of a [`PublishAs`].
    pub publish_as: String,
    /// Days to answer a proposed mentorship.
    pub proposal_days: String,
    /// What both sign; may be empty.
    pub agreement: String,
}

/// The settings that are edited together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingsFields {
    /// Its name.
    pub name: String,
    /// Its name in addresses.
    pub slug: String,
    /// One line about it.
    pub summary: String,
    /// Paragraphs about it.
    pub description: String,
    /// Its first day.
    pub starts_on: Option<NaiveDate>,
    /// Its last day.
    pub ends_on: Option<NaiveDate>,
    /// How long a mentorship lasts, in weeks.
    pub length_weeks: i32,
    /// Who may enrol.
    pub join_policy: JoinPolicy,
    /// Whether a coordinator approves each enrolment.
    pub approval: bool,
    /// How pairs come about.
    pub matching: MatchingMode,
    /// Mentees of a mentor who says nothing else.
    pub default_capacity: i32,
    /// Open requests of a mentee.
    pub max_open_requests: i32,
    /// Days to answer.
    pub request_days: i32,
    /// What publishing a pair of a match run makes of it.
    pub publish_as: PublishAs,
    /// Days to answer a proposed mentorship.
    pub proposal_days: i32,
    /// What both sign.
    pub agreement: String,
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
        let name = problems.check("name", program_name(&self.name));
        let slug = problems.check("slug", check_slug(&self.slug));
        let summary = problems.check("summary", line(&self.summary, 0, LINE_MAX));
        let description = problems.check("description", text(&self.description, 0, LONG_TEXT_MAX));
        let starts_on = problems.check("starts_on", fields::date(&self.starts_on));
        let ends_on = problems.check("ends_on", fields::date(&self.ends_on).and_then(|end| after(end, starts_on.flatten())));
        let length_weeks = problems.check("length_weeks", fields::number(&self.length_weeks, 1, WEEKS_MAX));
        let join_policy = problems.check("join_policy", fields::choice(&self.join_policy).and_then(|join| allowed(join, organisation)));
        let matching = problems.check("matching", fields::choice(&self.matching));
        let default_capacity = problems.check("default_capacity", fields::number(&self.default_capacity, 1, CAPACITY_MAX));
        let max_open_requests = problems.check("max_open_requests", fields::number(&self.max_open_requests, 1, OPEN_REQUESTS_MAX));
        let request_days = problems.check("request_days", fields::number(&self.request_days, 1, DAYS_MAX));
        let publish_as = problems.check("publish_as", fields::choice(&self.publish_as));
        let proposal_days = problems.check("proposal_days", fields::number(&self.proposal_days, 1, PROPOSAL_DAYS_MAX));
        let agreement = problems.check("agreement", text(&self.agreement, 0, LONG_TEXT_MAX));
        let words = (name, slug, summary, description, agreement);
        let times = (starts_on, ends_on, length_weeks, request_days);
        let rules = (join_policy, matching, default_capacity, max_open_requests);
        let proposing = (publish_as, proposal_days);
        match (words, times, rules, proposing) {
            (
                (Some(name), Some(slug), Some(summary), Some(description), Some(agreement)),
                (Some(starts_on), Some(ends_on), Some(length_weeks), Some(request_days)),
                (Some(join_policy), Some(matching), Some(default_capacity), Some(max_open_requests)),
                (Some(publish_as), Some(proposal_days)),
            ) => Ok(SettingsFields {
                name,
                slug,
                summary,
                description,
                starts_on,
                ends_on,
                length_weeks,
                join_policy,
                approval: fields::ticked(&self.approval),
                matching,
                default_capacity,
                max_open_requests,
                request_days,
                publish_as,
                proposal_days,
                agreement,
            }),
            _ => Err(problems),
        }
    }

    /// The form's text of one field.
    #[must_use]
    pub fn value(&self, field: SettingsField) -> &str {
        match field {
            SettingsField::Name => &self.name,
            SettingsField::Slug => &self.slug,
            SettingsField::Summary => &self.summary,
            SettingsField::Description => &self.description,
            SettingsField::StartsOn => &self.starts_on,
            SettingsField::EndsOn => &self.ends_on,
            SettingsField::LengthWeeks => &self.length_weeks,
            SettingsField::JoinPolicy => &self.join_policy,
            SettingsField::Approval => &self.approval,
            SettingsField::Matching => &self.matching,
            SettingsField::DefaultCapacity => &self.default_capacity,
            SettingsField::MaxOpenRequests => &self.max_open_requests,
            SettingsField::RequestDays => &self.request_days,
            SettingsField::PublishAs => &self.publish_as,
            SettingsField::ProposalDays => &self.proposal_days,
            SettingsField::Agreement => &self.agreement,
        }
    }

    /// Takes one field from somewhere else.
    pub fn set(&mut self, field: SettingsField, value: String) {
        *match field {
            SettingsField::Name => &mut self.name,
            SettingsField::Slug => &mut self.slug,
            SettingsField::Summary => &mut self.summary,
            SettingsField::Description => &mut self.description,
            SettingsField::StartsOn => &mut self.starts_on,
            SettingsField::EndsOn => &mut self.ends_on,
            SettingsField::LengthWeeks => &mut self.length_weeks,
            SettingsField::JoinPolicy => &mut self.join_policy,
            SettingsField::Approval => &mut self.approval,
            SettingsField::Matching => &mut self.matching,
            SettingsField::DefaultCapacity => &mut self.default_capacity,
            SettingsField::MaxOpenRequests => &mut self.max_open_requests,
            SettingsField::RequestDays => &mut self.request_days,
            SettingsField::PublishAs => &mut self.publish_as,
            SettingsField::ProposalDays => &mut self.proposal_days,
            SettingsField::Agreement => &mut self.agreement,
        } = value;
    }
}

impl From<&SettingsFields> for SettingsDraft {
    fn from(fields: &SettingsFields) -> Self {
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        Self {
            name: fields.name.clone(),
            slug: fields.slug.clone(),
            summary: fields.summary.clone(),
            description: fields.description.clone(),
            starts_on: day(fields.starts_on),
            ends_on: day(fields.ends_on),
            length_weeks: fields.length_weeks.to_string(),
            join_policy: fields.join_policy.to_string(),
            approval: if fields.approval { "true".to_owned() } else { String::new() },
            matching: fields.matching.to_string(),
            default_capacity: fields.default_capacity.to_string(),
            max_open_requests: fields.max_open_requests.to_string(),
            request_days: fields.request_days.to_string(),
            publish_as: fields.publish_as.to_string(),
            proposal_days: fields.proposal_days.to_string(),
            agreement: fields.agreement.clone(),
        }
    }
}

fn after(end: Option<NaiveDate>, start: Option<NaiveDate>) -> Result<Option<NaiveDate>, ProblemCode> {
    match (end, start) {
        (Some(end), Some(start)) if end <= start => Err(ProblemCode::EndsBeforeItStarts),
        _ => Ok(end),
    }
}

const fn allowed(join: JoinPolicy, organisation: bool) -> Result<JoinPolicy, ProblemCode> {
    if matches!(join, JoinPolicy::Members) && !organisation { Err(ProblemCode::NotAChoice) } else { Ok(join) }
}

#[cfg(test)]
#[path = "settings_tests.rs"]
mod tests;
