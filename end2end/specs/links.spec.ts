// A link to join that got into the wrong hands is replaced by another one.
import { arrive, newcomer } from "../support/newcomer";
import { beginProgram, createOrganisation, openByLink } from "../support/programs";
import { form, send } from "../support/steps";
import { expect, settled, test } from "../support/test";
import { t } from "../support/words";

test("a new link to join opens, and the one before does not", async ({ page, visitor, scripted, faults }, info) => {
  faults.allow(404);
  const project = info.project.name;
  const stranger = await visitor();
  await arrive(page, scripted, "Lia Links", newcomer("lia", info));
  await createOrganisation(page, scripted, `Links ${project}`);
  const slug = await beginProgram(page, scripted, "career", `Links Mentoring ${project}`, `Links ${project}`);
  const before = await openByLink(page, scripted, slug);
  await arrive(stranger, scripted, "Sam Stranger", newcomer("sam", info));

  await send(form(page, "programs/renew_join_link"));
  const field = page.getByLabel(t("programs.link_label"));
  await expect(field).not.toHaveValue(new RegExp(`${before.split("token=")[1]}$`));
  await settled(page, scripted);
  const after = new URL(await field.inputValue());

  await stranger.goto(before);
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText(t("errors.not_found_title"));
  await stranger.goto(after.pathname + after.search);
  await expect(form(stranger, "enrolments/save")).toBeVisible();
});
