// Words come in two parts, the start page's before the others.
import { chidi } from "../support/people";
import { expect, settled, test } from "../support/test";

// The start page is given few words, so that it is quick; whoever goes on before the others are there waits for them.
for (const as of [undefined, chidi]) {
  test(`the start page with its own words alone, ${as ? "signed in" : "a stranger"}`, { tag: ["@scripted", "@desk"] }, async ({ visitor }) => {
    const page = await visitor(as, { lang: "de" });
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(/messages\.rest\./, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto("/");
    await settled(page, true);
    const lead = page.locator("main a[href='/explore']").first();
    await lead.click();
    await expect(page.locator(".hero h1"), "the start page stays meanwhile").toBeVisible();
    release();
    await expect(page).toHaveTitle(/Entdecken/);
    await expect(page.getByRole("heading", { level: 1 })).not.toBeEmpty();
  });
}
