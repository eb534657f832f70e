// Two browsers change one goal, or one profile: what fits is joined, what does not is told, and nothing is lost.
import { form, send, setGoal, spaceOf, type Goal } from "../support/steps";
import { expect, settled, test, type Page, type Visitor } from "../support/test";
import { t } from "../support/words";

// Each project has a mentorship of its own.
const pairs: Record<string, { mentor: string; mentee: string }> = {
  "desk-js": { mentor: "jonas.brandt@northwind.example", mentee: "katharina.vogel@northwind.example" },
  "phone-js": { mentor: "priya.raghunathan@northwind.example", mentee: "arjun.patel@northwind.example" },
  "desk-nojs": { mentor: "tomasz.wisniewski@northwind.example", mentee: "lars.mikkelsen@northwind.example" },
};
const goal = { title: "Speak up in the big meeting", why: "I know the answer and stay silent.", success: "I have spoken twice.", milestones: [] };

/** The mentor here and the mentee there, and a goal that both may change: the mentor has proposed it, and shows its page. */
async function bothWith(visitor: Visitor, project: string, proposed: Goal): Promise<[Page, Page]> {
  const { mentor, mentee } = pairs[project] ?? { mentor: "", mentee: "" };
  const [here, there] = [await visitor(mentor, { lang: "en" }), await visitor(mentee, { lang: "en" })];
  await setGoal(here, await spaceOf(there), proposed);
  return [here, there];
}

test("two people save one goal", { tag: "@both" }, async ({ visitor, scripted, faults }, info) => {
  const [here, there] = await bothWith(visitor, info.project.name, goal);
  const edit = (page: Page) => form(page, "goals/edit");
  const begin = async (page: Page) => {
    await page.goto(here.url());
    await settled(page, scripted);
  };

  // Different fields: both are saved, and the second is told of the first.
  for (const page of [here, there]) await begin(page);
  await send(edit(here), { title: "Speak up in every big meeting" });
  await expect(here.getByRole("heading", { level: 1 })).toHaveText("Speak up in every big meeting");
  await send(edit(there), { success: "I have spoken three times." });
  await expect(there.getByRole("heading", { level: 1 })).toHaveText("Speak up in every big meeting");
  await expect(there.locator(".goal__text", { hasText: "three times" })).toBeVisible();
  await expect(there.getByText(t("goals.joined"))).toBeVisible();

  // The same field: both versions are shown, and nothing is saved until one has chosen.
  for (const page of [here, there]) await begin(page);
  await send(edit(here), { why: "My silence costs us weeks." });
  await expect(here.locator(".goal__text", { hasText: "costs us weeks" })).toBeVisible();
  faults.allow(409, scripted);
  await send(edit(there), { why: "Others wait for me to speak." });
  const versions = there.locator(".versions");
  await expect(versions.getByText("My silence costs us weeks.")).toBeVisible();
  await expect(versions.getByText("Others wait for me to speak.")).toBeVisible();
  await settled(there, scripted);
  await send(edit(there), { "choices[why]": "mine" });
  await expect(versions).toHaveCount(0);
  await expect(there.locator(".goal__text", { hasText: "Others wait" })).toBeVisible();

  // And the other way round.
  await begin(here);
  await begin(there);
  await send(edit(here), { why: "Third thoughts." });
  await expect(here.locator(".goal__text", { hasText: "Third thoughts." })).toBeVisible();
  await send(edit(there), { why: "Fourth thoughts." });
  await expect(versions.getByText("Third thoughts.")).toBeVisible();
  await settled(there, scripted);
  await send(edit(there), { "choices[why]": "theirs" });
  await expect(versions).toHaveCount(0);
  await expect(there.locator(".goal__text", { hasText: "Third thoughts." })).toBeVisible();

  // What gave way is in the history.
  const history = there.locator("main details", { hasText: t("goals.history") });
  await history.locator("summary").click();
  await expect(history.locator("del").getByText("Others wait for me to speak.")).toBeVisible();
});

