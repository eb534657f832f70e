//! A field for skills. Without JavaScript it is a text with names between commas; once the client runs, the names are chips,
//! and a combobox suggests more while one types. Either way the form sends the same text.

use super::search_skills;
use crate::lang::use_i18n;
use crate::ui::Icon;
use crate::ui::form::{FieldFrame, described_by, use_form};
use domain::skills::{SkillHit, key};
use i18n::m;
use leptos::ev::{Event, KeyboardEvent};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// How long one must pause before suggestions are fetched.
const PAUSE: Duration = Duration::from_millis(150);

/// What stands between two names.
const SEPARATORS: [char; 4] = ['\n', ',', '،', ';'];
/// The longest text that fits in at once: a list that is pasted.
const TYPED_MAX: usize = 1_000;

/// Names of skills, between commas.
#[component]
pub fn SkillField(
    /// Its name, by which its problems are told: the server function's argument.
    #[prop(into)]
    name: String,
    /// The name that the form sends, where that isn't the field's own.
    #[prop(optional, into)]
    sent: Option<String>,
    /// Its label.
    #[prop(into)]
    label: String,
    /// The names that stand in it at first, between commas.
    #[prop(optional, into)]
    value: String,
    /// A sentence of help.
    #[prop(optional, into)]
    hint: Option<String>,
    /// Whether it must be filled.
    #[prop(optional)]
    required: bool,
) -> impl IntoView {
    let i18n = use_i18n();
    let form = use_form();
    let sent = StoredValue::new(sent.unwrap_or_else(|| name.clone()));
    let value = form.value(&sent.get_value(), value);
    let hint = hint.unwrap_or_else(|| i18n.t(m::SKILLS_HINT).to_owned());
    let (enhanced, plain) = (RwSignal::new(false), NodeRef::<html::Textarea>::new());
    let state = Chosen::new(&value);
    // What the field began with, for whoever compares (`public/kept.js`).
    let first = StoredValue::new(untrack(|| state.sent()));
    Effect::new(move |_| {
        // Somebody may have typed before the client ran.
        if let Some(plain) = plain.get_untracked() {
            state.names.set(names(&plain.value()));
        }
        enhanced.set(true);
    });
    let frame = name.clone();
    let name = StoredValue::new(name);
    view! {
        <FieldFrame name=frame label hint=Some(hint) required>
            {move || {
                if enhanced.get() {
                    view! { <Combobox name sent state first /> }.into_any()
                } else {
                    view! {
                        <textarea
                            class="textarea"
                            dir="auto"
                            id=name.get_value()
                            name=sent.get_value()
                            rows="3"
                            required=required
                            aria-invalid=move || name.with_value(|name| form.problem(name)).map(|_| "true")
                            aria-describedby=described_by(name.get_value(), true)
                            node_ref=plain
                        >
                            {value.clone()}
                        </textarea>
                    }
                    .into_any()
                }
            }}
        </FieldFrame>
    }
}

/// What the field holds while the client runs.
#[derive(Clone, Copy)]
struct Chosen {
    /// The names that are chosen.
    names: RwSignal<Vec<String>>,
    /// What is being typed; it counts as a name too when the form is sent.
    typed: RwSignal<String>,
    /// What may be meant.
    hits: RwSignal<Vec<SkillHit>>,
    /// The suggestion that the arrow keys have reached.
    active: RwSignal<Option<usize>>,
    /// The number of the last change, so that an answer that comes late is dropped.
    turn: StoredValue<u32>,
}

impl Chosen {
    fn new(value: &str) -> Self {
        Self {
            names: RwSignal::new(names(value)),
            typed: RwSignal::new(String::new()),
            hits: RwSignal::new(Vec::new()),
            active: RwSignal::new(None),
            turn: StoredValue::new(0),
        }
    }

    /// Takes a whole list for the one that is chosen.
    fn replace(self, text: &str) {
        self.names.set(names(text));
        self.typed.set(String::new());
        self.close();
    }

    /// What the form sends.
    fn sent(self) -> String {
        let typed = self.typed.get().trim().to_owned();
        self.names.get().into_iter().chain((!typed.is_empty()).then_some(typed)).collect::<Vec<_>>().join(", ")
    }

    fn add(self, name: &str) {
        let (name, folded) = (name.trim().to_owned(), key(name));
        if !folded.is_empty() && !self.names.with_untracked(|names| names.iter().any(|other| key(other) == folded)) {
            self.names.update(|names| names.push(name));
        }
        self.typed.set(String::new());
        self.close();
    }

    fn remove(self, name: &str) {
        self.names.update(|names| names.retain(|other| other != name));
    }

    /// Nothing is suggested any more.
    fn close(self) {
        self.turn.update_value(|turn| *turn += 1);
        self.hits.set(Vec::new());
        self.active.set(None);
    }

    /// Fetches suggestions, if nothing else is typed meanwhile.
    fn suggest(self) {
        self.turn.update_value(|turn| *turn += 1);
        let turn = self.turn.get_value();
        let current = move || self.turn.try_get_value() == Some(turn);
        set_timeout(
            move || {
                if !current() {
                    return;
                }
                let text = self.typed.get_untracked();
                if text.trim().is_empty() {
                    return self.close();
                }
                spawn_local(async move {
                    // Without an answer nothing is suggested; what is typed counts all the same.
                    let hits = search_skills(text).await.unwrap_or_default();
                    if current() {
                        let taken = self.names.get_untracked();
                        self.hits.set(hits.into_iter().filter(|hit| !taken.contains(&hit.name)).collect());
                        self.active.set(None);
                    }
                });
            },
            PAUSE,
        );
    }

