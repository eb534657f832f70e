// Files like those that people really have: what was guessed is said before anybody is invited, and can be chosen otherwise; an
// optional column keeps nobody out. With JavaScript and without.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { arrive, newcomer } from "../support/newcomer";
import { beginProgram, createOrganisation, openByLink } from "../support/programs";
import { form, send, unfold } from "../support/steps";
import { expect, settled, test } from "../support/test";
import { t } from "../support/words";

const cases = join(import.meta.dirname, "../../crates/people-tables/cases");

test("a file of another encoding and cells that nobody understands", { tag: "@both" }, async ({ visitor, scripted, faults }, info) => {
  test.setTimeout(180_000);
  // A line that is no number is refused.
  faults.allow(422, scripted);
  const project = info.project.name;
  const [coordinator] = [await visitor()];
  const [program, organisation] = [`Quay Mentoring ${project}`, `Quay ${project}`];
  await arrive(coordinator, scripted, "Hana Harbour", newcomer("hana", info));
  await createOrganisation(coordinator, scripted, organisation);
  const slug = await beginProgram(coordinator, scripted, "career", program, organisation);
  await openByLink(coordinator, scripted, slug);
  const page = `/admin/programs/${slug}/participants/import`;
  const notes = coordinator.locator("#notes");

  await test.step("Arabic is read, said, and can be read otherwise", async () => {
    await coordinator.goto(page);
    await upload("participants.csv", readFileSync(join(cases, "09-windows-1256/participants.csv")));
    await expect(notes).toContainText("windows-1256");
    await expect(notes).toContainText("سلمى تجربة");
    await expect(coordinator.locator("#ready tbody tr")).toHaveCount(2);
    await send(form(coordinator, "imports/read_again"), { encoding: "windows-1252" });
    await expect(notes).toContainText("Óáãì");
    await settled(coordinator, scripted);
    await send(form(coordinator, "imports/read_again"), { encoding: "windows-1256" });
    await expect(notes).toContainText("سلمى تجربة");
    await settled(coordinator, scripted);
  });

  await test.step("names of question marks are pointed out, and can be left out", async () => {
    await send(form(coordinator, "imports/discard"));
    await expect(form(coordinator, "imports/upload")).toBeVisible();
    await upload("participants-b.csv", readFileSync(join(cases, "09-windows-1256/participants-b.csv")));
    await expect(coordinator.locator("#fix").getByText(t("imports.garbled")).first()).toBeVisible();
    await expect(coordinator.locator("#ready tbody tr")).toHaveCount(0);
    await send(form(coordinator, "imports/leave_empty"));
    await expect(coordinator.locator("#fix")).toHaveCount(0);
    await expect(coordinator.locator("#ready tbody tr")).toHaveCount(2);
  });

  await test.step("each column is left out by a click of its own", async () => {
    await settled(coordinator, scripted);
    await send(form(coordinator, "imports/discard"));
    await expect(form(coordinator, "imports/upload")).toBeVisible();
    const rows = ["Email,Role,Country,Time zone", "a@example.org,mentor,Narnia,Soon", "b@example.org,mentee,UK,GMT", ",,,"];
    await upload("people.csv", Buffer.from(rows.join("\r\n")));
    const unclear = coordinator.locator("#unclear > li");
    await expect(unclear).toHaveCount(2);
    await expect(notes).toContainText("GMT → Europe/London");
    await unclear.filter({ hasText: "Soon" }).locator("[type=submit]").click();
    await expect(unclear).toHaveCount(1);
    await expect(unclear).toContainText("Narnia");
    await settled(coordinator, scripted);
    await unclear.locator("[type=submit]").click();
    await expect(unclear).toHaveCount(0);
    await expect(coordinator.locator("#ready tbody tr")).toHaveCount(2);
  });

  await test.step("how the file was read is one line, and all of it can be said otherwise in one place", async () => {
    await settled(coordinator, scripted);
    await send(form(coordinator, "imports/discard"));
    await expect(form(coordinator, "imports/upload")).toBeVisible();
    const rows = [
      "Our people",
      "Email;Role;Capacity;Can help with;Time zone;Notes",
      "a@example.org;mentor;;Sailing, by night;GMT;x",
      "b@example.org;mentor – gladly;up to 3;N/A;CET;",
    ];
    await upload("people.csv", Buffer.from(rows.join("\r\n")));
    const [readAs, reading, ready] = [coordinator.locator("#read-as"), form(coordinator, "imports/read_again"), coordinator.locator("#ready")];
    await expect(readAs).toContainText(t("imports.separator_semicolon"));
    await expect(readAs).toContainText("Notes");
    for (const said of ["Sailing · by night", "N/A", "mentor – gladly"]) await expect(notes).toContainText(said);
    await expect(reading).toBeHidden();

    // What can't be followed is said beside its field; the rest of the form is kept, and the file stays as it was.
    await send(reading, { header_line: "first", replace: "GMT = Africa/Accra", between: "semicolon", capacity: "4" });
    await expect(coordinator.locator("#header_line-error")).toHaveText(t("errors.not_a_number"));
    await expect(reading.locator("[name=replace]")).toHaveValue("GMT = Africa/Accra");
    await expect(reading.locator("[name=between]")).toHaveValue("semicolon");
    await expect(ready.locator("tbody tr")).toHaveCount(2);

    await settled(coordinator, scripted);
    await send(reading, { header_line: "2" });
    await expect(notes).toContainText(t("imports.note_replaced", { count: "1" }));
    await expect(notes).not.toContainText("Sailing · by night");
    await expect(notes).toContainText(t("imports.note_capacity", { count: "1", capacity: "4" }));
    await expect(ready).toContainText("Sailing by night");
    // The section is made anew with what was read, and folded.
    await expect(reading).toBeHidden();
    await settled(coordinator, scripted);
    await unfold(reading);
    await reading.getByText(t("imports.reading_written"), { exact: true }).click();
    await expect(reading.locator("[name=as_written]")).toBeChecked();
    await reading.locator("[type=submit]").click();
    await expect(ready).toContainText("N/A");
  });

  /** Chooses a file and sends it. */
  async function upload(name: string, buffer: Buffer) {
    await settled(coordinator, scripted);
    const fields = form(coordinator, "imports/upload");
    await fields.locator("[name=file]").setInputFiles({ name, mimeType: "text/csv", buffer });
    await fields.locator("[type=submit]").click();
    await coordinator.waitForURL(`**${page}`);
  }
});
