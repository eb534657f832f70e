// The mails that the site wrote: files in its outbox, since no mail server is configured.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const outbox = process.env.OUTBOX ?? "../data/outbox";

/** The text of the newest mail to an address that holds `about`; waits for it. */
export async function mailTo(address: string, about = ""): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const found = mails().find((mail) => mail.to.includes(address.toLowerCase()) && mail.text.includes(about));
    if (found) return found.text;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error(`no mail to ${address} came${about && ` with ${about}`}`);
}

/** The address of this site in a mail that begins with `path`, without the site's own part. */
export function linkIn(mail: string, path: string): string {
  const link = mail.match(/https?:\/\/[^\s<>"]+/g)?.map((url) => new URL(url)).find((url) => url.pathname.startsWith(path));
  if (!link) throw new Error(`no link to ${path} in:\n${mail}`);
  return link.pathname + link.search;
}

/** All mails, newest first: to whom, and the plain text. */
function mails(): { to: string; text: string }[] {
  let names: string[];
  try {
    names = readdirSync(outbox).filter((name) => name.endsWith(".eml"));
  } catch {
    return [];
  }
  const files = names.map((name) => join(outbox, name));
  const byAge = files.map((file) => ({ file, age: statSync(file).mtimeMs })).sort((a, b) => b.age - a.age);
  return byAge.map(({ file }) => read(readFileSync(file, "utf8")));
}

function read(source: string): { to: string; text: string } {
  const head = source.slice(0, source.search(/\r?\n\r?\n/));
  const to = head.match(/^To: (.*(?:\r?\n[ \t].*)*)/im)?.[1] ?? "";
  const part = source.split(/^--[^\r\n]+\r?$/m).find((part) => /^Content-Type: text\/plain/im.test(part)) ?? source;
  const [, partHead = "", body = ""] = part.match(/^([\s\S]*?)\r?\n\r?\n([\s\S]*)$/) ?? [];
  return { to: to.toLowerCase(), text: decode(body, partHead.match(/^Content-Transfer-Encoding: (\S+)/im)?.[1] ?? "7bit") };
}

function decode(body: string, encoding: string): string {
  if (/base64/i.test(encoding)) return Buffer.from(body, "base64").toString("utf8");
  if (!/quoted-printable/i.test(encoding)) return body;
  const bytes = body.replace(/=\r?\n/g, "").replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
