// What a coordinator and participants do before two of them are a pair.
import { expect, type Locator, type Page } from "@playwright/test";
import { advance, form, send } from "./steps";
import { settled } from "./test";
import { t } from "./words";

/** Makes an organisation; the page is then its own. */
export async function createOrganisation(page: Page, scripted: boolean, name: string) {
  await page.goto("/admin/new");
  await settled(page, scripted);
  await send(form(page, "organisations/create"), { name });
  await page.waitForURL(/\/admin\?org=/);
  await expect(page.locator("main").getByText(name).first()).toBeVisible();
}

/** Begins a program from a template in an organisation, and returns the name in its address. */
export async function beginProgram(page: Page, scripted: boolean, template: string, name: string, organisation: string) {
  await page.goto("/admin/programs/new");
  await settled(page, scripted);
  await send(form(page, "programs/create"), { template, name, organisation });
  await page.waitForURL(/\/admin\/programs\/(?!new)[^/]+$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  return new URL(page.url()).pathname.split("/").pop() ?? "";
}

/** Lets people join by the link, and opens the program; returns the link. */
export async function openByLink(page: Page, scripted: boolean, slug: string): Promise<string> {
  await page.goto(`/admin/programs/${slug}/settings`);
  await settled(page, scripted);
  await send(form(page, "programs/save"), { join_policy: "link", max_open_requests: "3" });
  await expect(page.getByText(t("common.saved")).first()).toBeVisible();
  await page.goto(`/admin/programs/${slug}`);
  await settled(page, scripted);
  await advance(page, "open");
  const link = new URL(await page.getByLabel(t("programs.link_label")).inputValue());
  return link.pathname + link.search;
}

/** Enrols on one side; every question gets an answer. */
export async function join(page: Page, scripted: boolean, link: string, side: "mentor" | "mentee", answer: string) {
  await page.goto(link);
  await settled(page, scripted);
  const fields = form(page, "enrolments/save");
  await fields.locator(`[name=as_${side}]`).check();
  await fields.locator(`[name=as_${side === "mentor" ? "mentee" : "mentor"}]`).uncheck();
  if (side === "mentor") await fields.locator("[name=capacity]").fill("1");
  await answerAll(fields, answer);
  await fields.locator("[type=submit]").click();
  await page.waitForURL(/\/programs\/[^/?]+$/);
}

async function answerAll(fields: Locator, answer: string) {
  const names = await fields.locator("[name^='answers[']").evaluateAll((all) => [...new Set(all.map((e) => e.getAttribute("name") ?? ""))]);
  for (const name of names) {
    const first = fields.locator(`[name="${name}"]`).first();
    if (!(await first.isVisible())) continue;
    const kind = await first.evaluate((e) => (e as HTMLInputElement).type);
    if (kind === "radio" || kind === "checkbox") await first.check();
    else await first.fill(answer);
  }
}

export interface Profile {
  headline: string;
  about: string;
  language: string;
  offered?: string;
  wanted?: string;
}

/** Fills in one's profile, and saves all of it at once. */
export async function fillProfile(page: Page, scripted: boolean, profile: Profile) {
  await page.goto("/profile");
  await settled(page, scripted);
  const fields = form(page, "people/save");
  // A list to choose from with JavaScript, a text without; names between commas are fine for both.
  if (profile.offered) await type("#skills_offered", profile.offered);
  if (profile.wanted) await type("#skills_wanted", profile.wanted);
  await send(fields, {
    headline: profile.headline,
    about: profile.about,
    country: "GB",
    zone: "Europe/London",
    "languages[]": [profile.language],
    "week[]": "1-evening",
  });
  await expect(page.getByText(t("common.saved")).first()).toBeVisible();

  /** Types skills and closes the list that opens below them, which lies above what follows. */
  async function type(field: string, names: string) {
    await fields.locator(field).fill(names);
    await fields.locator(field).press("Escape");
  }
}
