//! Editing together, in the form: what a form was made from goes along unseen, and when somebody else saved the same fields
//! meanwhile, both versions stand side by side with a choice and one's own to change. Nothing is lost, with JavaScript or without.

use super::{Form, HiddenAll, Post, Submit};
use crate::flash::use_flash;
use crate::lang::use_i18n;
use crate::ui::Notice;
use domain::editing::{Conflict, Draft};
use i18n::{I18n, Key, m};
use leptos::prelude::*;

/// The hidden fields that say what a form was made from.
#[must_use]
pub fn base_fields<D: Draft>(base: &D) -> AnyView {
    let values = D::FIELDS.iter().map(|field| (D::base_name(*field), base.get(*field).to_owned())).collect::<Vec<_>>();
    view! { <HiddenAll values /> }.into_any()
}

/// What a form was made from that came back without JavaScript: it goes on from where it began, not from what is saved by now.
#[must_use]
pub fn returned_base<D: Draft>(url: &str, saved: &D) -> D {
    let mut base = saved.clone();
    let Some(flash) = use_flash(url).filter(|flash| flash.error.is_some()) else { return base };
    for field in D::FIELDS {
        if let Some((_, text)) = flash.values.iter().find(|(name, _)| name == D::base_name(*field)) {
            base.set(*field, text.clone());
        }
    }
    base
}

/// The conflict with which a form came back that was posted without JavaScript.
#[must_use]
pub fn returned_conflict<D: Draft>(url: &str) -> Option<Conflict<D>> {
    use_flash(url)?.error?.conflict()
}

/// How a feature shows the fields of its form when two versions of them don't fit together.
pub struct ConflictFields<D: Draft> {
    /// What a field is called.
    pub label: fn(D::Field) -> Key,
    /// A field's text in words: a date, the name of a choice.
    pub words: fn(I18n, D::Field, &str) -> String,
    /// The input with one's own version.
    pub input: Box<dyn Fn(D::Field, String) -> AnyView + Send>,
}

impl<D: Draft> std::fmt::Debug for ConflictFields<D> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("ConflictFields")
    }
}

/// The form of the second save, made on what is saved by now. What fits is sent along as it was joined.
#[component]
pub fn ConflictForm<D: Draft<Field: Send> + Send + 'static>(
    /// The action that saves.
    #[prop(into)]
    action: Post,
    /// Both versions.
    conflict: Conflict<D>,
    /// How they are shown.
    fields: ConflictFields<D>,
    /// Whether it stands in a row of a list.
    #[prop(optional)]
    small: bool,
    /// Hidden fields that say what is edited.
    about: Vec<(&'static str, String)>,
) -> impl IntoView {
    let i18n = use_i18n();
    let Conflict { subject: _, sentence, theirs, mine, joined, fields: open } = conflict;
    let fits = D::FIELDS.iter().filter(|field| !open.contains(field)).map(|field| (D::name(*field), joined.get(*field).to_owned()));
    let base = D::FIELDS.iter().map(|field| (D::base_name(*field), theirs.get(*field).to_owned()));
    let hidden = about.into_iter().chain(base).chain(fits).collect();
    // Made within the form, which the inputs ask for what is wrong with them.
    let rows = move || {
        let row = |field| Versions {
            name: D::name(field),
            title: (fields.label)(field),
            theirs: (fields.words)(i18n, field, theirs.get(field)),
            mine: (fields.words)(i18n, field, mine.get(field)),
            input: (fields.input)(field, mine.get(field).to_owned()),
        };
        open.into_iter().map(row).collect()
    };
    conflict_form(action, sentence, small, hidden, Box::new(rows))
}

/// A field of which two versions don't fit together.
struct Versions {
    name: &'static str,
    title: Key,
    theirs: String,
    mine: String,
    input: AnyView,
}

/// The form, whatever it edits.
fn conflict_form(
    action: Post,
    sentence: String,
    small: bool,
    hidden: Vec<(&'static str, String)>,
    rows: Box<dyn FnOnce() -> Vec<Versions> + Send>,
) -> AnyView {
    let i18n = use_i18n();
    let who = if sentence.is_empty() { i18n.t(m::COMMON_CONFLICT_SOMEBODY).to_owned() } else { sentence };
    let (class, button) = if small { ("stack stack--s", "button button--small") } else { ("form", "button button--primary") };
    view! {
        <Form action class done=i18n.t(m::COMMON_SAVED) own_conflict=true>
            <Notice kind="warn">
                <p>{who}</p>
                <p>{i18n.t(m::COMMON_CONFLICT_TEXT)}</p>
            </Notice>
            <HiddenAll values=hidden />
            {rows().into_iter().map(versions).collect_view()}
            <div class="form__actions">
                <Submit label=i18n.t(m::COMMON_CONFLICT_SAVE) class=button />
            </div>
        </Form>
    }
    .into_any()
}

/// Both versions of a field, which one to keep, and below them mine to change.
fn versions(Versions { name, title, theirs, mine, input }: Versions) -> impl IntoView {
    let i18n = use_i18n();
    let name = format!("choices[{name}]");
    let version = move |class, title, text: String| {
        let text = if text.is_empty() {
            view! { <p class="muted">{i18n.t(m::COMMON_CONFLICT_EMPTY)}</p> }.into_any()
        } else {
            view! { <p class="version__text" dir="auto">{text}</p> }.into_any()
        };
        view! { <div class=class><p class="small muted">{i18n.t(title)}</p>{text}</div> }
    };
    view! {
        <fieldset class="form__section">
            <legend>{i18n.t(title)}</legend>
            <div class="versions">
                {version("version version--theirs", m::COMMON_CONFLICT_THEIRS, theirs)}
                {version("version", m::COMMON_CONFLICT_MINE, mine)}
            </div>
            <label class="check">
                <input type="radio" name=name.clone() value="theirs" />
                <span>{i18n.t(m::COMMON_CONFLICT_KEEP_THEIRS)}</span>
            </label>
            <label class="check">
                <input type="radio" name=name value="mine" checked=true />
                <span>{i18n.t(m::COMMON_CONFLICT_KEEP_MINE)}</span>
            </label>
            {input}
        </fieldset>
    }
}
