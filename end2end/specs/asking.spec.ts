// What reaches many or can't be undone is asked about once, with its numbers; and two are looked at before they are a pair.
import type { Page, TestInfo } from "@playwright/test";
import { arrive, newcomer } from "../support/newcomer";
import { beginProgram, createOrganisation, fillProfile, join, openByLink } from "../support/programs";
import { advance, form, send, step, unfold } from "../support/steps";
import { expect, settled, test, type Visitor } from "../support/test";
import { like, t } from "../support/words";

test("a program's steps ask first", async ({ page, visitor, scripted }, info) => {
  test.setTimeout(180_000);
  const { slug } = await begin(page, scripted, info);
  const overview = `/admin/programs/${slug}`;
  const badge = (status: string) => page.locator("ol.steps [aria-current=step]", { hasText: t(`programs.${status}`) });

  await test.step("opening", async () => {
    await settings(page, scripted, slug);
    await page.goto(overview);
    await settled(page, scripted);
    // However often it is clicked, it only asks.
    await opener(page, "programs.open").dblclick();
    if (scripted) await expect(step(page, "open")).toBeVisible();
    await page.goto(overview);
    await settled(page, scripted);
    await expect(badge("status_draft")).toBeVisible();
    await advance(page, "open");
    await expect(badge("status_open")).toBeVisible();
    await expect(step(page, "start")).not.toBeVisible();
  });

  const link = await page.locator("#join-link").inputValue();
  const [mentor, mentee] = [await visitor(), await visitor()];
  await arrive(mentor, scripted, "Mona Mentor", newcomer("mona", info));
  await join(mentor, scripted, link, "mentor", "leading a team");
  await arrive(mentee, scripted, "Mika Mentee", newcomer("mika", info));
  await join(mentee, scripted, link, "mentee", "leading a team");
  await ask(mentee, scripted, slug);

  await test.step("starting, and completing with its numbers", async () => {
    await page.goto(overview);
    await settled(page, scripted);
    await unfold(step(page, "start"));
    await expect(step(page, "start")).toContainText(t("programs.reach_told", { count: 2 }));
    await advance(page, "start");
    await page.goto(overview);
    await settled(page, scripted);
    await opener(page, "programs.complete").dblclick();
    await page.goto(overview);
    await settled(page, scripted);
    await expect(badge("status_running")).toBeVisible();
    await unfold(step(page, "complete"));
    for (const words of [t("programs.reach_requests", { count: 1 }), t("programs.reach_told", { count: 2 }), t("programs.reach_mailed", { count: 2 })]) {
      await expect(step(page, "complete")).toContainText(words);
    }
    await advance(page, "complete");
    await expect(page.getByText(t("programs.cycle_completed"))).toBeVisible();
  });
});

test("two are looked at before they are a pair, and a slip is undone", async ({ page, visitor, scripted }, info) => {
  test.setTimeout(240_000);
  const { slug } = await begin(page, scripted, info);
  const link = await openByLink(page, scripted, slug);
  for (const [name, side] of [["Mona Mentor", "mentor"], ["Otto Other", "mentor"], ["Mika Mentee", "mentee"], ["Nina Next", "mentee"]] as const) {
    await enrol(visitor, scripted, info, link, name, side);
  }
  const matching = `/admin/programs/${slug}/matching`;
  await page.goto(matching);
  await settled(page, scripted);
  const select = (name: string) => page.locator(`select[name=${name}]`);
  await select("mentee").selectOption({ label: "Mika Mentee · I am Mika Mentee" });
  await select("mentor").selectOption({ label: t("requests.pair_room", { name: "Mona Mentor · I am Mona Mentor", count: 1 }) });
  await page.getByRole("button", { name: t("requests.pair_look") }).click();
  const pair = form(page, "requests/pair");
  const card = page.locator(".run-pair", { has: page.locator("form[action$='/requests/pair']") });
  await expect(card).toContainText("Mika Mentee");
  await expect(card.locator(".fit")).toContainText("leading a team");
  await settled(page, scripted);
  await send(pair);

  const lately = page.locator("li", { has: page.locator("form[action$='/requests/unpair']") });
  await expect(lately).toContainText("Mika Mentee");
  await expect(pair).toHaveCount(0);
  await expect(select("mentee")).toHaveValue("");
  await expect(select("mentor")).toHaveValue("");
  await expect(select("mentee").locator("option", { hasText: "Mika" })).toHaveCount(0);

  await settled(page, scripted);
  await send(form(page, "requests/unpair"));
  await expect(lately).toHaveCount(0);
  await expect(select("mentee").locator("option", { hasText: "Mika" })).toHaveCount(1);
});

