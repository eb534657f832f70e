// Changing one's account: password, address, devices; with and without JavaScript.
import { linkIn, mailTo } from "../support/mail";
import { newcomer, arrive, password } from "../support/newcomer";
import { form, send } from "../support/steps";
import { expect, settled, signIn, test } from "../support/test";
import { t } from "../support/words";

test("a new password counts at once, and signs the other devices out", async ({ page, visitor, scripted, faults }, info) => {
  const email = newcomer("changing", info);
  await arrive(page, scripted, "Chandra Changing", email);
  const elsewhere = await visitor();
  await signIn(elsewhere, email, password);

  await page.goto("/settings");
  await settled(page, scripted);
  faults.allow(422, scripted);
  const words = form(page, "accounts/change_password");
  await send(words, { current_password: "not-the-password-7", new_password: "amber-river-77-stone" });
  await expect(page.getByText(t("errors.wrong_password")).first()).toBeVisible();
  await settled(page, scripted);
  await send(words, { current_password: password, new_password: "amber-river-77-stone" });
  await expect(page.getByText(t("accounts.password_changed"))).toBeVisible();

  await elsewhere.goto("/settings");
  await elsewhere.waitForURL(/\/login/);
  await signIn(elsewhere, email, "amber-river-77-stone");
  expect((await mailTo(email, t("accounts.mail_not_you"))).subject).toBe(t("accounts.mail_password_subject"));
});

test("a new address counts once it is confirmed", async ({ page, visitor, scripted }, info) => {
  const [before, after] = [newcomer("before", info), newcomer("after", info)];
  await arrive(page, scripted, "Mona Moving", before);
  await page.goto("/settings");
  await settled(page, scripted);
  await send(form(page, "accounts/change_email"), { new_email: after, email_password: password });
  await expect(page.getByText(t("accounts.email_pending", { email: after }))).toBeVisible();
  await mailTo(before, after);

  const elsewhere = await visitor();
  await signIn(elsewhere, before, password);
  await page.goto(linkIn(await mailTo(after, "/verify/"), "/verify/"));
  await settled(page, scripted);
  await page.getByRole("button", { name: t("accounts.verify_submit") }).click();
  await expect(page.getByText(t("accounts.confirmed"))).toBeVisible();
  await page.goto("/settings");
  await expect(page.locator("main").getByText(after, { exact: true })).toBeVisible();
  await signIn(await visitor(), after, password);
});

test("a device is signed out from another one", async ({ page, visitor, scripted }, info) => {
  const email = newcomer("devices", info);
  await arrive(page, scripted, "Dora Devices", email);
  const elsewhere = await visitor();
  await signIn(elsewhere, email, password);
  await page.goto("/settings");
  await settled(page, scripted);
  const there = page.getByRole("button", { name: t("accounts.sign_out_there") });
  await expect(there).toHaveCount(1);
  await there.click();
  await expect(there).toHaveCount(0);
  await elsewhere.goto("/settings");
  await elsewhere.waitForURL(/\/login/);
});

test("name, language and colours follow what one chooses", async ({ page, scripted }, info) => {
  await arrive(page, scripted, "Lena Language", newcomer("lena", info));
  await page.goto("/settings");
  await settled(page, scripted);
  await send(form(page, "accounts/change_basics"), { name: "Lena Sprache", locale: "de" });
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.getByText(t("common.saved", {}, "de"))).toBeVisible();
  await expect(page.locator("main input[name=name]")).toHaveValue("Lena Sprache");
  await settled(page, scripted);
  await send(page.locator("main form:has(input[name=theme])"), { theme: "dark" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});
