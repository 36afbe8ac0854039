/** The list for award-management programs: everybody nominated, in the layout asked for, with the codes it has. */
import { awardList, readAwardLayout } from "#tasks/award-list";
import { honourRows } from "#domain/honours/honour-rows";
import { withoutNames } from "#tasks/without-names";
import { addressOf } from "#domain/snapshot";
import { readSnapshot } from "#workbook/read/read-snapshot";
import layoutJson from "#templates/awards/import.json";
import { sampleCases, sampleReport, sampleState, template } from "../support/sample-reports";
import { validateOoxml } from "../support/validate-ooxml";

jest.setTimeout(120_000);

const read = readAwardLayout(layoutJson);
if (!read.ok) throw new Error(read.places.join());
const { layout } = read;
const [sample] = sampleCases;
if (!sample) throw new Error("no sample");

function textAt(bytes: Uint8Array): (address: string) => string {
  const opened = readSnapshot(bytes, "a.xlsx");
  const cells = new Map((opened.ok ? opened.snapshot.sheets[0]?.cells ?? [] : []).map(({ row, column, value }) => [addressOf(row, column), value]));
  return (address) => {
    const value = cells.get(address);
    return value?.kind === "text" ? value.text : value?.kind === "number" ? String(value.number) : "";
  };
}

test("one line for each nomination, with its codes; what has none is blank and counted", async () => {
  const report = sampleReport(await sampleState(sample), sample.asOf);
  const { bytes, rows, uncoded } = await awardList(report, layout);
  const nominated = honourRows(report.ledger).filter(({ award }) => award !== "");
  const at = textAt(bytes);
  expect(rows).toBe(nominated.length);
  expect(rows).toBeGreaterThan(20);
  nominated.forEach(({ name, award, isCollective }, index) => {
    const row = index + 2;
    expect([at(`A${row}`), at(`C${row}`), at(`G${row}`), at(`R${row}`), at(`U${row}`)]).toEqual([String(index + 1), name, award, isCollective ? "TAPTHE" : "CANHAN", "0003"]);
    expect(at(`S${row}`)).toBe((layout.codes.award ?? {})[award] ?? "");
  });
  const blank = nominated.filter((_, index) => at(`S${index + 2}`) === "").length;
  expect(uncoded.filter(({ heading }) => heading === "Mã Danh hiệu thi đua").reduce((sum, { count }) => sum + count, 0)).toBe(blank);
  expect(validateOoxml(bytes)).toEqual([]);

  const nameless = textAt((await awardList(withoutNames(report, template), layout)).bytes);
  const people = nominated.flatMap(({ isCollective, name }, index) => (isCollective ? [] : [[name, nameless(`C${index + 2}`)] as const]));
  expect(people.filter(([name, shown]) => shown === name)).toEqual([]);
});

test("a layout with a fault is named by its places", () => {
  expect(readAwardLayout({ ...layoutJson, columns: [{ at: "1", heading: "a", from: "nobody" }] })).toEqual({ ok: false, places: ["columns.0.at", "columns.0.from"] });
});
