// The mails that the site wrote: files in its outbox, since no mail server is configured.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import PostalMime from "postal-mime";

const outbox = process.env.OUTBOX ?? "../data/outbox";

interface Mail {
  to: string[];
  subject: string;
  text: string;
  html: string;
}

/** The newest mail to an address that holds `about` in its text; waits for it. */
export async function mailTo(address: string, about = ""): Promise<Mail> {
  for (let tries = 0; tries < 75; tries++) {
    for (const file of newestFirst()) {
      const mail = await read(file);
      if (mail.to.includes(address.toLowerCase()) && mail.text.includes(about)) return mail;
    }
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error(`no mail to ${address} came${about && ` with ${about}`}`);
}

/** The path of this site in a mail that begins with `path`; text and HTML must both lead there. */
export function linkIn(mail: Mail, path: string): string {
  const found = [mail.text, plain(mail.html)].map((part) =>
    (part.match(/https?:\/\/[^\s<>"']+/g) ?? []).filter((url) => URL.canParse(url)).map((url) => new URL(url)).find((url) => url.pathname.startsWith(path)),
  );
  const [text, html] = found;
  if (!text || text.href !== html?.href) throw new Error(`no link to ${path} in text and HTML of: ${mail.subject}\n${mail.text}\n${mail.html}`);
  return text.pathname + text.search;
}

/** HTML with its characters instead of their numbers. */
function plain(html: string): string {
  const numbers = html.replace(/&#x([0-9a-f]+);/gi, (_, hex) => String.fromCodePoint(parseInt(hex, 16)));
  return numbers.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))).replaceAll("&amp;", "&");
}

function newestFirst(): string[] {
  let names: string[];
  try {
    names = readdirSync(outbox).filter((name) => name.endsWith(".eml"));
  } catch {
    return [];
  }
  const files = names.map((name) => join(outbox, name));
  return files.map((file) => ({ file, age: statSync(file).mtimeMs })).sort((a, b) => b.age - a.age).map(({ file }) => file);
}

async function read(file: string): Promise<Mail> {
  const mail = await PostalMime.parse(readFileSync(file));
  const to = (mail.to ?? []).map(({ address }) => address?.toLowerCase() ?? "");
  return { to, subject: mail.subject ?? "", text: mail.text ?? "", html: mail.html ?? "" };
}
