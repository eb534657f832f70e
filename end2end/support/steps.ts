// What people do, step by step, in the words of the page's forms. A form is known by the server function that it calls, so
// that the steps hold in every language; with JavaScript and without.
import { expect, type Locator, type Page } from "@playwright/test";

/** The form that calls a server function, e.g. `goals/create`. */
export function form(page: Page, call: string): Locator {
  return page.locator(`main form[action$="/api/${call}"]`);
}

/** Fills in fields by their names and sends the form. Lists are filled in row by row. */
export async function send(form: Locator, fields: Record<string, string | string[] | true> = {}) {
  // A form may lie in a dialog or be folded away.
  await unfold(form);
  for (const [name, value] of Object.entries(fields)) {
    const field = form.locator(`[name="${name}"]`);
    const values = Array.isArray(value) ? value : [value];
    for (const [n, value] of values.entries()) {
      const one = values.length > 1 || (await field.count()) > 1 ? field.nth(n) : field;
      await open(one);
      await fill(form, name, one, value);
    }
  }
  await form.locator("[type=submit]").last().click();
}

async function fill(form: Locator, name: string, field: Locator, value: string | true) {
  const kind = await field.evaluate((node) => (node as HTMLInputElement).type);
  if (kind === "radio" || (kind === "checkbox" && value !== true)) {
    // The box itself may be hidden behind something prettier.
    await form.locator(`[name="${name}"][value="${value}"]`).check({ force: true });
  } else if (kind === "checkbox") await field.check({ force: true });
  else if (kind === "select-one") await field.selectOption(value as string);
  else await field.fill(value as string);
}

/** Opens the `<details>` that something is folded into. */
async function open(folded: Locator) {
  const details = folded.locator("xpath=ancestor::details[not(@open)]");
  if ((await details.count()) > 0) await details.last().locator("> summary").click({ timeout: 2000 });
}

/** Opens what a form is folded into: a `<details>`, or a dialog by the button before it. */
export async function unfold(form: Locator) {
  // The client may turn the one into the other between looking and clicking.
  await expect(async () => {
    // A dialog that is closing is still to be seen for a moment.
    const dialog = form.locator("xpath=ancestor::dialog[not(@open)]");
    if ((await dialog.count()) === 0 && (await form.isVisible())) return;
    await open(form);
    if ((await dialog.count()) > 0) await dialog.locator("xpath=preceding-sibling::button[1]").click({ timeout: 2000 });
    await expect(form).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 15_000 });
}

/** The form that takes a step in a program's cycle, once it was asked about. */
export function step(page: Page, action: "open" | "start" | "complete" | "cancel"): Locator {
  return form(page, "programs/advance").filter({ has: page.locator(`input[name=action][value=${action}]`) });
}

/** Takes a step in a program's cycle. */
export async function advance(page: Page, action: "open" | "start" | "complete" | "cancel") {
  await send(step(page, action));
  await expect(step(page, action)).toHaveCount(0);
}

/** Publishes pairs of the run on the page: all, or those that are ticked. */
export async function publish(page: Page, which: "all" | "chosen") {
  const asked = form(page, "match_runs/publish");
  await unfold(asked);
  await asked.locator(`button[value=${which === "all"}]`).click();
}

/** The id of the mentorship whose space the page shows. */
export function mentorshipOf(page: Page): string {
  const id = new URL(page.url()).pathname.match(/^\/mentorships\/([0-9a-f-]{36})/)?.[1];
  if (!id) throw new Error(`${page.url()} is no space of a mentorship`);
  return id;
}

/** The id of the first mentorship that somebody's home leads to. */
export async function spaceOf(page: Page): Promise<string> {
  await page.goto("/home");
  await page.locator("main a[href^='/mentorships/']").first().click();
  await page.waitForURL(/\/mentorships\//);
  return mentorshipOf(page);
}

/** The mentor says yes to a request on its page, with a kind word or without, and finds themselves in the new space. */
export async function accept(page: Page, word?: string) {
  await send(form(page, "requests/accept"), word ? { word } : {});
  await page.waitForURL(/\/mentorships\/[0-9a-f-]{36}$/);
}

/** Signs the agreement in the space. */
export async function sign(page: Page, mentorship: string) {
  await page.goto(`/mentorships/${mentorship}`);
  await send(form(page, "mentorships/sign"));
  await expect(form(page, "mentorships/sign")).toHaveCount(0);
}

export interface Goal {
  title: string;
  why: string;
  success: string;
  milestones: string[];
}

/** The mentee sets a goal with milestones. */
export async function setGoal(page: Page, mentorship: string, goal: Goal) {
  await page.goto(`/mentorships/${mentorship}/goals/new?from=blank`);
  const { milestones, ...fields } = goal;
  await send(form(page, "goals/create"), { ...fields, "milestones[]": milestones });
  await page.waitForURL(/\/goals\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(goal.title);
}

/** Ticks every milestone of the goal on its page, of which there are so many. */
export async function tickAll(page: Page, milestones: number) {
  const open = page.locator(".milestone__check[aria-pressed=false]");
  for (let left = milestones; left > 0; left--) {
    await expect(open).toHaveCount(left);
    await open.first().click();
  }
  await expect(open).toHaveCount(0);
}

/** Says something about the goal on its page. */
export async function comment(page: Page, words: string) {
  await send(form(page, "goals/comment"), { body: words });
  await expect(page.locator("main").getByText(words)).toBeVisible();
}

/** The mentee has reached the goal on its page. */
export async function achieve(page: Page) {
  await send(form(page, "goals/achieve"));
  await expect(form(page, "goals/achieve")).toHaveCount(0);
  await expect(form(page, "goals/reopen")).toHaveCount(1);
}

/** One of the two completes the mentorship and says how it was. */
export async function complete(page: Page, mentorship: string, rating: string, sentence: string) {
  await page.goto(`/mentorships/${mentorship}/complete`);
  await send(form(page, "mentorships/complete"));
  await review(page, rating, sentence);
}

/** Says how it was, on the page that asks. */
export async function review(page: Page, rating: string, sentence: string) {
  await expect(form(page, "mentorships/review")).toBeVisible();
  await send(form(page, "mentorships/review"), { rating, sentence });
  await expect(form(page, "mentorships/review")).toHaveCount(0);
}
