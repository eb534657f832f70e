//! What the two say about a goal.

use super::actions::GoalActions;
use crate::lang::use_i18n;
use crate::ui::Avatar;
use crate::ui::form::{Form, Hidden, Submit, TextArea};
use domain::goals::views::CommentView;
use domain::limits::TEXT_MAX;
use i18n::m;
use leptos::prelude::*;

/// The thread and, while the mentorship is under way, a field to say something.
#[component]
pub(super) fn Comments(actions: GoalActions) -> impl IntoView {
    let i18n = use_i18n();
    let comments = actions.part(|g| g.comments.clone());
    let may = actions.part(|g| (g.id, g.may.comment));
    view! {
        <section class="section" aria-labelledby="comments-title">
            <h2 id="comments-title">{i18n.t(m::GOALS_COMMENTS)}</h2>
            {move || comments.with(Vec::is_empty).then(|| view! { <p class="muted">{i18n.t(m::GOALS_NO_COMMENTS)}</p> })}
            <ol class="thread" role="list">
                <For each=move || comments.get() key=|comment| comment.id let:comment>
                    <Comment comment />
                </For>
            </ol>
            {move || {
                let (goal, may) = may.get();
                may.then(|| {
                    view! {
                        <Form action=actions.comment reset=true>
                            <Hidden name="goal" value=goal.to_string() />
                            <TextArea name="body" label=i18n.t(m::GOALS_COMMENT) required=true rows=3 maxlength=TEXT_MAX />
                            <div class="form__actions">
                                <Submit label=i18n.t(m::GOALS_COMMENT_SEND) class="button" />
                            </div>
                        </Form>
                    }
                })
            }}
        </section>
    }
}

#[component]
fn Comment(comment: CommentView) -> impl IntoView {
    let class = if comment.mine { "message message--mine" } else { "message" };
    let author = comment.author;
    view! {
        <li class=class>
            <Avatar id=author.id name=author.name.clone() picture=author.picture size="s" />
            <div class="message__body goal__text" dir="auto">{comment.body}</div>
            <p class="message__meta"><bdi>{author.name}</bdi> " · " <time>{comment.when}</time></p>
        </li>
    }
}
