// Every address of the site, who looks at it, and how one with an id in it is found: a new page belongs in here, and
// `addresses.spec.ts` fails for a route that has no place.
import type { Page } from "@playwright/test";
import { amara, anamaria, chidi, daniela, eszter, grace, layla, noah, nurul, ravindu, sofia, thabo, tigist } from "./people";

/** Where a link stands, what it looks like, and what to append to it. */
export interface Link {
  from: string | Link;
  link: RegExp;
  then?: string;
}

export interface Place {
  /** The name of its pictures. */
  name: string;
  /** The address, or how to come by it. */
  at: string | Link;
  /** Who looks; nobody signed in without it. */
  as?: string;
  /** Its status, where that isn't 200. */
  status?: number;
}

const id = "[0-9a-f]{8}-[0-9a-f-]{27}";
const career = "/programs/northwind-career";
const managed = "/admin/programs/northwind-career";
const mentors = `${career}/mentors`;
const request: Link = { from: `${career}/requests`, link: new RegExp(`^${career}/requests/${id}$`) };
const space: Link = { from: "/home", link: new RegExp(`^/mentorships/${id}(?=/|$)`) };
const below = (then: string): Link => ({ ...space, then });

export const places: Place[] = [
  // Before signing in.
  { name: "landing", at: "/" },
  { name: "sign-up", at: "/signup" },
  { name: "sign-in", at: "/login" },
  { name: "forgotten-password", at: "/forgot" },
  { name: "new-password-no-link", at: "/reset/nothing" },
  { name: "confirm-address-no-link", at: "/verify/nothing" },
  { name: "invitation-no-link", at: "/invite/nothing", status: 409 },
  { name: "explore-as-nobody", at: "/explore" },
  { name: "program-as-nobody", at: "/programs/open-career" },
  { name: "not-found", at: "/nowhere", status: 404 },
  { name: "not-found-signed-in", at: "/nowhere/at/all", as: sofia, status: 404 },

  // One's own.
  { name: "home-of-a-mentor", at: "/home", as: amara },
  { name: "home-of-a-mentee", at: "/home", as: chidi },
  { name: "home-of-somebody-who-asked", at: "/home", as: sofia },
  { name: "explore", at: "/explore", as: sofia },
  { name: "notifications", at: "/notifications", as: amara },
  { name: "profile", at: "/profile", as: amara },
  { name: "settings", at: "/settings", as: amara },
  { name: "person", at: { from: mentors, link: new RegExp(`^/people/${id}$`) }, as: sofia },

  // A program, and asking in it.
  { name: "program", at: career, as: sofia },
  { name: "join", at: "/programs/open-career/join", as: sofia },
  { name: "joined", at: `${career}/join`, as: sofia },
  { name: "mentors", at: mentors, as: sofia },
  { name: "mentors-found", at: `${mentors}?q=negotiation`, as: sofia },
  { name: "mentors-none-found", at: `${mentors}?q=zzzzzzzz`, as: sofia },
  { name: "preferences-of-a-mentee", at: `${career}/preferences`, as: sofia },
  { name: "preferences-full", at: `${career}/preferences`, as: thabo },
  { name: "preferences-of-a-mentor", at: `${career}/preferences`, as: grace },
  { name: "preferences-none-found", at: `${career}/preferences?q=zzzzzzzz`, as: grace },
  { name: "requests", at: `${career}/requests`, as: sofia },
  { name: "requests-ended", at: `${career}/requests`, as: thabo },
  { name: "request-asked", at: request, as: sofia },
  { name: "request-to-answer", at: request, as: grace },
  { name: "request-question", at: request, as: layla },
  { name: "ask", at: { from: mentors, link: new RegExp(`^${career}/requests/new\\?mentor=${id}$`) }, as: sofia },

  // A proposed mentorship.
  { name: "home-of-somebody-who-is-proposed", at: "/home", as: eszter },
  { name: "proposal", at: { from: "/home", link: new RegExp(`^/proposals/${id}$`) }, as: eszter },

  // The space of a mentorship, in each of its states, and its goals.
  { name: "space-of-a-mentor", at: space, as: amara },
  { name: "space-of-a-mentee", at: space, as: chidi },
  { name: "space-proposed", at: space, as: ravindu },
  { name: "space-paused", at: space, as: nurul },
  { name: "space-completed", at: { from: request, link: space.link }, as: daniela },
  { name: "space-ended-early", at: { from: { from: "/programs/open-career/requests", link: /^\/programs\/open-career\/requests\/[0-9a-f-]{36}$/ }, link: space.link }, as: noah },
  { name: "complete", at: below("/complete"), as: chidi },
  { name: "goals-of-a-mentor", at: below("/goals"), as: amara },
  { name: "goals-of-a-mentee", at: below("/goals"), as: chidi },
  { name: "goals-of-somebody-in-the-open-community", at: below("/goals"), as: tigist },
  { name: "goal-new", at: below("/goals/new"), as: chidi },
  { name: "goal-new-blank", at: below("/goals/new?from=blank"), as: chidi },
  { name: "goal-proposed-by-a-mentor", at: below("/goals/new?from=blank"), as: amara },
  { name: "goal", at: { from: below("/goals"), link: new RegExp(`^/mentorships/${id}/goals/${id}$`) }, as: chidi },
  { name: "goal-as-a-mentor", at: { from: below("/goals"), link: new RegExp(`^/mentorships/${id}/goals/${id}$`) }, as: amara },

  // Running an organisation and its programs.
  { name: "organisation-new", at: "/admin/new", as: sofia },
  { name: "organisation", at: "/admin", as: grace },
  { name: "members", at: "/admin/members", as: grace },
  { name: "organisation-settings", at: "/admin/settings", as: grace },
  { name: "audit", at: "/admin/audit", as: grace },
  { name: "program-new", at: "/admin/programs/new", as: grace },
  { name: "program-managed", at: managed, as: anamaria },
  { name: "participants", at: `${managed}/participants`, as: anamaria },
  { name: "participants-from-a-spreadsheet", at: `${managed}/participants/import`, as: anamaria },
  { name: "matching", at: `${managed}/matching`, as: anamaria },
  { name: "match-run", at: { from: `${managed}/matching`, link: new RegExp(`^${managed}/matching/runs/\\d+$`) }, as: anamaria },
  { name: "match-runs-side-by-side", at: `${managed}/matching/compare`, as: anamaria },
  { name: "request-as-a-coordinator", at: { from: `${managed}/matching`, link: request.link }, as: anamaria },
  { name: "mentorships", at: `${managed}/mentorships`, as: anamaria },
  { name: "mentorship-as-a-coordinator", at: { from: `${managed}/mentorships`, link: space.link }, as: anamaria },
  { name: "questions", at: `${managed}/questions`, as: anamaria },
  { name: "program-settings", at: `${managed}/settings`, as: anamaria },
];

// Found once a worker: links don't move while the tests run.
const found = new Map<string, string>();

/** The address of a place, for the person whose browser this is. */
export async function addressOf(page: Page, place: Pick<Place, "at" | "as">): Promise<string> {
  return typeof place.at === "string" ? place.at : follow(page, place.at, place.as ?? "");
}

async function follow(page: Page, { from, link, then = "" }: Link, as: string): Promise<string> {
  const start = typeof from === "string" ? from : await follow(page, from, as);
  const key = `${as} ${start} ${link}`;
  let href = found.get(key);
  if (!href) {
    const html = await (await page.request.get(start, { headers: { Accept: "text/html" } })).text();
    const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
    const links = [...main.matchAll(/href="([^"]+)"/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));
    href = links.map((href) => href.match(link)?.[0]).find((match) => match !== undefined);
    if (!href) throw new Error(`no link like ${link} on ${start} for ${as}, only ${links.join(" ")}`);
    found.set(key, href);
  }
  return href + then;
}
