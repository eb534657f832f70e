//! What can happen: each kind of event of the stream, by the word that stands in the database, and who may learn of it.
//!
//! A kind is never renamed in the database: events of years lie there. One that a build does not know is no error.

text_enum! {
    /// A kind of event, as `noun.verb`.
    pub enum EventKind {
        /// A mentee asks a mentor.
        RequestAsked = "request.asked",
        /// The asked has a question first.
        RequestAskedBack = "request.asked_back",
        /// The asker answered it.
        RequestAnswered = "request.answered",
        /// The asked said yes.
        RequestAccepted = "request.accepted",
        /// The asked said no.
        RequestDeclined = "request.declined",
        /// The asker took it back.
        RequestWithdrawn = "request.withdrawn",
        /// No answer came in time.
        RequestExpired = "request.expired",
        /// The asked took more time.
        RequestExtended = "request.extended",
        /// The asked was reminded.
        RequestReminded = "request.reminded",
        /// It was closed, as somebody or the program is no longer there for it.
        RequestClosed = "request.closed",
        /// What closed it was taken back.
        RequestReopened = "request.reopened",
        /// Two people were paired.
        MentorshipStarted = "mentorship.started",
        /// Two people were proposed to each other: written by earlier versions only.
        MentorshipProposed = "mentorship.proposed",
        /// A pairing was taken back.
        MentorshipTakenBack = "mentorship.taken_back",
        /// Earlier versions' proposed pair said yes, or both have signed.
        MentorshipBegan = "mentorship.began",
        /// One of the two signed the agreement.
        MentorshipSigned = "mentorship.signed",
        /// It rests.
        MentorshipPaused = "mentorship.paused",
        /// It goes on.
        MentorshipResumed = "mentorship.resumed",
        /// It reached its end.
        MentorshipCompleted = "mentorship.completed",
        /// It ended before its time.
        MentorshipEndedEarly = "mentorship.ended_early",
        /// It ended as one of the two deleted their account.
        MentorshipErased = "mentorship.erased",
        /// One of the two said how it was.
        MentorshipReviewed = "mentorship.reviewed",
        /// Two people are proposed to each other.
        ProposalMade = "proposal.made",
        /// The first of the two said yes.
        ProposalAnswered = "proposal.answered",
        /// The second said yes.
        ProposalAccepted = "proposal.accepted",
        /// One of the two said no.
        ProposalDeclined = "proposal.declined",
        /// It was not answered in time.
        ProposalExpired = "proposal.expired",
        /// A coordinator took it back.
        ProposalTakenBack = "proposal.taken_back",
        /// Who has not answered was reminded.
        ProposalReminded = "proposal.reminded",
        /// A match run was made.
        MatchRunMade = "match_run.made",
        /// Its settings or pairs were changed.
        MatchRunChanged = "match_run.changed",
        /// Its pairs were published.
        MatchRunPublished = "match_run.published",
        /// The publication was taken back.
        MatchRunUndone = "match_run.undone",
        /// A mentee set a goal.
        GoalCreated = "goal.created",
        /// A mentor proposes one.
        GoalProposed = "goal.proposed",
        /// The mentee took a proposal.
        GoalTaken = "goal.taken",
        /// Its fields were changed.
        GoalChanged = "goal.changed",
        /// It was reached.
        GoalAchieved = "goal.achieved",
        /// It was given up.
        GoalDropped = "goal.dropped",
        /// It is open again.
        GoalReopened = "goal.reopened",
        /// One of the two said something about it.
        GoalCommented = "goal.commented",
        /// A milestone was added.
        MilestoneAdded = "milestone.added",
        /// Its words or its day were changed.
        MilestoneChanged = "milestone.changed",
        /// It stands elsewhere in the list.
        MilestoneMoved = "milestone.moved",
        /// It was removed.
        MilestoneRemoved = "milestone.removed",
        /// It was reached.
        MilestoneDone = "milestone.done",
        /// It was not reached after all.
        MilestoneUndone = "milestone.undone",
        /// A program was made.
        ProgramCreated = "program.created",
        /// Its settings or its picture were changed.
        ProgramChanged = "program.changed",
        /// People may join.
        ProgramOpened = "program.opened",
        /// It has begun.
        ProgramStarted = "program.started",
        /// It has ended.
        ProgramCompleted = "program.completed",
        /// It was called off.
        ProgramCancelled = "program.cancelled",
        /// What it asks those who join was changed.
        ProgramQuestionsChanged = "program.questions_changed",
        /// Somebody coordinates it now.
        ProgramCoordinatorAdded = "program.coordinator_added",
        /// Somebody no longer does.
        ProgramCoordinatorRemoved = "program.coordinator_removed",
        /// People were enrolled from a spreadsheet.
        ProgramImported = "program.imported",
        /// Somebody took a table of people.
        ProgramExported = "program.exported",
        /// The link to join is another one.
        ProgramJoinLinkRenewed = "program.join_link_renewed",
        /// Somebody was enrolled from a spreadsheet.
        EnrolmentImported = "enrolment.imported",
        /// Somebody joined, or asks to.
        EnrolmentJoined = "enrolment.joined",
        /// Somebody's side, answers or capacity were changed.
        EnrolmentChanged = "enrolment.changed",
        /// Somebody who asked to join takes part.
        EnrolmentApproved = "enrolment.approved",
        /// Somebody takes a break.
        EnrolmentPaused = "enrolment.paused",
        /// Somebody is back.
        EnrolmentResumed = "enrolment.resumed",
        /// Somebody left.
        EnrolmentLeft = "enrolment.left",
        /// A coordinator removed somebody.
        EnrolmentRemoved = "enrolment.removed",
        /// Somebody's taking part ended with their account.
        EnrolmentErased = "enrolment.erased",
        /// An organisation was made.
        OrganisationCreated = "organisation.created",
        /// Its settings were changed.
        OrganisationChanged = "organisation.changed",
        /// Somebody was invited.
        MemberInvited = "member.invited",
        /// An invitation was revoked.
        MemberInvitationRevoked = "member.invitation_revoked",
        /// Somebody accepted one.
        MemberJoined = "member.joined",
        /// Somebody's role was changed.
        MemberRoleChanged = "member.role_changed",
        /// Somebody left the organisation.
        MemberLeft = "member.left",
        /// Somebody was removed from it.
        MemberRemoved = "member.removed",
        /// Somebody signed in.
        AccountSignedIn = "account.signed_in",
        /// A password was wrong.
        AccountSignInFailed = "account.sign_in_failed",
        /// An account was made.
        AccountCreated = "account.created",
        /// Its address was confirmed.
        AccountVerified = "account.verified",
        /// Its address was changed.
        AccountEmailChanged = "account.email_changed",
        /// Its password was changed.
        AccountPasswordChanged = "account.password_changed",
        /// Somebody asked for their account to be deleted.
        AccountDeletionAsked = "account.deletion_asked",
        /// They came back in time.
        AccountKept = "account.kept",
        /// An account was erased.
        AccountErased = "account.erased",
        /// Somebody took a copy of their data.
        AccountCopied = "account.copied",
        /// Its password was set anew by mail.
        AccountPasswordReset = "account.password_reset",
        /// Somebody changed their profile.
        ProfileChanged = "profile.changed",
    }
}

