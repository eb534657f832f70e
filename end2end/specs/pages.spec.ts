// Every page as people see it, in light, in dark and in Arabic: axe finds nothing, nothing is wider than the screen, and a
// picture of it is kept to be looked at.
import { AxeBuilder } from "@axe-core/playwright";
import { join } from "node:path";
import { addressOf, places } from "../support/places";
import { expect, settled, test, type Page } from "../support/test";

const looks = [
  { name: "light", colorScheme: "light", lang: "en" },
  { name: "dark", colorScheme: "dark", lang: "en" },
  { name: "arabic", colorScheme: "light", lang: "ar" },
] as const;
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The narrowest phone that is in use. */
const narrowest = { width: 360, height: 780 };

for (const place of places) {
  // Without JavaScript a page looks the same; that it is whole there, the other specs show.
  test(`looking at ${place.name}`, { tag: "@scripted" }, async ({ visitor, faults, isMobile }, info) => {
    if (place.status) faults.allow(place.status);
    for (const { name, ...look } of looks) {
      await test.step(name, async () => {
        const page = await visitor(place.as, look);
        const answer = await page.goto(await addressOf(page, place));
        expect(answer?.status()).toBe(place.status ?? 200);
        await settled(page, true);
        await expect(page.locator("html")).toHaveAttribute("lang", look.lang);
        await expect(page.locator("h1")).toHaveCount(1);
        expect(await page.title()).not.toBe("");
        await fits(page, name);
        const file = `${place.name}-${info.project.name.replace("-js", "")}-${name}.png`;
        await page.screenshot({ path: join(process.env.RESULTS ?? "results", "screenshots", file), fullPage: true, animations: "disabled" });
        const { violations } = await faults.unheard(page, () => new AxeBuilder({ page }).withTags(rules).analyze());
        const found = violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `  ${node.html}\n${node.failureSummary}`).join("\n")}`);
        expect.soft(found.join("\n\n"), `axe, ${name}`).toBe("");
        if (isMobile) {
          await page.setViewportSize(narrowest);
          await fits(page, `${name}, at ${narrowest.width} px`);
        }
      });
    }
  });
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
