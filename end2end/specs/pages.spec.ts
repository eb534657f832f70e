// Every page as people see it: nothing for axe to find, nothing wider than the screen, and a picture of it to look at.
import { AxeBuilder } from "@axe-core/playwright";
import { join } from "node:path";
import { addressOf, places } from "../support/places";
import { expect, settled, test } from "../support/test";

const looks = [
  { name: "light", colorScheme: "light", lang: "en" },
  { name: "dark", colorScheme: "dark", lang: "en" },
  { name: "arabic", colorScheme: "light", lang: "ar" },
] as const;

for (const place of places) {
  test(`${place.name} @look`, async ({ visitor, scripted, faults, baseURL }, info) => {
    // Without JavaScript it looks the same; that it is whole there, the other specs show.
    test.skip(!scripted, "looked at with JavaScript");
    if (place.status) faults.allow(place.status);
    for (const look of looks) {
      await test.step(look.name, async () => {
        const page = await visitor(place.as, { colorScheme: look.colorScheme });
        await page.context().addCookies([{ name: "lang", value: look.lang, url: baseURL ?? "" }]);
        const answer = await page.goto(await addressOf(page, place));
        expect(answer?.status()).toBe(place.status ?? 200);
        await settled(page, scripted);
        await expect(page.locator("html")).toHaveAttribute("lang", look.lang);
        await expect(page.locator("h1")).toHaveCount(1);
        const file = `${place.name}-${info.project.name}-${look.name}.png`;
        await page.screenshot({ path: join(process.env.RESULTS ?? "results/by-hand", "screenshots", file), fullPage: true });
        const found = await new AxeBuilder({ page }).analyze();
        const violations = found.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html) }));
        expect.soft(violations, `axe, ${look.name}`).toEqual([]);
        const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect.soft(excess, `wider than the screen, ${look.name}`).toBeLessThanOrEqual(0);
      });
    }
  });
}
