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
  await send(form(page, "people/save"));
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

test("one button saves all that was changed on one's profile", async ({ page, scripted }, info) => {
  await arrive(page, scripted, "Pia Page", newcomer(`pia${info.retry || ""}`, info));
  await page.goto("/profile");
  await settled(page, scripted);
  await changeAll(page, scripted);
  const save = page.locator("main").getByRole("button", { name: t("common.save"), exact: true });
  await expect(save, "one page, one button").toHaveCount(1);
  await save.click();
  await expect(page.getByText(t("common.saved")).first()).toBeVisible();
  await page.goto("/profile");
  await settled(page, scripted);
  await expectAll(page, scripted);
});

test("a picture is saved with the rest, or refused without the rest being lost", async ({ page, scripted }, info) => {
  test.setTimeout(120_000);
  await arrive(page, scripted, "Phil Photo", newcomer(`phil${info.retry || ""}`, info));
  await page.goto("/profile");
  await settled(page, scripted);
  await changeAll(page, scripted);
  const use = page.getByRole("button", { name: t("people.photo_save") });
  const files = [
    ["a letter", Buffer.from("Dear Sir or Madam")],
    ["too large", Buffer.alloc(9 * 1024 * 1024, "x")],
  ] as const;
  for (const [name, buffer] of files) {
    await page.locator("#picture").setInputFiles({ name, mimeType: "image/png", buffer }, { timeout: 30_000 });
    await use.click();
    await expect(page.locator("#picture-error")).toBeVisible();
    await settled(page, scripted);
    await expectAll(page, scripted);
  }
  await page.locator("#picture").setInputFiles({ name: "me.png", mimeType: "image/png", buffer: pixel });
  if (scripted) {
    // Saving saves the picture, too.
    await form(page, "people/save").locator("[type=submit]").last().click();
    await expect(page.locator(".photo img")).toBeVisible();
    await settled(page, scripted);
  } else {
    await use.click();
    await expect(page.locator(".photo img")).toBeVisible();
    await expectAll(page, scripted);
    await form(page, "people/save").locator("[type=submit]").last().click();
  }
  await page.goto("/profile");
  await settled(page, scripted);
  await expectAll(page, scripted);
  await expect(page.locator(".photo img")).toBeVisible();
  // Nor does taking it away.
  await page.locator("#headline").fill("I keep wasps");
  await page.getByRole("button", { name: t("people.photo_remove") }).click();
  await expect(page.locator(".photo img")).toHaveCount(0);
  await settled(page, scripted);
  await expect(page.locator("#headline")).toHaveValue("I keep wasps");
});

test("whoever goes back with the browser's button is asked first", { tag: "@scripted" }, async ({ page, scripted }, info) => {
  await arrive(page, scripted, "Bea Back", newcomer(`bea${info.retry || ""}`, info));
  await page.goto("/settings");
  await settled(page, scripted);
  await page.evaluate(() => Object.assign(window, { stayed: true }));
  await page.locator("a.navlink[href='/profile']:visible").first().click();
  await page.waitForURL(/\/profile$/);
  const asked: string[] = [];
  let answer = false;
  page.on("dialog", async (dialog) => {
    asked.push(dialog.message());
    await (answer ? dialog.accept() : dialog.dismiss());
  });
  await page.locator("#headline").fill("I keep bees");
  for (const times of [1, 2]) {
    await page.evaluate(() => history.back());
    await expect.poll(() => asked.length).toBe(times);
    await expect(page).toHaveURL(/\/profile$/);
    await expect(page.locator("#headline"), "whoever stays finds what they typed").toHaveValue("I keep bees");
  }
  expect(asked[0]).toBe(t("common.leave_unsaved"));
  answer = true;
  await page.evaluate(() => history.back());
  await page.waitForURL(/\/settings$/);
  await expect(page.locator("#headline")).toHaveCount(0);
  await expect(form(page, "accounts/change_basics")).toBeVisible();
  expect(asked).toHaveLength(3);
  // With nothing unsaved, nobody is asked.
  await page.evaluate(() => history.forward());
  await page.waitForURL(/\/profile$/);
  await page.evaluate(() => history.back());
  await page.waitForURL(/\/settings$/);
  expect(await page.evaluate(() => "stayed" in window), "all within one page").toBe(true);
});

