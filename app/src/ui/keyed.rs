//! Rows that are known by a key, not by their place: what somebody typed, ticked or opened stays with what it belongs to.
//!
//! A `Vec` of views is updated place by place. When the list shrinks or is put in another order, the second row's field, with the
//! text that was typed into it, then shows under the third row's name. `<For>` keeps a row as it was made, whatever it shows by now.
//! Here a row with a known key is updated where it stands, moved if need be, and one with another key is made anew. A
//! key names what the row is about and, where the row has fields, what stands in them at first: when that changes, what
//! was typed before is out of date.

use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::Rndr;
use leptos::tachys::renderer::types::{Element, Node, Placeholder};
use leptos::tachys::ssr::StreamBuilder;
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use std::fmt;
use std::mem;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Rows with their keys.
pub struct Keyed(Vec<(String, AnyView)>);

/// Rows, each with its key.
#[must_use]
pub fn keyed(rows: impl IntoIterator<Item = (String, AnyView)>) -> Keyed {
    Keyed(rows.into_iter().collect())
}

/// One view that is made anew whenever its key is another.
#[must_use]
pub fn anew(key: impl Into<String>, view: AnyView) -> Keyed {
    Keyed(vec![(key.into(), view)])
}

impl fmt::Debug for Keyed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.iter().map(|(key, _)| key)).finish()
    }
}

/// What is in the page.
pub struct KeyedState {
    rows: Vec<(String, AnyViewState)>,
    /// Where further rows go.
    marker: Placeholder,
}

impl fmt::Debug for KeyedState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.rows.iter().map(|(key, _)| key)).finish()
    }
}

impl KeyedState {
    /// Puts the row at `place` before the one that follows it.
    fn put(&mut self, place: usize) {
        let (before, after) = self.rows.split_at_mut(place + 1);
        let Some((_, row)) = before.last_mut() else { return };
        if !after.iter().any(|(_, next)| next.insert_before_this(row)) {
            Rndr::try_mount_before(row, self.marker.as_ref());
        }
    }
}

impl Render for Keyed {
    type State = KeyedState;

    fn build(self) -> KeyedState {
        KeyedState { rows: self.0.into_iter().map(|(key, view)| (key, view.build())).collect(), marker: Rndr::create_placeholder() }
    }

    fn rebuild(self, state: &mut KeyedState) {
        let mut old: Vec<Option<(String, AnyViewState)>> = mem::take(&mut state.rows).into_iter().map(Some).collect();
        // Where each row stood before, if it did.
        let mut places = Vec::with_capacity(self.0.len());
        for (key, view) in self.0 {
            let is = |row: &Option<(String, AnyViewState)>| row.as_ref().is_some_and(|(known, _)| *known == key);
            // Mostly the rows are the same in the same order.
            let next = state.rows.len();
            let place = if old.get(next).is_some_and(is) { Some(next) } else { old.iter().position(is) };
            let row = match place.and_then(|place| old.get_mut(place)?.take()) {
                Some((_, mut row)) => {
                    view.rebuild(&mut row);
                    row
                }
                None => view.build(),
            };
            places.push(place);
            state.rows.push((key, row));
        }
        for (_, gone) in old.iter_mut().flatten() {
            gone.unmount();
        }
        // From the end: a row that still stands before its follower stays where it is.
        let focused = document().active_element();
        let mut follower = usize::MAX;
        for (row, place) in places.into_iter().enumerate().rev() {
            match place {
                Some(place) if place < follower => follower = place,
                _ => state.put(row),
            }
        }
        // Whoever moved a row by its button goes on from there.
        if let Some(focused) = focused
            && document().active_element().as_ref() != Some(&focused)
            && let Some(focused) = focused.dyn_ref::<HtmlElement>()
        {
            let _ = focused.focus();
        }
    }
}

impl Mountable for KeyedState {
    fn unmount(&mut self) {
        for (_, row) in &mut self.rows {
            row.unmount();
        }
        self.marker.unmount();
    }

    fn mount(&mut self, parent: &Element, marker: Option<&Node>) {
        for (_, row) in &mut self.rows {
            row.mount(parent, marker);
        }
        self.marker.mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.rows.iter().any(|(_, row)| row.insert_before_this(child)) || self.marker.insert_before_this(child)
    }

    fn elements(&self) -> Vec<Element> {
        self.rows.iter().flat_map(|(_, row)| row.elements()).collect()
    }
}

impl AddAnyAttr for Keyed {
    type Output<SomeNewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, attr: NewAttr) -> Self::Output<NewAttr>
    where
        Self::Output<NewAttr>: RenderHtml,
    {
        let attr = attr.into_cloneable_owned();
        Self(self.0.into_iter().map(|(key, view)| (key, view.add_any_attr(attr.clone()).into_any())).collect())
    }
}

impl RenderHtml for Keyed {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {
        for (_, view) in &mut self.0 {
            view.dry_resolve();
        }
    }

    async fn resolve(self) -> Self {
        let mut rows = Vec::with_capacity(self.0.len());
        for (key, view) in self.0 {
            rows.push((key, view.resolve().await));
        }
        Self(rows)
    }

    fn html_len(&self) -> usize {
        self.0.iter().map(|(_, view)| view.html_len()).sum::<usize>() + 3
    }

    fn to_html_with_buf(
        self,
        buf: &mut String,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        extra_attrs: Vec<AnyAttribute>,
    ) {
        for (_, view) in self.0 {
            view.to_html_with_buf(buf, position, escape, mark_branches, extra_attrs.clone());
        }
        if escape {
            buf.push_str("<!>");
            *position = Position::NextChild;
        }
    }

    fn to_html_async_with_buf<const OUT_OF_ORDER: bool>(
        self,
        buf: &mut StreamBuilder,
        position: &mut Position,
        escape: bool,
        mark_branches: bool,
        extra_attrs: Vec<AnyAttribute>,
    ) {
        for (_, view) in self.0 {
            view.to_html_async_with_buf::<OUT_OF_ORDER>(buf, position, escape, mark_branches, extra_attrs.clone());
        }
        if escape {
            buf.push_sync("<!>");
            *position = Position::NextChild;
        }
    }

    fn hydrate<const FROM_SERVER: bool>(self, cursor: &Cursor, position: &PositionState) -> KeyedState {
        let rows = self.0.into_iter().map(|(key, view)| (key, view.hydrate::<FROM_SERVER>(cursor, position))).collect();
        let marker = cursor.next_placeholder(position);
        position.set(Position::NextChild);
        KeyedState { rows, marker }
    }

    async fn hydrate_async(self, cursor: &Cursor, position: &PositionState) -> KeyedState {
        let mut rows = Vec::with_capacity(self.0.len());
        for (key, view) in self.0 {
            rows.push((key, view.hydrate_async(cursor, position).await));
        }
        let marker = cursor.next_placeholder(position);
        position.set(Position::NextChild);
        KeyedState { rows, marker }
    }

    fn into_owned(self) -> Self {
        self
    }
}
