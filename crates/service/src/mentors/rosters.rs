//! Rosters and rankings kept in memory: bounded, and never older than the version in the program's row.

use super::ranking::Ranking;
use super::roster::Roster;
use crate::{Ctx, Error};
use domain::{PersonId, ProgramId};
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use store::Tx;
use store::enrolments::Enrolment;
use store::programs::Program;

/// Programs whose mentors are kept.
const PROGRAMS: usize = 32;
/// Readers of one program whose order of mentors is kept.
const READERS: usize = 256;

/// Mentor lists kept in memory, per program.
#[derive(Debug, Default)]
pub struct Rosters(Mutex<Kept<ProgramId, Arc<Slot>>>);

/// What is kept of one program.
#[derive(Debug, Default)]
struct Slot {
    /// Held while the roster is made, so that it is made once however many wait for it.
    making: tokio::sync::Mutex<()>,
    roster: Mutex<Option<Arc<Roster>>>,
    rankings: Mutex<Kept<PersonId, Arc<Ranking>>>,
}

impl Rosters {
    fn slot(&self, program: ProgramId) -> Arc<Slot> {
        lock(&self.0).get_or(program, PROGRAMS, Arc::default)
    }

    /// The program's mentors as they are now.
    pub(super) async fn roster(&self, ctx: &Ctx, tx: &mut Tx, program: &Program) -> Result<Arc<Roster>, Error> {
        let slot = self.slot(program.id);
        let today = ctx.now().date_naive();
        // A newer one than the row that this request has read is fine: it is what the next request reads.
        let fresh = || lock(&slot.roster).clone().filter(|roster| roster.version >= program.roster_version && roster.day == today);
        if let Some(roster) = fresh() {
            return Ok(roster);
        }
        let _making = slot.making.lock().await;
        if let Some(roster) = fresh() {
            return Ok(roster);
        }
        let roster = Arc::new(Roster::load(tx, program, ctx.now()).await?);
        *lock(&slot.roster) = Some(roster.clone());
        Ok(roster)
    }

    /// The order in which a mentee of the program sees these mentors.
    pub(super) async fn ranking(
        &self,
        ctx: &Ctx,
        tx: &mut Tx,
        program: &Program,
        roster: &Arc<Roster>,
        mentee: &Enrolment,
    ) -> Result<Arc<Ranking>, Error> {
        let slot = self.slot(program.id);
        let known = lock(&slot.rankings).get(mentee.person_id);
        if let Some(ranking) = known.filter(|ranking| ranking.holds_for(roster, mentee)) {
            return Ok(ranking);
        }
        let ranking = Arc::new(Ranking::make(ctx, tx, program, roster, mentee).await?);
        lock(&slot.rankings).put(mentee.person_id, ranking.clone(), READERS);
        Ok(ranking)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A few values by their key; the one that was used longest ago makes room for a new one.
#[derive(Debug)]
struct Kept<K, V> {
    values: HashMap<K, (u64, V)>,
    clock: u64,
}

impl<K, V> Default for Kept<K, V> {
    fn default() -> Self {
        Self { values: HashMap::new(), clock: 0 }
    }
}

impl<K: Copy + Eq + Hash, V: Clone> Kept<K, V> {
    fn get(&mut self, key: K) -> Option<V> {
        self.clock += 1;
        let (used, value) = self.values.get_mut(&key)?;
        *used = self.clock;
        Some(value.clone())
    }

    fn put(&mut self, key: K, value: V, most: usize) {
        self.clock += 1;
        if self.values.len() >= most
            && !self.values.contains_key(&key)
            && let Some(oldest) = self.values.iter().min_by_key(|(_, (used, _))| *used).map(|(key, _)| *key)
        {
            self.values.remove(&oldest);
        }
        self.values.insert(key, (self.clock, value));
    }

    fn get_or(&mut self, key: K, most: usize, make: impl FnOnce() -> V) -> V {
        if let Some(value) = self.get(key) {
            return value;
        }
        let value = make();
        self.put(key, value.clone(), most);
        value
    }
}

#[cfg(test)]
mod tests {
    use super::Kept;

    #[test]
    fn what_was_used_longest_ago_makes_room() {
        let mut kept = Kept::default();
        for key in 0..3 {
            kept.put(key, key, 3);
        }
        assert_eq!(kept.get(0), Some(0));
        kept.put(3, 3, 3);
        assert_eq!((kept.get(0), kept.get(1), kept.get(2), kept.get(3)), (Some(0), None, Some(2), Some(3)));
        kept.put(3, 30, 3);
        assert_eq!((kept.get(3), kept.values.len()), (Some(30), 3));
        assert_eq!(kept.get_or(3, 3, || 0), 30);
    }
}
