// What a coordinator with two spreadsheets wants: everybody enrolled, paired as well as can be, and begun. People bring nothing but
// what the spreadsheets say about them.
import { linkIn, mailTo } from "../support/mail";
import { arrive, newcomer } from "../support/newcomer";
import { beginProgram, createOrganisation, openByLink } from "../support/programs";
import { form, publish, send } from "../support/steps";
import { expect, settled, test } from "../support/test";
import { t } from "../support/words";

test("from two spreadsheets to published mentorships", { tag: ["@both", "@desk"] }, async ({ visitor, scripted }, info) => {
  test.setTimeout(240_000);
  const coordinator = await visitor();
  const people = {
    "Ada Ahead": { email: newcomer("ada", info), side: "mentor", skills: "leading a team" },
    "Bea Builder": { email: newcomer("bea", info), side: "mentor", skills: "negotiation" },
    "Cem Curious": { email: newcomer("cem", info), side: "mentee", skills: "negotiation" },
    "Dan Daring": { email: newcomer("dan", info), side: "mentee", skills: "leading a team" },
  };
  const [program, organisation] = [`Two Files Mentoring ${info.project.name}`, `Two Files ${info.project.name}`];
  await arrive(coordinator, scripted, "Kim Coordinator", newcomer("kim", info));
  await createOrganisation(coordinator, scripted, organisation);
  const slug = await beginProgram(coordinator, scripted, "career", program, organisation);
  await openByLink(coordinator, scripted, slug);

  for (const side of ["mentor", "mentee"]) {
    await test.step(`the spreadsheet of ${side}s`, async () => {
      const skills = side === "mentor" ? "Skills offered" : "Skills wanted";
      const rows = Object.entries(people).filter(([, one]) => one.side === side);
      const lines = [`Name,E-mail,Role,Languages,${skills}`, ...rows.map(([name, one]) => `${name},${one.email},${side},English,${one.skills}`)];
      const page = `/admin/programs/${slug}/participants/import`;
      await coordinator.goto(page);
      await settled(coordinator, scripted);
      const fields = form(coordinator, "imports/upload");
      await fields.locator("[name=file]").setInputFiles({ name: `${side}s.csv`, mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) });
      await fields.locator("[type=submit]").click();
      await expect(coordinator.locator("#ready tbody tr")).toHaveCount(2);
      await expect(coordinator.locator("#fix")).toHaveCount(0);
      await settled(coordinator, scripted);
      await coordinator.screenshot({ path: info.outputPath(`${side}s.png`), fullPage: true });
      await send(form(coordinator, "imports/run"));
      await expect(coordinator.getByText(t("imports.done_title"), { exact: true })).toBeVisible();
    });
  }

  await test.step("whoever is invited accepts", async () => {
    for (const [name, one] of Object.entries(people)) {
      const page = await visitor();
      const link = linkIn(await mailTo(one.email, "/invite/"), "/invite/");
      await arrive(page, scripted, name, one.email);
      await page.goto(link);
      await settled(page, scripted);
      await send(form(page, "organisations/accept"));
      await page.waitForURL(`**/programs/${slug}`);
      await page.close();
    }
  });

  await test.step("the best pairing is proven, and published", async () => {
    await coordinator.goto(`/admin/programs/${slug}/matching`);
    await settled(coordinator, scripted);
    await send(form(coordinator, "match_runs/make"));
    await coordinator.waitForURL(/\/matching\/runs\/1$/);
    await expect(coordinator.getByText(t("match_runs.proven"))).toBeVisible();
    const pair = (mentee: string) =>
      coordinator.locator(".run-pair").filter({ has: coordinator.locator(".run-pair__who", { hasText: mentee }) });
    await expect(pair("Cem Curious")).toContainText("Bea Builder");
    await expect(pair("Dan Daring")).toContainText("Ada Ahead");
    await expect(pair("Dan Daring").locator(".fit")).toContainText("leading a team");
    await settled(coordinator, scripted);
    await coordinator.screenshot({ path: info.outputPath("run.png"), fullPage: true });
    await publish(coordinator, "all");
    await expect(coordinator.getByText(t("match_runs.published", { count: 2 }))).toBeVisible();
    await coordinator.screenshot({ path: info.outputPath("published.png"), fullPage: true });
    await mailTo(people["Dan Daring"].email, "Ada Ahead");
  });
});
