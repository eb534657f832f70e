// What was typed is not lost: when the other one was quicker, when one was signed out, when one leaves or reloads.
import type { Page, TestInfo } from "@playwright/test";
import { arrive, newcomer, password } from "../support/newcomer";
import { beginProgram, createOrganisation, fillProfile, join, openByLink } from "../support/programs";
import { form, send, unfold } from "../support/steps";
import { expect, settled, signIn, test, type Visitor } from "../support/test";
import { like, t } from "../support/words";

const LONG = `Thank you for asking me. ${"I thought about it for a while and have to say no this time. ".repeat(20)}`.trim();

test("the mentee withdraws while the mentor writes", async ({ visitor, scripted, faults }, info) => {
  test.setTimeout(240_000);
  faults.allow(409, scripted);
  const { mentor, mentee, request } = await asked(visitor, scripted, info);
  await mentor.goto(request);
  await settled(mentor, scripted);
  const no = form(mentor, "requests/decline");
  await unfold(no);
  await no.locator("[name=word]").fill(LONG);
  await mentee.goto(request);
  await settled(mentee, scripted);
  await send(form(mentee, "requests/withdraw"));
  await expect(form(mentee, "requests/withdraw")).toHaveCount(0);

  await no.locator("[type=submit]").click();
  await expect(mentor.getByText(t("refusals.request_ended")).filter({ visible: true }).first()).toBeVisible();
  if (scripted) await expect(no.locator("[name=word]")).toHaveValue(LONG);
  else await expect(mentor.locator(".not-sent").getByText(LONG)).toBeVisible();
});

test("signed out while one writes", async ({ visitor, scripted, faults }, info) => {
  test.setTimeout(240_000);
  faults.allow(401, scripted);
  const { mentor, request, email } = await asked(visitor, scripted, info);
  await mentor.goto(request);
  await settled(mentor, scripted);
  const no = form(mentor, "requests/decline");
  await unfold(no);
  await no.locator("[name=word]").fill(LONG);
  await mentor.context().clearCookies();
  await no.locator("[type=submit]").click();
  if (scripted) {
    await expect(mentor.getByText(t("errors.sign_in_text")).first()).toBeVisible();
    await expect(no.locator("[name=word]")).toHaveValue(LONG);
    return;
  }
  await mentor.waitForURL(/\/login\?next=/);
  await expect(mentor.getByText(t("accounts.kept_typed"))).toBeVisible();
  await mentor.locator("main input[name=email]").fill(email);
  await mentor.locator("main input[name=password]").fill(password);
  await mentor.locator("main form [type=submit]").click();
  await mentor.waitForURL(`**${request}`);
  await expect(mentor.getByText(t("refusals.signed_out_meanwhile")).filter({ visible: true }).first()).toBeVisible();
  await expect(no.locator("[name=word]")).toHaveValue(LONG);
  await expect(mentor.locator(".not-sent")).not.toBeVisible();
  await no.locator("[type=submit]").click();
  // The form is gone with what it did: the page itself says it.
  await expect(mentor.locator("main")).toContainText(like("requests.state_declined_you"));
});

test("whoever leaves what is unsaved is asked first", { tag: "@scripted" }, async ({ page, scripted }, info) => {
  await arrive(page, scripted, "Lia Leaving", newcomer(`lia${info.retry || ""}`, info));
  await page.goto("/profile");
  await settled(page, scripted);
  const asked: string[] = [];
  let answer = false;
  page.on("dialog", async (dialog) => {
    asked.push(dialog.type());
    await (answer ? dialog.accept() : dialog.dismiss());
  });
  const away = page.locator("main a[href='/settings']");
  await page.locator("#headline").fill("I keep bees");
  await away.click();
  await expect.poll(() => asked).toEqual(["confirm"]);
  await expect(page).toHaveURL(/\/profile$/);
  await expect(page.locator("#headline")).toHaveValue("I keep bees");

  // Saved, nobody is asked.
  await send(form(page, "people/save_about"));
  await expect(page.getByText(t("common.saved")).first()).toBeVisible();
  await away.click();
  await page.waitForURL(/\/settings$/);
  expect(asked).toEqual(["confirm"]);

  await page.goto("/profile");
  await settled(page, scripted);
  await page.locator("#headline").fill("I keep more bees");
  answer = true;
  await away.click();
  await page.waitForURL(/\/settings$/);
  expect(asked).toEqual(["confirm", "confirm"]);
});

