import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parsePlan } from "#domain/plan-parse";
import { makeNextPlan, reviewGroups } from "#tasks/next-plan";
import { planFromFile } from "#tasks/plan-file";
import { planToSheet } from "#tasks/plan-sheet";
import { readPlanSheet } from "#workbook/plan-sheet/read-plan-sheet";
import { readSnapshot } from "#workbook/read/read-snapshot";
import { formatSelectors, parseSelectors } from "#workbook/plan-sheet/selector-text";
import { writePlanSheet } from "#workbook/plan-sheet/write-plan-sheet";
import { editCells } from "../support/edit-cells";
import { validateOoxml } from "../support/validate-ooxml";

const folder = join(__dirname, "../../templates/plans");
const plans = readdirSync(folder).sort().map((id) => {
  const json = JSON.parse(readFileSync(join(folder, id, "1.json"), "utf8")) as Record<string, unknown>;
  delete json["$schema"];
  const parsed = parsePlan(json);
  if (!parsed.ok) throw new Error(`${id}: ${JSON.stringify(parsed.faults)}`);
  return { id, json, plan: parsed.plan };
});

function backFromSheet(bytes: Uint8Array): unknown {
  const read = readSnapshot(bytes, "ke-hoach.xlsx");
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return readPlanSheet(read.snapshot)?.json;
}

describe("the plan sheet (bảng kế hoạch)", () => {
  test.each(plans)("$id: JSON to Excel and back is the same plan, word for word", async ({ json, plan }) => {
    expect(backFromSheet(await writePlanSheet(plan))).toEqual(json);
  });

  test.each(plans)("$id: the Open XML SDK finds nothing to object to", async ({ plan }) => {
    expect(validateOoxml(await writePlanSheet(plan))).toEqual([]);
  });

  test("a target changed in Excel is changed in the plan, and typed as a number it is read exactly", async () => {
    const plan = plans.find(({ id }) => id === "ben-tre-2024-2025")?.plan;
    if (!plan) throw new Error("no plan");
    const bytes = await writePlanSheet(plan);
    const changed = await editCells(bytes, "Mức kế hoạch", (text, cell) => (text === "344" ? cell(350) : undefined));
    const read = planFromFile(changed, "ke-hoach.xlsx");
    const schools = read.ok ? read.plan.indicators.find(({ code }) => code === "BT10")?.targets.map(({ value }) => value) : read.faults;
    expect(schools).toEqual(["350"]);
  });

  test("a fault is named with its sheet and cell", async () => {
    const plan = plans[0]?.plan;
    if (!plan) throw new Error("no plan");
    const changed = await editCells(await writePlanSheet(plan), "Chỉ tiêu", (text, cell) => (text === "ratio" ? cell("tỷ lệ gì đó") : undefined));
    const read = planFromFile(changed, "ke-hoach.xlsx");
    expect(read.ok ? [] : read.faults.map(({ place }) => place)).toContainEqual(expect.stringMatching(/^Chỉ tiêu!E\d+$/));
  });

  test.each(plans)("$id: next year's plan goes to Excel with what to look at in front, and comes back the same", async ({ plan }) => {
    const made = makeNextPlan(plan, {});
    const review = reviewGroups(made, "vi");
    const bytes = await planToSheet(made.plan, review);
    expect(validateOoxml(bytes)).toEqual([]);
    expect(backFromSheet(bytes)).toEqual(JSON.parse(JSON.stringify(made.plan)));
    const read = readSnapshot(bytes, "ke-hoach.xlsx");
    const [front, ...tables] = read.ok ? read.snapshot.sheets : [];
    const column = (at: number) => front?.cells.filter(({ row, column: col }) => row >= 3 && col === at).map(({ value }) => value?.kind === "text" && value.text);
    expect(front?.name).toBe("Cần xem lại");
    expect(column(1)).toEqual(review.flatMap(({ lines }) => lines.map(({ text }) => text)));
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining([...new Set(column(2))]));
  });

  test("a workbook that holds no plan is refused with a sentence", () => {
    const read = planFromFile(new Uint8Array([0x50, 0x4b, 3, 4]), "x.xlsx");
    expect(read.ok).toBe(false);
  });
});

describe("selectors as an officer writes them", () => {
  test.each([
    [[{ roles: ["intermediate" as const] }, { directlyManaged: true }, { kinds: ["gdnn-gdtx"] }]],
    [[{ directlyManaged: true, exceptKinds: ["gdnn-gdtx"] }]],
    [[{}]],
  ])("%j reads back", (selectors) => {
    expect(parseSelectors(formatSelectors(selectors))).toEqual(selectors);
  });

  test("an unknown word becomes an unknown key, so that the plan is refused and the word named", () => {
    expect(parseSelectors("cụm: 3")).toEqual([{ "cụm": ["3"] }]);
  });
});
