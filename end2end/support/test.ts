// The test that every spec uses: it fails on anything that a browser complains about, and it knows how to be somebody.
import { test as base, expect, type BrowserContext, type Page } from "@playwright/test";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { PASSWORD } from "./people";

export { expect, type Page };

/** What went wrong in the browser, except what a test said it expects. */
export class Faults {
  private readonly found: string[] = [];
  private readonly allowed: RegExp[] = [];
  private quiet = false;

  /**
   * This is no fault but has to happen, a status such as `404`, or a text: a test that allows what never comes fails. Where it comes only
   * sometimes, `comes` says whether it does here, e.g. `scripted`: a form that is refused leads to a page without JavaScript, and no
   * browser complains.
   */
  allow(what: RegExp | number, comes = true) {
    if (comes) this.allowed.push(typeof what === "number" ? new RegExp(`(^| )${what}\\b|status of ${what}\\b`) : what);
  }

  /** Does something to a page that its policy complains about, as axe does when it measures. */
  async unheard<T>(page: Page, act: () => Promise<T>): Promise<T> {
    this.quiet = true;
    const result = await act();
    // What the page has said by now is heard before it answers.
    await page.evaluate(() => undefined);
    this.quiet = false;
    return result;
  }

  watch(context: BrowserContext) {
    context.on("console", (message) => {
      // What a page fetched ahead for a client that never runs is no fault.
      const ahead = message.type() === "warning" && /was preloaded using link preload but not used/.test(message.text());
      if (["error", "warning"].includes(message.type()) && !ahead) this.add(`console: ${message.text()} (${message.location().url})`);
    });
    context.on("weberror", (error) => this.add(`page error: ${error.error().stack ?? error.error().message}`));
    context.on("requestfailed", (request) => {
      const why = request.failure()?.errorText ?? "";
      // A page that is left gives up what it was still loading; with JavaScript off, a browser loads no script.
      const given = why === "net::ERR_ABORTED" || (why === "csp" && request.resourceType() === "script");
      if (!given) this.add(`request failed: ${request.url()} ${why}`);
    });
    context.on("response", (response) => {
      if (response.status() >= 400) this.add(`answer: ${response.status()} ${response.request().method()} ${response.url()}`);
    });
  }

  check() {
    expect(this.found.filter((fault) => !this.allowed.some((allowed) => allowed.test(fault)))).toEqual([]);
  }

  /** Whether all that was allowed has happened, too. */
  checkAllowed() {
    expect(this.allowed.filter((allowed) => !this.found.some((fault) => allowed.test(fault))).map(String), "faults that never came").toEqual([]);
  }

  private add(fault: string) {
    if (!this.quiet) this.found.push(fault);
  }
}

/** Somebody with a browser of their own. */
export type Visitor = (email?: string, options?: { colorScheme?: "light" | "dark"; lang?: string }) => Promise<Page>;

type Fixtures = { faults: Faults; visitor: Visitor; scripted: boolean };

export const test = base.extend<Fixtures>({
  // Each test is somebody at another network address, so that tests don't share limits.
  extraHTTPHeaders: async ({}, use, info) => {
    await use({ "X-Forwarded-For": addressOf(`${info.project.name} ${info.testId} ${info.repeatEachIndex}`) });
  },

  /** Whether JavaScript is on in this project. */
  scripted: async ({ javaScriptEnabled }, use) => use(javaScriptEnabled),

  faults: [
    async ({}, use, info) => {
      const faults = new Faults();
      await use(faults);
      faults.check();
      // A test that ended early says why it did, and not what would have come afterwards.
      if (info.status === info.expectedStatus) faults.checkAllowed();
    },
    { auto: true },
  ],

  context: async ({ context, faults }, use) => {
    faults.watch(context);
    await use(context);
  },

  /** Opens a browser for somebody, signed in when an address is given; who signed in once stays so for all tests. */
  visitor: async ({ browser, faults, extraHTTPHeaders, baseURL }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (email, { lang, ...options } = {}) => {
      const storageState = email ? await stateOf(email, (settings) => browser.newContext(settings)) : undefined;
      const context = await browser.newContext({ ...options, extraHTTPHeaders, storageState });
      // The account's language counts only where none was chosen in the browser.
      if (lang) await context.addCookies([{ name: "lang", value: lang, url: baseURL ?? "" }]);
      faults.watch(context);
      contexts.push(context);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

/** Signs in with the form, and waits until the first page is there. */
export async function signIn(page: Page, email: string, password = PASSWORD) {
  await page.goto("/login");
  await page.locator("main input[name=email]").fill(email);
  await page.locator("main input[name=password]").fill(password);
  await page.locator("main form [type=submit]").click();
  await page.waitForURL((url) => url.pathname !== "/login" && !url.pathname.startsWith("/api"));
}

/** With JavaScript, waits until the client has taken over: before that, forms are posted plainly. */
export async function settled(page: Page, scripted: boolean) {
  if (scripted) await expect(page.locator("html[data-hydrated]")).toBeAttached();
  else await page.waitForLoadState("load");
}

type NewContext = (settings: { extraHTTPHeaders: Record<string, string>; javaScriptEnabled: boolean }) => Promise<BrowserContext>;

/** Cookies of somebody who is signed in, kept in a file. */
async function stateOf(email: string, newContext: NewContext): Promise<string> {
  const folder = join(process.env.RESULTS ?? "results", "signed-in");
  const file = join(folder, `${email}.json`);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    const context = await newContext({ extraHTTPHeaders: { "X-Forwarded-For": addressOf(email) }, javaScriptEnabled: false });
    await signIn(await context.newPage(), email);
    // The other worker may be reading it meanwhile.
    await context.storageState({ path: `${file}.${process.pid}` });
    renameSync(`${file}.${process.pid}`, file);
    await context.close();
  }
  return file;
}

/** A private network address that belongs to a name. */
function addressOf(name: string): string {
  const [a, b, c] = createHash("sha256").update(name).digest();
  return `10.${a}.${b}.${c}`;
}
