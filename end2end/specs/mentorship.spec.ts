// From a request of the demo to a mentorship that both remember: accepting, signing, a goal with milestones, completing.
import { accept, achieve, comment, complete, form, mentorshipOf, review, setGoal, sign, tickAll } from "../support/steps";
import { expect, settled, test } from "../support/test";

// Each project has a pair of its own; nobody else in the tests is one of them.
const pairs: Record<string, [mentor: string, mentee: string]> = {
  "desk-js": ["jonas.brandt", "felix.hartmann"],
  "phone-js": ["claire.delorme", "salma.trabelsi"],
  "desk-nojs": ["lucia.fernandez", "ines.carvalho"],
};
const goal = {
  title: "Hold the first difficult conversation",
  why: "I have put it off for three months.",
  success: "We have talked for an hour and agreed on one thing.",
  milestones: ["Write down what I want to say", "Rehearse it", "Hold it"],
};

test("a request becomes a mentorship, and the mentorship a good memory", { tag: "@both" }, async ({ visitor, scripted }, info) => {
  const pair = pairs[info.project.name];
  if (!pair) throw new Error(`no pair for ${info.project.name}`);
  const [mentor, mentee] = await Promise.all(pair.map((who) => visitor(`${who}@northwind.example`)));
  if (!mentor || !mentee) throw new Error("nobody came");

  await mentor.goto("/programs/northwind-career/requests");
  await settled(mentor, scripted);
  const link = mentor.locator("main a[href*='/programs/northwind-career/requests/']").first();
  await link.click();
  await mentor.waitForURL(/requests\/[0-9a-f-]{36}$/);
  await settled(mentor, scripted);
  const request = new URL(mentor.url()).pathname;
  await accept(mentor, "With pleasure, I look forward to it.");
  const id = mentorshipOf(mentor);
  await mentee.goto(request);
  await expect(mentee.locator("main").getByText("With pleasure, I look forward to it.")).toBeVisible();
  await sign(mentor, id);
  await sign(mentee, id);
  await expect(mentee.locator(".signature--open")).toHaveCount(0);

  await setGoal(mentee, id, goal);
  const page = mentee.url();
  await settled(mentee, scripted);
  await tickAll(mentee, goal.milestones.length);
  await comment(mentee, "Done, and I slept well.");
  await mentor.goto(page);
  await settled(mentor, scripted);
  await expect(mentor.locator("main").getByText("Done, and I slept well.")).toBeVisible();
  await expect(form(mentor, "goals/tick")).toHaveCount(0);
  await comment(mentor, "So did I. Well done.");
  await mentee.reload();
  await settled(mentee, scripted);
  await achieve(mentee);

  await complete(mentee, id, "5", "It was exactly what I needed.");
  await mentor.goto(`/mentorships/${id}/complete`);
  await settled(mentor, scripted);
  await review(mentor, "4", "A pleasure from the first letter on.");
  await mentor.goto(`/mentorships/${id}/goals`);
  await expect(mentor.getByText(goal.title)).toBeVisible();
  await expect(form(mentor, "goals/create")).toHaveCount(0);
});
