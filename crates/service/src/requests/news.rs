//! What people are told about requests: a notification always, a mail where somebody waits for it.

use crate::announce::{Batch, Recipient};
use crate::mail::Letter;
use crate::{Ctx, Error};
use chrono::{DateTime, Utc};
use domain::{MentorshipId, RequestId};
use i18n::{I18n, Key, Locale, m};
use store::Tx;
use store::programs::Program;
use store::requests::Party;

/// What there is to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum News {
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

impl News {
    /// The kind of the notification, its words (which are the mail's subject too), and the mail.
    const fn words(self) -> (&'static str, Key, Option<Mail>) {
        const REQUEST: Key = m::REQUESTS_MAIL_OPEN_REQUEST;
        const SPACE: Key = m::REQUESTS_MAIL_OPEN_SPACE;
        const FIND: Key = m::REQUESTS_MAIL_FIND_MENTOR;
        const PROPOSED: Mail = (m::PROPOSALS_MAIL_PROPOSED, m::MATCH_RUNS_MAIL_ANSWER);
        const PROGRAM: Key = m::MATCH_RUNS_MAIL_OPEN_PROGRAM;
        const TAKEN_BACK: Mail = (m::MATCH_RUNS_MAIL_TAKEN_BACK, PROGRAM);
        match self {
            Self::Received => ("request_received", m::NOTIFICATIONS_REQUEST_RECEIVED, Some((m::REQUESTS_MAIL_RECEIVED, REQUEST))),
            Self::Question => ("request_question", m::NOTIFICATIONS_REQUEST_QUESTION, Some((m::REQUESTS_MAIL_QUESTION, REQUEST))),
            Self::Answered => ("request_answered", m::NOTIFICATIONS_REQUEST_ANSWERED, Some((m::REQUESTS_MAIL_ANSWERED, REQUEST))),
            Self::Extended => ("request_extended", m::NOTIFICATIONS_REQUEST_EXTENDED, None),
            Self::Accepted => ("request_accepted", m::NOTIFICATIONS_REQUEST_ACCEPTED, Some((m::REQUESTS_MAIL_ACCEPTED, SPACE))),
            Self::Declined => ("request_declined", m::NOTIFICATIONS_REQUEST_DECLINED, Some((m::REQUESTS_MAIL_DECLINED, REQUEST))),
            Self::Withdrawn => ("request_withdrawn", m::NOTIFICATIONS_REQUEST_WITHDRAWN, None),
            Self::Expired => ("request_expired", m::NOTIFICATIONS_REQUEST_EXPIRED, Some((m::REQUESTS_MAIL_EXPIRED, FIND))),
            Self::Missed => ("request_missed", m::NOTIFICATIONS_REQUEST_MISSED, None),
            Self::Reminder => ("request_reminder", m::NOTIFICATIONS_REQUEST_REMINDER, Some((m::REQUESTS_MAIL_REMINDER, REQUEST))),
            Self::MenteePlaced => {
                ("request_mentee_placed", m::NOTIFICATIONS_REQUEST_MENTEE_PLACED, Some((m::REQUESTS_MAIL_MENTEE_PLACED, REQUEST)))
            }
            Self::Reopened => ("request_reopened", m::NOTIFICATIONS_REQUEST_REOPENED, Some((m::REQUESTS_MAIL_REOPENED, REQUEST))),
            Self::ReopenedToWait => ("request_reopened", m::NOTIFICATIONS_REQUEST_REOPENED, None),
            Self::MentorPaused => {
                ("request_mentor_paused", m::NOTIFICATIONS_REQUEST_MENTOR_PAUSED, Some((m::REQUESTS_MAIL_MENTOR_PAUSED, FIND)))
            }
            Self::MenteePaused => {
                ("request_mentee_paused", m::NOTIFICATIONS_REQUEST_MENTEE_PAUSED, Some((m::REQUESTS_MAIL_MENTEE_PAUSED, REQUEST)))
            }
            Self::ProgramEnded => {
                ("request_program_ended", m::NOTIFICATIONS_REQUEST_PROGRAM_ENDED, Some((m::REQUESTS_MAIL_PROGRAM_ENDED, REQUEST)))
            }
            Self::PairedWithMentor => ("paired_with_mentor", m::NOTIFICATIONS_PAIRED_WITH_MENTOR, Some((m::REQUESTS_MAIL_PAIRED, SPACE))),
            Self::PairedWithMentee => ("paired_with_mentee", m::NOTIFICATIONS_PAIRED_WITH_MENTEE, Some((m::REQUESTS_MAIL_PAIRED, SPACE))),
            Self::ProposedMentor => ("proposed_mentor", m::NOTIFICATIONS_PROPOSED_MENTOR, Some(PROPOSED)),
            Self::ProposedMentee => ("proposed_mentee", m::NOTIFICATIONS_PROPOSED_MENTEE, Some(PROPOSED)),
            Self::ProposalReminder => {
                ("proposal_reminder", m::NOTIFICATIONS_PROPOSAL_REMINDER, Some((m::PROPOSALS_MAIL_REMINDER, m::MATCH_RUNS_MAIL_ANSWER)))
            }
            Self::ProposalYes => ("proposal_yes", m::NOTIFICATIONS_PROPOSAL_YES, None),
            Self::ProposalAccepted => ("proposal_accepted", m::NOTIFICATIONS_PROPOSAL_ACCEPTED, Some((m::PROPOSALS_MAIL_ACCEPTED, SPACE))),
            Self::ProposalDeclined => {
                ("proposal_declined", m::NOTIFICATIONS_PROPOSAL_DECLINED, Some((m::PROPOSALS_MAIL_DECLINED, m::MATCH_RUNS_MAIL_ANSWER)))
            }
            Self::ProposalExpired => ("proposal_expired", m::NOTIFICATIONS_PROPOSAL_EXPIRED, Some((m::PROPOSALS_MAIL_EXPIRED, PROGRAM))),
            Self::MentorErased => ("request_mentor_erased", m::NOTIFICATIONS_REQUEST_MENTOR_ERASED, Some((m::LEAVING_MAIL_REQUEST, FIND))),
            Self::MenteeErased => {
                ("request_mentee_erased", m::NOTIFICATIONS_REQUEST_MENTEE_ERASED, Some((m::LEAVING_MAIL_REQUEST_ASKED, REQUEST)))
            }
            Self::ProposalErased => ("proposal_erased", m::NOTIFICATIONS_PROPOSAL_ERASED, Some((m::LEAVING_MAIL_PROPOSAL, PROGRAM))),
            Self::TakenBack => ("pairing_taken_back", m::NOTIFICATIONS_PAIRING_TAKEN_BACK, Some(TAKEN_BACK)),
        }
    }
}

