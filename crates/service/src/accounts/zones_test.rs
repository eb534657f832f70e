//! The time zones on offer in the browser are those of the time zone database.

use chrono_tz::{TZ_VARIANTS, Tz};
use domain::accounts::zones;
use std::collections::BTreeSet;

#[test]
fn the_zones_on_offer_are_those_of_the_database() {
    let regions: Vec<&str> = zones::REGIONS.iter().map(|r| r.name).collect();
    let known: BTreeSet<String> = TZ_VARIANTS
        .iter()
        .map(|tz| tz.name())
        .filter(|name| name.split_once('/').is_some_and(|(region, _)| regions.contains(&region)))
        .map(str::to_owned)
        .collect();
    let offered: BTreeSet<String> = zones::REGIONS.iter().flat_map(|r| r.places().map(|p| format!("{}/{p}", r.name))).collect();
    assert_eq!(offered, known);
    assert!(zones::UTC.parse::<Tz>().is_ok());
}
