// How the tests run: which browser, which sizes, with and without JavaScript. Started by run.sh, which says where the site is.
import { defineConfig } from "@playwright/test";

const results = process.env.RESULTS ?? "results/by-hand";
const desk = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

export default defineConfig({
  testDir: "specs",
  outputDir: `${results}/traces`,
  reporter: [["list"], ["json", { outputFile: `${results}/report.json` }]],
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: process.env.BASE_URL ?? "http://127.0.0.1:3000",
    locale: "en-GB",
    timezoneId: "Europe/London",
    trace: "retain-on-failure",
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
  projects: [
    { name: "desk-js", use: desk },
    { name: "phone-js", use: phone },
    { name: "desk-nojs", use: { ...desk, javaScriptEnabled: false } },
  ],
});
