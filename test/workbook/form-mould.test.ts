/** A form made from another of its kind is the form that would have been written for the unit alone. */
import { strFromU8, unzipSync } from "fflate";
import { rosterSchema, type Roster, type UnitCode } from "#domain/unit";
import { packed } from "#workbook/finish-package";
import { FormWriter } from "#workbook/form/form-mould";
import { writeForm } from "#workbook/form/write-form";
import { readSnapshot } from "#workbook/read/read-snapshot";
import { unitsWithForm } from "#tasks/make-forms";
import { everyForm, rosterFor, template, TREE_DATE } from "../support/form-samples";

jest.setTimeout(120_000);

const LONG = "Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở xã Mẫu Một & Mẫu Hai <cơ sở 2>, liên xã Mẫu Ba, Mẫu Bốn và Mẫu Năm";

/** Some units with names that need several lines, with a head count known to the office, and with nobody above. */
function awkward(roster: Roster): Roster {
  const units = roster.units.map((unit, index) => ({
    ...unit,
    ...(index % 3 === 1 ? { name: `${LONG} số ${index}` } : {}),
    ...(index % 7 === 2 ? { contact: { name: "Người liên hệ mẫu" } } : {}),
  }));
  return rosterSchema.parse({ ...roster, units });
}

/** What a program shows of a form: cells, heights of rows, paper. */
function shownOf(bytes: Uint8Array) {
  const read = readSnapshot(bytes, "a.xlsx");
  const parts = unzipSync(bytes);
  const sheets = Object.keys(parts).filter((path) => path.startsWith("xl/worksheets/")).sort();
  const rest = sheets.map((path) => {
    const xml = strFromU8(parts[path] ?? new Uint8Array());
    return { path, heights: xml.match(/<row r="\d+"[^>]*>/g), paper: xml.slice(xml.indexOf("</sheetData>")) };
  });
  return { read, rest, workbook: strFromU8(parts["xl/workbook.xml"] ?? new Uint8Array()), styles: strFromU8(parts["xl/styles.xml"] ?? new Uint8Array()) };
}

test.each(everyForm)("$plan.id, $stage: the same form for every kind of unit, long names and short", async ({ plan, stage }) => {
  const roster = awkward(rosterFor(plan));
  const writer = new FormWriter();
  const seen = new Map<string, number>();
  let compared = 0;
  for (const unit of unitsWithForm({ plan, stage, roster, treeDate: TREE_DATE })) {
    const { kind, name } = roster.units.find(({ code }) => code === unit) ?? { kind: "", name: "" };
    const sort = `${kind} ${name.startsWith(LONG)}`;
    seen.set(sort, (seen.get(sort) ?? 0) + 1);
    const request = { plan, stage, template, roster, treeDate: TREE_DATE, kind: { unit: unit as UnitCode } };
    const made = await packed(await writer.parts(request));
    if ((seen.get(sort) ?? 0) > 2) continue;
    expect(shownOf(made)).toEqual(shownOf(await writeForm(request)));
    compared += 1;
  }
  expect(compared).toBeGreaterThan(2);
});
