//! Time zones as people and programs call them: IANA's names, Windows', names in five languages, cities, abbreviations, offsets.
//!
//! Whose country is known is understood better: `GMT+1` is Prague's time for a Czech, and `IST` depends on who says it. Nothing here
//! looks at a clock: what is compared are the offsets of two days of one year.

use crate::tables::read;
use chrono::{NaiveDate, NaiveDateTime, Offset as _, TimeZone as _};
use chrono_tz::Tz;
use domain::search::fold;
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::LazyLock;

#[derive(Deserialize)]
struct OfCountry {
    country: String,
    zone: String,
}

#[derive(Deserialize)]
struct Called {
    zone: String,
    name: String,
}

/// Each country's zones, the most usual first.
static OF_COUNTRIES: LazyLock<HashMap<String, Vec<Tz>>> = LazyLock::new(|| {
    let mut all: HashMap<String, Vec<Tz>> = HashMap::new();
    for row in read::<OfCountry>("zones.csv", include_str!("../data/zones.csv")) {
        if let Ok(zone) = row.zone.parse() {
            all.entry(row.country).or_default().push(zone);
        }
    }
    all
});

/// What zones are called, folded: what is written down first, then the cities in their own names.
static NAMES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for row in read::<Called>("zone_names.csv", include_str!("../data/zone_names.csv")) {
        if let Ok(zone) = row.zone.parse::<Tz>() {
            names.entry(fold(&row.name)).or_insert(zone.name());
        }
    }
    for zone in OF_COUNTRIES.values().flatten() {
        let city = zone.name().rsplit('/').next().unwrap_or_default();
        names.entry(fold(&city.replace('_', " "))).or_insert(zone.name());
    }
    names
});

static IANA: LazyLock<HashMap<String, &'static str>> =
    LazyLock::new(|| chrono_tz::TZ_VARIANTS.iter().map(|zone| (zone.name().to_lowercase(), zone.name())).collect());

/// Abbreviations, with their offset in minutes and whose they are; where several have one, whom it mostly means comes first.
const ABBREVIATIONS: &[(&str, i32, &str)] = &[
    ("utc", 0, "UTC"),
    ("z", 0, "UTC"),
    ("zulu", 0, "UTC"),
    ("gmt", 0, "GMT"),
    ("wet", 0, "Europe/Lisbon"),
    ("west", 60, "Europe/Lisbon"),
    ("bst", 60, "Europe/London"),
    ("bst", 360, "Asia/Dhaka"),
    ("cet", 60, "CET"),
    ("cest", 120, "CET"),
    ("mez", 60, "CET"),
    ("mesz", 120, "CET"),
    ("hec", 60, "CET"),
    ("eet", 120, "EET"),
    ("eest", 180, "EET"),
    ("oez", 120, "EET"),
    ("msk", 180, "Europe/Moscow"),
    ("trt", 180, "Europe/Istanbul"),
    ("wat", 60, "Africa/Lagos"),
    ("cat", 120, "Africa/Maputo"),
    ("sast", 120, "Africa/Johannesburg"),
    ("eat", 180, "Africa/Nairobi"),
    ("gst", 240, "Asia/Dubai"),
    ("pkt", 300, "Asia/Karachi"),
    ("ist", 330, "Asia/Kolkata"),
    ("ist", 120, "Asia/Jerusalem"),
    ("ist", 60, "Europe/Dublin"),
    ("npt", 345, "Asia/Kathmandu"),
    ("ict", 420, "Asia/Bangkok"),
    ("wib", 420, "Asia/Jakarta"),
    ("sgt", 480, "Asia/Singapore"),
    ("hkt", 480, "Asia/Hong_Kong"),
    ("awst", 480, "Australia/Perth"),
    ("jst", 540, "Asia/Tokyo"),
    ("kst", 540, "Asia/Seoul"),
    ("acst", 570, "Australia/Adelaide"),
    ("aest", 600, "Australia/Sydney"),
    ("aedt", 660, "Australia/Sydney"),
    ("nzst", 720, "Pacific/Auckland"),
    ("nzdt", 780, "Pacific/Auckland"),
    ("brt", -180, "America/Sao_Paulo"),
    ("art", -180, "America/Argentina/Buenos_Aires"),
    ("clt", -240, "America/Santiago"),
    ("cot", -300, "America/Bogota"),
    ("pet", -300, "America/Lima"),
    ("et", -300, "America/New_York"),
    ("est", -300, "America/New_York"),
    ("edt", -240, "America/New_York"),
    ("ct", -360, "America/Chicago"),
    ("cst", -360, "America/Chicago"),
    ("cst", 480, "Asia/Shanghai"),
    ("cdt", -300, "America/Chicago"),
    ("mt", -420, "America/Denver"),
    ("mst", -420, "America/Denver"),
    ("mdt", -360, "America/Denver"),
    ("pt", -480, "America/Los_Angeles"),
    ("pst", -480, "America/Los_Angeles"),
    ("pdt", -420, "America/Los_Angeles"),
    ("akst", -540, "America/Anchorage"),
    ("hst", -600, "Pacific/Honolulu"),
];

