// Reads the colours of tokens.css and checks every text-and-ground pair that the components use against WCAG 2.2 AA,
// in both schemes: 4.5 for text, 3 for edges of controls, icons and bars. Run: node style/check-contrast.mjs
import { readFileSync } from "node:fs";

const css = readFileSync(new URL("tokens.css", import.meta.url), "utf8");
const hue = Number(css.match(/--accent-hue:\s*([\d.]+)/)[1]);
const tokens = new Map();
for (const [, name, light, dark] of css.matchAll(/--([\w-]+):\s*light-dark\((oklch\(.*?\)), (oklch\(.*?\))\);/g)) {
  tokens.set(name, { light, dark });
}

/** OKLCH text to relative luminance; colours outside sRGB are clipped, as a browser would show them. */
function luminance(text) {
  const [l, c, h] = text.replace(/calc\(var\(--accent-hue\) - (\d+)\)/, (_, less) => hue - less).replaceAll("var(--accent-hue)", hue).match(/-?[\d.]+/g).map(Number);
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const l3 = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m3 = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s3 = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (x) => Math.min(1, Math.max(0, x));
  const red = clip(4.0767416621 * l3 - 3.3077115913 * m3 + 0.2309699292 * s3);
  const green = clip(-1.2684380046 * l3 + 2.6097574011 * m3 - 0.3413193965 * s3);
  const blue = clip(-0.0041960863 * l3 - 0.7034186147 * m3 + 1.707614701 * s3);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const grounds = ["paper", "surface", "raised", "sunken"];
const pairs = [
  ...["ink", "ink-soft", "accent", "accent-strong", "ok", "warn", "bad", "info"].flatMap((text) => grounds.map((ground) => [text, ground, 4.5])),
  ...["ink", "ink-soft"].map((text) => [text, "pressed", 4.5]),
  ...["accent", "ok", "warn", "bad", "info"].map((name) => [`on-${name}-soft`, `${name}-soft`, 4.5]),
  ["on-accent", "accent", 4.5],
  ["on-accent", "accent-strong", 4.5],
  ["paper", "ink", 4.5],
  ...["line-strong", "accent-mid", "gold", "focus"].flatMap((edge) => ["paper", "surface", "raised"].map((ground) => [edge, ground, 3])),
  ["accent-mid", "pressed", 3],
  ["focus", "accent-soft", 3],
];

let failed = 0;
let least = { ratio: 99 };
for (const scheme of ["light", "dark"]) {
  for (const [text, ground, needed] of pairs) {
    const [one, two] = [text, ground].map((name) => {
      if (!tokens.has(name)) throw new Error(`tokens.css has no colour --${name}`);
      return luminance(tokens.get(name)[scheme]);
    });
    const ratio = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    if (ratio - needed < (least.ratio ?? 99) - (least.needed ?? 0)) least = { ratio, needed, text, ground, scheme };
    if (ratio < needed) {
      failed += 1;
      console.error(`${scheme}: --${text} on --${ground} is ${ratio.toFixed(2)}, needs ${needed}`);
    }
  }
}
console.log(`${pairs.length * 2} pairs checked, ${failed} failed; the narrowest: --${least.text} on --${least.ground} (${least.scheme}) ${least.ratio.toFixed(2)} of ${least.needed}`);
process.exit(failed ? 1 : 0);
