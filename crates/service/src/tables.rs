//! The tables that travel inside the binary as CSV (`data/README.md`): each row with its name in five languages.

use i18n::Locale;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// A row: its key, and its names.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct ReferenceRow {
    /// The key, which never changes.
    #[serde(alias = "code")]
    pub id: String,
    /// The group it belongs to, where there are groups.
    #[serde(default)]
    pub group: String,
    en: String,
    es: String,
    fr: String,
    de: String,
    ar: String,
    /// Its name in itself, where it is a language.
    #[serde(default)]
    own: String,
}

impl ReferenceRow {
    /// Its name as it stands inside a sentence.
    pub(crate) fn name(&self, locale: Locale) -> &str {
        match locale {
            Locale::En => &self.en,
            Locale::Es => &self.es,
            Locale::Fr => &self.fr,
            Locale::De => &self.de,
            Locale::Ar => &self.ar,
        }
    }
}

impl ReferenceRow {
    /// Everything by which somebody may name it.
    pub(crate) fn names(&self) -> [&str; 7] {
        [&self.id, &self.en, &self.es, &self.fr, &self.de, &self.ar, &self.own]
    }
}

/// Reads a table. Whether each can be read is a test's business; should one not be, the site goes on without it.
pub(crate) fn read<T: DeserializeOwned>(file: &'static str, text: &str) -> Vec<T> {
    let rows: Result<Vec<T>, csv::Error> = csv::Reader::from_reader(text.as_bytes()).into_deserialize().collect();
    rows.unwrap_or_else(|error| {
        tracing::error!(%error, file, "a table can't be read");
        Vec::new()
    })
}

/// A name as it stands alone: with a capital where its script has them.
pub(crate) fn alone(name: &str) -> String {
    let mut emails = name.chars();
    emails.next().map(|first| first.to_uppercase().chain(emails).collect()).unwrap_or_default()
}
