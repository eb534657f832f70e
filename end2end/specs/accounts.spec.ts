// Accounts: from signing up to a new password, with and without JavaScript.
import { linkIn, mailTo } from "../support/mail";
import { grace } from "../support/people";
import { expect, settled, signIn, test, type Page } from "../support/test";

const password = "violet-kettle-42-orbit";
const submit = (page: Page) => page.locator("main form:has(input:not([type=hidden])) [type=submit]").first().click();

test("sign up, confirm the address, sign in and out", async ({ page, scripted }, info) => {
  const email = `nadia.${info.project.name}@example.org`;
  await signUp(page, email, scripted);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Look into your mail");

  await page.goto(linkIn(await mailTo(email, "/verify/"), "/verify/"));
  await settled(page, scripted);
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByText("Your e-mail address is confirmed.")).toBeVisible();

  await signIn(page, email, password);
  await page.goto("/settings");
  await expect(page.getByText("Confirmed", { exact: true })).toBeVisible();
  await expect(page.getByText("This device")).toBeVisible();
  await page.getByRole("button", { name: "Sign out", exact: true }).first().click();
  await page.waitForURL((url) => url.pathname !== "/settings");
  await page.goto("/settings");
  await page.waitForURL(/\/login/);
});

test("what is wrong stands beside its field, and what was typed is kept", async ({ page, scripted, faults }) => {
  faults.allow(422);
  await page.goto("/signup");
  await settled(page, scripted);
  await page.locator("main input[name=name]").fill("Nadia Example");
  await page.locator("main input[name=email]").fill("nadia@example.org");
  await page.locator("main input[name=password]").fill("password123");
  await choosePlace(page);
  await submit(page);
  await expect(page.locator("main [aria-invalid=true]")).toHaveAttribute("name", "password");
  await expect(page.locator("main input[name=name]")).toHaveValue("Nadia Example");
  await expect(page.locator("main input[name=email]")).toHaveValue("nadia@example.org");
});

test("a wrong password and an unknown address get the same answer", async ({ page, scripted, faults }) => {
  faults.allow(/answer: 4\d\d|status of 4\d\d/);
  const answers: string[] = [];
  for (const email of [grace, "nobody@example.org"]) {
    await page.goto("/login");
    await settled(page, scripted);
    await page.locator("main input[name=email]").fill(email);
    await page.locator("main input[name=password]").fill("not-the-password-7");
    await submit(page);
    answers.push(await page.locator("main [role=alert]").first().innerText());
    await expect(page.locator("main input[name=email]")).toHaveValue(email);
  }
  expect(answers[0]).toBe(answers[1]);
});

test("a forgotten password is replaced by mail", async ({ page, scripted }, info) => {
  const email = `forgetful.${info.project.name}@example.org`;
  await signUp(page, email, scripted);
  await mailTo(email, "/verify/");
  await page.goto("/forgot");
  await settled(page, scripted);
  await page.locator("main input[name=email]").fill(email);
  await submit(page);
  await expect(page.getByText("If this address has an account")).toBeVisible();
  await page.goto(linkIn(await mailTo(email, "/reset/"), "/reset/"));
  await settled(page, scripted);
  await page.locator("main input[name=password]").fill("quiet.harbour.lantern.9");
  await submit(page);
  await expect(page.getByText("Your new password is set.")).toBeVisible();
  await signIn(page, email, "quiet.harbour.lantern.9");
});

test("whoever is not signed in comes back to where they wanted to go", async ({ page, scripted }) => {
  await page.goto("/settings");
  await page.waitForURL(/\/login\?/);
  await settled(page, scripted);
  await page.locator("main input[name=email]").fill(grace);
  await page.locator("main input[name=password]").fill("trellis-demo-2026");
  await submit(page);
  await page.waitForURL(/\/settings$/);
});

async function signUp(page: Page, email: string, scripted: boolean) {
  await page.goto("/signup");
  await settled(page, scripted);
  await page.locator("main input[name=name]").fill("Nadia Example");
  await page.locator("main input[name=email]").fill(email);
  await page.locator("main input[name=password]").fill(password);
  await choosePlace(page);
  await submit(page);
}

/** The browser's time zone is chosen by JavaScript; without it one chooses. */
async function choosePlace(page: Page) {
  await page.locator("main select[name=zone]").selectOption("Europe/London");
}
