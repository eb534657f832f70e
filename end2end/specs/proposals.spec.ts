// Two are proposed to each other before anything begins: the program says so, both find it on their day and by mail, one says yes, the
// other says no with a reason that the coordinator reads and the next run respects; then two yeses begin a mentorship.
import { linkIn, mailTo } from "../support/mail";
import { arrive, newcomer } from "../support/newcomer";
import { beginProgram, createOrganisation, fillProfile, join, openByLink } from "../support/programs";
import { form, publish, send } from "../support/steps";
import { expect, settled, test } from "../support/test";
import { like, t } from "../support/words";

test("from a proposal to a no, and to a mentorship", { tag: "@both" }, async ({ visitor, scripted, faults }, info) => {
  test.setTimeout(240_000);
  // A no without a reason is refused.
  faults.allow(422, scripted);
  const project = info.project.name;
  const email = {
    coordinator: newcomer("petra", info),
    mentor: newcomer("milo", info),
    other: newcomer("nils", info),
    mentee: newcomer("mara", info),
  };
  const [coordinator, mentor, other, mentee] = [await visitor(), await visitor(), await visitor(), await visitor()];
  let slug = "";

  await test.step("a program whose pairs are proposed first, with a mentor and a mentee", async () => {
    await arrive(coordinator, scripted, "Petra Pairs", email.coordinator);
    await createOrganisation(coordinator, scripted, `Pairs ${project}`);
    slug = await beginProgram(coordinator, scripted, "career", `Pairs Mentoring ${project}`, `Pairs ${project}`);
    const link = await openByLink(coordinator, scripted, slug);
    await coordinator.goto(`/admin/programs/${slug}/settings`);
    await settled(coordinator, scripted);
    await send(form(coordinator, "programs/save"), { publish_as: "proposed", proposal_days: "5" });
    await expect(coordinator.getByText(t("common.saved")).first()).toBeVisible();
    await arrive(mentor, scripted, "Milo Mentor", email.mentor);
    await join(mentor, scripted, link, "mentor", "leading a team");
    await fillProfile(mentor, scripted, { headline: "I lead", about: "For twenty years.", language: "en", offered: "leading a team" });
    await arrive(mentee, scripted, "Mara Mentee", email.mentee);
    await join(mentee, scripted, link, "mentee", "leading a team");
    await fillProfile(mentee, scripted, { headline: "I learn", about: "For seven years.", language: "en", wanted: "leading a team" });
    await arrive(other, scripted, "Nils Next", email.other);
    await join(other, scripted, link, "mentor", "leading a team");
    await fillProfile(other, scripted, { headline: "I lead, too", about: "For ten years.", language: "en", offered: "leading a team" });
  });

  const matching = `/admin/programs/${slug}/matching`;
  const proposeAll = async (run: number) => {
    await coordinator.goto(matching);
    await settled(coordinator, scripted);
    await send(form(coordinator, "match_runs/make"));
    await coordinator.waitForURL(new RegExp(`/matching/runs/${run}$`));
    await settled(coordinator, scripted);
    await publish(coordinator, "all");
    await expect(coordinator.getByText(t("match_runs.published", { count: 1 }))).toBeVisible();
  };
  // Who of the two mentors is proposed first doesn't matter here.
  let first = mentor;
  let second = other;

  await test.step("the coordinator publishes, and both are asked", async () => {
    await proposeAll(1);
    const pair = coordinator.locator(".run-pair");
    if ((await pair.textContent())?.includes("Nils Next")) [first, second] = [other, mentor];
    await expect(pair).toContainText(t("proposals.status_proposed"));
    await mentee.goto(linkIn(await mailTo(email.mentee, t("match_runs.mail_answer")), "/proposals/"));
    await expect(mentee.getByRole("heading", { level: 1 })).toHaveText(t("proposals.title"));
  });

  await test.step("the mentee says yes on the page, the mentor says no on their day", async () => {
    await settled(mentee, scripted);
    await send(form(mentee, "proposals/say_yes"));
    await expect(form(mentee, "proposals/say_yes")).toHaveCount(0);
    await first.goto("/home");
    await settled(first, scripted);
    await expect(first.locator(".proposal")).toContainText("Mara Mentee");
    await send(form(first, "proposals/say_no"));
    await expect(first.locator(".form-errors")).toBeVisible();
    await settled(first, scripted);
    await send(form(first, "proposals/say_no"), { reason: "no_time", word: "In autumn, perhaps." });
    await expect(first.locator(".proposal")).toHaveCount(0);
  });

  await test.step("the coordinator reads why, the mentee does not", async () => {
    await coordinator.goto(`${matching}/runs/1`);
    await expect(coordinator.locator(".run-pair")).toContainText(t("proposals.reason_no_time"));
    await settled(coordinator, scripted);
    await coordinator.locator(".run-pair a[href^='/proposals/']").click();
    await expect(coordinator.locator("main")).toContainText("In autumn, perhaps.");
    await mentee.reload();
    await expect(mentee.locator("main")).toContainText(like("proposals.state_declined"));
    await expect(mentee.locator("main")).not.toContainText("In autumn, perhaps.");
  });

  await test.step("the next run proposes somebody else, and two yeses begin a mentorship", async () => {
    await proposeAll(2);
    await second.goto("/home");
    await settled(second, scripted);
    await send(form(second, "proposals/say_yes"));
    await expect(second.locator(".proposal")).toContainText("Mara Mentee");
    await mentee.goto("/home");
    await settled(mentee, scripted);
    await send(form(mentee, "proposals/say_yes"));
    await mentee.waitForURL(/\/mentorships\/[0-9a-f-]{36}$/);
    await coordinator.goto(`${matching}/runs/2`);
    await expect(coordinator.locator(".run-pair")).toContainText(t("match_runs.open_mentorship"));
  });
});