test("what is tried is not published without a word", { tag: ["@scripted", "@desk"] }, async ({ page, visitor, scripted }, info) => {
  test.setTimeout(240_000);
  const { slug } = await begin(page, scripted, info);
  const link = await openByLink(page, scripted, slug);
  for (const [name, side] of [["Mona Mentor", "mentor"], ["Mika Mentee", "mentee"]] as const) {
    await enrol(visitor, scripted, info, link, name, side);
  }
  await page.goto(`/admin/programs/${slug}/matching`);
  await settled(page, scripted);
  await send(form(page, "match_runs/make"));
  await page.waitForURL(/\/matching\/runs\/1$/);
  await page.reload();
  await settled(page, scripted);
  const publishing = page.locator("#publishing");
  const unsaved = publishing.getByText(t("match_runs.publish_unsaved"));
  await unfold(form(page, "match_runs/publish"));
  await expect(unsaved).toHaveCount(0);
  await expect(publishing).toContainText(t("match_runs.publish_mails", { count: 2 }));
  await publishing.getByRole("button", { name: t("common.close") }).click();

  await page.locator("#try-skills").fill("900");
  await unfold(form(page, "match_runs/publish"));
  await expect(unsaved).toBeVisible();
  await expect(publishing.getByRole("button", { name: like("match_runs.publish_saved", { count: 1 }) })).toBeVisible();
  await publishing.getByRole("button", { name: t("match_runs.publish_save_first") }).click();
  await expect(page.getByText(t("match_runs.published", { count: 1 }))).toBeVisible();
  await expect(form(page, "match_runs/publish")).toHaveCount(0);

  await test.step("and taking it back asks, too", async () => {
    await page.reload();
    await settled(page, scripted);
    await page.getByRole("button", { name: t("match_runs.undo") }).dblclick();
    await expect(page.locator("#taking-back")).toContainText(t("match_runs.publish_mails", { count: 2 }));
    await expect(page.getByText(t("match_runs.published", { count: 1 }))).toBeVisible();
    await send(form(page, "match_runs/undo"));
    await expect(page.getByText(t("match_runs.status_undone"), { exact: true })).toBeVisible();
  });
});

/** The button, or the summary, that asks about something. */
function opener(page: Page, words: string) {
  const name = t(words);
  return page.getByRole("button", { name, exact: true }).or(page.locator("main summary", { hasText: name })).first();
}

async function begin(page: Page, scripted: boolean, info: TestInfo) {
  const organisation = `Asking ${info.project.name} ${info.testId.slice(-6)}${info.retry || ""}`;
  await arrive(page, scripted, "Ada Asking", newcomer(`ada${info.retry || ""}`, info));
  await createOrganisation(page, scripted, organisation);
  return { slug: await beginProgram(page, scripted, "career", organisation, organisation) };
}

async function settings(page: Page, scripted: boolean, slug: string) {
  await page.goto(`/admin/programs/${slug}/settings`);
  await settled(page, scripted);
  await send(form(page, "programs/save"), { join_policy: "link" });
  await expect(page.getByText(t("common.saved")).first()).toBeVisible();
}

async function enrol(visitor: Visitor, scripted: boolean, info: TestInfo, link: string, name: string, side: "mentor" | "mentee") {
  const person = await visitor();
  await arrive(person, scripted, name, newcomer(name.split(" ")[0].toLowerCase() + (info.retry || ""), info));
  await join(person, scripted, link, side, "leading a team");
  const skills = side === "mentor" ? { offered: "leading a team" } : { wanted: "leading a team" };
  await fillProfile(person, scripted, { headline: `I am ${name}`, about: "For years.", language: "en", ...skills });
  await person.context().close();
}

async function ask(mentee: Page, scripted: boolean, slug: string) {
  await mentee.goto(`/programs/${slug}/mentors`);
  await settled(mentee, scripted);
  await mentee.locator("main a[href*='/requests/new?mentor=']").first().click();
  await mentee.waitForURL(/requests\/new/);
  await settled(mentee, scripted);
  await send(form(mentee, "requests/ask"), { body: "I would like to learn how to lead a small team, and to do it well." });
  await mentee.waitForURL(/\/requests\/[0-9a-f-]{36}$/);
}
