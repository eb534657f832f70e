//! What every page knows of the one who looks at it.

use chrono::NaiveDate;
use domain::{PersonId, PictureId};
use i18n::Locale;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// The colours somebody prefers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    /// As the device says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// The word in the cookie and in `data-theme`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The theme of a word; the device's for anything unknown.
    #[must_use]
    pub fn parse(word: &str) -> Self {
        match word {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::System,
        }
    }
}

/// The one who looks at the page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Viewer {
    /// Who is signed in.
    pub person: Option<ViewerPerson>,
    /// Their language.
    pub locale: Locale,
    /// Their colours.
    pub theme: Theme,
    /// Today, in their time zone.
    #[serde(with = "days")]
    pub today: NaiveDate,
}

/// A date as a number of days: reading a date as text takes several kilobytes of code, which every page would load for this one.
mod days {
    use chrono::{Datelike, NaiveDate};
    use serde::{Deserialize, Deserializer, Serializer};

    pub(super) fn serialize<S: Serializer>(date: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i32(date.num_days_from_ce())
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
        i32::deserialize(deserializer).map(|days| NaiveDate::from_num_days_from_ce_opt(days).unwrap_or_default())
    }
}

/// Somebody signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ViewerPerson {
    /// Their id.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// Their photo.
    pub picture: Option<PictureId>,
    /// How many notifications they haven't read.
    pub unread: i64,
    /// Whether they manage an organisation or coordinate a program.
    pub manages: bool,
}

/// Reads the viewer on the server, or from what the server sent, and provides it to the whole application.
pub fn provide_viewer() -> Viewer {
    let viewer = SharedValue::new(|| {
        #[cfg(feature = "ssr")]
        {
            crate::extension::extension().unwrap_or_else(Viewer::nobody)
        }
        #[cfg(not(feature = "ssr"))]
        {
            Viewer::nobody()
        }
    })
    .into_inner();
    provide_context(viewer.clone());
    provide_context(Unread(RwSignal::new(viewer.person.as_ref().map_or(0, |p| p.unread))));
    viewer
}

/// How many notifications the viewer hasn't read, as far as this page knows: reading them changes it.
#[derive(Clone, Copy, Debug)]
pub struct Unread(pub RwSignal<i64>);

/// How many notifications the viewer hasn't read.
#[must_use]
pub fn use_unread() -> Unread {
    use_context::<Unread>().unwrap_or_else(|| Unread(RwSignal::new(0)))
}

impl Viewer {
    /// Nobody in particular, in English.
    #[must_use]
    pub const fn nobody() -> Self {
        Self { person: None, locale: Locale::En, theme: Theme::System, today: NaiveDate::MIN }
    }
}

/// The one who looks at the page.
#[must_use]
pub fn use_viewer() -> Viewer {
    let viewer = use_context::<Viewer>();
    // A server function that writes HTML has no application around it.
    #[cfg(feature = "ssr")]
    let viewer = viewer.or_else(crate::extension::extension);
    viewer.unwrap_or_else(Viewer::nobody)
}
