//! What people are told on the site: each kind of notification, by the word that stands in the database, and whom it is for.
//!
//! A notification is its reader's alone. How it is worded is `i18n`'s (`notifications.<kind>`).

text_enum! {
    /// A kind of notification.
    pub enum NotificationKind {
        /// The other one of the pair signed.
        AgreementSigned = "agreement_signed",
        /// The other one said yes, and it begins.
        MentorshipBegan = "mentorship_began",
        /// The other one pauses the mentorship.
        MentorshipPaused = "mentorship_paused",
        /// The other one goes on with it.
        MentorshipResumed = "mentorship_resumed",
        /// The other one completed it.
        MentorshipCompleted = "mentorship_completed",
        /// It was ended before its time, by the other one or a coordinator.
        MentorshipEnded = "mentorship_ended",
        /// It ended, as the other one deleted their account.
        MentorshipErased = "mentorship_erased",
        /// The mentor proposes a goal.
        GoalProposed = "goal_proposed",
        /// The mentee set a goal.
        GoalCreated = "goal_created",
        /// The mentee took the mentor's proposal.
        GoalTaken = "goal_taken",
        /// A goal was reached.
        GoalAchieved = "goal_achieved",
        /// A goal was given up.
        GoalDropped = "goal_dropped",
        /// A goal is open again.
        GoalReopened = "goal_reopened",
        /// The other one changed a goal.
        GoalChanged = "goal_changed",
        /// The other one said something about a goal.
        GoalCommented = "goal_commented",
        /// A milestone was reached.
        MilestoneDone = "milestone_done",
        /// Somebody asks for mentoring.
        RequestReceived = "request_received",
        /// The asked has a question first.
        RequestQuestion = "request_question",
        /// The asker answered it.
        RequestAnswered = "request_answered",
        /// The asked takes more time.
        RequestExtended = "request_extended",
        /// The asked said yes.
        RequestAccepted = "request_accepted",
        /// The asked said no.
        RequestDeclined = "request_declined",
        /// The asker took the request back.
        RequestWithdrawn = "request_withdrawn",
        /// No answer came in time.
        RequestExpired = "request_expired",
        /// One has let a request expire.
        RequestMissed = "request_missed",
        /// Somebody waits for an answer.
        RequestReminder = "request_reminder",
        /// The asker has found a mentor.
        RequestMenteePlaced = "request_mentee_placed",
        /// The asked takes a break.
        RequestMentorPaused = "request_mentor_paused",
        /// The asker takes a break.
        RequestMenteePaused = "request_mentee_paused",
        /// The asked deleted their account.
        RequestMentorErased = "request_mentor_erased",
        /// The asker deleted their account.
        RequestMenteeErased = "request_mentee_erased",
        /// The program of a request has ended.
        RequestProgramEnded = "request_program_ended",
        /// A coordinator found a mentor.
        PairedWithMentor = "paired_with_mentor",
        /// A coordinator found a mentee.
        PairedWithMentee = "paired_with_mentee",
        /// A program has begun.
        ProgramStarted = "program_started",
        /// It has ended.
        ProgramCompleted = "program_completed",
        /// It was called off.
        ProgramCancelled = "program_cancelled",
        /// One coordinates a program now.
        ProgramCoordinator = "program_coordinator",
        /// Somebody waits for approval.
        EnrolmentWaiting = "enrolment_waiting",
        /// One takes part now.
        EnrolmentApproved = "enrolment_approved",
        /// Somebody who took part deleted their account.
        EnrolmentErased = "enrolment_erased",
        /// One does not take part.
        EnrolmentRemoved = "enrolment_removed",
        /// A mentor is proposed.
        ProposedMentor = "proposed_mentor",
        /// A mentee is proposed.
        ProposedMentee = "proposed_mentee",
        /// A coordinator took a pairing back.
        PairingTakenBack = "pairing_taken_back",
        /// A proposal waits for an answer.
        ProposalReminder = "proposal_reminder",
        /// The other one of a proposal said yes.
        ProposalYes = "proposal_yes",
        /// The other one said the second yes.
        ProposalAccepted = "proposal_accepted",
        /// Nothing comes of a proposal.
        ProposalDeclined = "proposal_declined",
        /// A proposal was not answered in time.
        ProposalExpired = "proposal_expired",
        /// A proposal ended, as the other one deleted their account.
        ProposalErased = "proposal_erased",
        /// The asker has no mentor after all, and waits for an answer again.
        RequestReopened = "request_reopened",
    }
}

/// Whom a kind of notification is for. Never who did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Either of the two people it is about.
    Pair,
    /// The mentor of the two, who was asked, paired or proposed.
    Mentor,
    /// The mentee of the two.
    Mentee,
    /// Whoever takes part in the program, or did, or asks to.
    Participants,
    /// Who coordinates the program or, where nobody does, manages its organisation.
    Coordinator,
}

impl NotificationKind {
    /// Whom it is for.
    #[must_use]
    pub const fn audience(self) -> Audience {
        match self {
            Self::AgreementSigned
            | Self::MentorshipBegan
            | Self::MentorshipPaused
            | Self::MentorshipResumed
            | Self::MentorshipCompleted
            | Self::MentorshipEnded
            | Self::MentorshipErased
            | Self::ProposalErased
            | Self::GoalAchieved
            | Self::GoalDropped
            | Self::GoalReopened
            | Self::GoalChanged
            | Self::GoalCommented
            | Self::MilestoneDone
            | Self::RequestProgramEnded
            | Self::PairingTakenBack
            | Self::ProposalReminder
            | Self::ProposalYes
            | Self::ProposalAccepted
            | Self::ProposalDeclined
            | Self::ProposalExpired => Audience::Pair,
            Self::GoalProposed
            | Self::RequestQuestion
            | Self::RequestExtended
            | Self::RequestAccepted
            | Self::RequestDeclined
            | Self::RequestExpired
            | Self::RequestMentorPaused
            | Self::RequestMentorErased
            | Self::PairedWithMentor
            | Self::ProposedMentor => Audience::Mentee,
            Self::GoalCreated
            | Self::GoalTaken
            | Self::RequestReceived
            | Self::RequestAnswered
            | Self::RequestWithdrawn
            | Self::RequestMissed
            | Self::RequestReminder
            | Self::RequestMenteePlaced
            | Self::RequestMenteePaused
            | Self::RequestMenteeErased
            | Self::PairedWithMentee
            | Self::ProposedMentee
            | Self::RequestReopened => Audience::Mentor,
            Self::ProgramStarted | Self::ProgramCompleted | Self::ProgramCancelled | Self::EnrolmentApproved | Self::EnrolmentRemoved => {
                Audience::Participants
            }
            Self::ProgramCoordinator | Self::EnrolmentWaiting | Self::EnrolmentErased => Audience::Coordinator,
        }
    }

    /// What it is about: the first word of the kind.
    #[must_use]
    pub fn topic(self) -> &'static str {
        self.as_str().split('_').next().unwrap_or_default()
    }
}
