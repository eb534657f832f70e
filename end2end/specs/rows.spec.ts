// What was typed, ticked or opened stays with what it belongs to, when a list gets shorter or changes its order.
import type { Page } from "@playwright/test";
import { arrive, newcomer } from "../support/newcomer";
import { beginProgram, createOrganisation, join, openByLink } from "../support/programs";
import { form, send, unfold } from "../support/steps";
import { expect, settled, test } from "../support/test";
import { t } from "../support/words";

test("a corrected row of a spreadsheet is its own", async ({ page, scripted }, info) => {
  const { slug } = await program(page, scripted, info);
  await page.goto(`/admin/programs/${slug}/participants/import`);
  await settled(page, scripted);
  const lines = [
    "Name,Email,Role",
    `Ann,${newcomer("ann", info)},mentor`,
    "Ben,ben at example,mentee",
    "Cai,cai at example,mentor",
    "Dov,,mentee",
    "Eve,,mentor",
  ];
  const upload = form(page, "imports/upload");
  await upload.locator("input[type=file]").setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) });
  await upload.locator("[type=submit]").click();
  await expect(page.locator("#fix fieldset")).toHaveCount(4);
  await settled(page, scripted);

  // Two are put right: one of those with a text in the cell, one of those without.
  await send(form(page, "imports/fix"), { "cells[c-3-1]": newcomer("ben", info), "cells[c-5-1]": newcomer("dov", info) });
  await expect(page.locator("#fix fieldset")).toHaveCount(2);
  await expect(page.locator("#c-4-1")).toHaveValue("cai at example");
  await expect(page.locator("#c-4-2")).toHaveValue("mentor");
  await expect(page.locator("#c-6-1")).toHaveValue("");
  await expect(page.locator("#c-6-0")).toHaveValue("Eve");
  // What is still wrong shows what was typed last.
  await settled(page, scripted);
  await send(form(page, "imports/fix"), { "cells[c-4-1]": "still wrong" });
  await expect(page.locator("#c-4-1")).toHaveValue("still wrong");
});

test("the form of a question moves with it", { tag: "@scripted" }, async ({ page, scripted }, info) => {
  const { slug } = await program(page, scripted, info);
  await page.goto(`/admin/programs/${slug}/questions`);
  await settled(page, scripted);
  const rows = page.locator("main li.question");
  const [first, second] = [await rows.nth(0).locator("h2.card__title").innerText(), await rows.nth(1).locator("h2.card__title").innerText()];
  const of = (question: string) => rows.filter({ has: page.getByRole("heading", { name: question, exact: true }) });
  const prompt = (question: string) => of(question).locator("form[action$='/enrolments/edit_question'] [name=prompt]");
  await of(first).locator("details > summary").first().click();
  await prompt(first).fill("Typed into the first one");
  await of(first).getByRole("button", { name: t("enrolments.move_down", { question: first }) }).click();
  await expect(rows.nth(0).locator("h2.card__title")).toHaveText(second);
  await expect(prompt(first)).toHaveValue("Typed into the first one");
  await expect(prompt(second)).toHaveValue(second);
  await expect(prompt(second)).not.toBeVisible();
  await send(of(first).locator("form[action$='/enrolments/edit_question']"));
  await expect(rows.nth(1).locator("h2.card__title")).toHaveText("Typed into the first one");
  await expect(rows.nth(0).locator("h2.card__title")).toHaveText(second);
});

test("a word to one person is not sent to another", { tag: "@scripted" }, async ({ page, visitor, scripted }, info) => {
  test.setTimeout(120_000);
  const { slug, link } = await program(page, scripted, info);
  for (const name of ["Zoe Zero", "Yan Young"]) {
    const person = await visitor();
    await arrive(person, scripted, name, newcomer(name.slice(0, 3).toLowerCase(), info));
    await join(person, scripted, link, "mentee", "to learn");
  }
  await page.goto(`/admin/programs/${slug}/participants`);
  await settled(page, scripted);
  const of = (name: string) => page.locator("li.participant", { hasText: name });
  const word = (name: string) => of(name).locator("[name=word]");
  await of("Zoe Zero").locator("details > summary", { hasText: t("enrolments.remove") }).click();
  await word("Zoe Zero").fill("For Zoe alone");
  // Something else is done on the page meanwhile.
  await of("Yan Young").getByRole("button", { name: t("enrolments.pause_them") }).click();
  await expect(of("Yan Young")).toContainText(t("enrolments.status_paused"));
  await expect(word("Zoe Zero")).toHaveValue("For Zoe alone");
  await expect(word("Yan Young")).toHaveValue("");
  await of("Zoe Zero").getByRole("button", { name: t("enrolments.remove") }).click();
  await expect(of("Zoe Zero")).toContainText(t("enrolments.status_removed"));
  await expect(page.locator("[name=word]")).toHaveCount(1);
  await expect(word("Yan Young")).toHaveValue("");
});

test("settings of one program are not another's", { tag: "@scripted" }, async ({ page, scripted }, info) => {
  const { slug: one, organisation } = await program(page, scripted, info);
  const other = await beginProgram(page, scripted, "career", `Second ${info.project.name} ${info.testId.slice(-6)}`, organisation);
  await page.goto(`/admin/programs/${one}/settings`);
  await settled(page, scripted);
  await unfold(form(page, "programs/save"));
  await page.locator("#summary").fill("Only for the first");
  await page.evaluate((href) => {
    const link = Object.assign(document.createElement("a"), { href, textContent: "there" });
    document.querySelector("main")?.prepend(link);
  }, `/admin/programs/${other}/settings`);
  page.on("dialog", (dialog) => dialog.accept());
  await page.getByRole("link", { name: "there", exact: true }).click();
  await page.waitForURL(`**/programs/${other}/settings`);
  await expect(page.locator("#name")).toHaveValue(/^Second/);
  await expect(page.locator("#summary")).not.toHaveValue("Only for the first");
});

/** A program that is open for whoever has its link. */
async function program(page: Page, scripted: boolean, info: Parameters<typeof newcomer>[1]) {
  const organisation = `Rows ${info.project.name} ${info.testId.slice(-6)}${info.retry || ""}`;
  await arrive(page, scripted, "Rita Rows", newcomer(`rita${info.retry || ""}`, info));
  await createOrganisation(page, scripted, organisation);
  const slug = await beginProgram(page, scripted, "career", organisation, organisation);
  return { slug, organisation, link: await openByLink(page, scripted, slug) };
}
