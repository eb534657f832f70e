// People who weren't there before: each test signs its own up, so that tests don't meet.
import type { Page, TestInfo } from "@playwright/test";
import { linkIn, mailTo } from "./mail";
import { form, send } from "./steps";
import { expect, settled } from "./test";
import { t } from "./words";

export const password = "violet-kettle-42-orbit";

/** An address that only this test in this project uses. */
export function newcomer(name: string, info: TestInfo): string {
  return `${name}.${info.project.name}.${info.testId.slice(-6)}${info.repeatEachIndex || ""}@example.org`;
}

/** Signs up, and is told to look into the mail. The browser's time zone is chosen by JavaScript; without it one chooses. */
export async function signUp(page: Page, scripted: boolean, name: string, email: string) {
  await page.goto("/signup");
  await settled(page, scripted);
  const fields = { name, email, password };
  await send(form(page, "accounts/sign_up"), scripted ? fields : { ...fields, zone: "Europe/London" });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("accounts.sent_title"));
}

/** Opens the link in the mail and confirms the address with it and the password: afterwards one is signed in. */
export async function confirm(page: Page, scripted: boolean, email: string, to = "/home") {
  await page.goto(linkIn(await mailTo(email, "/verify/"), "/verify/"));
  await settled(page, scripted);
  await send(form(page, "accounts/confirm"), { password });
  await page.waitForURL((url) => url.pathname === to);
}

/** All of it: afterwards the page belongs to somebody who is signed in and confirmed. */
export async function arrive(page: Page, scripted: boolean, name: string, email: string) {
  await signUp(page, scripted, name, email);
  await confirm(page, scripted, email);
}
