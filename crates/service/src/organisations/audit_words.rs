//! The words of each kind of event that an organisation can see.

use domain::events::EventKind;
use i18n::{Key, m};

/// The words of a kind of event, by its word in the database; none for what is shown to nobody and what another version wrote.
#[must_use]
pub fn kind_words(kind: &str) -> Option<Key> {
    kind.parse().ok().and_then(words)
}

const fn words(kind: EventKind) -> Option<Key> {
    Some(match kind {
        EventKind::RequestAsked => m::AUDIT_REQUEST_ASKED,
        EventKind::RequestAskedBack => m::AUDIT_REQUEST_ASKED_BACK,
        EventKind::RequestAnswered => m::AUDIT_REQUEST_ANSWERED,
        EventKind::RequestAccepted => m::AUDIT_REQUEST_ACCEPTED,
        EventKind::RequestDeclined => m::AUDIT_REQUEST_DECLINED,
        EventKind::RequestWithdrawn => m::AUDIT_REQUEST_WITHDRAWN,
        EventKind::RequestExpired => m::AUDIT_REQUEST_EXPIRED,
        EventKind::RequestExtended => m::AUDIT_REQUEST_EXTENDED,
        EventKind::RequestReminded => m::AUDIT_REQUEST_REMINDED,
        EventKind::RequestClosed => m::AUDIT_REQUEST_CLOSED,
        EventKind::RequestReopened => m::AUDIT_REQUEST_REOPENED,
        EventKind::MentorshipStarted => m::AUDIT_MENTORSHIP_STARTED,
        EventKind::MentorshipProposed => m::AUDIT_MENTORSHIP_PROPOSED,
        EventKind::MentorshipTakenBack => m::AUDIT_MENTORSHIP_TAKEN_BACK,
        EventKind::MentorshipBegan => m::AUDIT_MENTORSHIP_BEGAN,
        EventKind::MentorshipSigned => m::AUDIT_MENTORSHIP_SIGNED,
        EventKind::MentorshipPaused => m::AUDIT_MENTORSHIP_PAUSED,
        EventKind::MentorshipResumed => m::AUDIT_MENTORSHIP_RESUMED,
        EventKind::MentorshipCompleted => m::AUDIT_MENTORSHIP_COMPLETED,
        EventKind::MentorshipEndedEarly => m::AUDIT_MENTORSHIP_ENDED_EARLY,
        EventKind::MentorshipReviewed => m::AUDIT_MENTORSHIP_REVIEWED,
        EventKind::ProposalMade => m::AUDIT_PROPOSAL_MADE,
        EventKind::ProposalAnswered => m::AUDIT_PROPOSAL_ANSWERED,
        EventKind::ProposalAccepted => m::AUDIT_PROPOSAL_ACCEPTED,
        EventKind::ProposalDeclined => m::AUDIT_PROPOSAL_DECLINED,
        EventKind::ProposalExpired => m::AUDIT_PROPOSAL_EXPIRED,
        EventKind::ProposalTakenBack => m::AUDIT_PROPOSAL_TAKEN_BACK,
        EventKind::ProposalReminded => m::AUDIT_PROPOSAL_REMINDED,
        EventKind::MatchRunMade => m::AUDIT_MATCH_RUN_MADE,
        EventKind::MatchRunChanged => m::AUDIT_MATCH_RUN_CHANGED,
        EventKind::MatchRunPublished => m::AUDIT_MATCH_RUN_PUBLISHED,
        EventKind::MatchRunUndone => m::AUDIT_MATCH_RUN_UNDONE,
        EventKind::GoalCreated => m::AUDIT_GOAL_CREATED,
        EventKind::GoalProposed => m::AUDIT_GOAL_PROPOSED,
        EventKind::GoalTaken => m::AUDIT_GOAL_TAKEN,
        EventKind::GoalChanged => m::AUDIT_GOAL_CHANGED,
        EventKind::GoalAchieved => m::AUDIT_GOAL_ACHIEVED,
        EventKind::GoalDropped => m::AUDIT_GOAL_DROPPED,
        EventKind::GoalReopened => m::AUDIT_GOAL_REOPENED,
        EventKind::GoalCommented => m::AUDIT_GOAL_COMMENTED,
        EventKind::MilestoneAdded => m::AUDIT_MILESTONE_ADDED,
        EventKind::MilestoneChanged => m::AUDIT_MILESTONE_CHANGED,
        EventKind::MilestoneMoved => m::AUDIT_MILESTONE_MOVED,
        EventKind::MilestoneRemoved => m::AUDIT_MILESTONE_REMOVED,
        EventKind::MilestoneDone => m::AUDIT_MILESTONE_DONE,
        EventKind::MilestoneUndone => m::AUDIT_MILESTONE_UNDONE,
        EventKind::ProgramCreated => m::AUDIT_PROGRAM_CREATED,
        EventKind::ProgramChanged => m::AUDIT_PROGRAM_CHANGED,
        EventKind::ProgramOpened => m::AUDIT_PROGRAM_OPENED,
        EventKind::ProgramStarted => m::AUDIT_PROGRAM_STARTED,
        EventKind::ProgramCompleted => m::AUDIT_PROGRAM_COMPLETED,
        EventKind::ProgramCancelled => m::AUDIT_PROGRAM_CANCELLED,
        EventKind::ProgramQuestionsChanged => m::AUDIT_PROGRAM_QUESTIONS_CHANGED,
        EventKind::ProgramCoordinatorAdded => m::AUDIT_PROGRAM_COORDINATOR_ADDED,
        EventKind::ProgramCoordinatorRemoved => m::AUDIT_PROGRAM_COORDINATOR_REMOVED,
        EventKind::ProgramImported => m::AUDIT_PROGRAM_IMPORTED,
        EventKind::ProgramExported => m::AUDIT_PROGRAM_EXPORTED,
        EventKind::ProgramJoinLinkRenewed => m::AUDIT_PROGRAM_JOIN_LINK_RENEWED,
        EventKind::EnrolmentImported => m::AUDIT_ENROLMENT_IMPORTED,
        EventKind::EnrolmentJoined => m::AUDIT_ENROLMENT_JOINED,
        EventKind::EnrolmentChanged => m::AUDIT_ENROLMENT_CHANGED,
        EventKind::EnrolmentApproved => m::AUDIT_ENROLMENT_APPROVED,
        EventKind::EnrolmentPaused => m::AUDIT_ENROLMENT_PAUSED,
        EventKind::EnrolmentResumed => m::AUDIT_ENROLMENT_RESUMED,
        EventKind::EnrolmentLeft => m::AUDIT_ENROLMENT_LEFT,
        EventKind::EnrolmentRemoved => m::AUDIT_ENROLMENT_REMOVED,
        EventKind::OrganisationCreated => m::AUDIT_ORGANISATION_CREATED,
        EventKind::OrganisationChanged => m::AUDIT_ORGANISATION_CHANGED,
        EventKind::MemberInvited => m::AUDIT_MEMBER_INVITED,
        EventKind::MemberInvitationRevoked => m::AUDIT_MEMBER_INVITATION_REVOKED,
        EventKind::MemberJoined => m::AUDIT_MEMBER_JOINED,
        EventKind::MemberRoleChanged => m::AUDIT_MEMBER_ROLE_CHANGED,
        EventKind::MemberLeft => m::AUDIT_MEMBER_LEFT,
        EventKind::MemberRemoved => m::AUDIT_MEMBER_REMOVED,
        EventKind::AccountSignedIn => m::AUDIT_ACCOUNT_SIGNED_IN,
        EventKind::AccountSignInFailed => m::AUDIT_ACCOUNT_SIGN_IN_FAILED,
        EventKind::AccountCopied => m::AUDIT_ACCOUNT_COPIED,
        EventKind::AccountErased => m::AUDIT_ACCOUNT_ERASED,
        EventKind::EnrolmentErased => m::AUDIT_ENROLMENT_ERASED,
        EventKind::MentorshipErased => m::AUDIT_MENTORSHIP_ERASED,
        EventKind::AccountCreated
        | EventKind::AccountVerified
        | EventKind::AccountEmailChanged
        | EventKind::AccountPasswordChanged
        | EventKind::AccountPasswordReset
        | EventKind::AccountDeletionAsked
        | EventKind::AccountKept
        | EventKind::ProfileChanged => return None,
    })
}
