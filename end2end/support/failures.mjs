// Prints the tests that failed or wavered, a line each with what the first try said: node failures.mjs REPORT.json
// Read by scripts/test for its summary; says nothing when all is well or there is no report.
import { existsSync, readFileSync } from "node:fs";

const file = process.argv[2];
if (!file || !existsSync(file)) process.exit(0);

const report = JSON.parse(readFileSync(file, "utf8"));
const colours = /\u001b\[[0-9;]*m/g;

function* tests(suite, path = []) {
  for (const spec of suite.specs ?? []) for (const test of spec.tests) yield { test, spec, path };
  for (const inner of suite.suites ?? []) yield* tests(inner, [...path, inner.title]);
}

for (const top of report.suites ?? []) {
  for (const { test, spec, path } of tests(top)) {
    if (test.status !== "unexpected" && test.status !== "flaky") continue;
    const first = test.results.find((result) => result.error)?.error?.message ?? "no message";
    const words = first.replace(colours, "").split("\n").map((line) => line.trim()).filter(Boolean).slice(0, 6).join(" | ");
    const kind = test.status === "flaky" ? "wavers" : "fails";
    console.log(`${kind}: [${test.projectName}] ${spec.file}:${spec.line} ${[...path, spec.title].join(" > ")}: ${words.slice(0, 400)}`);
  }
}
