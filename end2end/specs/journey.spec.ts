// The whole way: a coordinator opens a program; two people sign up, join, find each other, talk, agree, reach a goal and say
// thank you; and the coordinator sees it. On a desk, on a phone, and without JavaScript.
import { linkIn, mailTo } from "../support/mail";
import { arrive, newcomer } from "../support/newcomer";
import { beginProgram, createOrganisation, fillProfile, join, openByLink } from "../support/programs";
import { accept, achieve, comment, complete, form, mentorshipOf, review, send, sign, tickAll } from "../support/steps";
import { expect, settled, test } from "../support/test";
import { like, t } from "../support/words";

const ask = "Dear Mira, in spring I shall lead four people for the first time, and I would like to walk that way with you.";

test("from signing up to thank you", { tag: "@both" }, async ({ visitor, scripted, faults }, info) => {
  test.setTimeout(240_000);
  // A text that is too short is refused.
  faults.allow(422, scripted);
  const project = info.project.name;
  const email = { coordinator: newcomer("cora", info), mentor: newcomer("mira", info), mentee: newcomer("milo", info) };
  const [coordinator, mentor, mentee] = [await visitor(), await visitor(), await visitor()];
  const [program, organisation] = [`Harbour Mentoring ${project}`, `Harbour ${project}`];
  let slug = "";
  let link = "";
  let space = "";

  await test.step("the coordinator opens a program", async () => {
    await arrive(coordinator, scripted, "Cora Coordinator", email.coordinator);
    await createOrganisation(coordinator, scripted, organisation);
    slug = await beginProgram(coordinator, scripted, "career", program, organisation);
    link = await openByLink(coordinator, scripted, slug);
  });

  await test.step("a mentor and a mentee join", async () => {
    await arrive(mentor, scripted, "Mira Mentor", email.mentor);
    await join(mentor, scripted, link, "mentor", "leading a team");
    await fillProfile(mentor, scripted, {
      headline: "I help people to lead kindly",
      about: "Twenty years of leading teams, some of them well.",
      language: "en",
      offered: "leading a team, delegation",
    });
    await arrive(mentee, scripted, "Milo Mentee", email.mentee);
    await join(mentee, scripted, link, "mentee", "leading a team");
    // Of somebody who has said next to nothing a number would say more than anybody knows.
    await mentee.goto(`/programs/${slug}/mentors`);
    await expect(mentee.locator(".mentor", { hasText: "Mira Mentor" }).locator("summary")).toHaveText(t("mentors.total_little"));
    await fillProfile(mentee, scripted, {
      headline: "About to lead for the first time",
      about: "Seven years at the bench, and a new role in spring.",
      language: "en",
      wanted: "leading a team",
    });
  });

  await test.step("the mentee finds the mentor, reads why, and asks", async () => {
    await mentee.goto(`/programs/${slug}`);
    await settled(mentee, scripted);
    await mentee.locator(`main a[href='/programs/${slug}/mentors']`).first().click();
    const card = mentee.locator(".mentor", { hasText: "Mira Mentor" });
    await expect(card.locator(".fit")).toContainText("leading a team");
    // Both are free on Tuesday evenings, from five to eight.
    await expect(card.locator(".fit")).toContainText(t("people.hours", { hours: 3 }));
    await expect(card.locator("summary")).toHaveText(like("mentors.total_least"));
    await card.locator("a[href*='/requests/new?mentor=']").click();
    await mentee.waitForURL(/\/requests\/new\?/);
    await settled(mentee, scripted);
    await send(form(mentee, "requests/ask"), { body: "Too short." });
    await expect(mentee.locator("main [aria-invalid=true]")).toHaveValue("Too short.");
    await settled(mentee, scripted);
    await send(form(mentee, "requests/ask"), { body: ask });
    await mentee.waitForURL(/\/requests\/[0-9a-f-]{36}$/);
    await expect(mentee.getByText(like("requests.state_waiting", { name: "Mira Mentor" }))).toBeVisible();
  });
  const request = new URL(mentee.url()).pathname;

  await test.step("they talk, and the mentor says yes", async () => {
    await mentor.goto(linkIn(await mailTo(email.mentor, "Milo Mentee"), `/programs/${slug}/requests/`));
    expect(new URL(mentor.url()).pathname).toBe(request);
    await settled(mentor, scripted);
    await expect(mentor.getByText(ask)).toBeVisible();
    await send(form(mentor, "requests/ask_back"), { body: "How often would you like to meet?" });
    await expect(mentor.getByText(like("requests.state_question", { name: "Milo Mentee" }))).toBeVisible();

    await mentee.goto(linkIn(await mailTo(email.mentee, "Mira Mentor"), request));
    await settled(mentee, scripted);
    await send(form(mentee, "requests/answer"), { body: "Every second Tuesday, an hour or less." });
    await expect(mentee.getByText("Every second Tuesday, an hour or less.")).toBeVisible();

    await mentor.goto(request);
    await settled(mentor, scripted);
    await accept(mentor);
    space = mentorshipOf(mentor);
    await mentee.goto(linkIn(await mailTo(email.mentee, t("requests.mail_open_space")), `/mentorships/${space}`));
  });

  await test.step("both sign, and the mentee sets a goal from a starting point", async () => {
    await sign(mentee, space);
    await sign(mentor, space);
    await expect(mentor.locator(".signature--open")).toHaveCount(0);
    await mentee.goto(`/mentorships/${space}/goals/new`);
    await settled(mentee, scripted);
    await mentee.locator("main a[href$='from=first-leadership-role']").click();
    await mentee.waitForURL(/from=first-leadership-role/);
    await settled(mentee, scripted);
    await send(form(mentee, "goals/create"));
    await mentee.waitForURL(/\/goals\/[0-9a-f-]{36}$/);
  });
  const goal = new URL(mentee.url()).pathname;

  await test.step("they reach it", async () => {
    await mentor.goto(goal);
    await settled(mentor, scripted);
    await comment(mentor, "A good first step: whom will you tell?");
    await mentee.goto(goal);
    await settled(mentee, scripted);
    await expect(mentee.getByText("A good first step: whom will you tell?")).toBeVisible();
    const milestones = await mentee.locator(".milestone").count();
    expect(milestones).toBeGreaterThan(2);
    await tickAll(mentee, milestones);
    await achieve(mentee);
    await expect(mentee.getByText(t("goals.reached_text"))).toBeVisible();
  });

  await test.step("they complete it and are thanked", async () => {
    await complete(mentee, space, "5", "I shall miss our Tuesdays.");
    await expect(mentee.getByRole("heading", { level: 1 })).toHaveText(t("mentorships.thanks_title"));
    await mentor.goto(linkIn(await mailTo(email.mentor, t("mentorships.mail_review")), `/mentorships/${space}`));
    await settled(mentor, scripted);
    await review(mentor, "4", "It was a pleasure to listen.");
    await expect(mentor.getByRole("heading", { level: 1 })).toHaveText(t("mentorships.thanks_title"));
  });

  await test.step("the coordinator sees request and mentorship", async () => {
    await coordinator.goto(`/admin/programs/${slug}/matching`);
    await expect(coordinator.locator(`main a[href='${request}']`)).toBeVisible();
    await coordinator.goto(`/admin/programs/${slug}/mentorships`);
    const row = coordinator.locator("main").getByRole("listitem").or(coordinator.locator("main tr")).filter({ hasText: "Milo Mentee" });
    await expect(row.first()).toContainText("Mira Mentor");
    await expect(row.first()).toContainText(t("mentorships.status_completed"));
    await coordinator.goto(`/mentorships/${space}`);
    await expect(coordinator.getByText("I shall miss our Tuesdays.")).toBeVisible();
    await expect(coordinator.getByText("A good first step: whom will you tell?")).toHaveCount(0);
  });
});
