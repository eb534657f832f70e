// A bad network: parts of the client that don't come, a server that was replaced under an open page, no network at all. Nothing
// somebody typed is lost, no click is without an answer, and what the server wrote works without the client.
import type { Route, TestInfo } from "@playwright/test";
import { chidi, noah, tigist } from "../support/people";
import { form, send, spaceOf } from "../support/steps";
import { expect, settled, test, type Faults, type Page } from "../support/test";
import { t } from "../support/words";

const scripted = { tag: "@scripted" };
const parts = /\/pkg\/.*\.wasm$/;

// Each project has people of its own.
const people: Record<string, string> = { "desk-js": noah, "phone-js": tigist };
const mentees: Record<string, string> = { "desk-js": "katharina.vogel@northwind.example", "phone-js": "arjun.patel@northwind.example" };

/** What a browser says of files that don't come, and the page's script of the last of them: one or the other. */
function allowMissing(faults: Faults, also?: RegExp) {
  const what = [/\/pkg\//, /^console: (TypeError: Failed to fetch|\d{3})\b/, ...(also ? [also] : [])];
  faults.allow(new RegExp(what.map((one) => one.source).join("|")));
}

/** Opens a page and waits for the client. The mark is gone once the server was asked for a page. */
async function open(page: Page, address: string) {
  await page.goto(address);
  await settled(page, true);
  await page.evaluate(() => Object.assign(window, { stayed: true }));
}
/** Whose password nobody knows; each test its own, as attempts are counted by address. */
const strangerOf = (info: TestInfo) => `${info.project.name}-${info.testId}-${info.retry}@example.org`;
const stayed = (page: Page) => page.evaluate(() => "stayed" in window);

const toSignUp = (page: Page) => page.locator("a[href='/signup']").first();
const toSignIn = (page: Page) => page.locator("a[href='/login']").first();
const email = (page: Page) => page.locator("main input[name=email]");
const alert = (page: Page) => page.getByRole("alert").filter({ hasText: t("errors.offline_text") });

/** The first request for each of some files fails. */
async function failOnce(page: Page, files: RegExp) {
  const asked = new Set<string>();
  await page.route(files, (route) => {
    const url = route.request().url();
    if (asked.has(url)) return route.continue();
    asked.add(url);
    return route.abort("connectionreset");
  });
  return asked;
}

test("a part that does not come is asked for again", scripted, async ({ page, faults }) => {
  allowMissing(faults);
  await open(page, "/login");
  const asked = await failOnce(page, parts);
  await toSignUp(page).click();
  await page.waitForURL("**/signup");
  await expect(page.locator("main input[name=name]")).toBeVisible();
  expect(asked.size, "the page has parts of its own").toBeGreaterThan(0);
  expect(await stayed(page), "the client led there").toBe(true);
});

test("where a part never comes, the server leads", scripted, async ({ page, faults }, info) => {
  allowMissing(faults);
  const address = strangerOf(info);
  await open(page, "/login");
  await page.route(parts, (route) => route.abort("connectionreset"));
  await toSignUp(page).click();
  await page.waitForURL("**/signup");
  await expect(page.locator("main input[name=name]")).toBeVisible();
  expect(await stayed(page), "the server led there").toBe(false);

  // There is no client on that page, which is not loaded over and over; links lead on.
  const loads = countLoads(page);
  await page.waitForLoadState("load");
  await toSignIn(page).click();
  await page.waitForURL("**/login");
  await email(page).fill(address);
  expect(loads()).toBe(1);
  await expect(page.locator("html[data-hydrated]")).toHaveCount(0);

  // And forms are sent.
  await page.locator("main input[name=password]").fill("not the password");
  await page.locator("main form [type=submit]").click();
  await expect(page.locator("main form").getByText(t("errors.wrong_credentials")).first()).toBeVisible();
  await expect(email(page)).toHaveValue(address);
});

function countLoads(page: Page): () => number {
  let loads = 0;
  page.on("request", (request) => {
    if (request.isNavigationRequest()) loads++;
  });
  return () => loads;
}

test("a part that never answers is not waited for for ever", scripted, async ({ page, faults }) => {
  allowMissing(faults, /^console: AbortError/);
  await page.clock.install();
  await open(page, "/login");
  const asked: Record<string, number> = {};
  await page.route(parts, (route) => {
    const url = route.request().url();
    asked[url] = (asked[url] ?? 0) + 1;
  });
  await toSignUp(page).click();
  await expect(async () => {
    await page.clock.fastForward(16_000);
    expect(new URL(page.url()).pathname).toBe("/signup");
  }).toPass();
  await expect(page.locator("main input[name=name]")).toBeVisible();
  expect(Math.max(...Object.values(asked)), "it was asked for again").toBeGreaterThan(1);
  expect(await stayed(page), "the server led there").toBe(false);
});

test("back to a page whose part never comes", scripted, async ({ page, faults }) => {
  allowMissing(faults);
  await open(page, "/login");
  await toSignUp(page).click();
  await page.waitForURL("**/signup");
  // The browser keeps the way that the client went, but a fresh document knows nothing of the page before.
  await page.reload();
  await settled(page, true);
  await page.route(parts, (route) => route.abort("connectionreset"));
  await page.goBack({ waitUntil: "commit" });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("accounts.login_title"));
  expect(new URL(page.url()).pathname).toBe("/login");

  // Also where there is no client at all.
  await page.goForward({ waitUntil: "commit" });
  await expect(page.locator("main input[name=name]")).toBeVisible();
});

