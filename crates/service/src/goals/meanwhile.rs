//! Somebody saved while a form was open: who that was.

use super::access::GoalAccess;
use crate::{Actor, Error, Reader};
use domain::goals::{GoalChange, GoalField, MilestoneField, MilestoneFields};
use i18n::m;
use store::goals::Change;
use store::{Tx, goals};

/// How many lines of history are searched for who changed a milestone.
const LINES: i64 = 100;

/// Whether the newest change of one of these fields is somebody else's.
pub(super) async fn by_somebody_else(
    tx: &mut Tx,
    actor: &Actor,
    access: &GoalAccess,
    fields: impl Iterator<Item = GoalField>,
) -> Result<bool, Error> {
    let kinds: Vec<GoalChange> = fields.map(GoalChange::from).collect();
    let newest = goals::newest_changes(tx, access.goal.id, &kinds).await?;
    Ok(newest.iter().any(|change| change.person_id != actor.id))
}

/// Who saved the goal's version of the fields that don't fit, and when.
pub(super) async fn who_saved(tx: &mut Tx, reader: Reader, access: &GoalAccess, fields: &[GoalField]) -> Result<String, Error> {
    let kinds: Vec<GoalChange> = fields.iter().map(|field| (*field).into()).collect();
    let newest = goals::newest_changes(tx, access.goal.id, &kinds).await?;
    Ok(sentence(reader, access, newest.first()))
}

/// The same for a milestone, which is told from the goal's others by what it was called at the time.
pub(super) async fn who_saved_milestone(
    tx: &mut Tx,
    reader: Reader,
    access: &GoalAccess,
    saved_title: &str,
    fields: &[MilestoneField],
) -> Result<String, Error> {
    let open = |field| fields.contains(&field);
    let history = goals::history(tx, access.goal.id, LINES).await?;
    let mut title = Some(saved_title.to_owned());
    let mut found = None;
    for change in &history {
        let renamed = change.field == GoalChange::MilestoneChanged && change.after == title;
        let postponed =
            change.field == GoalChange::MilestoneDue && [&change.before, &change.after].into_iter().any(|kept| title_in(kept) == title);
        if (renamed && open(MilestoneField::Title)) || (postponed && open(MilestoneField::DueOn)) {
            found = Some(change);
            break;
        }
        if renamed {
            title.clone_from(&change.before);
        }
    }
    Ok(sentence(reader, access, found))
}

fn title_in(kept: &Option<String>) -> Option<String> {
    kept.as_deref().and_then(MilestoneFields::from_kept).map(|fields| fields.title)
}

/// Who made a change, and when. It may be oneself, in another window.
fn sentence(reader: Reader, access: &GoalAccess, change: Option<&Change>) -> String {
    let Some(change) = change else { return String::new() };
    let when = reader.date_time(change.at);
    if change.person_id == reader.id {
        return reader.i18n.f(m::GOALS_CONFLICT_YOURSELF, &[("when", &when)]);
    }
    reader.i18n.f(m::GOALS_CONFLICT_OTHER, &[("name", access.name(change.person_id)), ("when", &when)])
}
