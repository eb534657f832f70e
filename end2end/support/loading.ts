// How a page loads: what a browser says of its paints, its busy time and of what moved under the reader's eyes, on a line
// and a processor as slow as asked for.
import type { Page } from "@playwright/test";

/** A thing that moved: what it is, from where, to where. */
export interface Moved {
  what: string;
  from: string;
  to: string;
}

/** Things that moved at once. */
export interface Shift {
  at: number;
  value: number;
  moved: Moved[];
}

/** What one load was like; times are in milliseconds since it was asked for. */
export interface Loading {
  firstPaint: number;
  largestPaint: number;
  /** The layout shift, as web.dev/cls counts it: the worst second of shifts that follow one another within a second. */
  shift: number;
  shifts: Shift[];
  /** What long tasks took above 50 ms each, after the first paint. */
  blocked: number;
  hydrated: number;
  /** Bytes over the line, as they were packed. */
  bytes: number;
}

/** More than this moves words away from under a reader's eyes. web.dev calls 0.1 good. */
export const MOST_SHIFT = 0.05;

/** "Slow 4G" of Lighthouse, and a phone of the middle class. */
const slow = { latency: 150, downloadThroughput: (1.6e6 / 8) | 0, uploadThroughput: (750e3 / 8) | 0, offline: false };
const SLOWER = 4;

/** Chromium counts nothing that moves this soon after a window has got its size. */
const UNCOUNTED = 700;

/** What the page itself notes down while it loads. */
interface Notes {
  first: number;
  largest: number;
  hydrated: number;
  long: { start: number; length: number }[];
  shifts: Shift[];
}

/** Runs in the page before anything of it. */
function note() {
  const notes: Notes = { first: 0, largest: 0, hydrated: 0, long: [], shifts: [] };
  Object.assign(window, { loadingNotes: notes });
  const watch = (type: string, each: (entry: any) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  const box = (rect: DOMRectReadOnly) => `${Math.round(rect.x)},${Math.round(rect.y)} ${Math.round(rect.width)}×${Math.round(rect.height)}`;
  const name = (node: Node | null): string => {
    const element = node instanceof Element ? node : node?.parentElement;
    if (!element) return "(gone)";
    const words = (node?.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 30);
    const own = element.tagName.toLowerCase() + [...element.classList].map((c) => `.${c}`).join("");
    return `${element.parentElement?.tagName.toLowerCase() ?? ""} > ${own}${words && ` “${words}”`}`;
  };
  watch("paint", (entry) => entry.name === "first-contentful-paint" && (notes.first = entry.startTime));
  watch("largest-contentful-paint", (entry) => (notes.largest = entry.startTime));
  watch("longtask", (entry) => notes.long.push({ start: entry.startTime, length: entry.duration }));
  watch("layout-shift", (entry) => {
    if (entry.hadRecentInput) return;
    const moved = entry.sources.map((source: any) => ({ what: name(source.node), from: box(source.previousRect), to: box(source.currentRect) }));
    notes.shifts.push({ at: entry.startTime, value: entry.value, moved });
  });
  new MutationObserver((_, observer) => {
    if (!document.documentElement?.hasAttribute("data-hydrated")) return;
    notes.hydrated = performance.now();
    observer.disconnect();
  }).observe(document, { attributes: true, attributeFilter: ["data-hydrated"], subtree: true });
}

/** From now on the page loads as on a phone in the countryside. */
export async function slowDown(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", slow);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
}

/** What the page shows first stands for a moment before the client and the typefaces come, as where the line is slow. */
export async function paintFirst(page: Page) {
  let painted = () => {};
  const first = new Promise<void>((resolve) => (painted = resolve));
  await page.exposeFunction("painted", () => painted());
  await page.addInitScript(() =>
    new PerformanceObserver((list) => list.getEntriesByName("first-contentful-paint").length && (window as any).painted()).observe({ type: "paint", buffered: true }),
  );
  await page.route(/\.(wasm|woff2)$/, async (route) => {
    await first;
    await new Promise((resolve) => setTimeout(resolve, UNCOUNTED));
    // The page that wanted it may be gone.
    await route.continue().catch(() => {});
  });
}

/** Loads an address, and waits until the client and the typefaces are there and a moment more. */
export async function load(page: Page, address: string, rest = 1000): Promise<Loading> {
  const devtools = await page.context().newCDPSession(page);
  let bytes = 0;
  devtools.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await devtools.send("Network.enable");
  await page.addInitScript(note);
  await page.goto(address, { timeout: 45_000 });
  await page.locator("html[data-hydrated]").waitFor({ state: "attached", timeout: 45_000 });
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForTimeout(rest);
  const notes: Notes = await page.evaluate(() => (window as any).loadingNotes);
  await devtools.detach();
  return {
    firstPaint: notes.first,
    largestPaint: notes.largest,
    shift: worst(notes.shifts),
    shifts: notes.shifts,
    blocked: notes.long.filter((task) => task.start >= notes.first).reduce((sum, task) => sum + task.length - 50, 0),
    hydrated: notes.hydrated,
    bytes,
  };
}

/** The worst session of shifts: each less than a second after the one before, five seconds at most. */
function worst(shifts: Shift[]): number {
  let [most, sum, begin, last] = [0, 0, -Infinity, -Infinity];
  for (const { at, value } of shifts) {
    if (at - last >= 1000 || at - begin >= 5000) [sum, begin] = [0, at];
    [sum, last] = [sum + value, at];
    most = Math.max(most, sum);
  }
  return most;
}

/** What moved, for people: a line each. */
export function told({ shifts }: Loading): string {
  return shifts
    .flatMap(({ at, value, moved }) => [`${value.toFixed(4)} after ${Math.round(at)} ms`, ...moved.map(({ what, from, to }) => `  ${what}: ${from} → ${to}`)])
    .join("\n");
}