/// To whom it is told, and what it names.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Telling<'a> {
    /// The program.
    pub program: &'a Program,
    /// The reader.
    pub to: &'a Party,
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
pub(super) async fn tell(ctx: &Ctx, tx: &mut Tx, news: News, telling: &Telling<'_>) -> Result<(), Error> {
    let mut batch = Batch::default();
    put(ctx, &mut batch, news, telling);
    batch.write(tx).await
}

/// The same as a part of what is told to many. Mails go to confirmed addresses only: what two people write to each other
/// is nobody else's business.
pub(crate) fn put(ctx: &Ctx, batch: &mut Batch, news: News, telling: &Telling<'_>) {
    let (kind, subject, mail) = news.words();
    let to = telling.to;
    let locale = Locale::from_tag(&to.locale).unwrap_or_default();
    let zone: chrono_tz::Tz = to.zone.parse().unwrap_or(chrono_tz::UTC);
    let date = telling.until.map(|at| I18n::of(locale).date(at.with_timezone(&zone).date_naive())).unwrap_or_default();
    let args = [("name", telling.other), ("program", telling.program.name.as_str()), ("date", date.as_str())];
    batch.notify(ctx, to.id, kind, telling.link.to_owned(), &args);
    if let Some((body, button)) = mail.filter(|_| to.verified) {
        let letter = Letter { subject, body: &[body], quote: telling.quote, action: Some((button, telling.link)), args: &args };
        batch.mail(ctx, &Recipient { name: to.name.clone(), email: to.email.clone(), locale }, &letter);
    }
}

/// The page of a request.
pub(super) fn request_link(program: &Program, request: RequestId) -> String {
    format!("/programs/{}/requests/{request}", program.slug)
}

/// The page on which one finds another mentor.
pub(super) fn program_link(program: &Program) -> String {
    format!("/programs/{}/mentors", program.slug)
}

/// The space of a mentorship.
pub(crate) fn space_link(mentorship: MentorshipId) -> String {
    format!("/mentorships/{mentorship}")
}
