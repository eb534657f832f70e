//! What is to be said, in a line each, of cells that are read as something else than they say.

use crate::columns::Table;
use crate::criteria::{Ready, Values};
use cells::Between;
use spreadsheet::Marks;

/// So many names are listed before it becomes a number.
const NAMED: usize = 5;
/// So many characters of a cell are shown.
const SHOWN: usize = 60;

/// Whom mentees name, where that isn't plain. `mentors` is what mentors are known by.
pub(crate) fn named(ready: &Ready, file: &str, mentors: &[String]) -> Vec<String> {
    let Values::Barred(barred) = &ready.values else { return Vec::new() };
    let column = ready.criterion.mentee.label();
    let mut notes = Vec::new();
    if !barred.otherwise.is_empty() {
        let name = |mentor: u32| mentors.get(mentor as usize).map_or("", String::as_str);
        let same: Vec<String> = barred.otherwise.iter().map(|(written, mentor)| format!("{written:?} is {:?}", name(*mentor))).collect();
        notes.push(format!(
            "{file}: who stands in {column:?} is a mentor in another spelling: {} (how = \"forbidden-if-equal\" in a configuration wants the same)",
            first(&same)
        ));
    }
    if !barred.unknown.is_empty() {
        notes.push(format!(
            "{file}: who stands in {column:?} and is not among the mentors, however written: {}",
            first(&quoted(&barred.unknown))
        ));
    }
    if !barred.unclear.is_empty() {
        notes.push(format!(
            "{file}: who stands in {column:?} and may be one of several mentors, none of whom is taken: {}",
            first(&quoted(&barred.unclear))
        ));
    }
    notes
}

fn quoted(names: &[String]) -> Vec<String> {
    names.iter().map(|name| format!("{name:?}")).collect()
}

/// The first of a list.
fn first(names: &[String]) -> String {
    let first = names.iter().take(NAMED).cloned().collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(NAMED) {
        0 => first,
        more => format!("{first} and {more} more"),
    }
}

/// The first cell of each kind that is read as something else than it says.
#[derive(Debug, Default)]
pub(crate) struct Readings {
    list: Option<String>,
    remark: Option<String>,
    decimal: Option<String>,
}

impl Readings {
    /// Looks at what people say in the columns of a criterion.
    pub(crate) fn look_at(&mut self, ready: &Ready, mentees: (&Table, &[String]), mentors: (&Table, &[String])) {
        for ((table, texts), names) in [(mentees, &ready.criterion.mentee), (mentors, &ready.criterion.mentor)] {
            let found = |what: String| format!("{} in {:?} of {}", what, names.label(), table.file);
            // What somebody said is no guess.
            let guessed = table.rules.between == Between::Any;
            if let (None, Values::Lists { .. }, true) = (&self.list, &ready.values, guessed) {
                let cut = texts.iter().find(|text| ready.keys.cuts(text));
                self.list = cut.map(|text| found(format!("{:?} is {}", shown(text), shown(&ready.keys.items(text).join(" | ")))));
            }
            if let (None, Values::Lists { .. }) = (&self.remark, &ready.values) {
                let mut items = texts.iter().flat_map(|text| ready.keys.items(text));
                let short = items.find_map(|item| Some((item, ready.keys.shortened(item)?)));
                self.remark = short.map(|(item, value)| found(format!("{:?} is {:?}", shown(item), shown(value))));
            }
            if let (None, Values::Scale { .. }, Marks::Guessed { comma }) = (&self.decimal, &ready.values, table.marks())
                && ready.criterion.order.is_empty()
            {
                let number = texts.iter().find(|text| text.contains(if comma { [',', '.'] } else { ['.', '.'] }));
                self.decimal = number.map(|text| found(format!("{:?}", shown(text))));
            }
        }
    }

    /// What is to be said of them.
    pub(crate) fn notes(self) -> Vec<String> {
        let list = self.list.map(|cell| format!("cells are cut into lists: {cell}; --list-separator says where"));
        let remark = self.remark.map(|cell| format!("remarks behind a value play no part: {cell}; --as-written counts them"));
        list.into_iter().chain(remark).chain(self.decimal.map(|cell| decimals(&cell))).collect()
    }
}

/// What is to be said of numbers with decimals, of which `cell` is the first.
pub(crate) fn decimals(cell: &str) -> String {
    format!(
        "numbers are read with decimals: {cell}; --decimal comma or --decimal point says which mark is for them, the other is for thousands"
    )
}

fn shown(text: &str) -> String {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match flat.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", flat.get(..end).unwrap_or_default()),
        None => flat,
    }
}
