//! Editing together: two people change one form's fields at the same time. What each changed alone is joined; what both changed
//! differently is shown to the second with both versions, and nothing is lost.
//!
//! A form is a *draft*, one text per field, declared by `draft!`; read and found valid it is *fields*, typed. Comparing and merging
//! work on drafts. This is a three-way merge: the form carries the base, what it was made from.

use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::str::FromStr;
use uuid::Uuid;

/// The fields of a form as text. Implemented by `draft!`.
pub trait Draft: Clone + Default + PartialEq + Serialize + DeserializeOwned {
    /// Names the fields.
    type Field: Copy + PartialEq + FromStr + Serialize + DeserializeOwned + 'static;

    /// The fields in the order of the form.
    const FIELDS: &'static [Self::Field];

    /// The text of a field.
    #[must_use]
    fn get(&self, field: Self::Field) -> &str;

    /// Changes the text of a field.
    fn set(&mut self, field: Self::Field, text: String);

    /// The name under which a form sends a field.
    #[must_use]
    fn name(field: Self::Field) -> &'static str;

    /// The name under which a form sends what the field said when the form was made.
    #[must_use]
    fn base_name(field: Self::Field) -> &'static str;
}

/// A typed value as the text of a form's field: the other way round from [`crate::fields`].
pub trait FieldText {
    /// The text; empty for none.
    #[must_use]
    fn text(&self) -> String;
}

impl FieldText for String {
    fn text(&self) -> String {
        self.clone()
    }
}

impl FieldText for i32 {
    fn text(&self) -> String {
        self.to_string()
    }
}

/// What a tick box sends: `true`, or nothing.
impl FieldText for bool {
    fn text(&self) -> String {
        if *self { "true".to_owned() } else { String::new() }
    }
}

impl FieldText for Option<NaiveDate> {
    fn text(&self) -> String {
        self.map(|date| date.to_string()).unwrap_or_default()
    }
}

/// Whose version of a field is kept: the answer to a conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Version {
    /// What the second one wrote.
    Mine,
    /// What the first one saved.
    Theirs,
}

/// A form as it comes back: what it says, what it was made from, and the answers to a conflict.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(bound = "D: Draft")]
pub struct Edit<D> {
    /// What it says now.
    #[serde(flatten)]
    pub mine: D,
    /// What it said when it was made. A form that doesn't tell counts as made from what is saved now.
    #[serde(default)]
    pub base: Option<D>,
    /// By the names of fields. With [`Version::Theirs`] what the base says is kept, whatever `mine` says.
    #[serde(default)]
    pub choices: BTreeMap<String, Version>,
}

impl<D: Draft> Edit<D> {
    /// A change of `base` to `mine`.
    #[must_use]
    pub fn new(base: D, mine: D) -> Self {
        Self { mine, base: Some(base), choices: BTreeMap::new() }
    }

    /// The second try after a conflict, with their version of these fields.
    #[must_use]
    pub fn after(conflict: &Conflict<D>, theirs: &[D::Field]) -> Self {
        let choices = theirs.iter().map(|field| (D::name(*field).to_owned(), Version::Theirs)).collect();
        Self { mine: conflict.mine.clone(), base: Some(conflict.theirs.clone()), choices }
    }

    /// What is to be saved: what the form says, but the base's version of the fields that were answered so.
    #[must_use]
    pub fn chosen(&self) -> D {
        let mut chosen = self.mine.clone();
        let Some(base) = &self.base else { return chosen };
        for (name, version) in &self.choices {
            if let (Version::Theirs, Ok(field)) = (version, name.parse()) {
                chosen.set(field, base.get(field).to_owned());
            }
        }
        chosen
    }
}

/// What a save is answered with when somebody else changed the same fields meanwhile. Crosses the wire as the error's text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(bound = "D: Draft")]
pub struct Conflict<D: Draft> {
    /// Which of several things on one page, such as a milestone.
    pub subject: Option<Uuid>,
    /// Who saved meanwhile, and when, in a sentence; may be empty.
    pub sentence: String,
    /// What they saved: the base of the second save.
    pub theirs: D,
    /// What I wanted to save.
    pub mine: D,
    /// Both changes joined where they fit, their version where not.
    pub joined: D,
    /// The fields that both changed differently.
    pub fields: Vec<D::Field>,
}

impl<D: Draft> Conflict<D> {
    /// A conflict of which nothing is said yet.
    #[must_use]
    pub const fn new(theirs: D, mine: D, joined: D, fields: Vec<D::Field>) -> Self {
        Self { subject: None, sentence: String::new(), theirs, mine, joined, fields }
    }
}

