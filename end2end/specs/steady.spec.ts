// The site under impatient people: each address many times, and requests given up midway. run.sh reads the log for panics.
import { request } from "node:http";
import { addressOf, places } from "../support/places";
import { expect, test } from "../support/test";

const TIMES = 20;

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  for (const place of places) {
    test(`${place.name} answers ${TIMES} times without a hang`, async ({ visitor, faults }, info) => {
      test.skip(info.project.name !== "desk-nojs", "the server is the same for all");
      if (place.status) faults.allow(place.status);
      const page = await visitor(place.as);
      const address = await addressOf(page, place);
      // Some one after the other, the rest at once.
      for (let n = 0; n < TIMES / 4; n++) await get(address);
      await Promise.all(Array.from({ length: (TIMES * 3) / 4 }, () => get(address)));

      async function get(address: string) {
        const answer = await page.request.get(address, { timeout: 15_000, maxRedirects: 0, headers: { Accept: "text/html" } });
        expect(answer.status(), address).toBe(place.status ?? 200);
        expect((await answer.text()).trimEnd(), address).toMatch(/<\/html>$/);
      }
    });
  }

  test("requests given up midway do no harm", async ({ visitor, baseURL }, info) => {
    test.skip(info.project.name !== "desk-nojs", "the server is the same for all");
    const addresses: string[] = [];
    for (const place of places.filter((place) => !place.status)) {
      const page = await visitor(place.as);
      const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
      const address = await addressOf(page, place);
      addresses.push(address);
      await Promise.all([0, 1, 3, 10, 30].map((delay) => giveUp(`${baseURL}${address}`, cookie, delay)));
    }
    const page = await visitor();
    for (const _ of addresses.slice(0, 3)) expect((await page.goto("/"))?.status()).toBe(200);
    expect((await page.request.get("/readyz")).status()).toBe(200);
  });
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
