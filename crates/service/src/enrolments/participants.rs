//! A program's participants, for its coordinator, with what they answered: four queries, however many there are.

use super::form::{names_of, skill_names};
use crate::names::called;
use crate::{Actor, Ctx, Error, access};
use domain::EnrolmentId;
use domain::enrolments::EnrolmentStatus;
use domain::enrolments::views::{Participant, ParticipantsPage, Side};
use domain::programs::Answer;
use domain::programs::questions::{Question, options_chosen};
use domain::shared::{Face, Pages, ProgramRef, Travel};
use i18n::I18n;
use store::enrolments::list::{self, Filter, Listed};
use store::questions;
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
    let asked = questions::of_program(&mut tx, program.id).await?;
    let ids: Vec<EnrolmentId> = listed.iter().map(|e| e.id).collect();
    let answers = questions::answers_of(&mut tx, &ids).await?;
    let names = skill_names(&mut tx, answers.iter().map(|(_, _, answer)| answer), actor.locale).await?;
    let i18n = I18n::of(actor.locale);
    let rows = called(i18n, listed)
        .into_iter()
        .map(|e| {
            let said = asked
                .iter()
                .filter_map(|q| {
                    let (_, _, answer) = answers.iter().find(|(of, question, _)| *of == e.id && *question == q.id)?;
                    Some((q.prompt.clone(), in_words(i18n, q, answer, &names)))
                })
                .collect();
            row(i18n, actor, e, said)
        })
        .collect();
    Ok(ParticipantsPage {
        can_import: program.organisation_id.is_some(),
        join_link: format!("{}/programs/{}/join?token={}", ctx.settings.base_url, program.slug, program.join_token),
        program: ProgramRef { slug: program.slug, name: program.name },
        counts: EnrolmentStatus::ALL.iter().map(|s| (*s, counts.iter().find(|(c, _)| c == s).map_or(0, |(_, n)| *n))).collect(),
        status: filter.status,
        side: filter.side,
        words,
        rows,
        pages,
    })
}

fn row(i18n: I18n, actor: &Actor, e: Listed, answers: Vec<(String, String)>) -> Participant {
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
        since: i18n.date(e.created_at.with_timezone(&actor.tz()).date_naive()),
        answers,
    }
}

fn in_words(i18n: I18n, question: &Question, answer: &Answer, names: &[(String, String)]) -> String {
    match answer {
        Answer::Text(text) => text.clone(),
        Answer::Scale(n) => format!("{} / {}", i18n.number(i64::from(*n)), i18n.number(5)),
        Answer::Skills(ids) => names_of(names, ids).join(", "),
        Answer::Choice(_) | Answer::Choices(_) => options_chosen(question, answer).join(", "),
    }
}
