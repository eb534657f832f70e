//! The agreement, its two signatures and the button that gives one.

use super::SignAgreement;
use crate::lang::use_i18n;
use crate::ui::Paragraphs;
use crate::ui::form::{Form, FormAction, Hidden, Submit};
use domain::MentorshipId;
use domain::mentorships::MentorshipStatus;
use domain::mentorships::views::{AgreementView, SignatureView};
use i18n::m;
use leptos::prelude::*;

/// The agreement. While the mentorship is only proposed, signing is saying yes to it.
#[component]
pub(super) fn Agreement(
    id: MentorshipId,
    status: MentorshipStatus,
    agreement: AgreementView,
    may_sign: bool,
    action: FormAction<SignAgreement>,
) -> impl IntoView {
    let i18n = use_i18n();
    let proposed = status == MentorshipStatus::Proposed;
    let (title, lead, button) = if proposed {
        (m::MENTORSHIPS_YES_TITLE, Some(m::MENTORSHIPS_YES_TEXT), m::MENTORSHIPS_YES)
    } else {
        (m::MENTORSHIPS_AGREEMENT, None, m::MENTORSHIPS_SIGN)
    };
    let text = (!agreement.text.is_empty()).then(|| {
        view! { <div class="agreement__text" tabindex="0" role="region" aria-label=i18n.t(m::MENTORSHIPS_AGREEMENT)><Paragraphs text=agreement.text.clone() /></div> }
    });
    view! {
        <section class="section" id="agreement">
            <h2>{i18n.t(title)}</h2>
            <div class="agreement">
                {lead.map(|l| view! { <p>{i18n.t(l)}</p> })}
                {text}
                <ul class="signatures">{agreement.signatures.into_iter().map(|s| view! { <Signature signature=s /> }).collect_view()}</ul>
                {may_sign
                    .then(|| {
                        view! {
                            <Form action=action done=i18n.t(m::MENTORSHIPS_SIGNED)>
                                <Hidden name="id" value=id.to_string() />
                                <div class="form__actions">
                                    <Submit label=i18n.t(button) />
                                </div>
                            </Form>
                        }
                    })}
            </div>
        </section>
    }
}

#[component]
fn Signature(signature: SignatureView) -> impl IntoView {
    let i18n = use_i18n();
    let (class, words) = match signature.signed_on {
        Some(day) => ("signature", i18n.f(m::MENTORSHIPS_SIGNED_ON, &[("date", &i18n.date(day))])),
        None => ("signature signature--open", i18n.t(m::MENTORSHIPS_NOT_SIGNED).to_owned()),
    };
    view! {
        <li class=class>
            <p class="signature__name" dir="auto">{signature.name}</p>
            <p class="muted small">{words}</p>
        </li>
    }
}