test("one person saves one goal in two windows", { tag: "@both" }, async ({ visitor, scripted }, info) => {
  const mentee = pairs[info.project.name]?.mentee;
  const [here, there] = [await visitor(mentee, { lang: "en" }), await visitor(mentee, { lang: "en" })];
  await setGoal(here, await spaceOf(here), { ...goal, title: "Speak up in the small meeting" });
  const edit = (page: Page) => form(page, "goals/edit");
  for (const page of [here, there]) {
    await page.goto(here.url());
    await settled(page, scripted);
  }
  await send(edit(here), { title: "Speak up in every small meeting" });
  await expect(here.getByRole("heading", { level: 1 })).toHaveText("Speak up in every small meeting");
  await send(edit(there), { success: "I have spoken three times." });
  await expect(there.getByRole("heading", { level: 1 })).toHaveText("Speak up in every small meeting");
  await expect(there.locator(".goal__text", { hasText: "three times" })).toBeVisible();
  await expect(there.getByText(t("goals.joined")), "one's own other window is nobody to be told of").toHaveCount(0);
});

test("two people save one milestone", { tag: "@both" }, async ({ visitor, scripted, faults }, info) => {
  const [here, there] = await bothWith(visitor, info.project.name, { ...goal, title: "Give a talk", milestones: ["Outline"] });
  const edit = (page: Page) => form(page, "goals/edit_milestone");
  const title = (page: Page) => page.locator(".milestone__title");
  const begin = async () => {
    for (const page of [here, there]) {
      await page.goto(here.url());
      await settled(page, scripted);
    }
  };

  // Words here and the day there: both are saved.
  await begin();
  await send(edit(here), { title: "First outline" });
  await expect(title(here)).toHaveText("First outline");
  await send(edit(there), { due_on: "2030-05-01" });
  await expect(title(there)).toHaveText("First outline");
  await expect(there.locator(".milestone__due time")).toHaveAttribute("datetime", "2030-05-01");

  // Words here and there: both versions are shown, and nothing is saved until one has chosen.
  await begin();
  await send(edit(here), { title: "Second outline" });
  await expect(title(here)).toHaveText("Second outline");
  faults.allow(409, scripted);
  await send(edit(there), { title: "Third outline" });
  const versions = there.locator(".versions");
  await expect(versions.getByText("Second outline")).toBeVisible();
  await expect(versions.getByText("Third outline")).toBeVisible();
  await settled(there, scripted);
  await send(edit(there), { "choices[title]": "mine" });
  await expect(versions).toHaveCount(0);
  await expect(title(there)).toHaveText("Third outline");

  // What gave way is in the history.
  const history = there.locator("main details", { hasText: t("goals.history") });
  await history.locator("summary").click();
  await expect(history.locator("del").getByText("Second outline")).toBeVisible();
});

test("one person changes a profile in two places", { tag: "@both" }, async ({ visitor, scripted, faults }, info) => {
  const mentee = pairs[info.project.name]?.mentee;
  const [here, there] = [await visitor(mentee, { lang: "en" }), await visitor(mentee, { lang: "en" })];
  const about = (page: Page) => form(page, "people/save");
  for (const page of [here, there]) {
    await page.goto("/profile");
    await settled(page, scripted);
  }
  await send(about(here), { headline: "Written on the telephone" });
  await expect(here.getByText(t("common.saved"))).toBeVisible();

  // What was changed is named, what was typed stays, and the other's is still what counts.
  faults.allow(409, scripted);
  await send(about(there), { headline: "Written at the desk" });
  await expect(there.getByText(t("people.elsewhere"))).toBeVisible();
  await expect(there.getByText(t("people.elsewhere_fields").replace("{fields}", t("people.headline")))).toBeVisible();
  await expect(about(there).locator("[name=headline]")).toHaveValue("Written at the desk");
  if (scripted) await expect(there.locator("[tabindex='-1']", { hasText: t("people.elsewhere") }).last(), "it is read at once").toBeFocused();
  await here.reload();
  await expect(about(here).locator("[name=headline]")).toHaveValue("Written on the telephone");

  // Knowing that, one saves again.
  await settled(there, scripted);
  await send(about(there));
  await expect(there.getByText(t("people.elsewhere"))).toHaveCount(0);
  await here.reload();
  await expect(about(here).locator("[name=headline]")).toHaveValue("Written at the desk");
});
