// People of the demo whom tests sign in as, and what they can reach. Whoever a test changes something of is its own, and
// stands in that test.
export const PASSWORD = "trellis-demo-2026";

/** Owner of Northwind, and a mentor with a request to answer. */
export const grace = "grace.kamau@northwind.example";
/** Coordinates Northwind Career Mentoring. */
export const anamaria = "anamaria.ionescu@northwind.example";
/** Chidi's mentor. */
export const amara = "amara.okafor@northwind.example";
/** Amara's mentee. */
export const chidi = "chidi.eze@northwind.example";
/** Has asked Rafael and waits. */
export const sofia = "sofia.mendez@northwind.example";
/** Takes part as a mentee and has no mentor; was declined once. */
export const thabo = "thabo.nkosi@northwind.example";
/** Was asked something back and has not answered. */
export const layla = "layla.mansour@northwind.example";
/** Has had a mentor, and the two have completed it. */
export const daniela = "daniela.rossi@northwind.example";
/** Is to begin with Henrik, once both have said yes. */
export const ravindu = "ravindu.perera@northwind.example";
/** Is proposed a mentor in the open community, and has not answered. */
export const eszter = "eszter.nagy@example.org";
/** Their mentorship rests. */
export const nurul = "nurul.hassan@northwind.example";
/** In the open community. */
export const tigist = "tigist.alemu@example.org";
/** Their mentorship ended early. */
export const noah = "noah.bergstrom@example.org";

/** A request that waits for an answer, and who may give it; nobody in the tests does. */
export const requestFrom = {
  asked: grace,
  place: { at: { from: "/programs/northwind-career/requests", link: /^\/programs\/northwind-career\/requests\/[0-9a-f-]{36}$/ }, as: grace },
};
