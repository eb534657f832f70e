//! What people are told about requests, proposals and pairs: a notification always, a mail where somebody waits for it.

use super::Notice;
use crate::announce::Batch;
use crate::{Ctx, Error, Reader};
use chrono::{DateTime, Utc};
use domain::notifications::NotificationKind;
use domain::{MentorshipId, ProposalId, RequestId};
use i18n::{Key, m};
use store::Tx;
use store::programs::Program;
use store::requests::Contact;

/// What there is to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PairingNotification {
    /// To the asked: somebody asks you.
    Received,
    /// To the asker: a question back.
    Question,
    /// To the asked: the answer to it.
    Answered,
    /// To the asker: the asked took more time.
    Extended,
    /// To the asker: yes.
    Accepted,
    /// To the asker: no.
    Declined,
    /// To the asked: never mind.
    Withdrawn,
    /// To the asker: no answer came.
    Expired,
    /// To the asked: you let it expire.
    Missed,
    /// To the asked: somebody waits for your answer.
    Reminder,
    /// To the asked: the mentee has a mentor.
    MenteePlaced,
    /// To the asked: the mentee has no mentor after all, and waits for an answer again.
    Reopened,
    /// To the asked: the same, and it is the asker's turn.
    ReopenedToWait,
    /// To the asker: the mentor pauses.
    MentorPaused,
    /// To the asked: the mentee pauses.
    MenteePaused,
    /// To both: the program has ended.
    ProgramEnded,
    /// To a mentee: a coordinator found you a mentor.
    PairedWithMentor,
    /// To a mentor: a coordinator found you a mentee.
    PairedWithMentee,
    /// To a mentee: a coordinator proposes a mentor.
    ProposedMentor,
    /// To a mentor: a coordinator proposes a mentee.
    ProposedMentee,
    /// To one of the two: a proposal waits for their answer.
    ProposalReminder,
    /// To one of the two: the other one said yes to a proposal.
    ProposalYes,
    /// To one of the two: the other one said the second yes, and it begins.
    ProposalAccepted,
    /// To one of the two: nothing comes of a proposal.
    ProposalDeclined,
    /// To both: a proposal was not answered in time.
    ProposalExpired,
    /// To both: a coordinator took a pairing back.
    TakenBack,
    /// To the asker: the mentor deleted their account.
    MentorErased,
    /// To the asked: the mentee deleted their account.
    MenteeErased,
    /// To the other one: a proposal ends, as somebody deleted their account.
    ProposalErased,
}

/// A mail's paragraph and its button.
type Mail = (Key, Key);

impl PairingNotification {
    /// The kind of the notification, whose words are the mail's subject too, and the mail.
    const fn words(self) -> (NotificationKind, Option<Mail>) {
        const REQUEST: Key = m::REQUESTS_MAIL_OPEN_REQUEST;
        const SPACE: Key = m::REQUESTS_MAIL_OPEN_SPACE;
        const FIND: Key = m::REQUESTS_MAIL_FIND_MENTOR;
        const PROPOSED: Mail = (m::PROPOSALS_MAIL_PROPOSED, m::MATCH_RUNS_MAIL_ANSWER);
        const PROGRAM: Key = m::MATCH_RUNS_MAIL_OPEN_PROGRAM;
        const TAKEN_BACK: Mail = (m::MATCH_RUNS_MAIL_TAKEN_BACK, PROGRAM);
        match self {
            Self::Received => (NotificationKind::RequestReceived, Some((m::REQUESTS_MAIL_RECEIVED, REQUEST))),
            Self::Question => (NotificationKind::RequestQuestion, Some((m::REQUESTS_MAIL_QUESTION, REQUEST))),
            Self::Answered => (NotificationKind::RequestAnswered, Some((m::REQUESTS_MAIL_ANSWERED, REQUEST))),
            Self::Extended => (NotificationKind::RequestExtended, None),
            Self::Accepted => (NotificationKind::RequestAccepted, Some((m::REQUESTS_MAIL_ACCEPTED, SPACE))),
            Self::Declined => (NotificationKind::RequestDeclined, Some((m::REQUESTS_MAIL_DECLINED, REQUEST))),
            Self::Withdrawn => (NotificationKind::RequestWithdrawn, None),
            Self::Expired => (NotificationKind::RequestExpired, Some((m::REQUESTS_MAIL_EXPIRED, FIND))),
            Self::Missed => (NotificationKind::RequestMissed, None),
            Self::Reminder => (NotificationKind::RequestReminder, Some((m::REQUESTS_MAIL_REMINDER, REQUEST))),
            Self::MenteePlaced => (NotificationKind::RequestMenteePlaced, Some((m::REQUESTS_MAIL_MENTEE_PLACED, REQUEST))),
            Self::Reopened => (NotificationKind::RequestReopened, Some((m::REQUESTS_MAIL_REOPENED, REQUEST))),
            Self::ReopenedToWait => (NotificationKind::RequestReopened, None),
            Self::MentorPaused => (NotificationKind::RequestMentorPaused, Some((m::REQUESTS_MAIL_MENTOR_PAUSED, FIND))),
            Self::MenteePaused => (NotificationKind::RequestMenteePaused, Some((m::REQUESTS_MAIL_MENTEE_PAUSED, REQUEST))),
            Self::ProgramEnded => (NotificationKind::RequestProgramEnded, Some((m::REQUESTS_MAIL_PROGRAM_ENDED, REQUEST))),
            Self::PairedWithMentor => (NotificationKind::PairedWithMentor, Some((m::REQUESTS_MAIL_PAIRED, SPACE))),
            Self::PairedWithMentee => (NotificationKind::PairedWithMentee, Some((m::REQUESTS_MAIL_PAIRED, SPACE))),
            Self::ProposedMentor => (NotificationKind::ProposedMentor, Some(PROPOSED)),
            Self::ProposedMentee => (NotificationKind::ProposedMentee, Some(PROPOSED)),
            Self::ProposalReminder => (NotificationKind::ProposalReminder, Some((m::PROPOSALS_MAIL_REMINDER, m::MATCH_RUNS_MAIL_ANSWER))),
            Self::ProposalYes => (NotificationKind::ProposalYes, None),
            Self::ProposalAccepted => (NotificationKind::ProposalAccepted, Some((m::PROPOSALS_MAIL_ACCEPTED, SPACE))),
            Self::ProposalDeclined => (NotificationKind::ProposalDeclined, Some((m::PROPOSALS_MAIL_DECLINED, m::MATCH_RUNS_MAIL_ANSWER))),
            Self::ProposalExpired => (NotificationKind::ProposalExpired, Some((m::PROPOSALS_MAIL_EXPIRED, PROGRAM))),
            Self::MentorErased => (NotificationKind::RequestMentorErased, Some((m::LEAVING_MAIL_REQUEST, FIND))),
            Self::MenteeErased => (NotificationKind::RequestMenteeErased, Some((m::LEAVING_MAIL_REQUEST_ASKED, REQUEST))),
            Self::ProposalErased => (NotificationKind::ProposalErased, Some((m::LEAVING_MAIL_PROPOSAL, PROGRAM))),
            Self::TakenBack => (NotificationKind::PairingTakenBack, Some(TAKEN_BACK)),
        }
    }
}