test("a sent form leads to a page whose part never comes", scripted, async ({ visitor, faults }, info) => {
  allowMissing(faults);
  const page = await visitor(mentees[info.project.name], { lang: "en" });
  await open(page, `/mentorships/${await spaceOf(page)}/goals/new?from=blank`);
  await page.route(parts, (route) => route.abort("connectionreset"));
  const title = "Be found behind a bad network";
  await send(form(page, "goals/create"), { title, why: "I travel.", success: "I am found.", "milestones[]": ["Leave"] });
  await page.waitForURL(/\/goals\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  expect(await stayed(page), "the server led there").toBe(false);
});

test("a server of another version is asked for the page", scripted, async ({ page, faults }) => {
  allowMissing(faults);
  await open(page, "/login");
  // All files of the version that the page is from are gone, until the next page is asked for.
  let replaced = true;
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.isNavigationRequest()) replaced = false;
  });
  await page.route(/\/pkg\//, (route) => {
    if (!replaced) return route.continue();
    asked.push(route.request().url());
    return route.fulfill({ status: 404, headers: { "cache-control": "no-store" } });
  });
  await toSignUp(page).click();
  await page.waitForURL("**/signup");
  await settled(page, true);
  expect(await stayed(page), "the server led there").toBe(false);
  expect(asked.length).toBeGreaterThan(0);
  expect(new Set(asked).size, "what is gone is not asked for again").toBe(asked.length);
});

for (const lang of ["en", "ar"]) {
  test(`without a network the page stays and says so (${lang})`, scripted, async ({ visitor, faults }) => {
    faults.allow(/INTERNET_DISCONNECTED/);
    const page = await visitor(undefined, { lang });
    const said = page.getByRole("alert").filter({ hasText: t("errors.offline_text", {}, lang) });
    await open(page, "/login");
    await email(page).fill("somebody@example.org");
    await page.context().setOffline(true);
    await toSignUp(page).click();
    await expect(said).toBeVisible();
    await expect(said).toBeInViewport();
    expect(new URL(page.url()).pathname).toBe("/login");
    await expect(email(page)).toHaveValue("somebody@example.org");
    await said.getByRole("button", { name: t("common.close", {}, lang) }).click();
    await expect(said).toHaveCount(0);

    await page.context().setOffline(false);
    await toSignUp(page).click();
    await page.waitForURL("**/signup");
    await expect(page.locator("main input[name=name]")).toBeVisible();
  });
}

