//! One run as its page shows it.

use super::known::{Known, fits_a_browser};
use super::proposing::Proposals;
use super::words::{self, Words};
use crate::fit::Names;
use crate::names::called;
use crate::parties::{Parties, face, program_ref};
use crate::{Actor, Ctx, Error, Reader, access};
use chrono::{DateTime, Utc};
use domain::PersonId;
use domain::match_runs::views::{CoupleView, LeftOutView, LoadView, NextView, PairView, RunCard, RunView};
use domain::match_runs::{RunNumbers, RunSettings, RunStatus};
use domain::programs::PublishAs;
use domain::shared::{Face, Pages};
use pairing::{Board, Next};
use std::collections::HashMap;
use store::match_runs::{self, MatchRun, RunPair};
use use_case::use_case;

/// Pairs on one page.
const PAIRS: usize = 24;
/// People left out, and mentors, that are shown.
const SHOWN: usize = 40;
/// Who comes next on either side.
const NEXT: usize = 3;

/// One run, its pairs from the given one on, the lowest scores first.
///
/// # Errors
/// Not a coordinator, no such run, or a program that isn't there for the one who asks.
#[use_case]
pub async fn view(ctx: &Ctx, actor: &Actor, slug: &str, number: i32, from: u32) -> Result<RunView, Error> {
    let mut tx = ctx.read().await?;
    let program = access::program(&mut tx, Some(actor), slug).await?.need_coordinator()?.program;
    let run = match_runs::by_number(&mut tx, program.id, number).await?.ok_or(Error::NotFound)?;
    let pairs = match_runs::pairs(&mut tx, run.id).await?;
    let known = Known::read(ctx, &mut tx, &program).await?;
    let try_here = run.status == RunStatus::Draft && fits_a_browser(&known.people);
    let proposed = Proposals::of(&mut tx, run.id).await?;
    let untouched = match_runs::publishing::count_untouched(&mut tx, run.id).await? + proposed.unanswered(ctx.now());
    let (closing, reopening) = match_runs::publishing::count_requests(&mut tx, program.id, run.id).await?;
    let from = from as usize / PAIRS * PAIRS;
    let page: &[RunPair] = pairs.get(from..(from + PAIRS).min(pairs.len())).unwrap_or(&[]);

    let Known { people, features, vocabulary, added } = known;
    let board = Board::new(people);
    let people = board.people();
    let gets = pairs.iter().fold(HashMap::<PersonId, i32>::new(), |mut gets, pair| {
        *gets.entry(pair.mentor_id).or_default() += i32::from(!proposed.published(pair));
        gets
    });
    let mut loads = loads(&board, &run.settings, &gets);
    loads.truncate(SHOWN);
    let reader = Reader::of(ctx, actor);
    let faces = {
        let mut ids: Vec<PersonId> = page.iter().flat_map(|pair| [pair.mentee_id, pair.mentor_id]).collect();
        ids.extend(run.created_by);
        ids.extend(run.left_out.iter().take(SHOWN).map(|left| left.mentee));
        ids.extend(run.numbers.promising.iter().map(|promising| promising.mentor));
        ids.extend(run.left_out.iter().take(SHOWN).filter_map(|left| left.one_more_with));
        ids.extend(run.settings.forbidden.iter().take(SHOWN).flat_map(|couple| [couple.mentee, couple.mentor]));
        ids.extend(loads.iter().map(|load| load.0));
        Faces(called(reader.i18n, Parties::read(&mut tx, ids).await?))
    };
    let i18n = reader.i18n;
    let words = Words { i18n, names: Names { vocabulary: &vocabulary, added: &added, i18n }, features: &features };
    let next = |list: Vec<Next>, name: &dyn Fn(u32) -> Option<(PersonId, String)>| -> Vec<NextView> {
        let view = |next: &Next| {
            let (id, name) = name(next.other)?;
            Some(NextView { id, name, score: points(next.score.into()), known: next.known })
        };
        list.iter().filter_map(view).collect()
    };
    let pair = |pair: &RunPair| {
        let places = people.mentee(pair.mentee_id).zip(people.mentor(pair.mentor_id)).filter(|_| !proposed.published(pair));
        let (next_mentors, next_mentees) = places.map_or_else(Default::default, |(mentee, mentor)| {
            let mentors = board.next_mentors(&run.settings, mentee, mentor, NEXT);
            let mentees = board.next_mentees(&run.settings, mentor, mentee, NEXT);
            let mentor_name = |at: u32| people.mentors.get(at as usize).map(|mentor| (mentor.id, mentor.name.clone()));
            let mentee_name = |at: u32| people.mentees.get(at as usize).map(|mentee| (mentee.id, mentee.name.clone()));
            (next(mentors, &mentor_name), next(mentees, &mentee_name))
        });
        let (mentee, mentor) = (faces.face(pair.mentee_id), faces.face(pair.mentor_id));
        let names = (mentee.name.clone(), mentor.name.clone());
        PairView {
            reasons: words.reasons(pair.couple(), &mentee.name, &mentor.name),
            mentee,
            mentor,
            score: points(pair.score.into()),
            pinned: pair.pinned,
            parts: pair.parts.0.clone(),
            mentorship: pair.mentorship_id,
            published: proposed.published(pair),
            proposal: proposed.view(i18n, ctx.now(), pair, &names.0, &names.1),
            refusal: pair.refusal.as_ref().map(|refusal| refusal.0),
            next_mentors,
            next_mentees,
        }
    };
    let published = pairs.iter().filter(|pair| proposed.published(pair)).count();
    let author = run.created_by.map(|id| faces.face(id).name);
    Ok(RunView {
        program: program_ref(&program),
        card: card(reader, run.number, run.status, author, run.created_at, &run.numbers),
        version: run.version,
        promising: run.numbers.promising.iter().map(|promising| words.promising(promising, &faces.face(promising.mentor).name)).collect(),
        demand: run.numbers.demand.iter().filter_map(|demand| words.demand(demand)).collect(),
        pairs: page.iter().map(pair).collect(),
        pages: Pages {
            previous: from.checked_sub(PAIRS).and_then(|from| u32::try_from(from).ok()),
            next: u32::try_from(from + PAIRS).ok().filter(|_| from + PAIRS < pairs.len()),
        },
        unpublished: count(pairs.len() - published),
        published: count(published),
        untouched: u32::try_from(untouched).unwrap_or(0),
        closing: if run.settings.publish_as == PublishAs::Begun { closing } else { 0 },
        reopening: if program.status.accepts_requests() { reopening } else { 0 },
        left_out: left_out(&run, &words, &faces, &board),
        left_out_count: count(run.left_out.len()),
        loads: loads
            .into_iter()
            .map(|(mentor, has, gets, capacity, changed)| LoadView { mentor: faces.face(mentor), has, gets, capacity, changed })
            .collect(),
        forbidden: run
            .settings
            .forbidden
            .iter()
            .take(SHOWN)
            .map(|couple| CoupleView {
                mentee: (couple.mentee, faces.face(couple.mentee).name),
                mentor: (couple.mentor, faces.face(couple.mentor).name),
            })
            .collect(),
        try_here,
        settings: run.settings.0,
        numbers: run.numbers.0,
    })
}