/// Whose time an offset is that isn't one of whole hours.
const ODD_OFFSETS: &[(i32, &str)] = &[
    (-570, "Pacific/Marquesas"),
    (-210, "America/St_Johns"),
    (210, "Asia/Tehran"),
    (270, "Asia/Kabul"),
    (330, "Asia/Kolkata"),
    (345, "Asia/Kathmandu"),
    (390, "Asia/Yangon"),
    (525, "Australia/Eucla"),
    (570, "Australia/Darwin"),
    (630, "Australia/Lord_Howe"),
    (765, "Pacific/Chatham"),
];

/// Words around the name of a place, folded.
const AROUND: &[&str] = &[
    "time",
    "timezone",
    "zone",
    "local",
    "hora",
    "de",
    "horario",
    "heure",
    "d",
    "du",
    "zeit",
    "ortszeit",
    "uhrzeit",
    "zeitzone",
    "توقيت",
    "بتوقيت",
];

/// The time zone that a text means to somebody of a country.
#[must_use]
pub fn zone_meant(text: &str, country: Option<&str>) -> Option<&'static str> {
    let text = text.trim();
    let exact = IANA.get(&text.replace(' ', "_").to_lowercase()).copied();
    if let Some(zone) = exact.filter(|zone| zone.contains('/')) {
        return Some(zone);
    }
    if let Some((offset, rest)) = offset_in(text) {
        let called = (!rest.is_empty()).then(|| called(rest)).flatten();
        return called.or_else(|| by_offset(offset, country));
    }
    let folded = fold(text);
    let mut short = ABBREVIATIONS.iter().filter(|(name, ..)| *name == folded);
    let usual = short.clone().next().map(|(_, _, zone)| *zone);
    short.find_map(|(_, offset, _)| of_country(*offset, country)).or(usual).or_else(|| called(text)).or(exact)
}

/// Whether a text is IANA's name of a zone.
#[must_use]
pub fn is_name_of(text: &str, zone: &str) -> bool {
    text.trim().replace(' ', "_").eq_ignore_ascii_case(zone)
}

/// The zone with a name, or the first of several places.
fn called(text: &str) -> Option<&'static str> {
    let named = |text: &str| {
        let folded = fold(text);
        let place = || folded.split(' ').filter(|word| !AROUND.contains(word)).collect::<Vec<_>>().join(" ");
        NAMES.get(&folded).or_else(|| NAMES.get(&place())).copied()
    };
    let pieces = || text.split([',', '/', '&', '(', ')', ';', '،']).map(str::trim).filter(|piece| !piece.is_empty()).find_map(named);
    named(text).or_else(pieces)
}

/// An offset at the beginning of a text (`(UTC+05:30) Chennai`, `GMT+1`, `+03:00`), in minutes, and what stands behind it.
fn offset_in(text: &str) -> Option<(i32, &str)> {
    let text = text.trim_start_matches('(').trim_start();
    let without =
        |prefix: &str| text.get(..prefix.len()).filter(|start| start.eq_ignore_ascii_case(prefix)).and_then(|_| text.get(prefix.len()..));
    let rest = without("UTC").or_else(|| without("GMT")).unwrap_or(text).trim_start();
    let (sign, rest) = match rest.chars().next()? {
        '+' => (1, rest.get(1..)?),
        '-' | '\u{2212}' | '–' => (-1, rest.get(rest.chars().next()?.len_utf8()..)?),
        '±' => (1, rest.get('±'.len_utf8()..)?),
        _ => return None,
    };
    let rest = rest.trim_start();
    let end = rest.find(|template: char| !template.is_ascii_digit() && template != ':' && template != '.').unwrap_or(rest.len());
    let (digits, behind) = (rest.get(..end)?, rest.get(end..)?);
    let (hours, minutes) = match digits.split_once([':', '.']) {
        Some((hours, minutes)) => (hours.parse::<i32>().ok()?, if digits.contains('.') { tenths(minutes)? } else { minutes.parse().ok()? }),
        None if digits.len() > 2 => (digits.get(..digits.len() - 2)?.parse().ok()?, digits.get(digits.len() - 2..)?.parse().ok()?),
        None => (digits.parse().ok()?, 0),
    };
    let behind = behind.trim_start_matches([')', ' ', '-', '–', ':', ',']).trim_end_matches(')');
    (hours <= 14 && minutes < 60).then_some((sign * (hours * 60 + minutes), behind.trim()))
}

/// `5.5` hours are half an hour more than five; `5.30` means half past.
fn tenths(text: &str) -> Option<i32> {
    match text {
        "5" => Some(30),
        "25" => Some(15),
        "75" => Some(45),
        other => other.parse().ok().filter(|minutes| other.len() == 2 && *minutes < 60),
    }
}

