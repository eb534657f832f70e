//! The page's memory of one goal: every act answers with the goal as it is then, and the page shows that, without asking
//! again and without making anew what somebody is typing in.

use super::{
    AchieveGoal, AddMilestone, CommentOnGoal, DropGoal, EditGoal, EditMilestone, MoveMilestone, RemoveMilestone, ReopenGoal, SetProgress,
    TakeGoal, TickMilestone,
};
use crate::AppError;
use crate::flash::was_joined;
use crate::ui::form::{FormAction, returned_conflict};
use domain::editing::Conflict;
use domain::goals::views::GoalView;
use domain::goals::{GoalDraft, MilestoneDraft};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// A goal on its page, and everything that can be done with it there.
#[derive(Clone, Copy)]
pub(super) struct GoalActions {
    /// The goal as it was last heard of.
    pub goal: RwSignal<GoalView>,
    /// Both versions, after a save that didn't fit.
    pub conflict: RwSignal<Option<Conflict<GoalDraft>>>,
    /// The same for a milestone.
    pub milestone_conflict: RwSignal<Option<Conflict<MilestoneDraft>>>,
    /// Rises when the form of a change is to be made anew.
    pub edition: RwSignal<usize>,
    /// Whether something was typed into that form since it was made.
    pub typed: StoredValue<bool>,
    pub edit: FormAction<EditGoal>,
    pub progress: FormAction<SetProgress>,
    pub take: FormAction<TakeGoal>,
    pub achieve: FormAction<AchieveGoal>,
    pub drop: FormAction<DropGoal>,
    pub reopen: FormAction<ReopenGoal>,
    pub comment: FormAction<CommentOnGoal>,
    pub add: FormAction<AddMilestone>,
    pub change: FormAction<EditMilestone>,
    pub tick: FormAction<TickMilestone>,
    pub shift: FormAction<MoveMilestone>,
    pub remove: FormAction<RemoveMilestone>,
}

impl GoalActions {
    /// Begins with a goal, and with what became of a change that was posted without JavaScript.
    pub fn new(mut goal: GoalView) -> Self {
        goal.joined |= was_joined(EditGoal::url());
        let actions = Self {
            goal: RwSignal::new(goal),
            conflict: RwSignal::new(returned_conflict(EditGoal::url())),
            milestone_conflict: RwSignal::new(returned_conflict(EditMilestone::url())),
            edition: RwSignal::new(0),
            typed: StoredValue::new(false),
            edit: FormAction::new(),
            progress: FormAction::new(),
            take: FormAction::new(),
            achieve: FormAction::new(),
            drop: FormAction::new(),
            reopen: FormAction::new(),
            comment: FormAction::new(),
            add: FormAction::new(),
            change: FormAction::new(),
            tick: FormAction::new(),
            shift: FormAction::new(),
            remove: FormAction::new(),
        };
        actions.follow_edit();
        actions.follow_progress();
        actions.follow(actions.take);
        actions.follow(actions.achieve);
        actions.follow(actions.drop);
        actions.follow(actions.reopen);
        actions.follow(actions.comment);
        actions.follow(actions.add);
        actions.follow_change();
        actions.follow(actions.tick);
        actions.follow(actions.shift);
        actions.follow(actions.remove);
        actions
    }

    /// Shows what an act answers with.
    fn follow<S: ServerFn<Output = GoalView, Error = AppError> + 'static>(self, action: FormAction<S>) {
        Effect::new(move |_| {
            if let Some(Ok(goal)) = action.answer() {
                self.goal.set(goal);
            }
        });
    }

    /// The same for a change of the fields, which may meet somebody else's.
    fn follow_edit(self) {
        Effect::new(move |_| match self.edit.answer() {
            Some(Ok(goal)) => {
                self.goal.set(goal);
                self.conflict.set(None);
                self.edition.update(|n| *n += 1);
            }
            Some(Err(error)) => {
                if let Some(conflict) = error.conflict() {
                    self.conflict.set(Some(conflict));
                }
            }
            None => {}
        });
    }

    /// The same for a change of a milestone.
    fn follow_change(self) {
        Effect::new(move |_| match self.change.answer() {
            Some(Ok(goal)) => {
                self.goal.set(goal);
                self.milestone_conflict.set(None);
            }
            Some(Err(error)) => {
                if let Some(conflict) = error.conflict() {
                    self.milestone_conflict.set(Some(conflict));
                }
            }
            None => {}
        });
    }

    /// The same for the progress, which the form of a change says too: it is made anew, unless somebody has begun to type.
    fn follow_progress(self) {
        Effect::new(move |_| {
            if let Some(Ok(goal)) = self.progress.answer() {
                self.goal.set(goal);
                if !self.typed.get_value() {
                    self.edition.update(|n| *n += 1);
                }
            }
        });
    }

    /// A part of the goal that is only shown anew when it has changed.
    pub fn part<T: PartialEq + Send + Sync + 'static>(self, part: impl Fn(&GoalView) -> T + Send + Sync + 'static) -> Memo<T> {
        Memo::new(move |_| self.goal.with(&part))
    }
}
