// How the tests run: which browser, which sizes, with and without JavaScript. Started by run.sh, which says where the site is.
import { defineConfig, type ReporterDescription } from "@playwright/test";

const results = process.env.RESULTS ?? "results";
const desk = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

const reporter: ReporterDescription[] = [["list"], ["json", { outputFile: `${results}/report.json` }]];
if (process.env.HTML) reporter.push(["html", { outputFolder: `${results}/html`, open: "never" }]);

export default defineConfig({
  testDir: "specs",
  outputDir: `${results}/failures`,
  reporter,
  fullyParallel: true,
  forbidOnly: true,
  // A second try tells a test that wavers from a site that is broken. Either is a defect: scripts/test names both.
  retries: 1,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env.BASE_URL ?? "http://127.0.0.1:3000",
    locale: "en-GB",
    timezoneId: "Europe/London",
    // Recording everything makes every test half as slow again: TRACE=1 does it, for a test that failed.
    trace: process.env.TRACE ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    launchOptions: {
      // The system's browser; none is ever downloaded.
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  // A test runs in all three unless it says with a tag where it belongs: `@server` is about answers and needs no browser's
  // size, `@scripted` needs JavaScript, `@desk` besides a keyboard or a wide screen.
  projects: [
    { name: "desk-js", use: desk, grepInvert: /@server|@phone/ },
    { name: "phone-js", use: phone, grepInvert: /@server|@desk/ },
    { name: "desk-nojs", use: { ...desk, javaScriptEnabled: false }, grepInvert: /@scripted|@desk|@phone/ },
  ],
});
