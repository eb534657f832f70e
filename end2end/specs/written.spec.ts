// Parts of a page that the server writes as HTML: with the client, their forms are sent in the background, and what comes back changes
// only what is another.
import { anamaria } from "../support/people";
import { addressOf, places } from "../support/places";
import { form, send, unfold } from "../support/steps";
import { expect, settled, test, type Page } from "../support/test";
import { t } from "../support/words";

const scripted = { tag: "@scripted" };

async function openRun(page: Page) {
  const place = places.find((place) => place.name === "match-run");
  if (!place) throw new Error("there is no run");
  await page.goto(await addressOf(page, place));
  await settled(page, true);
  await page.evaluate(() => Object.assign(window, { stayed: true }));
}

test.describe("a run", () => {
  // They change the same run.
  test.describe.configure({ mode: "default" });

  test("focus and what stands open stay when something was done", scripted, async ({ visitor }) => {
    const page = await visitor(anamaria);
    await openRun(page);
    const pair = page.locator(".run-pair").first();
    const open = pair.locator("details").first();
    await open.locator("> summary").click();
    const title = await page.title();
    const keep = pair.locator("button[value=pin][name=act]").last();
    await keep.focus();
    await keep.press("Enter");
    const free = page.locator(".run-pair button[value=free]").first();
    await expect(free).toBeFocused();
    await expect(open).toHaveAttribute("open");
    expect(await page.title()).toBe(title);
    await free.click();
    await expect(page.locator(".run-pair button[value=free]")).toHaveCount(0);
    expect(await page.evaluate(() => "stayed" in window), "the browser stayed").toBe(true);
  });

  test("what was refused is told beside its field, and no longer when it was done", scripted, async ({ visitor, faults }) => {
    faults.allow(422);
    const page = await visitor(anamaria);
    await openRun(page);
    const settings = form(page, "match_runs/change");
    await unfold(settings);
    const weights = settings.locator("details", { has: page.locator("[name=weight_skills]") });
    await weights.locator("> summary").click();
    const skills = settings.locator("[name=weight_skills]");
    const before = await skills.inputValue();
    await skills.fill("-1");
    await settings.locator("[type=submit]").last().click();
    await expect(skills).toHaveAttribute("aria-invalid", "true");
    await expect(skills).toHaveValue("-1");
    const summary = settings.locator(".form-errors");
    await expect(summary).toBeFocused();
    await expect(summary.locator("a")).toHaveAttribute("href", "#weight_skills");
    await expect(settings.locator("#weight_skills-error")).toBeVisible();
    await skills.fill(before);
    await settings.locator("[type=submit]").last().click();
    await expect(page.getByText(t("common.saved"))).toBeVisible();
    await expect(summary).toHaveCount(0);
    await expect(skills).not.toHaveAttribute("aria-invalid");
    await expect(settings.locator(".field--invalid, .field__error")).toHaveCount(0);
  });

  test("without a network nothing is lost", scripted, async ({ visitor, faults }) => {
    faults.allow(/INTERNET_DISCONNECTED|adjust/);
    const page = await visitor(anamaria);
    await openRun(page);
    const named = form(page, "match_runs/adjust_named");
    await page.context().setOffline(true);
    await send(named, { mentee: "Somebody", mentor: "Somebody else" });
    await expect(named.getByRole("alert")).toContainText(t("errors.offline_text"));
    await expect(named.locator("[name=mentee]")).toHaveValue("Somebody");
    // A form that is a button alone has no place for it.
    await page.locator(".run-pair button[value=forbid]").first().click();
    await expect(page.locator(".toast--bad")).toContainText(t("errors.offline_text"));
    await page.context().setOffline(false);
  });
});

test("what was typed stays with what it is about", scripted, async ({ page }) => {
  await page.goto("/login");
  await settled(page, true);
  const [typed, same, focused, open] = await page.evaluate(() => {
    const row = (key: string) => `<li data-key="${key}"><form action="/x"><input name="n" value="1"></form></li>`;
    const folded = (words: string) => `<details><summary>${words}</summary></details>`;
    const select = (...values: string[]) => `<select>${values.map((value) => `<option value="${value}">${value}</option>`).join("")}</select>`;
    const part = document.createElement("div");
    part.innerHTML = `<ul>${row("a")}${row("b")}${row("c")}</ul>${folded("one")}${folded("two")}${select("a", "b", "c")}`;
    document.body.append(part);
    const inputs = () => [...part.querySelectorAll("input")];
    const before = inputs();
    before[1].value = "of b";
    before[2].value = "of c";
    before[2].focus();
    for (const details of part.querySelectorAll("details")) details.open = true;
    const choice = part.querySelector("select");
    if (choice) choice.value = "c";
    const { renew } = (globalThis as unknown as { trellis: { renew(part: Element, html: string): void } }).trellis;
    renew(part, `<ul>${row("c")}${row("d")}</ul>${folded("one")}${folded("three")}${select("b", "c")}`);
    const after = inputs();
    return [
      [...after.map((input) => input.value), choice?.value],
      after[0] === before[2],
      document.activeElement === after[0],
      [...part.querySelectorAll("details")].map((details) => details.open),
    ] as const;
  });
  expect(typed).toEqual(["of c", "1", "c"]);
  expect(same && focused).toBe(true);
  expect(open).toEqual([true, false]);
});