test("one button saves all that was changed on one's profile", { tag: "@scripted" }, async ({ page, scripted }, info) => {
  await arrive(page, scripted, "Pia Page", newcomer(`pia${info.retry || ""}`, info));
  await page.goto("/profile");
  await settled(page, scripted);
  await page.locator("#headline").fill("I keep bees");
  await page.locator("#role_title").fill("Beekeeper");
  await page.locator("#skills_offered").fill("Beekeeping");
  await page.locator("#skills_offered").press("Enter");
  await page.locator("#week").check();
  await form(page, "people/save_work").locator("[type=submit]").click();
  await expect(page.locator("form[data-section=changed]")).toHaveCount(0);
  await page.goto("/profile");
  await settled(page, scripted);
  await expect(page.locator("#headline")).toHaveValue("I keep bees");
  await expect(page.locator("#role_title")).toHaveValue("Beekeeper");
  await expect(page.locator("main").getByRole("button", { name: /Beekeeping/ })).toBeVisible();
  await expect(page.locator("#week")).toBeChecked();
});

test("what was typed is there again after leaving, until it is sent or one signs out", { tag: "@scripted" }, async ({ visitor, scripted }, info) => {
  test.setTimeout(240_000);
  const { mentor, request, email } = await asked(visitor, scripted, info);
  mentor.on("dialog", (dialog) => dialog.accept());
  const no = form(mentor, "requests/decline");
  const type = async (words: string) => {
    await mentor.goto(request);
    await settled(mentor, scripted);
    await unfold(no);
    await no.locator("[name=word]").fill(words);
    await expect.poll(() => mentor.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("draft:")).length)).toBe(1);
  };
  await type(LONG);
  await mentor.reload();
  await settled(mentor, scripted);
  await unfold(no);
  await expect(no.locator("[name=word]")).toHaveValue(LONG);
  await expect(mentor.getByText(t("common.draft_again"))).toBeVisible();

  await mentor.getByRole("button", { name: t("common.draft_discard") }).click();
  await expect(no.locator("[name=word]")).toHaveValue("");
  await mentor.reload();
  await settled(mentor, scripted);
  await unfold(no);
  await expect(no.locator("[name=word]")).toHaveValue("");

  // Signed out, nothing is left on the device.
  await type(LONG);
  await mentor.goto("/settings");
  await settled(mentor, scripted);
  await send(mentor.locator("form[action$='/api/accounts/sign_out']").first());
  await mentor.waitForURL((url) => url.pathname === "/");
  expect(await mentor.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("draft:")))).toEqual([]);

  // Sent, it is not shown again.
  await signIn(mentor, email, password);
  await type("Not this year.");
  await no.locator("[type=submit]").click();
  await expect(no).toHaveCount(0);
  expect(await mentor.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("draft:")))).toEqual([]);
});

/** A mentee has asked a mentor. */
async function asked(visitor: Visitor, scripted: boolean, info: TestInfo) {
  const [coordinator, mentor, mentee] = [await visitor(), await visitor(), await visitor()];
  const again = info.retry || "";
  const name = `Kept ${info.project.name} ${info.testId.slice(-6)}${again}`;
  const email = newcomer(`mona${again}`, info);
  await arrive(coordinator, scripted, "Cora Kept", newcomer(`cora${again}`, info));
  await createOrganisation(coordinator, scripted, name);
  const slug = await beginProgram(coordinator, scripted, "career", name, name);
  const link = await openByLink(coordinator, scripted, slug);
  await arrive(mentor, scripted, "Mona Mentor", email);
  await join(mentor, scripted, link, "mentor", "leading a team");
  await fillProfile(mentor, scripted, { headline: "I lead", about: "For years.", language: "en", offered: "leading a team" });
  await arrive(mentee, scripted, "Mika Mentee", newcomer(`mika${again}`, info));
  await join(mentee, scripted, link, "mentee", "leading a team");
  await fillProfile(mentee, scripted, { headline: "I learn", about: "For years.", language: "en", wanted: "leading a team" });
  await mentee.goto(`/programs/${slug}/mentors`);
  await settled(mentee, scripted);
  await mentee.locator("main a[href*='/requests/new?mentor=']").first().click();
  await mentee.waitForURL(/requests\/new/);
  await settled(mentee, scripted);
  await send(form(mentee, "requests/ask"), { body: "I would like to learn how to lead a small team, and to do it well." });
  await mentee.waitForURL(/\/requests\/[0-9a-f-]{36}$/);
  return { mentor, mentee, email, slug, request: new URL(mentee.url()).pathname };
}
