// People of the demo whom tests sign in as, and what they can reach.
export const PASSWORD = "trellis-demo-2026";

/** Owner of Northwind, and a mentor with a request to answer. */
export const grace = "grace.kamau@northwind.example";
/** Coordinates Northwind Career Mentoring. */
export const anamaria = "anamaria.ionescu@northwind.example";
/** Chidi's mentor. */
export const amara = "amara.okafor@northwind.example";
/** Amara's mentee. */
export const chidi = "chidi.eze@northwind.example";
/** Has asked Rafael and waits; reads Spanish. */
export const sofia = "sofia.mendez@northwind.example";
/** In the open community; reads Arabic. */
export const mariam = "mariam.elsayed@example.org";
