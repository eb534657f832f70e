// Every address: many times without a hang, given up midway without a panic (run.sh reads the log), and nothing where
// nothing is.
import { readFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { addressOf, places, type Place } from "../support/places";
import { anamaria, chidi, sofia, tigist } from "../support/people";
import { expect, test } from "../support/test";

const TIMES = 20;
/** So many places are for people who are signed in, at least. */
const LEAST_LED = 20;
const tag = ["@server", "@both"];

for (const place of places) {
  test(`${place.name} answers ${TIMES} times`, { tag }, async ({ visitor }) => {
    const page = await visitor(place.as);
    const address = await addressOf(page, place);
    // Some one after the other, the rest at once.
    for (let n = 0; n < TIMES / 4; n++) await get();
    await Promise.all(Array.from({ length: (TIMES * 3) / 4 }, get));

    async function get() {
      const answer = await page.request.get(address, { timeout: 15_000, maxRedirects: 0, headers: { Accept: "text/html" } });
      expect(answer.status(), address).toBe(place.status ?? 200);
      const html = await answer.text();
      // After the document come the scripts with the data that it was made of.
      expect(html, address).toContain("</html>");
      expect(html.trimEnd(), address).toMatch(/<\/(html|script)>$/);
      expect(html.match(/<h1[ >]/g), address).toHaveLength(1);
    }
  });
}

for (const place of places) {
  // The client takes over the elements that the server wrote. What the rules of HTML move, close or add (a paragraph in a
  // paragraph, a row without a table's body) it would not find, and stop.
  test(`${place.name} is read as it was written`, { tag: "@server" }, async ({ visitor }) => {
    const page = await visitor(place.as);
    const answer = await page.request.get(await addressOf(page, place), { headers: { Accept: "text/html" } });
    const [written, read] = await page.evaluate(count, await answer.text());
    expect(read).toEqual(written);
  });
}

/** How often each element occurs in a page's text, and in what a browser makes of it. */
function count(html: string): [written: Record<string, number>, read: Record<string, number>] {
  const sums = (names: string[]) => {
    const sums: Record<string, number> = {};
    for (const name of names.sort()) sums[name] = (sums[name] ?? 0) + 1;
    return sums;
  };
  const markup = html.replace(/<!--.*?-->/gs, "").replace(/(<(script|style|textarea|title)\b[^>]*>).*?<\/\2>/gs, "$1");
  const written = [...markup.matchAll(/<([a-z][a-z0-9-]*)[\s/>]/gi)].map(([, name = ""]) => name.toLowerCase());
  const read = [...new DOMParser().parseFromString(html, "text/html").querySelectorAll("*")].map((e) => e.localName.toLowerCase());
  return [sums(written), sums(read)];
}

test("every route of the application is among these places", { tag: "@server" }, () => {
  const source = readFileSync(join(import.meta.dirname, "../../app/src/routes.rs"), "utf8");
  const routes = [...source.matchAll(/page::<\w+>\("([^"]+)"\)/g)].map(([, path = ""]) => path);
  expect(routes.length).toBeGreaterThan(10);
  expect(routes.filter((route) => !places.some((place) => leadsTo(place, route)))).toEqual([]);
});

const missing: [address: string, as?: string][] = [
  ["/programs/nothing"],
  ["/programs/nothing/mentors", sofia],
  ["/programs/northwind-career"],
  ["/programs/northwind-career/requests/0190a000-0000-7000-8000-000000000000", sofia],
  ["/programs/northwind-career/requests/new?mentor=nobody", sofia],
  ["/people/0190a000-0000-7000-8000-000000000000", sofia],
  ["/people/nobody", sofia],
  ["/mentorships/0190a000-0000-7000-8000-000000000000", sofia],
  ["/mentorships/nothing/goals", sofia],
  ["/admin/programs/nothing", anamaria],
  ["/admin/programs/northwind-career", tigist],
  ["/pkg/nothing.js"],
  ["/pictures/0190a000-0000-7000-8000-000000000000"],
  ["/api/nothing"],
];

test("where nothing is, or nothing for the one who asks, the answer is 404", { tag: "@server" }, async ({ visitor }) => {
  for (const [address, as] of missing) {
    const page = await visitor(as);
    const answer = await page.request.get(address, { maxRedirects: 0 });
    expect.soft(answer.status(), `${address} for ${as ?? "nobody"}`).toBe(404);
  }
});

test("what is there but for others is forbidden", { tag: "@server" }, async ({ visitor }) => {
  const page = await visitor(chidi);
  for (const part of ["", "/participants", "/matching", "/mentorships", "/questions", "/settings"]) {
    const answer = await page.request.get(`/admin/programs/northwind-career${part}`, { maxRedirects: 0 });
    expect.soft(answer.status(), part).toBe(403);
  }
});

test("what is for people who are signed in sends others to sign in", { tag: "@server" }, async ({ visitor }) => {
  const page = await visitor();
  let led = 0;
  for (const { at, as, status } of places) {
    if (typeof at !== "string" || !as || status || places.some((other) => other.at === at && !other.as)) continue;
    const answer = await page.request.get(at, { maxRedirects: 0, headers: { Accept: "text/html" } });
    // A program that is not for everybody does not exist for a stranger.
    const hidden = at.startsWith("/programs/northwind");
    expect.soft([302, 303, ...(hidden ? [404] : [])], `${at}: ${answer.status()}`).toContain(answer.status());
    if (answer.status() === 404) continue;
    expect.soft(answer.headers().location, at).toContain("/login");
    led++;
  }
  expect(led, "places that are for people who are signed in").toBeGreaterThanOrEqual(LEAST_LED);
});

test("requests given up midway do no harm", { tag }, async ({ visitor, baseURL }) => {
  test.slow();
  for (const place of places.filter((place) => !place.status)) {
    const page = await visitor(place.as);
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
    const url = `${baseURL}${await addressOf(page, place)}`;
    await Promise.all([0, 1, 3, 10, 30].map((delay) => giveUp(url, cookie, delay)));
    await page.context().close();
  }
  const page = await visitor();
  expect((await page.request.get("/")).status()).toBe(200);
  expect((await page.request.get("/readyz")).status()).toBe(200);
});

/** Asks for a page and hangs up after so many milliseconds, or at the first bytes of the answer. */
function giveUp(url: string, cookie: string, delay: number): Promise<void> {
  return new Promise((done) => {
    const asked = request(url, { headers: { Cookie: cookie, Accept: "text/html" } }, (answer) => {
      answer.once("data", () => asked.destroy());
      answer.once("error", () => undefined);
    });
    asked.on("error", () => undefined);
    asked.on("close", () => done());
    asked.end();
    setTimeout(() => asked.destroy(), delay);
  });
}

/** Whether a place is answered by a route such as `/programs/:slug`. */
function leadsTo(place: Place, route: string): boolean {
  const pattern = new RegExp(`^${route.replace(/:\w+/g, "(?!new$)[^/]+")}$`);
  // What a link's pattern looks for, with an id for an id.
  const sample = (at: Place["at"]): string => {
    if (typeof at === "string") return at;
    const path = at.link.source.replace(/\\\//g, "/").replace(/\(\?=[^)]*\)/g, "").replace(/\[0-9a-f\]\{8\}-\[0-9a-f-\]\{27\}|\[0-9a-f-\]\{36\}/g, "id");
    return path.replace(/^\^|\$$/g, "").replace(/\\\?/g, "?") + (at.then ?? "");
  };
  return pattern.test(sample(place.at).replace(/\?.*$/, ""));
}