/// A run in a list.
pub(super) fn card(reader: Reader, number: i32, status: RunStatus, by: Option<String>, at: DateTime<Utc>, numbers: &RunNumbers) -> RunCard {
    RunCard {
        number,
        status,
        by,
        made_on: reader.day(at),
        mentees: numbers.mentees,
        matched: numbers.matched,
        total: words::points_of(numbers.total),
    }
}

/// The people on the page, by id.
struct Faces(Parties);

impl Faces {
    fn face(&self, id: PersonId) -> Face {
        let nobody = || Face { id, name: String::new(), headline: None, picture: None };
        self.0.find(id).map_or_else(nobody, face)
    }
}

/// Each mentor with what they have, get and take in all, and whether that was changed; the fullest first.
fn loads(board: &Board, settings: &RunSettings, gets: &HashMap<PersonId, i32>) -> Vec<(PersonId, i32, i32, i32, bool)> {
    let capacities = board.capacities(settings);
    let mut loads: Vec<_> = board
        .people()
        .mentors
        .iter()
        .zip(capacities)
        .map(|(mentor, capacity)| {
            (mentor.id, mentor.has, gets.get(&mentor.id).copied().unwrap_or(0), capacity, capacity != mentor.capacity)
        })
        .collect();
    loads.sort_by_key(|(id, has, gets, capacity, _)| {
        (std::cmp::Reverse((has + gets) * 1000 / capacity.max(&1)), std::cmp::Reverse(has + gets), *id)
    });
    loads
}

fn left_out(run: &MatchRun, words: &Words<'_>, faces: &Faces, board: &Board) -> Vec<LeftOutView> {
    let capacities = board.capacities(&run.settings);
    let one = |left: &domain::match_runs::LeftOut| {
        let mentee = faces.face(left.mentee);
        let with = left.one_more_with.map(|id| faces.face(id).name);
        let mentor = left.one_more_with.and_then(|id| board.people().mentor(id).map(|at| (id, at)));
        LeftOutView {
            words: words.left_out(left, &mentee.name, with.as_deref()),
            mentee,
            more_with: mentor.and_then(|(id, at)| capacities.get(at as usize).map(|capacity| (id, capacity + 1))),
        }
    };
    run.left_out.iter().take(SHOWN).map(one).collect()
}

/// Hundredths as whole points.
pub(super) fn points(hundredths: i64) -> u8 {
    u8::try_from(words::points_of(hundredths)).unwrap_or(100)
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
