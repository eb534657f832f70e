// A connection that is slow: what somebody does before the client has come must not be lost when it comes.
import { amara, grace } from "../support/people";
import { addressOf, places } from "../support/places";
import { form } from "../support/steps";
import { expect, settled, test, type Page } from "../support/test";
import { t } from "../support/words";

/** Holds the client back until the function is called that this gives. */
async function hold(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\.wasm/, async (route) => {
    await held;
    // The page that wanted it may be gone.
    await route.continue().catch(() => {});
  });
  return () => release();
}

function place(name: string) {
  const found = places.find((place) => place.name === name);
  if (!found) throw new Error(`there is no place ${name}`);
  return found;
}

test("a dialog that was opened before the client came stays open", { tag: "@scripted" }, async ({ visitor }) => {
  const page = await visitor(grace);
  const address = await addressOf(page, place("request-to-answer"));
  const release = await hold(page);
  await page.goto(address);
  const ask = form(page, "requests/ask_back");
  await ask.locator("xpath=ancestor::details").locator("> summary").click();
  await ask.locator("[name=body]").fill("What have you tried so far?");
  release();
  await settled(page, true);
  // Another dialog of the page has been taken over by now.
  await expect(page.locator("dialog").first()).toBeAttached();
  await expect(ask.locator("[name=body]")).toHaveValue("What have you tried so far?");
  await expect(ask).toBeVisible();
});

test("what was refused on one page is not told on the next", { tag: "@scripted" }, async ({ visitor }) => {
  const page = await visitor(amara);
  await page.goto(await addressOf(page, place("goals-of-a-mentor")));
  const links = await page.locator("main a[href*='/goals/']").evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
  const goals = [...new Set(links.filter((href) => /\/goals\/[0-9a-f-]{36}$/.test(href)))];
  expect(goals.length, "the demo has two goals in one space").toBeGreaterThan(1);
  const release = await hold(page);
  await page.goto(goals[0] ?? "");
  const comment = form(page, "goals/comment");
  // Sent before the client is there, as without JavaScript: the browser is led back, and complains of nothing.
  await comment.locator("[type=submit]").click();
  await expect(comment.locator("[aria-invalid=true]")).toBeVisible();
  release();
  await settled(page, true);
  await expect(comment.locator("[aria-invalid=true]"), "the client tells it as well").toBeVisible();
  // A mark that a new page would not have.
  await page.evaluate(() => Object.assign(window, { stayed: true }));
  await page.locator("main nav a", { hasText: t("goals.title") }).click();
  await page.locator(`main a[href="${goals[1]}"]`).first().click();
  await page.waitForURL((url) => url.pathname === goals[1]);
  expect(await page.evaluate(() => "stayed" in window), "the client led there").toBe(true);
  await expect(comment).toBeVisible();
  await expect(comment.locator("[aria-invalid=true]")).toHaveCount(0);
});
