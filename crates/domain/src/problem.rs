//! What can be wrong with what somebody typed or asked for, as data.
//!
//! A [`Problem`] stands beside a field; a [`Refusal`] is a rule that says no to the whole act. Neither holds words for
//! people: `i18n` has those, under the same names.

use serde::{Deserialize, Serialize};

/// Everything wrong with one form, in the order of its fields. Empty means fine.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    /// Notes a problem with a field.
    pub fn add(&mut self, field: &str, code: ProblemCode) {
        self.0.push(Problem { field: field.to_owned(), code });
    }

    /// Keeps the value, or notes the problem and returns `None`.
    pub fn check<T>(&mut self, field: &str, result: Result<T, ProblemCode>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(code) => {
                self.add(field, code);
                None
            }
        }
    }

    /// `Err(self)` when anything is wrong.
    ///
    /// # Errors
    /// All problems noted so far.
    pub fn into_result(self) -> Result<(), Self> {
        if self.0.is_empty() { Ok(()) } else { Err(self) }
    }

    /// What was read, when nothing is wrong.
    ///
    /// # Errors
    /// All problems noted so far.
    pub fn into_result_of<T>(self, read: Option<T>) -> Result<T, Self> {
        match read {
            Some(read) if self.0.is_empty() => Ok(read),
            _ => Err(self),
        }
    }

    /// One problem, as the whole answer.
    #[must_use]
    pub fn one(field: &str, code: ProblemCode) -> Self {
        Self(vec![Problem { field: field.to_owned(), code }])
    }
}

/// What is wrong with one field. The field's name is the form's `name` attribute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The form field's name.
    pub field: String,
    /// What is wrong with it.
    pub code: ProblemCode,
}

/// The kinds of problem a field can have. Lengths are in characters (Unicode scalar values).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProblemCode {
    /// Nothing was given.
    Required,
    /// Shorter than allowed.
    TooShort {
        /// The least number of characters.
        min: usize,
    },
    /// Longer than allowed.
    TooLong {
        /// The greatest number of characters.
        max: usize,
    },
    /// A number outside its range.
    OutOfRange {
        /// The least value.
        min: i64,
        /// The greatest value.
        max: i64,
    },
    /// Not an e-mail address.
    NotAnEmail,
    /// One of the passwords that everybody tries first.
    CommonPassword,
    /// The current password isn't this one.
    WrongPassword,
    /// The address and the password don't belong together.
    WrongCredentials,
    /// None of the values on offer.
    NotAChoice,
    /// Not a time zone of the IANA database.
    UnknownTimeZone,
    /// Not a date.
    NotADate,
    /// A date before another one that it must follow.
    BeforeStart,
    /// A date that has passed.
    InThePast,
    /// Not a number.
    NotANumber,
    /// Letters other than a–z, digits and hyphens, or taken shape of an address.
    NotASlug,
    /// Somebody else has it already.
    Taken,
    /// Too few values.
    TooFew {
        /// The least number of values.
        min: usize,
    },
    /// Too many values.
    TooMany {
        /// The greatest number of values.
        max: usize,
    },
    /// An end that isn't after its beginning.
    EndsBeforeItStarts,
    /// Not a picture of a kind we can read.
    NotAPicture,
    /// A picture of more pixels than we can work with.
    PictureTooLarge,
    /// A file too large.
    FileTooLarge {
        /// The greatest size in mebibytes.
        max_mib: usize,
    },
    /// Nothing is in the file, or nothing below its header.
    EmptyFile,
    /// A workbook instead of what is saved from it as CSV.
    NotCsv,
    /// A file that isn't text.
    NotText,
    /// A quotation mark that nothing closes.
    OpenQuote {
        /// The line where it stands.
        line: u64,
    },
    /// Must be ticked.
    MustAgree,
    /// The address of nobody who takes part here.
    NobodyHere,
    /// Nobody of this name is among those whom it is about.
    UnknownName,
    /// Several have this name.
    AmbiguousName,
    /// Nobody else owns this organisation.
    OnlyOwner {
        /// Its name.
        organisation: String,
    },
    /// Nobody else coordinates this program.
    OnlyCoordinator {
        /// Its name.
        program: String,
    },
}

/// Why a rule said no to a whole act. Each is something the person can understand and act on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// Nobody asks themselves.
    AskingYourself,
    /// Only a mentee of the program asks.
    NotAMentee,
    /// The one asked doesn't offer mentoring in this program (any more).
    NotAMentor,
    /// The program is neither open nor running.
    ProgramNotActive,
    /// The program is completed or cancelled.
    ProgramOver,
    /// In this program a coordinator makes the pairs; nobody asks.
    CoordinatorMakesPairs,
    /// Whoever sent a form had been signed out; what they typed has been kept.
    SignedOutMeanwhile,
    /// A request to this mentor is open already.
    AlreadyAsked,
    /// The limit of open requests in this program is reached.
    TooManyOpenRequests,
    /// A request to the same mentor was taken back less than a day ago.
    WithdrewLately,
    /// As many mentors were asked in this program in a day as may be.
    AskedEnoughToday,
    /// The mentor has no room.
    MentorFull,
    /// The mentee has a mentor in this program already.
    MenteeHasMentor,
    /// A shared language is missing.
    NoSharedLanguage,
    /// The request has ended already.
    RequestEnded,
    /// It is the other person's turn to say something.
    NotYourTurn,
    /// It was extended already as often as possible.
    AlreadyExtended,
    /// This change of state isn't possible from here.
    NotFromThisState,
    /// The program isn't open for enrolment.
    EnrolmentClosed,
    /// Enrolled already.
    AlreadyEnrolled,
    /// Mentors still have a mentorship here.
    HasActiveMentorships,
    /// The only owner can't leave or become less.
    LastOwner,
    /// The only coordinator can't go.
    LastCoordinator,
    /// The invitation isn't valid (any more).
    InvitationInvalid,
    /// The invitation was sent to another address, which alone may accept it.
    InvitationForAnother,
    /// The link isn't valid (any more).
    TokenInvalid,
    /// The e-mail address must be confirmed first.
    EmailNotVerified,
    /// The mentorship is over.
    MentorshipOver,
    /// Signed already.
    AlreadySigned,
    /// Reviewed already.
    AlreadyReviewed,
    /// This file of settings needs something that isn't there, such as a date.
    ProgramIncomplete,
    /// Only the programs of organisations invite people.
    NeedsOrganisation,
    /// The number of mentorships held is higher than the room wished for.
    CapacityBelowMentorships,
    /// Nothing was published, or somebody has acted on all of it.
    NothingToTakeBack,
    /// The proposal has ended already.
    ProposalEnded,
    /// They have answered the proposal already.
    AlreadyAnswered,
    /// One of the two said no to the other when they were proposed to each other.
    SaidNoBefore,
    /// A mentorship is proposed to the mentee at this moment.
    MenteeHasProposal,
    /// So many people that a browser had to work on them for too long.
    TooManyToTry,
    /// So many people that even the server can't compare everybody with everybody.
    TooManyToPair,
    /// Whoever waited for a match run stopped it.
    RunStopped,
    /// A condition rules the pair out, or there is no place for it.
    PairRuledOut,
}

impl Refusal {
    /// Whether it only says what the person themselves asked for, and is no fault of theirs.
    #[must_use]
    pub const fn is_as_asked(self) -> bool {
        matches!(self, Self::RunStopped)
    }
}
