// Every address of the site, who looks at it, and how one with an id in it is found.
import type { Page } from "@playwright/test";
import { amara, anamaria, grace, sofia } from "./people";

export interface Place {
  /** The name of its screenshots. */
  name: string;
  /** The address, or where a link to it stands and what the link looks like. */
  at: string | { from: string; link: RegExp };
  /** Who looks; nobody signed in without it. */
  as?: string;
  /** Its status, where that isn't 200. */
  status?: number;
}

const id = "[0-9a-f]{8}-[0-9a-f-]{27}";
const career = "/programs/northwind-career";
const managed = "/admin/programs/northwind-career";
const space = { from: "/home", link: new RegExp(`^/mentorships/${id}`) };

export const places: Place[] = [
  { name: "landing", at: "/" },
  { name: "sign-up", at: "/signup" },
  { name: "sign-in", at: "/login" },
  { name: "forgotten-password", at: "/forgot" },
  { name: "new-password", at: "/reset/nothing" },
  { name: "confirm-address", at: "/verify/nothing" },
  { name: "explore-as-nobody", at: "/explore" },
  { name: "program-as-nobody", at: "/programs/open-career" },
  { name: "not-found", at: "/nowhere", status: 404 },

  { name: "home-of-a-mentor", at: "/home", as: amara },
  { name: "home-of-a-mentee", at: "/home", as: sofia },
  { name: "explore", at: "/explore", as: amara },
  { name: "notifications", at: "/notifications", as: amara },
  { name: "profile", at: "/profile", as: amara },
  { name: "settings", at: "/settings", as: amara },
  { name: "person", at: { from: `${career}/mentors`, link: new RegExp(`^/people/${id}`) }, as: sofia },

  { name: "program", at: career, as: amara },
  { name: "join", at: "/programs/open-career/join", as: sofia },
  { name: "mentors", at: `${career}/mentors`, as: sofia },
  { name: "mentors-found", at: `${career}/mentors?q=negotiation`, as: sofia },
  { name: "mentors-none-found", at: `${career}/mentors?q=zzzzzzzz`, as: sofia },
  { name: "requests", at: `${career}/requests`, as: sofia },
  { name: "request", at: { from: `${career}/requests`, link: new RegExp(`^${career}/requests/${id}`) }, as: sofia },
  { name: "request-to-answer", at: { from: `${career}/requests`, link: new RegExp(`^${career}/requests/${id}`) }, as: grace },
  { name: "ask", at: { from: `${career}/mentors`, link: new RegExp(`^${career}/requests/new\\?`) }, as: sofia },

  { name: "space", at: space, as: amara },
  { name: "goals", at: { from: "/home", link: new RegExp(`^/mentorships/${id}`) }, as: amara },
  { name: "complete", at: space, as: amara },

  { name: "organisation", at: "/admin", as: grace },
  { name: "organisation-new", at: "/admin/new", as: sofia },
  { name: "members", at: "/admin/members", as: grace },
  { name: "organisation-settings", at: "/admin/settings", as: grace },
  { name: "audit", at: "/admin/audit", as: grace },
  { name: "program-new", at: "/admin/programs/new", as: grace },
  { name: "program-managed", at: managed, as: anamaria },
  { name: "participants", at: `${managed}/participants`, as: anamaria },
  { name: "matching", at: `${managed}/matching`, as: anamaria },
  { name: "mentorships", at: `${managed}/mentorships`, as: anamaria },
  { name: "questions", at: `${managed}/questions`, as: anamaria },
  { name: "program-settings", at: `${managed}/settings`, as: anamaria },
];

/** What hangs below the space of a mentorship, found from there. */
const below: Record<string, string> = { goals: "/goals", complete: "/complete" };

/** The address of a place. */
export async function addressOf(page: Page, place: Place): Promise<string> {
  if (typeof place.at === "string") return place.at;
  const { from, link } = place.at;
  await page.goto(from);
  const links = await page.locator("main a[href]").evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
  const found = links.find((href) => link.test(href));
  if (!found) throw new Error(`${place.name}: no link like ${link} on ${from}, only ${links.join(" ")}`);
  const root = below[place.name] ? found.match(new RegExp(`^/mentorships/${id}`))?.[0] : found;
  return `${root}${below[place.name] ?? ""}`;
}
