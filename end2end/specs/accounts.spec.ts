// Getting in: signing up, confirming the address, signing in and out, a forgotten password; with and without JavaScript.
import { linkIn, mailTo } from "../support/mail";
import { grace, PASSWORD } from "../support/people";
import { form, send } from "../support/steps";
import { newcomer, password, signUp, confirm } from "../support/newcomer";
import { expect, settled, signIn, test } from "../support/test";
import { t } from "../support/words";

test("sign up, confirm the address, sign in and out", async ({ page, scripted }, info) => {
  const email = newcomer("nadia", info);
  await signUp(page, scripted, "Nadia Example", email);
  await confirm(page, scripted, email);
  await page.goto("/settings");
  await expect(page.getByText(t("accounts.email_verified"), { exact: true })).toBeVisible();
  await expect(page.getByText(t("accounts.device_this"))).toBeVisible();
  await page.getByRole("banner").getByRole("button", { name: t("nav.sign_out") }).click();
  await page.waitForURL((url) => url.pathname === "/");
  await page.goto("/settings");
  await page.waitForURL(/\/login/);
  await signIn(page, email, password);
});

test("whoever came for a page gets there, once their address is confirmed", async ({ page, scripted }, info) => {
  const email = newcomer("nina", info);
  await page.goto("/notifications");
  await page.waitForURL(/\/login\?next=/);
  await page.locator("main a[href^='/signup']").click();
  await page.waitForURL(/\/signup\?next=/);
  await settled(page, scripted);
  const fields = { name: "Nina Next", email, password };
  await send(form(page, "accounts/sign_up"), scripted ? fields : { ...fields, zone: "Europe/London" });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("accounts.sent_title"));

  await page.goto("/login");
  await settled(page, scripted);
  await send(form(page, "accounts/sign_in"), { email, password });
  await expect(page.locator("main [role=alert]:visible")).toContainText(t("errors.wrong_credentials"));

  await confirm(page, scripted, email, "/notifications");
});

test("whoever confirms an address gives the password of the account that it is for", async ({ page, scripted }, info) => {
  const email = newcomer("stranger", info);
  await signUp(page, scripted, "Somebody Else", email);
  await page.goto(linkIn(await mailTo(email, "/verify/"), "/verify/"));
  await settled(page, scripted);
  await send(form(page, "accounts/confirm"), { password: "not-the-password-7" });
  await expect(page.locator("main [aria-invalid=true]")).toHaveAttribute("name", "password");
  await expect(page.locator("main a[href='/forgot']")).toBeVisible();
});

test("what is wrong stands beside its field, and what was typed is kept", async ({ page, scripted, faults }) => {
  faults.allow(422, scripted);
  await page.goto("/signup");
  await settled(page, scripted);
  const fields = { name: "Nadia Example", email: "nadia@example.org", password: "password123", zone: "Europe/London" };
  await send(form(page, "accounts/sign_up"), fields);
  await expect(page.locator("main [aria-invalid=true]")).toHaveAttribute("name", "password");
  await expect(page.getByLabel(t("accounts.password"), { exact: true })).toHaveAccessibleDescription(
    new RegExp(t("errors.common_password")),
  );
  await expect(page.getByLabel(t("accounts.name"), { exact: true })).toHaveValue("Nadia Example");
  await expect(page.getByLabel(t("accounts.email"), { exact: true })).toHaveValue("nadia@example.org");
  await expect(page.getByLabel(t("accounts.zone"), { exact: true })).toHaveValue("Europe/London");
});

test("the link to confirm an address works once", async ({ page, scripted }, info) => {
  const email = newcomer("twice", info);
  await signUp(page, scripted, "Tom Twice", email);
  await confirm(page, scripted, email);
  await page.goto(linkIn(await mailTo(email, "/verify/"), "/verify/"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("accounts.link_invalid_title"));
});

test("whoever signs up twice is told by mail alone", async ({ page, scripted }, info) => {
  const email = newcomer("again", info);
  await signUp(page, scripted, "Ada Again", email);
  await mailTo(email, "/verify/");
  await signUp(page, scripted, "Somebody Else", email);
  const mail = await mailTo(email, t("accounts.mail_exists_forgot"));
  expect(mail.subject).toBe(t("accounts.mail_exists_subject"));
});

test("a wrong password and an unknown address get the same answer, and the address stays typed", async ({ page, scripted }) => {
  const answers: string[] = [];
  for (const email of [grace, "nobody@example.org"]) {
    await page.goto("/login");
    await settled(page, scripted);
    await send(form(page, "accounts/sign_in"), { email, password: "not-the-password-7" });
    answers.push(await page.locator("main [role=alert]:visible").first().innerText());
    await expect(page.getByLabel(t("accounts.email"), { exact: true })).toHaveValue(email);
    await expect(page.getByLabel(t("accounts.password"), { exact: true })).toHaveValue("");
  }
  expect(answers[0]).toContain(t("errors.wrong_credentials"));
  expect(answers[0]).toBe(answers[1]);
});

test("a forgotten password is replaced by mail", async ({ page, scripted }, info) => {
  const email = newcomer("forgetful", info);
  await signUp(page, scripted, "Fred Forgetful", email);
  await mailTo(email, "/verify/");
  await page.goto("/forgot");
  await settled(page, scripted);
  await send(form(page, "accounts/forgot"), { email });
  await expect(page.getByText(t("accounts.forgot_sent"))).toBeVisible();
  await page.goto(linkIn(await mailTo(email, "/reset/"), "/reset/"));
  await settled(page, scripted);
  await send(form(page, "accounts/reset"), { password: "quiet.harbour.lantern.9" });
  await expect(page.getByText(t("accounts.password_set"))).toBeVisible();

  await send(form(page, "accounts/sign_in"), { email, password });
  await expect(page.locator("main [role=alert]:visible")).toContainText(t("errors.wrong_credentials"));
  await signIn(page, email, "quiet.harbour.lantern.9");
});

test("whoever is not signed in comes back to where they wanted to go", async ({ page, scripted }) => {
  await page.goto("/settings");
  await page.waitForURL(/\/login\?/);
  await settled(page, scripted);
  await send(form(page, "accounts/sign_in"), { email: grace, password: PASSWORD });
  await page.waitForURL(/\/settings$/);
});
