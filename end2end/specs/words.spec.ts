// A page's words come beside its code: a page that is come to by a click waits for them, and what can't be had never leaves a gap.
import { chidi } from "../support/people";
import { expect, settled, test, type Page } from "../support/test";

/** The words of the page that a click leads to here. */
const words = /words\.programs\.explore\.ExplorePage\./;

/** Follows a link from the start page, which has loaded nothing of the page behind it. */
async function follow(page: Page) {
  await page.goto("/");
  await settled(page, true);
  await page.evaluate(() => Object.assign(window, { stayed: true }));
  await page.locator("main a[href='/explore']").first().click();
}

const stayed = (page: Page) => page.evaluate(() => "stayed" in window);

for (const as of [undefined, chidi]) {
  test(`a click waits for the words, ${as ? "signed in" : "a stranger"}`, { tag: ["@scripted", "@desk"] }, async ({ visitor }) => {
    const page = await visitor(as, { lang: "de" });
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(words, async (route) => {
      await held;
      await route.continue();
    });
    await follow(page);
    await expect(page.locator(".hero h1"), "the start page stays meanwhile").toBeVisible();
    release();
    await expect(page).toHaveTitle(/Entdecken/);
    await expect(page.getByRole("heading", { level: 1 })).not.toBeEmpty();
    expect(await stayed(page), "the client led there").toBe(true);
  });
}

test("words that did not come are asked for again", { tag: ["@scripted", "@desk"] }, async ({ visitor, faults }) => {
  faults.allow(503);
  const page = await visitor(undefined, { lang: "de" });
  let asked = 0;
  await page.route(words, (route) => (asked++ === 0 ? route.fulfill({ status: 503 }) : route.continue()));
  await follow(page);
  await expect(page).toHaveTitle(/Entdecken/);
  expect(asked).toBe(2);
  expect(await stayed(page), "the client led there").toBe(true);
});

test("words that never come leave the page to the server", { tag: ["@scripted", "@desk"] }, async ({ visitor, faults }) => {
  faults.allow(503);
  const page = await visitor(undefined, { lang: "de" });
  await page.route(words, (route) => route.fulfill({ status: 503 }));
  await follow(page);
  await expect(page).toHaveTitle(/Entdecken/);
  await expect(page.getByRole("heading", { level: 1 })).not.toBeEmpty();
  expect(await stayed(page), "the browser loaded the page").toBe(false);
  // It works as it does without the client, and isn't loaded over and over.
  await expect(page.locator("html[data-hydrated]")).toHaveCount(0);
  await page.locator(".topbar .brand").click();
  await page.waitForURL((url) => url.pathname === "/");
  await settled(page, true);
});

test("who went on while words were failing is left where they are", { tag: ["@scripted", "@desk"] }, async ({ visitor, faults }) => {
  faults.allow(503);
  const page = await visitor(undefined, { lang: "de" });
  let last = () => {};
  const failed = new Promise<void>((resolve) => (last = resolve));
  let asked = 0;
  await page.route(words, async (route) => {
    await route.fulfill({ status: 503 });
    if (++asked === 3) last();
  });
  await follow(page);
  await page.locator(".topbar a[href='/login']").click();
  await expect(page.locator("main input[name=email]")).toBeVisible();
  await failed;
  // What would lead away by now leads away before the page answers this.
  await page.waitForLoadState("networkidle");
  expect(new URL(page.url()).pathname).toBe("/login");
  expect(await stayed(page), "nothing was loaded anew").toBe(true);
});