test("a server that is away is told of, and found again", scripted, async ({ page, faults }) => {
  allowMissing(faults);
  faults.allow(/502|ERR_FAILED|ERR_CONNECTION/);
  await open(page, "/forgot");
  await page.locator("a[href='/login']").last().click();
  await page.waitForURL("**/login");
  await email(page).fill("somebody@example.org");
  // A proxy answers in its place.
  const away = (route: Route) => route.fulfill({ status: 502, contentType: "text/html", body: "<h1>Bad Gateway</h1>" });
  await page.route("**/*", away);
  await toSignUp(page).click();
  await expect(alert(page)).toBeVisible();
  // Where else one goes, the same; the page is still there.
  await page.locator("a[href='/forgot']").click();
  await expect(alert(page)).toHaveCount(1);
  expect(new URL(page.url()).pathname).toBe("/login");
  await expect(email(page)).toHaveValue("somebody@example.org");
  // Back and on as well.
  for (const go of [() => page.goBack({ waitUntil: "commit" }), () => page.goForward({ waitUntil: "commit" })]) {
    await alert(page).getByRole("button").click();
    await go();
    await expect(alert(page)).toBeVisible();
    await expect(email(page)).toHaveValue("somebody@example.org");
  }

  await page.unroute("**/*", away);
  await toSignUp(page).click();
  await page.waitForURL("**/signup");
  await expect(page.locator("main input[name=name]")).toBeVisible();
});

const first: [what: string, files: RegExp][] = [
  ["the client", /trellis\.wasm$/],
  ["the client's script", /trellis\.js$/],
  ["the loader", /__wasm_split.*\.js$/],
  ["the page's part", /login_page.*\.wasm$/],
  ["the words", /words\..*\.json$/],
];
for (const [what, files] of first) {
  test(`at first, ${what} does not come once`, scripted, async ({ page, faults }) => {
    allowMissing(faults);
    await failOnce(page, files);
    await page.goto("/login");
    await settled(page, true);
  });

  test(`at first, ${what} never comes`, scripted, async ({ page, faults }, info) => {
    allowMissing(faults);
    const address = strangerOf(info);
    let asked = 0;
    await page.route(files, (route) => {
      asked++;
      return route.abort("connectionreset");
    });
    const loads = countLoads(page);
    await page.goto("/login");
    await email(page).fill(address);
    await expect.poll(() => asked, "it is asked for again").toBeGreaterThan(2);
    await page.locator("main input[name=password]").fill("not the password");
    await page.locator("main form [type=submit]").click();
    await expect(page.locator("main form").getByText(t("errors.wrong_credentials")).first()).toBeVisible();
    await expect(email(page)).toHaveValue(address);
    await toSignUp(page).click();
    await page.waitForURL("**/signup");
    // The page, the answer to the form, the page that it leads to, and the next.
    expect(loads()).toBeLessThanOrEqual(4);
    await expect(page.locator("main input[name=name]")).toBeVisible();
  });
}

test("words that a network made up are not taken", scripted, async ({ page, faults }) => {
  allowMissing(faults, /^console: SyntaxError/);
  await open(page, "/");
  await page.route(/words\.accounts\.login\..*\.json$/, (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<h1>Sign in to our network</h1>" }));
  await toSignIn(page).click();
  await page.waitForURL("**/login");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("accounts.login_title"));
  expect(await stayed(page), "the server led there").toBe(false);
});

test("a page whose words never come is asked of the server", scripted, async ({ page, faults }) => {
  allowMissing(faults);
  await open(page, "/");
  await page.route(/words\.accounts\.login\..*\.json$/, (route) => route.fulfill({ status: 404 }));
  const loads = countLoads(page);
  await toSignIn(page).click();
  await page.waitForURL("**/login");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("accounts.login_title"));
  expect(await stayed(page), "the server led there").toBe(false);
  expect(loads(), "and was asked once").toBe(1);
});

test("the client comes after what can be read", scripted, async ({ page }) => {
  await page.goto("/");
  await settled(page, true);
  const [painted, begun] = await page.evaluate(() => {
    const painted = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Infinity;
    const client = performance.getEntriesByType("resource").filter((file) => /\.(wasm|js|json)$/.test(file.name));
    return [painted, Math.min(...client.map((file) => file.startTime))];
  });
  expect(begun).toBeGreaterThanOrEqual(painted);
});

