//! Rows that say what people are called. Whoever left has a name of nobody, an empty one; what is shown instead is the reader's to say.

use crate::{enrolments, exports, goals, match_runs, mentorships, organisations, people, requests};

/// Names in rows, one after the other.
pub trait Called {
    /// Does something to each name.
    fn each_name(&mut self, act: &mut dyn FnMut(&mut String));
}

impl<T: Called> Called for Vec<T> {
    fn each_name(&mut self, act: &mut dyn FnMut(&mut String)) {
        self.iter_mut().for_each(|row| row.each_name(act));
    }
}

impl<T: Called> Called for Option<T> {
    fn each_name(&mut self, act: &mut dyn FnMut(&mut String)) {
        self.iter_mut().for_each(|row| row.each_name(act));
    }
}

impl<T: Called, U: Called> Called for (T, U) {
    fn each_name(&mut self, act: &mut dyn FnMut(&mut String)) {
        self.0.each_name(act);
        self.1.each_name(act);
    }
}

impl Called for String {
    fn each_name(&mut self, act: &mut dyn FnMut(&mut String)) {
        act(self);
    }
}

/// The fields of a row that are names.
macro_rules! called {
    ($($row:ty { $($name:ident),+ })+) => {$(
        impl Called for $row {
            fn each_name(&mut self, act: &mut dyn FnMut(&mut String)) {
                $(self.$name.each_name(act);)+
            }
        }
    )+};
}

called! {
    enrolments::list::Listed { name }
    exports::Pair { mentor, mentee }
    exports::Participant { name }
    goals::Comment { name }
    match_runs::Listed { by }
    mentorships::Party { name }
    mentorships::overview::Listed { mentor_name, mentee_name }
    organisations::NamedEvent { actor, whom, whom_too }
    people::Profile { name }
    requests::Listed { mentee_name, mentor_name }
    requests::Contact { name }
}