/// Joins `mine` and `theirs`, both made from `base`, field by field.
///
/// # Errors
/// The conflict, when both changed a field differently.
pub fn merge<D: Draft>(base: &D, mine: &D, theirs: &D) -> Result<D, Box<Conflict<D>>> {
    let mut joined = theirs.clone();
    let mut fields = Vec::new();
    for change in changes(base, mine) {
        let field = change.field;
        if theirs.get(field) == change.before {
            joined.set(field, change.after);
        } else if theirs.get(field) != change.after {
            fields.push(field);
        }
    }
    if fields.is_empty() {
        return Ok(joined);
    }
    Err(Box::new(Conflict::new(theirs.clone(), mine.clone(), joined, fields)))
}

/// A field that changed from one version to the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change<F> {
    /// Which.
    pub field: F,
    /// What it said before.
    pub before: String,
    /// What it says now.
    pub after: String,
}

/// What changed from one version to the next, in the order of the form.
#[must_use]
pub fn changes<D: Draft>(before: &D, after: &D) -> Vec<Change<D::Field>> {
    let changed = D::FIELDS.iter().filter(|field| before.get(**field) != after.get(**field));
    changed.map(|field| Change { field: *field, before: before.get(*field).to_owned(), after: after.get(*field).to_owned() }).collect()
}

/// Declares what a form edits, once: the draft with its texts, the typed fields, and the enum that names them.
///
/// Each line says a field's name, its variant, its word in forms and in the database, its type, and how that is read from the text.
/// Rules between fields belong to a function of the draft's own that calls `read` first. Where a history is kept, an enum with a body
/// names the kinds of its lines: those of the body, and each field under its own word.
macro_rules! draft {
    (
        $(#[$draft_meta:meta])* pub struct $draft:ident;
        $(#[$fields_meta:meta])* pub struct $fields:ident;
        $(#[$field_meta:meta])* pub enum $field:ident;
        $(#[$kind_meta:meta])* pub enum $kind:ident { $($(#[$own_doc:meta])* $own:ident = $own_word:literal),+ $(,)? }
        $($(#[$doc:meta])* $name:ident / $variant:ident = $word:literal: $type:ty, $read:expr;)+
    ) => {
        draft! {
            $(#[$draft_meta])* pub struct $draft;
            $(#[$fields_meta])* pub struct $fields;
            $(#[$field_meta])* pub enum $field;
            $($(#[$doc])* $name / $variant = $word: $type, $read;)+
        }

        text_enum! {
            $(#[$kind_meta])*
            pub enum $kind { $($(#[$own_doc])* $own = $own_word,)+ $($(#[$doc])* $variant = $word),+ }
        }

        impl From<$field> for $kind {
            fn from(field: $field) -> Self {
                match field { $($field::$variant => Self::$variant),+ }
            }
        }

        impl $kind {
            /// The field that changed, if that is what happened.
            #[must_use]
            pub const fn field(self) -> Option<$field> {
                match self {
                    $(Self::$own)|+ => None,
                    $(Self::$variant => Some($field::$variant)),+
                }
            }
        }
    };
    (
        $(#[$draft_meta:meta])* pub struct $draft:ident;
        $(#[$fields_meta:meta])* pub struct $fields:ident;
        $(#[$field_meta:meta])* pub enum $field:ident;
        $($(#[$doc:meta])* $name:ident / $variant:ident = $word:literal: $type:ty, $read:expr;)+
    ) => {
        text_enum! {
            $(#[$field_meta])*
            pub enum $field { $($(#[$doc])* $variant = $word),+ }
        }

        $(#[$draft_meta])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(default)]
        pub struct $draft { $($(#[$doc])* pub $name: String),+ }

        $(#[$fields_meta])*
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        pub struct $fields { $($(#[$doc])* pub $name: $type),+ }

        impl $draft {
            /// Reads each field by itself; what is wrong is noted beside it.
            fn read(&self, problems: &mut $crate::problem::Problems) -> Option<$fields> {
                $(let $name: Option<$type> = problems.check($word, ($read)(self.$name.as_str()));)+
                Some($fields { $($name: $name?),+ })
            }
        }

        impl From<&$fields> for $draft {
            /// The form that would save these fields.
            fn from(fields: &$fields) -> Self {
                Self { $($name: $crate::editing::FieldText::text(&fields.$name)),+ }
            }
        }

        impl $crate::editing::Draft for $draft {
            type Field = $field;

            const FIELDS: &'static [$field] = $field::ALL;

            fn get(&self, field: $field) -> &str {
                match field { $($field::$variant => &self.$name),+ }
            }

            fn set(&mut self, field: $field, text: String) {
                match field { $($field::$variant => self.$name = text),+ }
            }

            fn name(field: $field) -> &'static str {
                field.as_str()
            }

            fn base_name(field: $field) -> &'static str {
                match field { $($field::$variant => concat!("base[", $word, "]")),+ }
            }
        }
    };
}

#[cfg(test)]
#[path = "editing_tests.rs"]
mod tests;
