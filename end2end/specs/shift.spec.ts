// Nothing moves under a reader's eyes while a page loads on a phone: neither when a typeface comes, nor when the client takes
// the page over. `make phone` prints, of the same pages, what else there is to know about their loading.
import { addressOf, places } from "../support/places";
import { load, MOST_SHIFT, paintFirst, slowDown, told, type Loading } from "../support/loading";
import { expect, test } from "../support/test";

/** On a slow line and a slow processor: what somebody sees first, and most often. */
const slowly = ["landing", "sign-in", "home-of-a-mentee", "mentors", "goals-of-a-mentee", "match-run"];
/** How often `make phone` loads each; what it prints is the one in the middle. */
const times = Number(process.env.LOADS ?? 1);

for (const place of places.filter(({ name }) => slowly.includes(name))) {
  test(`${place.name} keeps still on a slow phone`, { tag: ["@scripted", "@phone"] }, async ({ visitor }) => {
    test.setTimeout(60_000 * times);
    const loads: Loading[] = [];
    for (let time = 0; time < times; time++) {
      const page = await visitor(place.as, { lang: "en" });
      const address = await addressOf(page, place);
      await slowDown(page);
      loads.push(await load(page, address));
      await page.close();
    }
    if (process.env.LOADS) console.log(line(place.name, loads));
    for (const one of loads) expect(one.shift, told(one)).toBeLessThanOrEqual(MOST_SHIFT);
  });
}

for (const place of places) {
  test(`${place.name} keeps still`, { tag: ["@scripted", "@phone"] }, async ({ visitor, faults }) => {
    if (place.status) faults.allow(place.status);
    const page = await visitor(place.as, { lang: "en" });
    const address = await addressOf(page, place);
    await paintFirst(page);
    const loading = await load(page, address, 300);
    expect(loading.shift, told(loading)).toBeLessThanOrEqual(MOST_SHIFT);
  });
}

/** The load in the middle, as a row. */
function line(name: string, loads: Loading[]): string {
  const middle = (of: (loading: Loading) => number) => loads.map(of).sort((a, b) => a - b)[loads.length >> 1] ?? 0;
  const ms = (of: (loading: Loading) => number) => middle(of).toFixed(0);
  return [name, ms((l) => l.firstPaint), ms((l) => l.largestPaint), middle((l) => l.shift).toFixed(4), ms((l) => l.blocked), ms((l) => l.hydrated), ms((l) => l.bytes)].join("\t");
}
