// The site's own words, read from its locale files, so that a test doesn't break when a sentence is written better.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "smol-toml";

type Message = string | Record<string, string>;

const files = new Map<string, Record<string, Message>>();

function message(key: string, lang: string): Message {
  const [feature = "", name = ""] = key.split(".");
  const file = join(import.meta.dirname, `../../crates/i18n/locales/${lang}/${feature}.toml`);
  if (!files.has(file)) files.set(file, parse(readFileSync(file, "utf8")) as Record<string, Message>);
  const found = files.get(file)?.[name];
  if (found === undefined) throw new Error(`there is no message ${key} in ${lang}`);
  return found;
}

/** A message, e.g. `t("accounts.sent_title")`, with its placeholders filled. */
export function t(key: string, values: Record<string, string | number> = {}, lang = "en"): string {
  const found = message(key, lang);
  const forms = typeof found === "string" ? { other: found } : found;
  const count = Number(values.count ?? 0);
  const form = forms[new Intl.PluralRules(lang).select(count)] ?? forms.other ?? "";
  return form.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}

/** A message as a pattern: what stands in its placeholders is not looked at. */
export function like(key: string, values: Record<string, string | number> = {}, lang = "en"): RegExp {
  return new RegExp(t(key, values, lang).replace(/[.*+?^$()|[\]\\]/g, "\\$&").replace(/\{\w+\}/g, ".+?"));
}
