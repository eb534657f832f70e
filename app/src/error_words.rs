//! Errors in the reader's words.

use crate::AppError;
use domain::{ProblemCode, Refusal};
use i18n::{I18n, m};

/// What is wrong with a field.
#[must_use]
pub fn problem(i18n: I18n, code: &ProblemCode) -> String {
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let key = match code {
        ProblemCode::TooShort { min } => return i18n.n(m::ERRORS_TOO_SHORT, number(*min), &[]),
        ProblemCode::TooLong { max } => return i18n.n(m::ERRORS_TOO_LONG, number(*max), &[]),
        ProblemCode::TooMany { max } => return i18n.n(m::ERRORS_TOO_MANY_VALUES, number(*max), &[]),
        ProblemCode::TooFew { min } => return i18n.n(m::ERRORS_TOO_FEW_VALUES, number(*min), &[]),
        ProblemCode::OutOfRange { min, max } => {
            return i18n.f(m::ERRORS_OUT_OF_RANGE, &[("min", &i18n.number(*min)), ("max", &i18n.number(*max))]);
        }
        ProblemCode::FileTooLarge { max_mib } => return i18n.f(m::ERRORS_FILE_TOO_LARGE, &[("max", &i18n.number(number(*max_mib)))]),
        ProblemCode::OpenQuote { line } => {
            let line = i18n.number(i64::try_from(*line).unwrap_or(i64::MAX));
            return i18n.f(m::ERRORS_OPEN_QUOTE, &[("line", &line)]);
        }
        ProblemCode::OnlyOwner { organisation } => return i18n.f(m::LEAVING_ONLY_OWNER, &[("organisation", organisation)]),
        ProblemCode::OnlyCoordinator { program } => return i18n.f(m::LEAVING_ONLY_COORDINATOR, &[("program", program)]),
        ProblemCode::EmptyFile => m::ERRORS_EMPTY_FILE,
        ProblemCode::NotCsv => m::ERRORS_NOT_CSV,
        ProblemCode::NotText => m::ERRORS_NOT_TEXT,
        ProblemCode::Required => m::ERRORS_REQUIRED,
        ProblemCode::NotAnEmail => m::ERRORS_NOT_AN_EMAIL,
        ProblemCode::CommonPassword => m::ERRORS_COMMON_PASSWORD,
        ProblemCode::WrongPassword => m::ERRORS_WRONG_PASSWORD,
        ProblemCode::WrongCredentials => m::ERRORS_WRONG_CREDENTIALS,
        ProblemCode::NotAChoice => m::ERRORS_NOT_A_CHOICE,
        ProblemCode::UnknownTimeZone => m::ERRORS_UNKNOWN_TIME_ZONE,
        ProblemCode::NotADate => m::ERRORS_NOT_A_DATE,
        ProblemCode::BeforeStart => m::ERRORS_BEFORE_START,
        ProblemCode::InThePast => m::ERRORS_IN_THE_PAST,
        ProblemCode::NotANumber => m::ERRORS_NOT_A_NUMBER,
        ProblemCode::NotASlug => m::ERRORS_NOT_A_SLUG,
        ProblemCode::Taken => m::ERRORS_TAKEN,
        ProblemCode::EndsBeforeItStarts => m::ERRORS_ENDS_BEFORE_IT_STARTS,
        ProblemCode::PictureTooLarge => m::ERRORS_PICTURE_TOO_LARGE,
        ProblemCode::NotAPicture => m::ERRORS_NOT_A_PICTURE,
        ProblemCode::MustAgree => m::ERRORS_MUST_AGREE,
        ProblemCode::NobodyHere => m::ERRORS_NOBODY_HERE,
        ProblemCode::UnknownName => m::ERRORS_UNKNOWN_NAME,
        ProblemCode::AmbiguousName => m::ERRORS_AMBIGUOUS_NAME,
    };
    i18n.t(key).to_owned()
}

