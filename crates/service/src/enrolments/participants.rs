//! A program's participants, for its coordinator, with what they answered: four queries, however many there are.

use crate::names::called;
use crate::parties::program_ref;
use crate::questions::{Answers, asked_by};
use crate::{Actor, Ctx, Error, Reader, access};
use domain::EnrolmentId;
use domain::enrolments::EnrolmentStatus;
use domain::enrolments::views::{Participant, ParticipantsPage, Side};
use domain::shared::{Face, Pages, Travel};
use store::enrolments::list::{self, Filter, Listed};
use use_case::use_case;

/// Participants on one page.
pub const PAGE: usize = 50;

/// Which participants, and from where on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ParticipantFilter {
    /// Only those in this state.
    pub status: Option<EnrolmentStatus>,
    /// Only those on this side.
    pub side: Option<Side>,
    /// Only those with these words in name or address.
    pub words: String,
    /// Those who enrolled before this one.
    pub after: Option<EnrolmentId>,
    /// Those who enrolled after this one.
    pub before: Option<EnrolmentId>,
}

/// A page of a program's participants, newest first.
///
/// # Errors
/// [`Error::NotFound`] when the program isn't there for the one who asks, [`Error::Forbidden`] when they don't coordinate it.
#[use_case]
pub async fn participants(ctx: &Ctx, actor: &Actor, slug: &str, filter: ParticipantFilter) -> Result<ParticipantsPage, Error> {
    let mut tx = ctx.read().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    let counts = list::counts(&mut tx, program.id).await?;
    let words = filter.words.trim().to_owned();
    let query = Filter {
        status: filter.status,
        side: filter.side,
        words: (!words.is_empty()).then(|| words.clone()),
        after: filter.after,
        before: filter.before,
    };
    let mut listed = list::page(&mut tx, program.id, &query, i64::try_from(PAGE + 1).unwrap_or(i64::MAX)).await?;
    let pages = Pages::cut(&mut listed, PAGE, Travel::of(filter.after.as_ref(), filter.before.as_ref()), |e| e.id);
    let asked = asked_by(&mut tx, &program).await?;
    let ids: Vec<EnrolmentId> = listed.iter().map(|e| e.id).collect();
    let answers = Answers::read(&mut tx, &ids, actor.locale).await?;
    let reader = Reader::of(ctx, actor);
    let rows = called(reader.i18n, listed)
        .into_iter()
        .map(|e| {
            let said = asked.iter().filter_map(|q| Some((q.prompt.clone(), answers.words(reader.i18n, e.id, q)?))).collect();
            row(reader, e, said)
        })
        .collect();
    Ok(ParticipantsPage {
        can_import: program.organisation_id.is_some(),
        join_link: format!("{}/programs/{}/join?token={}", ctx.settings.base_url, program.slug, program.join_token),
        program: program_ref(&program),
        counts: EnrolmentStatus::ALL.iter().map(|s| (*s, counts.iter().find(|(c, _)| c == s).map_or(0, |(_, n)| *n))).collect(),
        status: filter.status,
        side: filter.side,
        words,
        rows,
        pages,
    })
}

fn row(reader: Reader, e: Listed, answers: Vec<(String, String)>) -> Participant {
    Participant {
        id: e.id,
        face: Face { id: e.person_id, name: e.name, headline: e.headline, picture: e.picture_id },
        email: e.email,
        status: e.status,
        as_mentor: e.as_mentor,
        as_mentee: e.as_mentee,
        capacity: e.capacity,
        taken: e.taken,
        placed: e.mentors > 0,
        since: reader.date(e.created_at),
        answers,
    }
}
