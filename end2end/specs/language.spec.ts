// In the reader's language: the switch in the footer, right to left, and what the browser asks for.
import { newcomer, arrive } from "../support/newcomer";
import { chidi } from "../support/people";
import { expect, settled, test, type Page } from "../support/test";
import { t } from "../support/words";

const languages = { es: "Español", fr: "Français", de: "Deutsch", ar: "العربية", en: "English" };

async function switchTo(page: Page, scripted: boolean, lang: keyof typeof languages) {
  await page.getByRole("contentinfo").getByRole("button", { name: languages[lang] }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", lang);
  await settled(page, scripted);
}

test("the switch changes the language of this page and of the next ones", async ({ page, scripted }) => {
  await page.goto("/login");
  await settled(page, scripted);
  for (const lang of Object.keys(languages) as (keyof typeof languages)[]) {
    await switchTo(page, scripted, lang);
    await expect(page).toHaveURL(/\/login$/);
    await expect(page.locator("html")).toHaveAttribute("dir", lang === "ar" ? "rtl" : "ltr");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("accounts.login_title", {}, lang));
    await page.goto("/forgot");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("accounts.forgot_title", {}, lang));
    await page.goto("/login");
    await settled(page, scripted);
  }
});

test("the switch works for somebody who is signed in", async ({ page, scripted }, info) => {
  await arrive(page, scripted, "Salma Switch", newcomer("switch", info));
  await page.goto("/settings");
  await settled(page, scripted);
  await switchTo(page, scripted, "ar");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("nav.settings", {}, "ar"));
});

test("in Arabic the page is a mirror", async ({ page, scripted }) => {
  await page.goto("/login");
  await settled(page, scripted);
  const middle = async () => {
    const box = await page.locator(".topbar__actions").boundingBox();
    return (box?.x ?? 0) + (box?.width ?? 0) / 2;
  };
  const width = page.viewportSize()?.width ?? 0;
  expect(await middle()).toBeGreaterThan(width / 2);
  await switchTo(page, scripted, "ar");
  expect(await middle()).toBeLessThan(width / 2);
});

test("the first visit speaks the language that the browser asks for", async ({ browser, scripted }) => {
  for (const [locale, lang] of [["de-AT", "de"], ["ar-EG", "ar"], ["ja-JP", "en"]] as const) {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    await page.goto("/login");
    await expect(page.locator("html")).toHaveAttribute("lang", lang);
    await settled(page, scripted);
    await context.close();
  }
});

test("one Arabic word in the footer brings no typeface along", async ({ page, scripted }) => {
  const faces: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "font") faces.push(request.url());
  });
  await page.goto("/login");
  await settled(page, scripted);
  await page.waitForLoadState("networkidle");
  expect(faces.length, "the page has typefaces").toBeGreaterThan(0);
  expect(faces.filter((url) => url.includes("vazirmatn"))).toEqual([]);
});

for (const lang of Object.keys(languages)) {
  test(`no place in the bars is cut off, whatever the typeface (${lang})`, async ({ visitor, scripted, faults }) => {
    faults.allow(/\/fonts\/|ERR_FAILED/);
    const page = await visitor(chidi, { lang });
    await page.route(/\/fonts\//, (route) => route.abort());
    await page.goto("/settings");
    await settled(page, scripted);
    const cut = await page.locator(".navlink:visible > span:not(.count)").evaluateAll((all) =>
      all.filter((label) => label.scrollWidth > label.clientWidth).map((label) => label.textContent),
    );
    expect(await page.locator(".navlink:visible").count()).toBeGreaterThan(3);
    expect(cut).toEqual([]);
  });
}
