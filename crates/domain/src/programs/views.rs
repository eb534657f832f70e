//! What the pages about programs show.

use super::{JoinPolicy, MatchingMode, Missing, NextStep, ProgramAction, ProgramStatus, ProgramTemplate, SettingsDraft};
use crate::ids::{MentorshipId, OrganisationId, PictureId, ProgramId};
use crate::mentorships::MentorshipStatus;
use crate::shared::{EnrolmentStatus, Face, Pages};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Something a program can start from, in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateCard {
    /// Which.
    pub template: ProgramTemplate,
    /// Its name.
    pub name: String,
    /// One line about it.
    pub summary: String,
    /// How pairs come about.
    pub matching: MatchingMode,
    /// How long a mentorship lasts, in weeks.
    pub length_weeks: i32,
    /// How many questions it asks.
    pub questions: i64,
}

/// An organisation in which the reader may make programs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The organisation.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
}

/// What the page on which a program begins shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewProgram {
    /// What it can start from.
    pub templates: Vec<TemplateCard>,
    /// The organisations that the reader manages; the open community is always there.
    pub places: Vec<Place>,
}

/// A program in a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgramCard {
    /// Its id.
    pub id: ProgramId,
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// One line about it.
    pub summary: String,
    /// Its picture.
    pub picture: Option<PictureId>,
    /// Its organisation; none for the open community.
    pub organisation: Option<String>,
    /// Its first day.
    pub starts_on: Option<NaiveDate>,
    /// How long a mentorship lasts, in weeks.
    pub length_weeks: i32,
}

/// A next step, and what it is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Next {
    /// The step.
    pub step: NextStep,
    /// The mentorship to open, when that is the step.
    pub mentorship: Option<MentorshipId>,
    /// How many requests the step is about.
    pub requests: i64,
}

/// A program that somebody takes part in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MyProgram {
    /// Its id.
    pub id: ProgramId,
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its picture.
    pub picture: Option<PictureId>,
    /// Its organisation.
    pub organisation: Option<String>,
    /// Where it is.
    pub status: ProgramStatus,
    /// Where the enrolment is; none for somebody who only coordinates.
    pub enrolment: Option<EnrolmentStatus>,
    /// Offers mentoring here.
    pub as_mentor: bool,
    /// Looks for a mentor here.
    pub as_mentee: bool,
    /// Coordinates it by name.
    pub coordinator: bool,
    /// What comes next.
    pub next: Next,
}

/// What there is to join.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explore {
    /// Programs the reader takes part in; only on the first page without a search.
    pub mine: Vec<MyProgram>,
    /// Programs the reader may join, newest first.
    pub found: Vec<ProgramCard>,
    /// What was searched for.
    pub words: String,
    /// Where the part after begins.
    pub pages: Pages<ProgramId>,
}

/// A program's public face.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgramPage {
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// One line about it.
    pub summary: String,
    /// Paragraphs about it.
    pub description: String,
    /// Its picture.
    pub picture: Option<PictureId>,
    /// Its organisation; none for the open community.
    pub organisation: Option<String>,
    /// Where it is.
    pub status: ProgramStatus,
    /// Its first day.
    pub starts_on: Option<NaiveDate>,
    /// Its last day.
    pub ends_on: Option<NaiveDate>,
    /// How long a mentorship lasts, in weeks.
    pub length_weeks: i32,
    /// How pairs come about.
    pub matching: MatchingMode,
    /// Who may enrol.
    pub join_policy: JoinPolicy,
    /// Whether a coordinator approves each enrolment.
    pub approval: bool,
    /// How many people take part.
    pub participants: i64,
    /// Who runs it.
    pub coordinators: Vec<Face>,
    /// Where the reader's enrolment is.
    pub enrolment: Option<EnrolmentStatus>,
    /// Whether the reader coordinates it.
    pub coordinator: bool,
    /// What comes next for the reader.
    pub next: Next,
}

/// Two people whose mentorship doesn't get going, or a request that waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stalled {
    /// The mentor.
    pub mentor: String,
    /// The mentee.
    pub mentee: String,
    /// Where it is.
    pub link: String,
    /// Since when, in the reader's time zone.
    pub since: NaiveDate,
}

/// Some of those that stall, and how many there are in all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StalledList {
    /// The longest first; a few.
    pub some: Vec<Stalled>,
    /// How many.
    pub total: i64,
}

/// A program's numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numbers {
    /// Who takes part and offers mentoring.
    pub mentors: i64,
    /// Who takes part and looks for a mentor.
    pub mentees: i64,
    /// Who takes part, either way.
    pub participants: i64,
    /// Who waits for approval.
    pub pending: i64,
    /// Requests that are open.
    pub open_requests: i64,
    /// Mentorships, by state.
    pub mentorships: Vec<(MentorshipStatus, i64)>,
    /// Goals being worked on.
    pub goals_open: i64,
    /// Goals reached.
    pub goals_achieved: i64,
}

/// Whom the steps in a program's cycle reach, to be said before they are taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reach {
    /// Open requests, which close with its end.
    pub requests: i64,
    /// Proposed mentorships without their answers, which are taken back with its end.
    pub proposals: i64,
    /// Who is told that it starts.
    pub told_at_start: i64,
    /// Who is told that it ends.
    pub told_at_end: i64,
    /// Who gets an email at its end, because a request or a proposal of theirs does.
    pub mailed: i64,
}

/// A program for its coordinator, at a glance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overview {
    /// Its name in addresses.
    pub slug: String,
    /// Its name.
    pub name: String,
    /// Its organisation.
    pub organisation: Option<String>,
    /// Where it is.
    pub status: ProgramStatus,
    /// Its first day.
    pub starts_on: Option<NaiveDate>,
    /// Its last day.
    pub ends_on: Option<NaiveDate>,
    /// What it needs before it opens.
    pub missing: Vec<Missing>,
    /// What can be done to its cycle.
    pub actions: Vec<ProgramAction>,
    /// Who may enrol.
    pub join_policy: JoinPolicy,
    /// The whole link to join by.
    pub join_link: String,
    /// Its numbers.
    pub numbers: Numbers,
    /// Whom the next steps in its cycle reach.
    pub reach: Reach,
    /// Requests nobody has answered for a week.
    pub waiting: StalledList,
    /// Mentorships of two weeks and more without a signed agreement.
    pub unsigned: StalledList,
    /// Mentorships of two weeks and more without a goal.
    pub aimless: StalledList,
}

/// Somebody who coordinates a program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coordinator {
    /// Who.
    pub face: Face,
    /// Whether it is the reader.
    pub me: bool,
}

/// A program's settings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// Its name in addresses, as it is saved.
    pub slug: String,
    /// Its name, as it is saved.
    pub name: String,
    /// The settings as the form says them.
    pub draft: SettingsDraft,
    /// Whether it belongs to an organisation.
    pub organisation: bool,
    /// Its picture.
    pub picture: Option<PictureId>,
    /// Who coordinates it by name.
    pub coordinators: Vec<Coordinator>,
}