test("whoever touches the page gets the client at once", scripted, async ({ page }) => {
  // Time stands still: nothing is painted, and nobody waits.
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 60_000);
  let asked = 0;
  page.on("request", (request) => {
    if (parts.test(request.url())) asked++;
  });
  await page.goto("/login");
  await page.waitForLoadState("load");
  expect(asked).toBe(0);
  await email(page).press("a");
  await settled(page, true);
  await expect(email(page), "what was typed meanwhile is kept").toHaveValue("a");
});

const about = (page: Page) => form(page, "people/save");

test.describe("a form that is sent", () => {
  // Both save the same profile.
  test.describe.configure({ mode: "default" });
  for (const [what, begin, end, fault] of [
    [
      "no network",
      (page: Page) => page.context().setOffline(true),
      (page: Page) => page.context().setOffline(false),
      /INTERNET_DISCONNECTED/,
    ],
    [
      "a proxy without a server",
      (page: Page) => page.route("**/api/**", (route) => route.fulfill({ status: 502, contentType: "text/html", body: "<h1>Bad Gateway</h1>" })),
      (page: Page) => page.unroute("**/api/**"),
      502,
    ],
    [
      "a network that answers itself",
      (page: Page) => page.route("**/api/**", (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<h1>Sign in to our network</h1>" })),
      (page: Page) => page.unroute("**/api/**"),
      // The browser takes it for an answer.
      undefined,
    ],
  ] as const) {
    test(`with ${what} keeps what was typed and can be sent again`, scripted, async ({ visitor, faults }, info) => {
      if (fault) faults.allow(fault);
      const page = await visitor(people[info.project.name], { lang: "en" });
      await page.goto("/profile");
      await settled(page, true);
      const headline = `Written with ${what}`;
      await begin(page);
      await send(about(page), { headline });
      const said = about(page).getByRole("alert");
      await expect(said).toContainText(t("errors.offline_text"));
      await expect(about(page).locator("[name=headline]")).toHaveValue(headline);
      await end(page);
      await about(page).locator("[type=submit]").last().click();
      await expect(page.getByText(t("common.saved"))).toBeVisible();
      await expect(said).toHaveCount(0);
      await page.reload();
      await expect(about(page).locator("[name=headline]")).toHaveValue(headline);
    });
  }
});

test("what was typed and chosen before the client came is kept", scripted, async ({ visitor }) => {
  const page = await visitor(chidi);
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\.wasm$/, async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  await page.goto("/profile");
  const fields = page.locator("main form :is(input:not([type=hidden], [type=file], [type=checkbox], [type=radio]), textarea, select):visible");
  const boxes = page.locator("main form :is(input[type=checkbox], input[type=radio])");
  const written: string[] = [];
  for (const field of await fields.all()) {
    const [kind, options] = await field.evaluate((node) => [node.localName, node instanceof HTMLSelectElement ? node.options.length : 0] as const);
    if (kind === "select") await field.selectOption({ index: options - 1 });
    else await field.fill((await field.getAttribute("type")) === "url" ? "https://example.org/typed" : "typed meanwhile");
    written.push(await field.inputValue());
  }
  for (const box of await boxes.all()) await box.check({ force: true });
  expect(written.length).toBeGreaterThan(3);
  const ticked = await boxes.evaluateAll((all) => all.map((box) => (box as HTMLInputElement).checked));
  const names = await fields.evaluateAll((all) => all.map((field) => (field as HTMLInputElement).name));
  release();
  await settled(page, true);
  for (const [n, name] of names.entries()) {
    // A list of skills becomes chips, and a hidden field with what is in them.
    const now = () => page.locator(`main form [name="${name}"]`).evaluateAll((all) => all.map((field) => (field as HTMLInputElement).value));
    await expect.poll(now, name).toContain(written[n]);
  }
  expect(await boxes.evaluateAll((all) => all.map((box) => (box as HTMLInputElement).checked))).toEqual(ticked);
});