/// Who may learn of an event on the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Those who manage the organisation that it happened in.
    Managers,
    /// The same, but only where they look through everything, not at a glance.
    ManagersOnDemand,
    /// Nobody: it is one person's own business, and kept for who runs the server.
    Nobody,
}

impl EventKind {
    /// Who may learn of it. Two people's goals and agreement are named there, never their words: events hold none.
    #[must_use]
    pub const fn audience(self) -> Audience {
        match self {
            Self::RequestAsked
            | Self::RequestAskedBack
            | Self::RequestAnswered
            | Self::RequestAccepted
            | Self::RequestDeclined
            | Self::RequestWithdrawn
            | Self::RequestExpired
            | Self::RequestExtended
            | Self::RequestReminded
            | Self::RequestClosed
            | Self::RequestReopened
            | Self::MentorshipStarted
            | Self::MentorshipProposed
            | Self::MentorshipTakenBack
            | Self::MentorshipBegan
            | Self::MentorshipSigned
            | Self::MentorshipPaused
            | Self::MentorshipResumed
            | Self::MentorshipCompleted
            | Self::MentorshipEndedEarly
            | Self::MentorshipErased
            | Self::MentorshipReviewed
            | Self::ProposalMade
            | Self::ProposalAnswered
            | Self::ProposalAccepted
            | Self::ProposalDeclined
            | Self::ProposalExpired
            | Self::ProposalTakenBack
            | Self::ProposalReminded
            | Self::MatchRunMade
            | Self::MatchRunChanged
            | Self::MatchRunPublished
            | Self::MatchRunUndone
            | Self::GoalCreated
            | Self::GoalProposed
            | Self::GoalTaken
            | Self::GoalChanged
            | Self::GoalAchieved
            | Self::GoalDropped
            | Self::GoalReopened
            | Self::GoalCommented
            | Self::MilestoneAdded
            | Self::MilestoneChanged
            | Self::MilestoneMoved
            | Self::MilestoneRemoved
            | Self::MilestoneDone
            | Self::MilestoneUndone
            | Self::ProgramCreated
            | Self::ProgramChanged
            | Self::ProgramOpened
            | Self::ProgramStarted
            | Self::ProgramCompleted
            | Self::ProgramCancelled
            | Self::ProgramQuestionsChanged
            | Self::ProgramCoordinatorAdded
            | Self::ProgramCoordinatorRemoved
            | Self::ProgramImported
            | Self::ProgramExported
            | Self::ProgramJoinLinkRenewed
            | Self::EnrolmentImported
            | Self::EnrolmentJoined
            | Self::EnrolmentChanged
            | Self::EnrolmentApproved
            | Self::EnrolmentPaused
            | Self::EnrolmentResumed
            | Self::EnrolmentLeft
            | Self::EnrolmentRemoved
            | Self::EnrolmentErased
            | Self::OrganisationCreated
            | Self::OrganisationChanged
            | Self::MemberInvited
            | Self::MemberInvitationRevoked
            | Self::MemberJoined
            | Self::MemberRoleChanged
            | Self::MemberLeft
            | Self::MemberRemoved => Audience::Managers,
            Self::AccountSignedIn | Self::AccountSignInFailed | Self::AccountErased | Self::AccountCopied => Audience::ManagersOnDemand,
            Self::AccountCreated
            | Self::AccountVerified
            | Self::AccountEmailChanged
            | Self::AccountPasswordChanged
            | Self::AccountPasswordReset
            | Self::AccountDeletionAsked
            | Self::AccountKept
            | Self::ProfileChanged => Audience::Nobody,
        }
    }
}