test("what was chosen is there again after leaving, until it is sent", { tag: "@scripted" }, async ({ page, scripted }, info) => {
  await arrive(page, scripted, "Cleo Chosen", newcomer(`cleo${info.retry || ""}`, info));
  page.on("dialog", (dialog) => dialog.accept());
  await page.goto("/profile");
  await settled(page, scripted);
  await changeAll(page, scripted);
  const kept = () => page.evaluate(() => Object.entries(localStorage).filter(([name]) => name.startsWith("draft:")).map(([, value]) => value));
  await expect.poll(async () => (await kept()).join()).toContain("Delegation");
  await page.reload();
  await settled(page, scripted);
  await expect(page.getByText(t("common.draft_again"))).toBeVisible();
  await expectAll(page, scripted);

  // A skill that is taken out again is out again.
  await page.locator("#skills_offered").press("Backspace");
  await expect.poll(async () => (await kept()).join()).not.toContain("Delegation");
  await page.reload();
  await settled(page, scripted);
  await expect(page.getByText(t("common.draft_again"))).toBeVisible();
  await expect(page.locator("[data-chip]")).toHaveCount(1);

  await page.getByRole("button", { name: t("common.draft_discard") }).click();
  await expect(page.locator("[data-chip]")).toHaveCount(0);
  await expect(page.locator("#week")).not.toBeChecked();
  await expect(page.locator("#industry")).toHaveValue("");
  await expect(page.locator("[name=visibility][value=shared]")).toBeChecked();
  await page.reload();
  await settled(page, scripted);
  await expect(page.getByText(t("common.draft_again"))).toHaveCount(0);

  await changeAll(page, scripted);
  await send(form(page, "people/save"));
  await expect(page.getByText(t("common.saved")).first()).toBeVisible();
  await expect.poll(kept).toEqual([]);
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

test("of a form that is refused before anything is kept, what was typed stands beside the reason", { tag: "@server" }, async ({ page, faults }) => {
  test.setTimeout(120_000);
  faults.allow(429);
  await page.goto("/signup");
  const form = { name: "Sam", email: "sam@example.org", password: "short", locale: "en", zone: "UTC" };
  const headers = { accept: "text/html", origin: new URL(page.url()).origin, referer: page.url() };
  // As many as are kept for one place.
  for (let some = 0; some < 10; some++) {
    await Promise.all(Array.from({ length: 10 }, () => page.request.post("/api/accounts/sign_up", { form, headers, maxRedirects: 0 })));
  }
  await send(page.locator("main form[action$='/api/accounts/sign_up']"), { name: "Sam of the Bees", email: "sam@example.org", password: "short" });
  const notice = page.getByRole("alert");
  await expect(notice).toContainText(t("errors.not_sent"));
  await expect(notice.getByText("Sam of the Bees")).toBeVisible();
  await expect(page.getByText("short", { exact: true })).toHaveCount(0);
  await page.goBack();
  await expect(page.locator("main input[name=name]")).toHaveValue("Sam of the Bees");
});

/** A picture of one pixel. */
const pixel = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

/** Changes a field of each kind on one's profile, in different sections of it. */
async function changeAll(page: Page, scripted: boolean) {
  await page.locator("#headline").fill("I keep bees");
  await page.locator("#role_title").fill("Beekeeper");
  await page.locator("#industry").selectOption("arts");
  await page.locator("#week").check({ force: true });
  await page.locator("[name='help_wanted[]'][value=advice]").check();
  await page.locator("[name=visibility][value=close]").check();
  for (const skill of ["Beekeeping", "Delegation"]) {
    if (scripted) {
      await page.locator("#skills_offered").fill(skill);
      await page.locator("#skills_offered").press("Enter");
    } else await page.locator("#skills_offered").fill("Beekeeping, Delegation");
  }
}

async function expectAll(page: Page, scripted: boolean) {
  await expect(page.locator("#headline")).toHaveValue("I keep bees");
  await expect(page.locator("#role_title")).toHaveValue("Beekeeper");
  await expect(page.locator("#industry")).toHaveValue("arts");
  await expect(page.locator("#week")).toBeChecked();
  await expect(page.locator("[name='help_wanted[]'][value=advice]")).toBeChecked();
  await expect(page.locator("[name=visibility][value=close]")).toBeChecked();
  if (scripted) for (const skill of [/Beekeeping/i, /Delegation/i]) await expect(page.locator("[data-chip]", { hasText: skill })).toBeVisible();
  else await expect(page.locator("#skills_offered")).toHaveValue(/^Beekeeping, Delegation$/i);
}

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
