//! Everything that waits for somebody, from all they take part in, as mentor and as mentee in one.

use crate::{Actor, Ctx, Error, mentors, mentorships, people, programs, proposals, requests};
use domain::home::{Approvals, Home};
use domain::programs::NextStep;
use domain::shared::ProgramRef;
use use_case::use_case;

/// Somebody's day.
#[use_case]
pub async fn day(ctx: &Ctx, actor: &Actor) -> Result<Home, Error> {
    let open = requests::open(ctx, actor).await?;
    let (to_answer, asked): (Vec<_>, Vec<_>) = open.incoming.into_iter().chain(open.outgoing).partition(|card| card.my_turn);
    let mine = programs::mine(ctx, actor).await?;
    // One program at a time: whoever looks in several finds the next one's suggestions when the first has a mentor for them.
    let suggestions = match mine.iter().find(|program| program.next.step == NextStep::FindMentor) {
        Some(program) => mentors::suggest(ctx, actor, &program.slug).await?,
        None => None,
    };
    Ok(Home {
        to_answer,
        // What others asked me and wait for my words on stands above; what they think about is theirs to see.
        asked: asked.into_iter().filter(|card| card.mentee.id == actor.id).collect(),
        proposals: proposals::open(ctx, actor).await?,
        mentorships: mentorships::for_home(ctx, actor).await?,
        programs: mine,
        approvals: approvals(ctx, actor).await?,
        suggestions,
        missing: people::missing_in_profile(ctx, actor).await?,
    })
}

async fn approvals(ctx: &Ctx, actor: &Actor) -> Result<Vec<Approvals>, Error> {
    let rows = store::programs::approvals(&mut ctx.read().await?, actor.id).await?;
    Ok(rows.into_iter().map(|row| Approvals { program: ProgramRef { slug: row.slug, name: row.name }, count: row.count }).collect())
}
