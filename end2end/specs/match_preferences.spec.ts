// Match preferences: a mentee adds mentors from their cards and puts them in order, a mentor adds a mentee, and the coordinator's run says so.
import { arrive, newcomer } from "../support/newcomer";
import { beginProgram, createOrganisation, fillProfile, join, openByLink } from "../support/programs";
import { form, send } from "../support/steps";
import { expect, settled, test } from "../support/test";
import { like, t } from "../support/words";

test("from a preference to the run that grants it", { tag: "@both" }, async ({ visitor, scripted, faults }, info) => {
  test.setTimeout(240_000);
  const project = info.project.name;
  const email = { coordinator: newcomer("wanda", info), first: newcomer("wim", info), second: newcomer("wolf", info), mentee: newcomer("willa", info) };
  const [coordinator, first, second, mentee] = [await visitor(), await visitor(), await visitor(), await visitor()];
  let slug = "";

  await test.step("a program with two mentors and a mentee", async () => {
    await arrive(coordinator, scripted, "Wanda Wishes", email.coordinator);
    await createOrganisation(coordinator, scripted, `Wishes ${project}`);
    slug = await beginProgram(coordinator, scripted, "career", `Wishes Mentoring ${project}`, `Wishes ${project}`);
    const link = await openByLink(coordinator, scripted, slug);
    for (const [page, name, address] of [[first, "Wim First", email.first], [second, "Wolf Second", email.second]] as const) {
      await arrive(page, scripted, name, address);
      await join(page, scripted, link, "mentor", "leading a team");
      await fillProfile(page, scripted, { headline: "I lead", about: "For twenty years.", language: "en", offered: "leading a team" });
    }
    await arrive(mentee, scripted, "Willa Mentee", email.mentee);
    await join(mentee, scripted, link, "mentee", "leading a team");
    await fillProfile(mentee, scripted, { headline: "I learn", about: "For a year.", language: "en", wanted: "leading a team" });
  });

  const preferences = (page: typeof mentee) => page.locator("main ol.list .person__name");

  await test.step("the mentee prefers both, and puts the second first", async () => {
    await mentee.goto(`/programs/${slug}`);
    await mentee.locator(`main a[href="/programs/${slug}/preferences"]`).first().click();
    await mentee.waitForURL(/\/preferences$/);
    await expect(mentee.getByText(t("match_preferences.mentors_empty"))).toBeVisible();
    await mentee.goto(`/programs/${slug}/mentors`);
    for (const [place, name] of [[1, "Wim First"], [2, "Wolf Second"]] as const) {
      await settled(mentee, scripted);
      await mentee.getByRole("button", { name: new RegExp(`^${t("match_preferences.add")}.*${name}`) }).click();
      await expect(mentee.getByText(t("match_preferences.place", { place }), { exact: true })).toBeVisible();
    }
    await mentee.goto(`/programs/${slug}/preferences`);
    await settled(mentee, scripted);
    await expect(preferences(mentee)).toHaveText(["Wim First", "Wolf Second"]);
    await expect(mentee.getByRole("button", { name: t("match_preferences.move_up", { name: "Wim First" }) })).toBeDisabled();
    await mentee.getByRole("button", { name: t("match_preferences.move_up", { name: "Wolf Second" }) }).click();
    await expect(preferences(mentee)).toHaveText(["Wolf Second", "Wim First"]);
    await settled(mentee, scripted);
    await mentee.getByRole("button", { name: t("match_preferences.remove", { name: "Wim First" }) }).click();
    await expect(preferences(mentee)).toHaveText(["Wolf Second"]);
  });

  await test.step("the mentee keeps one as a favourite, and lets go", async () => {
    const heart = (label: "add" | "remove", name: string) => mentee.getByRole("button", { name: t(`mentors.favourite_${label}`, { name }) });
    const press = async (label: "add" | "remove", name: string) => {
      const heard = scripted ? mentee.waitForResponse(/\/mentors\/favour$/) : undefined;
      await heart(label, name).click();
      await heard;
    };
    await mentee.goto(`/programs/${slug}/mentors`);
    await settled(mentee, scripted);
    await press("add", "Wim First");
    await expect(heart("remove", "Wim First")).toHaveAttribute("aria-pressed", "true");
    await expect(heart("add", "Wolf Second")).toHaveAttribute("aria-pressed", "false");
    if (scripted) {
      // What the server did not hear goes back, and only that.
      faults.allow(/favour|ERR_INTERNET_DISCONNECTED/);
      await mentee.context().setOffline(true);
      await heart("add", "Wolf Second").click();
      await expect(mentee.locator(".toast")).toBeVisible();
      await mentee.context().setOffline(false);
      await expect(heart("add", "Wolf Second")).toHaveAttribute("aria-pressed", "false");
      await expect(heart("remove", "Wim First")).toBeVisible();
    }
    await mentee.goto(`/programs/${slug}/mentors?favourites=true`);
    await expect(mentee.locator(".mentor h3")).toHaveText(["Wim First"]);
    await settled(mentee, scripted);
    await press("remove", "Wim First");
    await expect(heart("add", "Wim First")).toBeVisible({ visible: scripted });
    await mentee.goto(`/programs/${slug}/mentors`);
    await expect(heart("add", "Wim First")).toBeVisible();
  });

  await test.step("a mentor looks for the mentee and prefers them, and learns of no preference", async () => {
    await second.goto(`/programs/${slug}/preferences?q=zzzz`);
    await expect(second.getByText(t("match_preferences.none_found"))).toBeVisible();
    await settled(second, scripted);
    await second.getByRole("searchbox", { name: t("match_preferences.search") }).fill("willa");
    await second.getByRole("button", { name: t("common.search"), exact: true }).click();
    await second.waitForURL(/q=willa/);
    await settled(second, scripted);
    await second.getByRole("button", { name: new RegExp(`^${t("match_preferences.add")}.*Willa`) }).click();
    await expect(preferences(second)).toHaveText(["Willa Mentee"]);
    await expect(second.getByText(t("match_preferences.place", { place: 1 }), { exact: true })).toBeVisible();
    await first.goto(`/programs/${slug}/preferences`);
    await expect(first.getByText(t("match_preferences.mentees_empty"))).toBeVisible();
    await expect(first.getByText(like("match_preferences.place"))).toHaveCount(0);
  });

  await test.step("the coordinator's run grants the preferences and says so", async () => {
    await coordinator.goto(`/admin/programs/${slug}/matching`);
    await settled(coordinator, scripted);
    await send(form(coordinator, "match_runs/make"));
    await coordinator.waitForURL(/\/matching\/runs\/1$/);
    const pair = coordinator.locator(".run-pair", { hasText: "Willa Mentee" });
    await expect(pair).toContainText(t("match_runs.fit_mentee_preference", { name: "Wolf Second", mentee: "Willa Mentee", place: 1 }));
    await expect(pair).toContainText(t("match_runs.fit_mentor_preference", { name: "Wolf Second", mentee: "Willa Mentee", place: 1 }));
    await expect(coordinator.getByText(t("match_runs.stat_preference_mentees", { with_preferences: 1, first: 1 }))).toBeVisible();
  });
});
