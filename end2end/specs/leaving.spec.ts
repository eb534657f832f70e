// Leaving: one's data as a file, asking to have the account deleted, and coming back; with and without JavaScript.
import { readFileSync } from "node:fs";
import { mailTo } from "../support/mail";
import { arrive, newcomer, password } from "../support/newcomer";
import { grace } from "../support/people";
import { form, send, unfold } from "../support/steps";
import { expect, settled, signIn, test } from "../support/test";
import { like, t } from "../support/words";

test("one's data are a file with what one said", async ({ page, scripted }, info) => {
  const email = newcomer("taking", info);
  await arrive(page, scripted, "Tomoko Taking", email);
  await page.goto("/settings");
  await settled(page, scripted);
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: t("leaving.copy_download") }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe("trellis-data.zip");
  const bytes = readFileSync(await file.path());
  expect(bytes.subarray(0, 2).toString()).toBe("PK");
  expect(bytes.includes("data.json")).toBe(true);
});

test("an account is deleted with the password, and kept by whoever comes back", async ({ page, scripted }, info) => {
  const email = newcomer("leaving", info);
  await arrive(page, scripted, "Lars Leaving", email);
  await page.goto("/settings");
  await settled(page, scripted);
  const leave = form(page, "accounts/delete");
  await unfold(leave);
  for (const words of ["leaving.what_now", "leaving.what_then", "leaving.what_stays"]) {
    await expect(leave.getByText(t(words))).toBeVisible();
  }
  await send(leave, { delete_password: "not-the-password-7" });
  await expect(page.locator("main [aria-invalid=true]")).toHaveAttribute("name", "delete_password");
  await expect(page.getByLabel(t("accounts.current_password"), { exact: true }).last()).toHaveAccessibleDescription(
    new RegExp(t("errors.wrong_password")),
  );
  await settled(page, scripted);
  await send(leave, { delete_password: password });
  await page.waitForURL(/\/login\?done=leaving/);
  await expect(page.getByText(t("leaving.asked"))).toBeVisible();
  expect((await mailTo(email, t("leaving.mail_keep"))).subject).toMatch(like("leaving.mail_subject"));

  await page.goto("/settings");
  await page.waitForURL(/\/login\?next=/);
  await signIn(page, email, password);
  expect(new URL(page.url()).pathname).toBe("/settings");
  await expect(page.getByText(like("leaving.scheduled")).first()).toBeVisible();
  await settled(page, scripted);
  await send(form(page, "accounts/keep"));
  await page.waitForURL(/done=staying/);
  await expect(page.getByText(t("leaving.kept"))).toBeVisible();
  await expect(form(page, "accounts/keep")).toHaveCount(0);
  await expect(form(page, "accounts/delete")).toHaveCount(1);
});

test("the only owner of an organisation is told what to do first", async ({ visitor, scripted }) => {
  const page = await visitor(grace);
  await page.goto("/settings");
  await settled(page, scripted);
  await expect(page.getByRole("link", { name: like("leaving.only_owner") }).first()).toBeVisible();
});
