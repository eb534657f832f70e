// Every page as people see it, in light, in dark and in Arabic: axe finds nothing, nothing is wider than the screen, and a
// picture of it is kept to be looked at. Each is loaded in a file of its own: a click that leads there shows the same.
import { AxeBuilder } from "@axe-core/playwright";
import { join } from "node:path";
import { addressOf, places } from "../support/places";
import { expect, settled, test, type Page } from "../support/test";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The narrowest phone that is in use. */
const narrowest = { width: 360, height: 780 };
/** Here axe looks at a phone in every look: the bar at the bottom is a phone's alone. A mentee's page and a coordinator's. */
const barred = new Set(["home-of-a-mentee", "program-managed"]);

for (const place of places) {
  // Without JavaScript a page looks the same; that it is whole there, the other specs show.
  test(`looking at ${place.name}`, { tag: "@scripted" }, async ({ visitor, faults, isMobile, baseURL }, info) => {
    if (place.status) faults.allow(place.status);
    const page = await visitor(place.as, { lang: "en" });
    const address = await addressOf(page, place);

    await test.step("in light", async () => {
      await open("en");
      await look("light");
    });
    await test.step("in dark", async () => {
      // The page follows the system without being loaded again.
      await page.emulateMedia({ colorScheme: "dark" });
      await look("dark");
    });
    await page.emulateMedia({ colorScheme: "light" });
    if (!isMobile && !place.status) await test.step("by a click", async () => byAClick(page, address, place.as !== undefined));
    await test.step("in Arabic", async () => {
      await page.context().addCookies([{ name: "lang", value: "ar", url: baseURL ?? "" }]);
      await open("ar");
      await look("arabic");
    });

    async function open(lang: string) {
      const answer = await page.goto(address);
      expect(answer?.status()).toBe(place.status ?? 200);
      await settled(page, true);
      await expect(page.locator("html")).toHaveAttribute("lang", lang);
      await expect(page.locator("h1")).toHaveCount(1);
      expect(await page.title()).not.toBe("");
    }

    async function look(name: string) {
      await fits(page, name);
      const file = `${place.name}-${info.project.name.replace("-js", "")}-${name}.png`;
      await page.screenshot({ path: join(process.env.RESULTS ?? "results", "screenshots", file), fullPage: true, animations: "disabled", scale: "css" });
      if (!isMobile || name === "light" || barred.has(place.name)) await accessible(page, name);
      if (isMobile) {
        const usual = page.viewportSize();
        await page.setViewportSize(narrowest);
        await fits(page, `${name}, at ${narrowest.width} px`);
        if (usual) await page.setViewportSize(usual);
      }
    }

    /** The legacy mode of axe differs for frames of other sites alone, and opens no page of its own. On a phone mostly once: colours and words are the same as on a desk, only sizes differ, and the bar at the bottom. */
    async function accessible(page: Page, name: string) {
      const { violations } = await faults.unheard(page, () => new AxeBuilder({ page }).withTags(rules).setLegacyMode().analyze());
      const found = violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `  ${node.html}\n${node.failureSummary}`).join("\n")}`);
      expect.soft(found.join("\n\n"), `axe, ${name}`).toBe("");
    }
  });
}

/** The page is there, directly; then a click leads to it from a page that has loaded nothing of it. */
async function byAClick(page: Page, address: string, signedIn: boolean) {
  const direct = await shown(page);
  await page.goto(signedIn ? "/settings" : "/forgot");
  await settled(page, true);
  await page.evaluate((address) => {
    Object.assign(window, { stayed: true });
    const link = Object.assign(document.createElement("a"), { href: address, textContent: "there" });
    document.querySelector("main")?.append(link);
    link.click();
  }, address);
  await page.waitForURL((url) => url.pathname + url.search === address);
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(direct.heading);
  await expect(page).toHaveTitle(direct.title);
  expect(await page.evaluate(() => "stayed" in window), "the page was loaded by the client").toBe(true);
  expect(await shown(page)).toEqual(direct);
}

/** What there is to read, without what only the first look shows. */
async function shown(page: Page) {
  return {
    heading: await page.getByRole("heading", { level: 1 }).innerText(),
    title: await page.title(),
    headings: await page.locator("main").getByRole("heading").allInnerTexts(),
    forms: await page.locator("main form").evaluateAll((all) => all.map((form) => (form as HTMLFormElement).getAttribute("action"))),
  };
}

/** Nobody has to scroll sideways. */
async function fits(page: Page, look: string) {
  const wide = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const all = [...document.body.querySelectorAll("*")].filter((e) => {
      const box = e.getBoundingClientRect();
      return box.width > 0 && (box.right > width + 1 || box.left < -1);
    });
    return all.slice(0, 5).map((e) => e.outerHTML.slice(0, 200));
  });
  expect.soft(wide, `wider than the screen, ${look}`).toEqual([]);
}