/// To whom it is told, and what it names.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NotificationContext<'a> {
    /// The program.
    pub program: &'a Program,
    /// The reader.
    pub to: &'a Contact,
    /// The other one's name.
    pub other: &'a str,
    /// Where it leads.
    pub link: &'a str,
    /// The other one's own words, for the mail.
    pub quote: Option<&'a str>,
    /// Until when there is time, where that matters.
    pub until: Option<DateTime<Utc>>,
}

/// Tells somebody, in their language and with dates in their time zone.
pub(crate) async fn notify(
    ctx: &Ctx,
    tx: &mut Tx,
    notification: PairingNotification,
    context: &NotificationContext<'_>,
) -> Result<(), Error> {
    let mut batch = Batch::default();
    put(ctx, &mut batch, notification, context);
    batch.write(tx).await
}

/// The same as a part of what is told to many.
pub(crate) fn put(ctx: &Ctx, batch: &mut Batch, notification: PairingNotification, context: &NotificationContext<'_>) {
    let (kind, mail) = notification.words();
    let to = context.to;
    let date = context.until.map(|at| Reader::of_party(ctx, to).date(at)).unwrap_or_default();
    let args = [("name", context.other), ("program", context.program.name.as_str()), ("date", date.as_str())];
    Notice { kind, mail, quote: context.quote, link: context.link, args: &args }.put(ctx, batch, to);
}

/// What both of a pair are told, each of the other one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ToBoth<'a> {
    /// The program.
    pub program: &'a Program,
    /// The mentee.
    pub mentee: &'a Contact,
    /// The mentor.
    pub mentor: &'a Contact,
    /// Where it leads.
    pub link: &'a str,
    /// Until when there is time, where that matters.
    pub until: Option<DateTime<Utc>>,
}

impl ToBoth<'_> {
    /// Tells the mentee one thing and the mentor another.
    pub fn put(&self, ctx: &Ctx, batch: &mut Batch, to_mentee: PairingNotification, to_mentor: PairingNotification) {
        let Self { program, mentee, mentor, link, until } = *self;
        for (notification, to, other) in [(to_mentee, mentee, mentor), (to_mentor, mentor, mentee)] {
            put(ctx, batch, notification, &NotificationContext { program, to, other: &other.name, link, quote: None, until });
        }
    }
}

/// The page of a request.
pub(crate) fn request_link(program: &Program, request: RequestId) -> String {
    format!("/programs/{}/requests/{request}", program.slug)
}

/// The page of a proposal.
pub(crate) fn proposal_link(proposal: ProposalId) -> String {
    format!("/proposals/{proposal}")
}

/// The page of a program.
pub(crate) fn program_link(program: &Program) -> String {
    format!("/programs/{}", program.slug)
}

/// The page on which one finds another mentor.
pub(crate) fn mentors_link(program: &Program) -> String {
    format!("/programs/{}/mentors", program.slug)
}

/// The space of a mentorship.
pub(crate) fn space_link(mentorship: MentorshipId) -> String {
    format!("/mentorships/{mentorship}")
}
