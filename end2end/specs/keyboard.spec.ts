// Without a mouse: the way past the navigation, signing in, a dialog, and where one is can always be seen.
import { grace, layla, PASSWORD, requestFrom } from "../support/people";
import { addressOf } from "../support/places";
import { expect, settled, test, type Page } from "../support/test";
import { t } from "../support/words";

/** Presses Tab until the focus is on something that matches, and checks on the way that the focus can be seen. */
async function tabTo(page: Page, selector: string) {
  const seen: string[] = [];
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    const here = await page.evaluate((selector) => {
      const at = document.activeElement;
      if (!at || at === document.body) return { name: "nothing", found: false, visible: true };
      const style = getComputedStyle(at);
      // The ring may be drawn around what stands for it, e.g. the label of a hidden box.
      const around = [at, at.parentElement, at.nextElementSibling].filter((e) => e !== null).map((e) => getComputedStyle(e));
      const ring = around.some((s) => (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== "none");
      const box = at.getBoundingClientRect();
      const visible = ring && style.visibility === "visible" && box.bottom > 0 && box.top < innerHeight;
      return { name: at.outerHTML.slice(0, 120), found: at.matches(selector), visible };
    }, selector);
    seen.push(here.name);
    expect(here.visible, `the focus can be seen on ${here.name}`).toBe(true);
    if (here.found) return;
  }
  throw new Error(`Tab never came to ${selector}, only to:\n${seen.join("\n")}`);
}

test("the first press of Tab offers the way past the navigation", { tag: ["@scripted", "@desk"] }, async ({ visitor }) => {
  const page = await visitor(grace);
  await page.goto("/settings");
  await settled(page, true);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: t("common.skip_to_content") });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true);
});

test("signing in needs no mouse", { tag: ["@scripted", "@desk"] }, async ({ page }) => {
  await page.goto("/login");
  await settled(page, true);
  await tabTo(page, "input[name=email]");
  await page.keyboard.type(grace);
  await tabTo(page, "input[name=password]");
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/home$/);
});

test("what is wrong in a form takes the focus and leads to its field", { tag: ["@scripted", "@desk"] }, async ({ page, faults }) => {
  faults.allow(422);
  await page.goto("/signup");
  await settled(page, true);
  await tabTo(page, "main form [type=submit]");
  await page.keyboard.press("Enter");
  await expect(page.locator("main .form-errors")).toBeFocused();
  await tabTo(page, ".form-errors a[href='#email']");
  await page.keyboard.press("Enter");
  await expect(page.locator("main input[name=email]")).toBeFocused();
});

test("a dialog opens, keeps the focus inside, and gives it back", { tag: ["@scripted", "@desk"] }, async ({ visitor }) => {
  const page = await visitor(requestFrom.asked);
  await page.goto(await addressOf(page, requestFrom.place));
  await settled(page, true);
  const open = page.locator("main").getByRole("button", { name: t("requests.decline"), exact: true });
  await open.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  for (let n = 0; n < 8; n++) {
    await page.keyboard.press("Tab");
    // Beyond the last stop is the browser's own frame, where the page has no focus at all.
    expect(await page.evaluate(() => document.activeElement === document.body || !!document.activeElement?.closest("dialog"))).toBe(true);
  }
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(open).toBeFocused();
});

test("a click on a link brings the focus to the new page's content", { tag: ["@scripted", "@desk"] }, async ({ visitor }) => {
  const page = await visitor(layla);
  await page.goto("/home");
  await settled(page, true);
  await tabTo(page, ".sidenav a[href='/settings']");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/settings$/);
  await expect(page.locator("main#main")).toBeFocused();
});
