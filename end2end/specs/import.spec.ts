// From a spreadsheet to people: a coordinator uploads a CSV file, puts right what is wrong in it, enrols who is a member and invites
// the others; whoever is invited takes part as the file says. With JavaScript and without.
import { linkIn, mailTo } from "../support/mail";
import { arrive, newcomer } from "../support/newcomer";
import { beginProgram, createOrganisation, openByLink } from "../support/programs";
import { form, send } from "../support/steps";
import { expect, settled, test } from "../support/test";
import { t } from "../support/words";

test("from a spreadsheet to people who take part", { tag: "@both" }, async ({ visitor, scripted }, info) => {
  test.setTimeout(180_000);
  // A workbook is refused.
  const project = info.project.name;
  const email = { coordinator: newcomer("iris", info), invited: newcomer("ivo", info), other: newcomer("ina", info) };
  const [coordinator, invited] = [await visitor(), await visitor()];
  const [program, organisation] = [`Lighthouse Mentoring ${project}`, `Lighthouse ${project}`];
  await arrive(coordinator, scripted, "Iris Importer", email.coordinator);
  await createOrganisation(coordinator, scripted, organisation);
  const slug = await beginProgram(coordinator, scripted, "career", program, organisation);
  await openByLink(coordinator, scripted, slug);
  const page = `/admin/programs/${slug}/participants/import`;

  await test.step("a workbook is no table", async () => {
    await coordinator.goto(`/admin/programs/${slug}/participants`);
    await settled(coordinator, scripted);
    await coordinator.locator(`main a[href='${page}']`).click();
    await coordinator.waitForURL(`**${page}`);
    await settled(coordinator, scripted);
    await upload("people.xlsx", Buffer.from("PK\u0003\u0004"));
    await expect(coordinator.getByText(t("errors.not_csv")).first()).toBeVisible();
  });

  await test.step("the columns are understood, and what is wrong stands beside its cell", async () => {
    await settled(coordinator, scripted);
    const lines = [
      "Name;E-Mail-Adresse;Rolle;Kapazität;Sprachen;Kann helfen bei;Land",
      `Iris;${email.coordinator};Mentorin;3;Deutsch, Englisch;Teamführung;Deutschland`,
      `Ivo Invited;${email.invited};Mentee;;Französisch;;Frankreich`,
      `Ina;${email.other};Mentorin;viele;Klingonisch;;`,
    ];
    await upload("people.csv", Buffer.from(lines.join("\r\n"), "latin1"));
    await expect(coordinator.getByRole("heading", { name: t("imports.ready_title") })).toBeVisible();
    const wrong = coordinator.locator("#fix");
    await expect(wrong.getByText(t("errors.not_a_number"))).toBeVisible();
    await expect(wrong.getByText(t("imports.unknown_language", { text: "Klingonisch" }))).toBeVisible();
    const answer = await coordinator.request.get(`${page}/wrong.csv`);
    expect(answer.headers()["content-type"]).toContain("text/csv");
    expect(await answer.text()).toContain("Klingonisch");
  });

  await test.step("it is put right in place", async () => {
    await settled(coordinator, scripted);
    await send(form(coordinator, "imports/fix"), { "cells[c-4-3]": "2", "cells[c-4-4]": "Spanisch" });
    await expect(coordinator.locator("#fix")).toHaveCount(0);
    await expect(coordinator.locator("#ready tbody tr")).toHaveCount(3);
  });

  await test.step("members are enrolled and others invited, once", async () => {
    await settled(coordinator, scripted);
    await send(form(coordinator, "imports/run"));
    await expect(coordinator.getByText(t("imports.done_title"), { exact: true })).toBeVisible();
    await coordinator.goto(`/admin/programs/${slug}/participants`);
    await expect(coordinator.locator("main").getByText(email.coordinator)).toBeVisible();
    const csv = await coordinator.request.get(`/admin/programs/${slug}/participants.csv`);
    expect(await csv.text()).toContain(email.coordinator);
    const xlsx = await coordinator.request.get(`/admin/programs/${slug}/participants.xlsx`);
    expect((await xlsx.body()).subarray(0, 2).toString()).toBe("PK");
  });

  await test.step("whoever is invited accepts and takes part", async () => {
    const link = linkIn(await mailTo(email.invited, "/invite/"), "/invite/");
    await arrive(invited, scripted, "Ivo Invited", email.invited);
    await invited.goto(link);
    await settled(invited, scripted);
    await expect(invited.getByText(t("organisations.invite_program", { program }))).toBeVisible();
    await send(form(invited, "organisations/accept"));
    await invited.waitForURL(`**/programs/${slug}`);
    await coordinator.goto(`/admin/programs/${slug}/participants`);
    await expect(coordinator.locator("main").getByRole("link", { name: "Ivo Invited" })).toBeVisible();
  });

  /** Chooses a file and sends it. */
  async function upload(name: string, buffer: Buffer) {
    const fields = form(coordinator, "imports/upload");
    await fields.locator("[name=file]").setInputFiles({ name, mimeType: "text/csv", buffer });
    await fields.locator("[type=submit]").click();
    await coordinator.waitForURL(`**${page}`);
  }
});
