//! Programs: how one may join, how matching happens, its questions, and its cycle.

mod cycle;
mod missing;
mod next;
pub mod questions;
mod settings;
mod slug;
pub mod views;

pub use missing::{Missing, OpeningFacts, missing};
pub use next::{EnrolmentState, NextFacts, NextStep, next_step};
pub use settings::{SettingsDraft, SettingsField, SettingsFields, merge_settings, program_name};
pub use slug::{SLUG_MAX, SLUG_MIN, check_slug, free_slug, suggest_slug};

text_enum! {
    /// Where a program is in its cycle.
    pub enum ProgramStatus {
        /// Being prepared; only coordinators see it.
        Draft = "draft",
        /// People may enrol; requests may begin.
        Open = "open",
        /// Under way.
        Running = "running",
        /// Over.
        Completed = "completed",
        /// Called off.
        Cancelled = "cancelled",
    }
}

text_enum! {
    /// What a coordinator may do to a program's cycle.
    pub enum ProgramAction {
        /// Draft becomes open.
        Open = "open",
        /// Open becomes running.
        Start = "start",
        /// Running becomes completed.
        Complete = "complete",
        /// Anything that isn't over becomes cancelled.
        Cancel = "cancel",
    }
}

text_enum! {
    /// Who may enrol.
    pub enum JoinPolicy {
        /// Anybody who can see the program.
        Everyone = "everyone",
        /// Members of the organisation.
        Members = "members",
        /// Whoever has the link.
        Link = "link",
    }
}

text_enum! {
    /// Who works together in the spaces of a program. A template chooses it when a program begins.
    pub enum ProgramKind {
        /// A mentor and a mentee.
        Pair = "pair",
        /// A mentor and all their current mentees.
        Group = "group",
    }
}

text_enum! {
    /// How pairs come about.
    pub enum MatchingMode {
        /// Mentees find a mentor and ask.
        MenteesAsk = "mentees_ask",
        /// A coordinator pairs two people at a time.
        CoordinatorPairs = "coordinator_pairs",
        /// A match run pairs everybody at once.
        Bulk = "bulk",
    }
}

text_enum! {
    /// What publishing a pair of a match run makes of it.
    pub enum PublishAs {
        /// A mentorship that begins at once.
        Begun = "begun",
        /// A mentorship proposed to both: it begins when both have said yes.
        Proposed = "proposed",
    }
}

text_enum! {
    /// The kinds of enrolment question.
    pub enum QuestionKind {
        /// One line.
        Short = "short",
        /// Several lines.
        Long = "long",
        /// One of the options.
        OneOf = "one_of",
        /// Several of the options.
        SeveralOf = "several_of",
        /// 1 to 5.
        Scale = "scale",
        /// Skills of the taxonomy.
        Skills = "skills",
    }
}

text_enum! {
    /// Who is asked a question.
    pub enum Audience {
        /// Mentors.
        Mentor = "mentor",
        /// Mentees.
        Mentee = "mentee",
        /// Both.
        Both = "both",
    }
}

text_enum! {
    /// The templates a program can start from.
    pub enum ProgramTemplate {
        /// Career, one to one.
        Career = "career",
        /// A buddy for newcomers.
        Onboarding = "onboarding",
        /// The younger mentors the older.
        Reverse = "reverse",
        /// Equals mentor each other.
        Peer = "peer",
        /// One mentor, a group of mentees.
        Group = "group",
    }
}

/// What somebody answered to an enrolment question.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum Answer {
    /// To a short or a long question.
    Text(String),
    /// The index of the option chosen.
    Choice(u16),
    /// The indices of the options chosen, ascending.
    Choices(Vec<u16>),
    /// 1 to 5.
    Scale(u8),
    /// Ids of skills.
    Skills(Vec<String>),
}
