//! Numbers for the names of people, in the order in which they come.

use std::collections::HashMap;

/// Names with a number each.
#[derive(Clone, Debug, Default)]
pub(crate) struct Labels {
    numbers: HashMap<Box<str>, u32>,
    names: Vec<Box<str>>,
}

impl Labels {
    /// The number of a name, a new one when it is new; `None` when there are too many.
    pub(crate) fn number(&mut self, name: &str) -> Option<u32> {
        // Lists are mostly in the order of one of the two columns.
        let last = self.names.len().checked_sub(1);
        if let Some(last) = last.filter(|last| self.names.get(*last).is_some_and(|before| **before == *name)) {
            return u32::try_from(last).ok();
        }
        if let Some(number) = self.numbers.get(name) {
            return Some(*number);
        }
        let number = u32::try_from(self.names.len()).ok().filter(|number| *number < u32::MAX / 8)?;
        self.numbers.insert(name.into(), number);
        self.names.push(name.into());
        Some(number)
    }

    pub(crate) fn find(&self, name: &str) -> Option<u32> {
        self.numbers.get(name).copied()
    }

    pub(crate) fn name(&self, number: u32) -> &str {
        self.names.get(number as usize).map_or("", |name| name)
    }

    pub(crate) fn len(&self) -> usize {
        self.names.len()
    }
}
