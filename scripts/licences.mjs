// Writes the licences of all libraries that the binary and its client contain, as their own packages state them:
//   node scripts/licences.mjs FILE
// Equal texts are written once. Build tools are left out, macros are not told apart from libraries.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const LICENCE = /^(licen[cs]e|copying|copyright|notice|unlicense)([._-].*)?$/i;
const SOURCE = /\.(rs|c|h|go|py|sh|toml|json)$/i;

/// Packages that `root` links with when compiled for `target`.
function linked(root, target) {
  const args = ["metadata", "--format-version", "1", "--locked", "--filter-platform", target];
  const { packages, resolve } = JSON.parse(execFileSync("cargo", args, { maxBuffer: 1 << 28, encoding: "utf8" }));
  const byId = new Map(packages.map((pkg) => [pkg.id, pkg]));
  const nodes = new Map(resolve.nodes.map((node) => [node.id, node]));
  const waiting = packages.filter((pkg) => pkg.name === root && pkg.source === null).map((pkg) => pkg.id);
  const seen = new Set(waiting);
  for (const id of waiting) {
    for (const dep of nodes.get(id).deps) {
      if (dep.dep_kinds.some((kind) => kind.kind === null) && !seen.has(dep.pkg)) {
        seen.add(dep.pkg);
        waiting.push(dep.pkg);
      }
    }
  }
  return waiting.map((id) => byId.get(id)).filter((pkg) => pkg.source !== null);
}

/// Licence files of a package, also of what it carries from elsewhere (C libraries lie a few folders down).
function texts(folder, depth = 3) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return depth > 0 ? texts(path, depth - 1) : [];
    return LICENCE.test(entry.name) && !SOURCE.test(entry.name) ? [readFileSync(path, "utf8").replaceAll("\r\n", "\n").trim()] : [];
  });
}

const host = /host: (.*)/.exec(execFileSync(process.env.RUSTC ?? "rustc", ["-vV"], { encoding: "utf8" }))[1];
const packages = new Map();
for (const pkg of [...linked("server", host), ...linked("frontend", "wasm32-unknown-unknown")]) packages.set(`${pkg.name} ${pkg.version}`, pkg);
const names = [...packages.keys()].sort();
const byText = new Map();
const lines = [
  "Trellis contains these libraries, each under its own licence, and the standard library of Rust",
  "(MIT or Apache 2.0, copyright The Rust Project Developers). The texts follow below.",
  "",
];
for (const name of names) {
  const pkg = packages.get(name);
  lines.push(`${name}: ${pkg.license ?? `see ${pkg.license_file}`}${pkg.repository ? `, ${pkg.repository}` : ""}`);
  const found = texts(dirname(pkg.manifest_path));
  // Some packages carry no text; what they name is among the others', so only who wrote it is missing.
  if (found.length === 0 && pkg.authors.length > 0) lines.push(`    by ${pkg.authors.join(", ")}`);
  for (const text of new Set(found)) byText.set(text, [...(byText.get(text) ?? []), name]);
}
if (names.length < 100 || byText.size < 20) throw new Error(`only ${names.length} libraries with ${byText.size} texts: something is wrong`);
for (const [text, users] of byText) lines.push("", "=".repeat(80), `Of ${users.join(", ")}:`, "", text);
writeFileSync(process.argv[2], `${lines.join("\n")}\n`);
console.error(`    ${names.length} libraries, ${byText.size} texts`);
