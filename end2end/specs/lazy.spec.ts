// Every page is loaded in its own file: it works when a browser comes to it directly, and when a click leads to it.
import { chidi } from "../support/people";
import { addressOf, places } from "../support/places";
import { expect, settled, test, type Page } from "../support/test";

for (const place of places.filter((place) => !place.status)) {
  test(`${place.name}, directly and by a click`, { tag: ["@scripted", "@desk"] }, async ({ visitor }) => {
    const page = await visitor(place.as, { lang: "en" });
    const address = await addressOf(page, place);
    await page.goto(address);
    await settled(page, true);
    const direct = await shown(page);

    // Somewhere else, from which no page has been loaded yet.
    await page.goto(place.as ? "/settings" : "/forgot");
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
  });
}

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

/** What there is to read, without what only the first look shows. */
async function shown(page: Page) {
  return {
    heading: await page.getByRole("heading", { level: 1 }).innerText(),
    title: await page.title(),
    headings: await page.locator("main").getByRole("heading").allInnerTexts(),
    forms: await page.locator("main form").evaluateAll((all) => all.map((form) => (form as HTMLFormElement).getAttribute("action"))),
  };
}