/// Why a rule said no.
#[must_use]
pub fn refusal(i18n: I18n, refusal: Refusal) -> &'static str {
    i18n.t(match refusal {
        Refusal::AskingYourself => m::REFUSALS_ASKING_YOURSELF,
        Refusal::NotAMentee => m::REFUSALS_NOT_A_MENTEE,
        Refusal::NotAMentor => m::REFUSALS_NOT_A_MENTOR,
        Refusal::ProgramNotActive => m::REFUSALS_PROGRAM_NOT_ACTIVE,
        Refusal::ProgramOver => m::REFUSALS_PROGRAM_OVER,
        Refusal::AlreadyAsked => m::REFUSALS_ALREADY_ASKED,
        Refusal::TooManyOpenRequests => m::REFUSALS_TOO_MANY_OPEN_REQUESTS,
        Refusal::WithdrewLately => m::REFUSALS_WITHDREW_LATELY,
        Refusal::AskedEnoughToday => m::REFUSALS_ASKED_ENOUGH_TODAY,
        Refusal::MentorFull => m::REFUSALS_MENTOR_FULL,
        Refusal::MenteeHasMentor => m::REFUSALS_MENTEE_HAS_MENTOR,
        Refusal::NoSharedLanguage => m::REFUSALS_NO_SHARED_LANGUAGE,
        Refusal::RequestEnded => m::REFUSALS_REQUEST_ENDED,
        Refusal::NotYourTurn => m::REFUSALS_NOT_YOUR_TURN,
        Refusal::AlreadyExtended => m::REFUSALS_ALREADY_EXTENDED,
        Refusal::NotFromThisState => m::REFUSALS_NOT_FROM_THIS_STATE,
        Refusal::EnrolmentClosed => m::REFUSALS_ENROLMENT_CLOSED,
        Refusal::AlreadyEnrolled => m::REFUSALS_ALREADY_ENROLLED,
        Refusal::HasActiveMentorships => m::REFUSALS_HAS_ACTIVE_MENTORSHIPS,
        Refusal::LastOwner => m::REFUSALS_LAST_OWNER,
        Refusal::LastCoordinator => m::REFUSALS_LAST_COORDINATOR,
        Refusal::InvitationInvalid => m::REFUSALS_INVITATION_INVALID,
        Refusal::InvitationForAnother => m::REFUSALS_INVITATION_FOR_ANOTHER,
        Refusal::TokenInvalid => m::REFUSALS_TOKEN_INVALID,
        Refusal::EmailNotVerified => m::REFUSALS_EMAIL_NOT_VERIFIED,
        Refusal::MentorshipOver => m::REFUSALS_MENTORSHIP_OVER,
        Refusal::AlreadySigned => m::REFUSALS_ALREADY_SIGNED,
        Refusal::AlreadyReviewed => m::REFUSALS_ALREADY_REVIEWED,
        Refusal::ProgramIncomplete => m::REFUSALS_PROGRAM_INCOMPLETE,
        Refusal::NeedsOrganisation => m::REFUSALS_NEEDS_ORGANISATION,
        Refusal::CapacityBelowMentorships => m::REFUSALS_CAPACITY_BELOW_MENTORSHIPS,
        Refusal::NothingToTakeBack => m::REFUSALS_NOTHING_TO_TAKE_BACK,
        Refusal::TooManyToTry => m::REFUSALS_TOO_MANY_TO_TRY,
        Refusal::PairRuledOut => m::REFUSALS_PAIR_RULED_OUT,
        Refusal::RunStopped => m::REFUSALS_RUN_STOPPED,
        Refusal::TooManyToPair => m::REFUSALS_TOO_MANY_TO_PAIR,
        Refusal::ProposalEnded => m::REFUSALS_PROPOSAL_ENDED,
        Refusal::AlreadyAnswered => m::REFUSALS_ALREADY_ANSWERED,
        Refusal::SaidNoBefore => m::REFUSALS_SAID_NO_BEFORE,
        Refusal::MenteeHasProposal => m::REFUSALS_MENTEE_HAS_PROPOSAL,
        Refusal::CoordinatorMakesPairs => m::REFUSALS_COORDINATOR_MAKES_PAIRS,
        Refusal::SignedOutMeanwhile => m::REFUSALS_SIGNED_OUT_MEANWHILE,
    })
}

/// More than may be: for minutes, as with passwords, or for the rest of a day.
#[must_use]
fn too_many(i18n: I18n, seconds: u64) -> String {
    let count = |unit: u64| i64::try_from(seconds.div_ceil(unit)).unwrap_or(i64::MAX);
    if seconds > 2 * 3600 {
        i18n.n(m::ERRORS_TOO_MANY_TODAY, count(3600), &[])
    } else {
        i18n.n(m::ERRORS_TOO_MANY_ATTEMPTS, count(60), &[])
    }
}

/// Any error.
#[must_use]
pub fn error(i18n: I18n, error: &AppError) -> String {
    match error {
        // Without a field: what was sent isn't what the form sends.
        AppError::Invalid(problems) => {
            problems.0.first().map_or_else(|| i18n.t(m::ERRORS_UNREADABLE).to_owned(), |p| problem(i18n, &p.code))
        }
        AppError::Refused(why) => refusal(i18n, *why).to_owned(),
        AppError::SignInNeeded => i18n.t(m::ERRORS_SIGN_IN_TEXT).to_owned(),
        AppError::Forbidden => i18n.t(m::ERRORS_FORBIDDEN_TEXT).to_owned(),
        AppError::NotFound => i18n.t(m::ERRORS_NOT_FOUND_TEXT).to_owned(),
        AppError::Conflict(_) => i18n.t(m::ERRORS_CONFLICT).to_owned(),
        AppError::TooMany(seconds) => too_many(i18n, *seconds),
        AppError::Busy(_) => i18n.t(m::ERRORS_BUSY).to_owned(),
        AppError::Offline => i18n.t(m::ERRORS_OFFLINE_TEXT).to_owned(),
        AppError::Internal(id) => i18n.f(m::ERRORS_INTERNAL, &[("id", id)]),
    }
}
