//! Where somebody stands in the database: one list, by which people are erased and by which they get a copy of their data.
//!
//! A test reads from the schema which columns refer to people, and fails for one that isn't here.

use crate::goals::Goal;
use chrono::NaiveDate;
use domain::goals::ProgressMode;

/// A column that refers to people, or to what is theirs.
#[derive(Debug, Clone, Copy)]
pub struct Place {
    /// The table.
    pub table: &'static str,
    /// The column.
    pub column: &'static str,
    /// The ids in the column that are meant, of the person `$1`; empty where it holds the person's own.
    pub through: &'static str,
    /// What becomes of the rows when the person is erased.
    pub erase: Erase,
    /// What of the rows is in a copy of the person's data.
    pub copy: Copied,
}

/// What becomes of rows.
#[derive(Debug, Clone, Copy)]
pub enum Erase {
    /// They go.
    Delete,
    /// Those that fulfil a condition go.
    DeleteIf(&'static str),
    /// They stay, and it isn't said any more whose they are.
    Nobody,
    /// They stay, changed.
    Change {
        /// What is set.
        set: &'static str,
        /// Where: a condition, or nothing.
        only: &'static str,
    },
    /// They stay as they are; why.
    Keep(&'static str),
}

/// What of rows is copied.
#[derive(Debug, Clone, Copy)]
pub enum Copied {
    /// These columns.
    Rows {
        /// What the list is called in the copy.
        title: &'static str,
        /// Tables beside the rows `t`.
        joins: &'static str,
        /// Name in the copy, column, and what it is.
        columns: &'static [(&'static str, &'static str, Kind)],
        /// The same of the fields that are edited.
        edited: &'static [(&'static str, &'static str, Kind)],
    },
    /// Nothing; why.
    No(&'static str),
}

/// What a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A text.
    Text,
    /// One of a few words of ours.
    Word,
    /// What somebody else is called.
    Name,
    /// A whole number.
    Number,
    /// Yes or no.
    Yes,
    /// An instant.
    Time,
    /// A day.
    Day,
    /// Something structured.
    Json,
}

/// A type of which a column can be copied.
pub(crate) trait Copyable {
    /// What its column is.
    const KIND: Kind;
}

impl Copyable for String {
    const KIND: Kind = Text;
}

impl Copyable for i32 {
    const KIND: Kind = Number;
}

impl Copyable for Option<NaiveDate> {
    const KIND: Kind = Day;
}

impl Copyable for ProgressMode {
    const KIND: Kind = Word;
}

use Copied::No;
use Erase::{Change, Delete, DeleteIf, Keep, Nobody};
use Kind::{Day, Json, Name, Number, Text, Time, Word, Yes};

/// A list in the copy.
macro_rules! rows {
    ($title:literal, $joins:expr, $($name:literal = $column:literal $kind:ident),+) => {
        Copied::Rows { title: $title, joins: $joins, columns: &[$(($name, $column, $kind)),+], edited: &[] }
    };
}

const fn place(table: &'static str, column: &'static str, erase: Erase, copy: Copied) -> Place {
    Place { table, column, through: "", erase, copy }
}

/// The same for what refers to something of theirs.
const fn beyond(table: &'static str, column: &'static str, through: &'static str, erase: Erase, copy: Copied) -> Place {
    Place { table, column, through, erase, copy }
}

const PROGRAM: &str = "JOIN programs p ON p.id = t.program_id";
const SHARED: &str = "what two people made together stays the other one's";
const SECRETS: &str = "nothing but the hashes of secrets";
const OF_OTHERS: &str = "what others prefer is theirs";
const OF_COORDINATORS: &str = "coordinators made it, and see it alone";
/// A request of which no mentorship came.
const CAME_TO_NOTHING: &str = "NOT EXISTS (SELECT 1 FROM mentorships m WHERE m.request_id = match_requests.id)";

/// All of them.
pub const PLACES: &[Place] = &[
    place(
        "people",
        "id",
        Keep("the row is emptied after everything else"),
        rows!("account", "", "name" = "t.name" Text, "email" = "t.email" Text, "email_confirmed_at" = "t.email_verified_at" Time,
            "language" = "t.locale" Text, "time_zone" = "t.zone" Text, "pronouns" = "t.pronouns" Text, "headline" = "t.headline" Text,
            "about" = "t.about" Text, "country" = "t.country" Text, "industry" = "t.industry" Text, "role" = "t.role_title" Text,
            "years_of_experience" = "t.experience_years" Number, "help_offered" = "t.help_offered" Json,
            "help_wanted" = "t.help_wanted" Json, "usual_week" = "t.availability" Json, "personal_part_seen_by" = "t.visibility" Text,
            "created_at" = "t.created_at" Time),
    ),
    place("person_languages", "person_id", Delete, rows!("languages", "", "language" = "t.language" Text)),
    place(
        "person_skills",
        "person_id",
        Delete,
        rows!("skills", "LEFT JOIN custom_skills s ON s.id = t.skill_id", "side" = "t.side" Text, "skill" = "t.skill_id" Text, "name" = "s.name" Text),
    ),
    place(
        "space_people",
        "person_id",
        Keep(SHARED),
        rows!("spaces", "JOIN spaces s ON s.id = t.space_id JOIN programs p ON p.id = s.program_id", "program" = "p.name" Text,
            "role" = "t.role" Text, "joined_at" = "t.joined_at" Time, "left_at" = "t.left_at" Time),
    ),
    place("person_words", "person_id", Delete, No("made from the profile, for searching")),
    place(
        "sessions",
        "person_id",
        Delete,
        rows!("devices", "", "browser" = "t.user_agent" Text, "network" = "t.address" Text, "signed_in_at" = "t.created_at" Time,
            "last_seen_at" = "t.last_seen_at" Time),
    ),
    place("known_devices", "person_id", Delete, No(SECRETS)),
    place("account_tokens", "person_id", Delete, No(SECRETS)),
    place("flashes", "person_id", Delete, No("kept for some minutes")),
    place(
        "notifications",
        "person_id",
        Delete,
        rows!("notifications", "", "kind" = "t.kind" Text, "link" = "t.link" Text, "at" = "t.created_at" Time, "read_at" = "t.read_at" Time),
    ),
    place("pictures", "owner_id", Nobody, No("in the copy as files")),
    place(
        "events",
        "actor_id",
        Keep("who did it is somebody who left"),
        rows!("activity", "LEFT JOIN programs p ON p.id = t.program_id", "what" = "t.kind" Text, "program" = "p.name" Text, "at" = "t.at" Time),
    ),
    place(
        "memberships",
        "person_id",
        Delete,
        rows!("organisations", "JOIN organisations o ON o.id = t.organisation_id", "organisation" = "o.name" Text, "role" = "t.role" Text,
            "joined_at" = "t.joined_at" Time),
    ),
    place("custom_skills", "added_by", Nobody, rows!("skills_added", "", "name" = "t.name" Text, "at" = "t.created_at" Time)),
    place("program_coordinators", "person_id", Delete, rows!("programs_coordinated", PROGRAM, "program" = "p.name" Text)),
    place(
        "invitations",
        "created_by",
        Nobody,
        rows!("invitations_sent", "", "role" = "t.role" Text, "at" = "t.created_at" Time, "until" = "t.expires_at" Time),
    ),
    place("invitation_mails", "sent_by", Delete, No("when mails to others leave")),
    place(
        "enrolments",
        "person_id",
        Change { set: "criteria = '[]', version = version + 1", only: "" },
        rows!("enrolments", PROGRAM, "program" = "p.name" Text, "status" = "t.status" Text, "as_mentor" = "t.as_mentor" Yes,
            "as_mentee" = "t.as_mentee" Yes, "places" = "t.capacity" Number, "matters_most" = "t.criteria" Json, "at" = "t.created_at" Time),
    ),
    beyond(
        "answers",
        "enrolment_id",
        "SELECT id FROM enrolments WHERE person_id = $1",
        Delete,
        rows!("answers", "JOIN program_questions q ON q.id = t.question_id", "question" = "q.prompt" Text, "answer" = "t.body" Json),
    ),
    place(
        "favourites",
        "person_id",
        Delete,
        rows!("favourites", "JOIN programs p ON p.id = t.program_id JOIN people o ON o.id = t.mentor_id", "program" = "p.name" Text,
            "mentor" = "o.name" Name, "at" = "t.created_at" Time),
    ),
    place("favourites", "mentor_id", Delete, No(OF_OTHERS)),
    place(
        "match_preferences",
        "person_id",
        Delete,
        rows!("preferences", "JOIN programs p ON p.id = t.program_id JOIN people o ON o.id = t.preferred_id", "program" = "p.name" Text,
            "person" = "o.name" Name, "side" = "t.side" Text, "place" = "t.place" Number, "at" = "t.created_at" Time),
    ),
    place("match_preferences", "preferred_id", Delete, No(OF_OTHERS)),
    place(
        "match_requests",
        "mentee_id",
        Change { set: "body = ''", only: CAME_TO_NOTHING },
        rows!("requests_sent", "JOIN programs p ON p.id = t.program_id JOIN people o ON o.id = t.mentor_id", "program" = "p.name" Text,
            "mentor" = "o.name" Name, "status" = "t.status" Text, "text" = "t.body" Text, "at" = "t.created_at" Time, "ended_at" = "t.ended_at" Time),
    ),
    place(
        "match_requests",
        "mentor_id",
        Change { set: "closing_word = NULL", only: CAME_TO_NOTHING },
        rows!("requests_received", "JOIN programs p ON p.id = t.program_id JOIN people o ON o.id = t.mentee_id", "program" = "p.name" Text,
            "mentee" = "o.name" Name, "status" = "t.status" Text, "closing_words" = "t.closing_word" Text, "at" = "t.created_at" Time,
            "ended_at" = "t.ended_at" Time),
    ),
    place(
        "request_messages",
        "author_id",
        DeleteIf("NOT EXISTS (SELECT 1 FROM mentorships m WHERE m.request_id = request_messages.request_id)"),
        rows!("request_messages", "", "text" = "t.body" Text, "at" = "t.created_at" Time),
    ),
    place(
        "mentorships",
        "mentor_id",
        Keep(SHARED),
        rows!("mentorships_as_mentor", "JOIN programs p ON p.id = t.program_id JOIN people o ON o.id = t.mentee_id",
            "program" = "p.name" Text, "mentee" = "o.name" Name, "status" = "t.status" Text, "agreement" = "t.agreement" Text,
            "started_on" = "t.started_on" Day, "ends_on" = "t.ends_on" Day, "ended_at" = "t.ended_at" Time),
    ),
    place(
        "mentorships",
        "mentee_id",
        Keep(SHARED),
        rows!("mentorships_as_mentee", "JOIN programs p ON p.id = t.program_id JOIN people o ON o.id = t.mentor_id",
            "program" = "p.name" Text, "mentor" = "o.name" Name, "status" = "t.status" Text, "agreement" = "t.agreement" Text,
            "started_on" = "t.started_on" Day, "ends_on" = "t.ends_on" Day, "ended_at" = "t.ended_at" Time),
    ),
    place(
        "mentorships",
        "ended_by",
        Keep(SHARED),
        rows!("mentorships_ended", PROGRAM, "program" = "p.name" Text, "reason" = "t.end_reason" Text, "at" = "t.ended_at" Time),
    ),
    place("agreement_signatures", "person_id", Keep(SHARED), rows!("signatures", "", "at" = "t.signed_at" Time)),
    place(
        "mentorship_reviews",
        "person_id",
        Change { set: "sentence = ''", only: "" },
        rows!("reviews", "", "rating" = "t.rating" Number, "sentence" = "t.sentence" Text, "at" = "t.created_at" Time),
    ),
    place(
        "goals",
        "author_id",
        Keep(SHARED),
        Copied::Rows {
            title: "goals",
            joins: "",
            columns: &[("status", "t.status", Text), ("at", "t.created_at", Time)],
            edited: Goal::EDITED,
        },
    ),
    beyond(
        "milestones",
        "goal_id",
        "SELECT id FROM goals WHERE author_id = $1",
        Keep(SHARED),
        rows!("milestones", "", "title" = "t.title" Text, "due_on" = "t.due_on" Day, "done_at" = "t.done_at" Time),
    ),
    place("goal_comments", "author_id", Keep(SHARED), rows!("comments", "", "text" = "t.body" Text, "at" = "t.created_at" Time)),
    place(
        "goal_changes",
        "person_id",
        Keep(SHARED),
        rows!("changes", "", "field" = "t.field" Text, "after" = "t.after" Text, "at" = "t.at" Time),
    ),
    place(
        "match_runs",
        "created_by",
        Keep("who made it is somebody who left"),
        rows!("match_runs", PROGRAM, "program" = "p.name" Text, "number" = "t.number" Number, "at" = "t.created_at" Time),
    ),
    place("match_run_pairs", "mentee_id", Keep("a run is told as it was"), No(OF_COORDINATORS)),
    place("match_run_pairs", "mentor_id", Keep("a run is told as it was"), No(OF_COORDINATORS)),
    place("match_progress", "person_id", Delete, No("gone with the run")),
    place(
        "imports",
        "person_id",
        Delete,
        rows!("files_uploaded", PROGRAM, "program" = "p.name" Text, "file" = "t.file" Text, "at" = "t.created_at" Time),
    ),
    place(
        "proposals",
        "mentee_id",
        Change { set: "word = NULL", only: "mentee_answer = 'no'" },
        rows!("proposals_as_mentee", "JOIN programs p ON p.id = t.program_id JOIN people o ON o.id = t.mentor_id",
            "program" = "p.name" Text, "mentor" = "o.name" Name, "status" = "t.status" Text, "answer" = "t.mentee_answer" Text,
            "words" = "CASE WHEN t.mentee_answer = 'no' THEN t.word END" Text, "at" = "t.created_at" Time),
    ),
    place(
        "proposals",
        "mentor_id",
        Change { set: "word = NULL", only: "mentor_answer = 'no'" },
        rows!("proposals_as_mentor", "JOIN programs p ON p.id = t.program_id JOIN people o ON o.id = t.mentee_id",
            "program" = "p.name" Text, "mentee" = "o.name" Name, "status" = "t.status" Text, "answer" = "t.mentor_answer" Text,
            "words" = "CASE WHEN t.mentor_answer = 'no' THEN t.word END" Text, "at" = "t.created_at" Time),
    ),
];

/// The columns in which what somebody wrote stays when they are erased, as the other one reads it too. Of requests, those of which a
/// mentorship came.
pub const SHARED_TEXTS: &[(&str, &str)] = &shared_texts::<{ texts(Goal::EDITED) + OTHER_SHARED_TEXTS.len() }>();

/// How many of these columns are texts.
const fn texts(mut columns: &[(&str, &str, Kind)]) -> usize {
    let mut count = 0;
    while let [(_, _, kind), rest @ ..] = columns {
        if matches!(kind, Text) {
            count += 1;
        }
        columns = rest;
    }
    count
}

/// What people write into their goals, and the others.
const fn shared_texts<const N: usize>() -> [(&'static str, &'static str); N] {
    let mut all = [("", ""); N];
    let mut room = all.as_mut_slice();
    let (mut edited, mut others) = (Goal::EDITED, OTHER_SHARED_TEXTS);
    while let Some((place, rest)) = room.split_first_mut() {
        room = rest;
        while let [(_, _, kind), rest @ ..] = edited
            && !matches!(kind, Text)
        {
            edited = rest;
        }
        if let [(name, _, _), rest @ ..] = edited {
            *place = ("goals", name);
            edited = rest;
        } else if let [other, rest @ ..] = others {
            *place = *other;
            others = rest;
        }
    }
    all
}

const OTHER_SHARED_TEXTS: &[(&str, &str)] = &[
    ("milestones", "title"),
    ("goal_comments", "body"),
    ("goal_changes", "before"),
    ("goal_changes", "after"),
    ("mentorships", "end_reason"),
    ("match_requests", "body"),
    ("match_requests", "closing_word"),
    ("request_messages", "body"),
    // The title of a goal, in what the other one was told.
    ("notifications", "body"),
];
