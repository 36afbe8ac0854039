import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import type { Scalar } from "#domain/sheet-content";
import { addressOf, type WorkbookSnapshot } from "#domain/snapshot";
import { scalarOf } from "#workbook/content/plain-content";
import type { CellEdit } from "#workbook/patch/cell-edit";
import { patchCells } from "#workbook/patch/patch-cells";
import { readSnapshot } from "#workbook/read/read-snapshot";
import { makeForm, planOf, unitOfKind } from "../../support/form-samples";
import { validateOoxml } from "../../support/validate-ooxml";

const plan = planOf("ben-tre-2024-2025");
const SHEET = "Chỉ tiêu";
let form: Uint8Array;
beforeAll(async () => { form = await makeForm(plan, "summary", { unit: unitOfKind(plan, "thcs") }); });

const opened = (bytes: Uint8Array): WorkbookSnapshot => {
  const read = readSnapshot(bytes, "");
  if (!read.ok) throw new Error("cannot be read");
  return read.snapshot;
};
const cellAt = (workbook: WorkbookSnapshot, { sheet, row, column }: Pick<CellEdit, "sheet" | "row" | "column">): Scalar | undefined => {
  const value = workbook.sheets.find(({ name }) => name === sheet)?.cells.find((cell) => cell.row === row && cell.column === column)?.value;
  return scalarOf(value ?? null);
};

describe("patchCells", () => {
  const typed = fc.oneof(fc.integer({ min: -999, max: 99_999 }), fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).filter((text) => text.trim() === text && text !== ""), fc.boolean(), fc.constant(null));
  const edit = fc.record({ sheet: fc.constantFrom(SHEET, "Thông tin"), row: fc.integer({ min: 0, max: 80 }), column: fc.integer({ min: 0, max: 30 }), value: typed });

  test("what was typed is read again, and no other cell is touched", () => {
    const before = opened(form);
    fc.assert(fc.property(fc.uniqueArray(edit, { minLength: 1, maxLength: 12, selector: ({ sheet, row, column }) => `${sheet}|${row}|${column}` }), (edits) => {
      const after = opened(patchCells(form, edits)!);
      for (const one of edits) {
        const value = typeof one.value === "string" ? one.value.normalize("NFC") : one.value;
        expect([one, cellAt(after, one)]).toEqual([one, value]);
      }
      const others = (workbook: WorkbookSnapshot) => workbook.sheets.map(({ name, cells }) => [name, cells.filter(({ row, column, value }) => value?.kind !== "date" && !edits.some((one) => one.sheet === name && one.row === row && one.column === column))]);
      expect(others(after)).toEqual(others(before));
    }), { numRuns: 40 });
  });

  test("every part but the sheet's own stays byte for byte, and the schema holds", () => {
    const patched = patchCells(form, [{ sheet: SHEET, row: 20, column: 6, value: "a & b < c" }, { sheet: SHEET, row: 200, column: 40, value: 1.5 }])!;
    const [before, after] = [unzipSync(form), unzipSync(patched)];
    const changed = Object.keys(after).filter((path) => strFromU8(after[path]!, true) !== strFromU8(before[path] ?? new Uint8Array(), true));
    expect(changed.filter((path) => path !== "xl/workbook.xml")).toEqual([expect.stringMatching(/^xl\/worksheets\/sheet\d+\.xml$/u)]);
    expect(strFromU8(after["xl/workbook.xml"]!)).toContain('fullCalcOnLoad="1"');
    expect(validateOoxml(patched)).toEqual([]);
  });

  test("a formula typed over is gone; one typed in has its result", () => {
    const formula = opened(form).sheets.find(({ name }) => name === SHEET)!.cells.find((cell) => cell.formula !== undefined)!;
    const over = opened(patchCells(form, [{ sheet: SHEET, row: formula.row, column: formula.column, value: 7 }])!);
    expect(over.sheets.find(({ name }) => name === SHEET)!.cells.find((cell) => addressOf(cell.row, cell.column) === addressOf(formula.row, formula.column))).not.toHaveProperty("formula");
    const typedIn = opened(patchCells(form, [{ sheet: SHEET, row: 90, column: 1, value: 3, formula: "1+2" }])!);
    expect(typedIn.sheets.find(({ name }) => name === SHEET)!.cells.find(({ row }) => row === 90)).toMatchObject({ formula: "1+2", value: { number: 3 } });
  });

  test("a sheet that is not there is refused", () => {
    expect(patchCells(form, [{ sheet: "Không có", row: 0, column: 0, value: 1 }])).toBeNull();
  });
});
