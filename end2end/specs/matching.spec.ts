// Everybody is paired at once: a coordinator makes a run, looks at it, keeps and forbids a pair, publishes, takes back, and
// publishes again. With JavaScript the browser pairs them again while a weight moves.
import { linkIn, mailTo } from "../support/mail";
import { arrive, newcomer } from "../support/newcomer";
import { beginProgram, createOrganisation, fillProfile, join, openByLink } from "../support/programs";
import { form, publish, send, unfold } from "../support/steps";
import { expect, settled, test } from "../support/test";
import { like, t } from "../support/words";

test("from a run to published mentorships", { tag: "@both" }, async ({ visitor, scripted, faults }, info) => {
  test.setTimeout(240_000);
  // Publishing none is refused, and so is a name that nobody has.
  faults.allow(422, scripted);
  const project = info.project.name;
  const email = { coordinator: newcomer("dora", info), mentor: newcomer("mona", info), mentee: newcomer("mika", info) };
  const [coordinator, mentor, mentee] = [await visitor(), await visitor(), await visitor()];
  let slug = "";

  await test.step("a program with a mentor and a mentee", async () => {
    await arrive(coordinator, scripted, "Dora Desk", email.coordinator);
    await createOrganisation(coordinator, scripted, `Desk ${project}`);
    slug = await beginProgram(coordinator, scripted, "career", `Desk Mentoring ${project}`, `Desk ${project}`);
    const link = await openByLink(coordinator, scripted, slug);
    await arrive(mentor, scripted, "Mona Mentor", email.mentor);
    await join(mentor, scripted, link, "mentor", "leading a team");
    await fillProfile(mentor, scripted, { headline: "I lead", about: "For twenty years.", language: "en", offered: "leading a team" });
    await arrive(mentee, scripted, "Mika Mentee", email.mentee);
    await join(mentee, scripted, link, "mentee", "leading a team");
    await fillProfile(mentee, scripted, { headline: "I learn", about: "For seven years.", language: "en", wanted: "leading a team" });
  });

  const matching = `/admin/programs/${slug}/matching`;
  const pair = () => coordinator.locator(".run-pair", { hasText: "Mika Mentee" });

  await test.step("the coordinator makes a run", async () => {
    await coordinator.goto(matching);
    await settled(coordinator, scripted);
    await expect(coordinator.getByText(t("match_runs.waiting", { count: 1 }))).toBeVisible();
    await send(form(coordinator, "match_runs/make"));
    await coordinator.waitForURL(/\/matching\/runs\/1$/);
    await expect(pair()).toContainText("Mona Mentor");
    await expect(pair().locator(".fit")).toContainText("leading a team");
    await expect(coordinator.getByText(t("match_runs.proven"))).toBeVisible();
  });

  await test.step("forbids the pair, and reads what follows", async () => {
    await settled(coordinator, scripted);
    await pair().locator("button[value=forbid]").click();
    await expect(coordinator.getByText(like("match_runs.help_forbidden", { mentee: "Mika Mentee" }))).toBeVisible();
    await settled(coordinator, scripted);
    await coordinator.locator("main button[value=free]").click();
    await expect(pair()).toBeVisible();
  });

  await test.step("forbids two by their names", async () => {
    const named = form(coordinator, "match_runs/adjust_named");
    const act = async (mentee: string, act: string) => {
      await settled(coordinator, scripted);
      await unfold(named);
      await named.locator("[name=mentee]").fill(mentee);
      await named.locator("[name=mentor]").fill("mona mentor");
      await named.locator(`button[value=${act}]`).click();
    };
    await act("Nobody Here", "forbid");
    await expect(named.locator("[name=mentee]")).toHaveAttribute("aria-invalid", "true");
    await expect(named.locator("[name=mentee]")).toHaveValue("Nobody Here");
    await act(email.mentee, "forbid");
    await expect(pair()).toHaveCount(0);
    await act("Mika Mentee", "pin");
    await expect(pair()).toContainText(t("match_runs.kept"));
    await settled(coordinator, scripted);
    await pair().locator("button[value=free]").click();
    await expect(pair()).not.toContainText(t("match_runs.kept"));
  });

  if (scripted) {
    await test.step("tries a weight in the browser, undoes it, and saves another", async () => {
      const live = coordinator.locator(".live");
      await expect(live.locator(".live__result")).toContainText(/1/);
      const skills = live.locator("#try-skills");
      const saved = await skills.inputValue();
      await skills.fill("900");
      await expect(live.getByRole("button", { name: t("match_runs.try_save") })).toBeEnabled();
      await live.getByRole("button", { name: t("match_runs.try_undo") }).click();
      await expect(skills).toHaveValue(saved);
      await live.getByRole("button", { name: t("match_runs.try_redo") }).click();
      await expect(skills).toHaveValue("900");
      await live.getByRole("button", { name: t("match_runs.try_save") }).click();
      await expect(live.getByRole("button", { name: t("match_runs.try_save") })).toBeDisabled();
      await expect(form(coordinator, "match_runs/change").locator("[name=weight_skills]")).toHaveValue("900");
    });
  }

  await test.step("publishes, takes it back, and publishes the next run", async () => {
    await coordinator.goto(`${matching}/runs/1`);
    await settled(coordinator, scripted);
    await publish(coordinator, "chosen");
    await expect(coordinator.locator("main .form-errors")).toBeVisible();
    await settled(coordinator, scripted);
    await publish(coordinator, "all");
    await expect(coordinator.getByText(t("match_runs.published", { count: 1 }))).toBeVisible();
    await settled(coordinator, scripted);
    await send(form(coordinator, "match_runs/undo"));
    await expect(coordinator.getByText(t("match_runs.status_undone"), { exact: true })).toBeVisible();

    await coordinator.goto(matching);
    await settled(coordinator, scripted);
    await send(form(coordinator, "match_runs/make"), { publish_as: "proposed" });
    await coordinator.waitForURL(/\/matching\/runs\/2$/);
    await settled(coordinator, scripted);

    await coordinator.getByRole("link", { name: t("match_runs.compare_before") }).click();
    await coordinator.waitForURL(/\/matching\/compare\?second=2$/);
    await expect(coordinator.locator("main")).toContainText(t("match_runs.compare_same_count", { count: 1 }));
    await expect(coordinator.locator("tbody tr", { hasText: t("match_runs.publish_as") })).toContainText(t("match_runs.publish_proposed"));
    await coordinator.goto(`${matching}/runs/2`);
    await settled(coordinator, scripted);
    await pair().locator("[name='pairs[]']").check();
    await publish(coordinator, "chosen");
    await expect(coordinator.getByText(t("match_runs.published", { count: 1 }))).toBeVisible();
  });

  await test.step("the mentee is proposed the mentor by mail", async () => {
    await mentee.goto(linkIn(await mailTo(email.mentee, t("match_runs.mail_answer")), "/proposals/"));
    await expect(mentee.locator("main")).toContainText("Mona Mentor");
  });
});