fn by_offset(offset: i32, country: Option<&str>) -> Option<&'static str> {
    of_country(offset, country).or_else(|| {
        if offset == 0 {
            return Some("UTC");
        }
        let odd = ODD_OFFSETS.iter().find(|(minutes, _)| *minutes == offset).map(|(_, zone)| *zone);
        // Whose names go by the sign of days before POSIX: Etc/GMT-3 is three hours ahead.
        let whole = || {
            let sign = if offset > 0 { '-' } else { '+' };
            (offset % 60 == 0)
                .then(|| format!("Etc/GMT{sign}{}", offset.abs() / 60))
                .and_then(|name| IANA.get(&name.to_lowercase()).copied())
        };
        odd.or_else(whole)
    })
}

/// The first zone of a country that has an offset in winter or in summer.
fn of_country(offset: i32, country: Option<&str>) -> Option<&'static str> {
    let zones = OF_COUNTRIES.get(country?)?;
    let has = |zone: &&Tz| days().any(|day| zone.offset_from_utc_datetime(&day).fix().local_minus_utc() == offset * 60);
    zones.iter().find(has).map(|zone| zone.name())
}

/// Noon in two months of a year of which everything is known.
fn days() -> impl Iterator<Item = NaiveDateTime> {
    [1, 7].into_iter().filter_map(|month| NaiveDate::from_ymd_opt(2025, month, 15)?.and_hms_opt(12, 0, 0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_a_zone() {
        for row in read::<OfCountry>("zones.csv", include_str!("../data/zones.csv")) {
            assert!(row.zone.parse::<Tz>().is_ok(), "{}", row.zone);
            assert!(crate::reference::country_name(&row.country, i18n::Locale::En).is_some(), "{}", row.country);
        }
        for row in read::<Called>("zone_names.csv", include_str!("../data/zone_names.csv")) {
            assert!(row.zone.parse::<Tz>().is_ok() && !fold(&row.name).is_empty(), "{} {}", row.zone, row.name);
        }
        assert!(OF_COUNTRIES.len() > 240 && NAMES.len() > 2_000);
        for (name, _, zone) in ABBREVIATIONS {
            assert!(zone.parse::<Tz>().is_ok() && fold(name) == *name, "{name}");
        }
    }

    #[test]
    fn usual_names_and_offsets() {
        for (text, country, zone) in [
            ("Europe/Berlin", None, "Europe/Berlin"),
            ("america/new york", None, "America/New_York"),
            ("Eastern Time (US & Canada)", None, "America/New_York"),
            ("(UTC-05:00) Eastern Time (US & Canada)", Some("US"), "America/New_York"),
            ("(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi", Some("IN"), "Asia/Kolkata"),
            ("W. Europe Standard Time", None, "Europe/Berlin"),
            ("London", Some("GB"), "Europe/London"),
            ("London time", None, "Europe/London"),
            ("Londres", None, "Europe/London"),
            ("القاهرة", None, "Africa/Cairo"),
            ("Mitteleuropäische Zeit", None, "Europe/Paris"),
            ("Berlin, Germany", None, "Europe/Berlin"),
            ("GMT", Some("GB"), "Europe/London"),
            ("GMT", None, "GMT"),
            ("GMT+1", Some("CZ"), "Europe/Prague"),
            ("UTC+03:00", Some("TR"), "Europe/Istanbul"),
            ("UTC+3", None, "Etc/GMT-3"),
            ("UTC −5", None, "Etc/GMT+5"),
            ("+5.5", None, "Asia/Kolkata"),
            ("+0530", None, "Asia/Kolkata"),
            ("GMT+0", None, "UTC"),
            ("CET", Some("DE"), "Europe/Berlin"),
            ("CET", None, "CET"),
            ("IST", Some("IL"), "Asia/Jerusalem"),
            ("IST", None, "Asia/Kolkata"),
            ("EST", None, "America/New_York"),
            ("UTC", None, "UTC"),
        ] {
            assert_eq!(zone_meant(text, country), Some(zone), "{text} in {country:?}");
        }
        for text in ["", "morning", "+", "UTC+99", "+5.7", "Somewhere", "(", "GMT+é"] {
            assert_eq!(zone_meant(text, None), None, "{text}");
        }
    }

    #[test]
    fn every_country_understands_its_offsets() {
        for (country, zones) in OF_COUNTRIES.iter() {
            for zone in zones {
                for day in days() {
                    let offset = zone.offset_from_utc_datetime(&day).fix().local_minus_utc() / 60;
                    let written = format!("UTC{}{:02}:{:02}", if offset < 0 { '-' } else { '+' }, offset.abs() / 60, offset.abs() % 60);
                    let found = zone_meant(&written, Some(country)).unwrap();
                    assert!(OF_COUNTRIES[country].iter().any(|zone| zone.name() == found), "{written} in {country}: {found}");
                }
            }
        }
    }
}
