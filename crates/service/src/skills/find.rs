//! Skills on offer while somebody types: tolerant of accents, case and a typo, in the reader's language first.

use super::taxonomy::TAXONOMY;
use crate::{Actor, Ctx, Error};
use domain::search::{TYPO, similarity};
use domain::skills::{SkillHit, key};
use i18n::Locale;
use store::skills;
use use_case::use_case;

/// So many of the newest added skills are looked through.
const ADDED_MAX: i64 = 1_000;

/// The skills that a text may mean, the likeliest first: shipped ones, and those that the person's organisations and the
/// open community added.
#[use_case]
pub async fn search(ctx: &Ctx, actor: &Actor, text: &str, locale: Locale, limit: usize) -> Result<Vec<SkillHit>, Error> {
    let typed = key(&text.chars().take(80).collect::<String>());
    if typed.is_empty() {
        return Ok(Vec::new());
    }
    let theirs = Locale::ALL.iter().position(|l| *l == locale).unwrap_or(0);
    let mut found: Vec<(u32, SkillHit)> = Vec::new();
    for skill in &TAXONOMY.skills {
        let mine = skill.keys.get(theirs).and_then(|key| rank(&typed, key)).map(|rank| rank * 2);
        // A word in another language counts, but less than any as good in one's own.
        let rank = mine.or_else(|| skill.keys.iter().filter_map(|key| rank(&typed, key)).max().map(|rank| rank * 2 - 1));
        if let Some(rank) = rank {
            let group = super::group_name(&skill.row.group, locale);
            found.push((rank, SkillHit { id: skill.row.id.clone(), name: skill.row.name(locale).to_owned(), group }));
        }
    }
    for skill in skills::newest(&mut ctx.read().await?, actor.id, ADDED_MAX).await? {
        if let Some(rank) = rank(&typed, &skill.name_key) {
            found.push((rank * 2, SkillHit { id: skill.id, name: skill.name, group: None }));
        }
    }
    found.sort_by(|(a, one), (b, other)| b.cmp(a).then_with(|| one.name.cmp(&other.name)));
    Ok(found.into_iter().take(limit).map(|(_, hit)| hit).collect())
}

/// How well a folded name answers what was typed (folded too): it is that, begins with it, has a word that does, contains
/// it, or has all its words but for a typo.
fn rank(typed: &str, name: &str) -> Option<u32> {
    if name == typed {
        return Some(1_000);
    }
    if name.starts_with(typed) {
        return Some(800);
    }
    let mut least = 600;
    for word in typed.split(' ') {
        let best = name.split(' ').filter_map(|other| word_rank(word, other)).max()?;
        least = least.min(best);
    }
    Some(least)
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a likeness is between 0 and 1")]
fn word_rank(typed: &str, word: &str) -> Option<u32> {
    if word.starts_with(typed) {
        return Some(600);
    }
    if typed.chars().count() >= 3 && word.contains(typed) {
        return Some(450);
    }
    // The beginning of a longer word may be misspelt too.
    let beginning: String = word.chars().take(typed.chars().count()).collect();
    let alike = similarity(typed, word).max(similarity(typed, &beginning));
    (typed.chars().count() >= 4 && alike >= TYPO).then_some((alike * 400.0) as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearer_the_better() {
        let order = ["design", "design thinking", "service design", "redesign", "system desing"];
        let ranks: Vec<Option<u32>> = order.iter().map(|name| rank("design", name)).collect();
        assert!(ranks.windows(2).all(|pair| pair[0] > pair[1]), "{ranks:?}");
        assert_eq!(rank("design", "python"), None);
        assert_eq!(rank("team leading", "leading a team"), Some(600), "in any order");
        assert_eq!(rank("team python", "leading a team"), None, "every word counts");
    }
}