    /// The next suggestion in a direction, round and round.
    fn step(self, forward: bool) {
        let count = self.hits.with_untracked(Vec::len);
        if count == 0 {
            return;
        }
        self.active.update(|active| {
            *active = Some(match (*active, forward) {
                (None, true) => 0,
                (None, false) => count - 1,
                (Some(now), true) => (now + 1) % count,
                (Some(now), false) => (now + count - 1) % count,
            });
        });
    }

    /// Takes the suggestion that was reached, else what was typed.
    fn take(self) {
        let reached = self.active.get_untracked().and_then(|n| self.hits.with_untracked(|hits| hits.get(n).map(|hit| hit.name.clone())));
        self.add(&reached.unwrap_or_else(|| self.typed.get_untracked()));
    }

    /// A comma ends a name, typed or pasted.
    fn on_input(self, text: &str) {
        let (whole, rest) = text.rsplit_once(SEPARATORS).unwrap_or(("", text));
        for name in whole.split(SEPARATORS) {
            self.add(name);
        }
        self.typed.set(rest.to_owned());
        self.suggest();
    }

    fn on_key(self, event: &KeyboardEvent) {
        let typing = self.typed.with_untracked(|typed| !typed.trim().is_empty());
        match event.key().as_str() {
            // Keys that a writing system uses while it composes a letter aren't ours.
            _ if event.is_composing() => return,
            "ArrowDown" => self.step(true),
            "ArrowUp" => self.step(false),
            "Escape" => {
                let open = self.hits.with_untracked(|hits| !hits.is_empty());
                // Also what is still on its way does not open the list again.
                self.close();
                if !open {
                    return;
                }
            }
            "Enter" if typing || self.active.get_untracked().is_some() => self.take(),
            "Backspace" if !typing => {
                self.names.update(|names| drop(names.pop()));
                return;
            }
            _ => return,
        }
        event.prevent_default();
    }
}

/// The names in a text.
fn names(text: &str) -> Vec<String> {
    text.split(SEPARATORS).map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect()
}

#[component]
fn Combobox(name: StoredValue<String>, sent: StoredValue<String>, state: Chosen, first: StoredValue<String>) -> impl IntoView {
    let i18n = use_i18n();
    let form = use_form();
    let list = format!("{}-list", name.get_value());
    let option_id = move |n: usize| format!("{}-option-{n}", name.get_value());
    let open = move || state.hits.with(|hits| !hits.is_empty());
    let number = move || state.hits.with(|hits| i64::try_from(hits.len()).unwrap_or(0));
    let typed = move |event: Event| state.on_input(&event_target_value(&event));
    let options = move || {
        let row = |(n, hit): (usize, SkillHit)| {
            let chosen = hit.name.clone();
            view! {
                <li
                    class="jump__option"
                    role="option"
                    id=option_id(n)
                    aria-selected=move || if state.active.get() == Some(n) { "true" } else { "false" }
                    on:mousedown=move |event| {
                        event.prevent_default();
                        state.add(&chosen);
                    }
                >
                    <span dir="auto">{hit.name}</span>
                    {hit.group.map(|group| view! { <span class="muted small">{group}</span> })}
                </li>
            }
        };
        state.hits.get().into_iter().enumerate().map(row).collect_view()
    };
    view! {
        <Chips state />
        <input
            type="hidden"
            name=sent.get_value()
            data-typed=first.get_value()
            prop:value=move || state.sent()
            on:input=move |event| state.replace(&event_target_value(&event))
        />
        <div class="suggest">
            <input
                class="input"
                dir="auto"
                id=name.get_value()
                type="text"
                role="combobox"
                autocomplete="off"
                maxlength=TYPED_MAX.to_string()
                aria-autocomplete="list"
                aria-controls=list.clone()
                aria-expanded=move || if open() { "true" } else { "false" }
                aria-activedescendant=move || state.active.get().map(option_id)
                aria-invalid=move || name.with_value(|name| form.problem(name)).map(|_| "true")
                aria-describedby=described_by(name.get_value(), true)
                prop:value=move || state.typed.get()
                on:input=typed
                on:keydown=move |event| state.on_key(&event)
                on:blur=move |_| state.close()
            />
            <ul class="suggest__list" role="listbox" id=list aria-label=i18n.t(m::SKILLS_SUGGESTIONS) hidden=move || !open()>
                {options}
            </ul>
        </div>
        <span class="visually-hidden" role="status">
            {move || open().then(|| i18n.n(m::SKILLS_FOUND, number(), &[]))}
        </span>
    }
}

/// The chosen names; each goes by a press.
#[component]
fn Chips(state: Chosen) -> impl IntoView {
    let i18n = use_i18n();
    let chip = move |name: String| {
        let (label, gone) = (i18n.f(m::SKILLS_REMOVE, &[("name", &name)]), name.clone());
        view! {
            <li>
                <button type="button" class="chip chip--accent chip--button" data-chip="" aria-label=label on:click=move |_| state.remove(&gone)>
                    <bdi>{name}</bdi>
                    <Icon name="x" class="icon--s" />
                </button>
            </li>
        }
    };
    move || {
        let names = state.names.get();
        (!names.is_empty())
            .then(|| view! { <ul class="cluster suggest__chosen" role="list">{names.into_iter().map(chip).collect_view()}</ul> })
    }
}
