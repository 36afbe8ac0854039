/** Real contents to put into Excel: a form of the Bến Tre plan and a small book of the sample district. */
import type { Scalar, WorkbookContent } from "#domain/sheet-content";
import type { WorkbookSnapshot } from "#domain/snapshot";
import { contentOf } from "#workbook/content/read-content";
import { writeBook } from "#workbook/book/write-book";
import { readSnapshot } from "#workbook/read/read-snapshot";
import benTre from "#templates/plans/ben-tre-2024-2025/1.json";
import districtJson from "#templates/rosters/sample-district.json";
import { makeForm, planOf } from "../../support/form-samples";
import { sampleReport, sampleState, template } from "../../support/sample-reports";

export interface Sample {
  readonly bytes: Uint8Array;
  readonly content: WorkbookContent;
  /** What the file reader says of the same file. */
  readonly snapshot: WorkbookSnapshot;
  /** Results of the file's own formulas, as an Excel would compute them. */
  readonly calculate: (sheet: string, row: number, column: number) => Scalar;
}

export async function sampleOf(bytes: Uint8Array): Promise<Sample> {
  const content = await contentOf(bytes);
  const read = readSnapshot(bytes, "mau.xlsx");
  if (!read.ok) throw new Error("The sample cannot be read.");
  const results = new Map(content.sheets.flatMap(({ name, cells }) => cells.filter(({ formula }) => formula !== undefined).map(({ row, column, value }): [string, Scalar] => [`${name}!${row}:${column}`, value])));
  return { bytes, content, snapshot: read.snapshot, calculate: (sheet, row, column) => results.get(`${sheet}!${row}:${column}`) ?? 0 };
}

export async function sampleForm(): Promise<Sample> {
  return sampleOf(await makeForm(planOf("ben-tre-2024-2025"), "summary", { common: true }));
}

/** Every eighth school has sent something in. */
export async function sampleBook(): Promise<Sample> {
  const state = await sampleState({ name: "", json: benTre, stage: "summary", roster: districtJson, asOf: "2025-11-05" }, 8);
  return sampleOf(await writeBook(sampleReport(state, "2025-11-05"), template));
}

/** Fonts are stated only where they decide how a text is read. */
export function plain({ sheets, names }: WorkbookSnapshot): unknown {
  return {
    names: [...names].sort((a, b) => (a.name < b.name ? -1 : 1)),
    sheets: sheets.map(({ name, state, cells, merges }) => ({
      name, state, merges: [...merges].sort((a, b) => a.top - b.top || a.left - b.left), cells: cells.map(({ font: _font, ...cell }) => cell),
    })),
  };
}

/** Without the sheets that are not ours. */
export function only(snapshot: WorkbookSnapshot, sample: Sample): WorkbookSnapshot {
  const ours = new Set(sample.content.sheets.map(({ name }) => name));
  return { ...snapshot, sheets: snapshot.sheets.filter(({ name }) => ours.has(name)) };
}

export const ownedBy = ({ content }: Sample): ReadonlySet<string> => new Set(content.sheets.map(({ name }) => name));

/** A few sheets made by hand, where a real file would only be slow. */
export function smallContent(figure: Scalar = 12): WorkbookContent {
  const page = { landscape: true, fitToWidth: true, area: { top: 0, left: 0, bottom: 3, right: 2 }, titleRows: { from: 0, to: 0 } };
  const rest = { merges: [], rows: [], columns: [], validations: [], conditionals: [], isProtected: false, showGridlines: true, frozen: { rows: 0, columns: 0 } };
  return {
    styles: [
      { font: {}, edges: {} },
      { font: { name: "Times New Roman", size: 13, bold: true }, fill: "#DDEBF7", edges: { bottom: { style: "thin" } }, across: "center", wrap: true },
      { font: { name: "Times New Roman", size: 12 }, edges: {}, format: "dd/mm/yyyy" },
      { font: { name: "Times New Roman", size: 12 }, edges: {}, format: "@", locked: false },
    ],
    names: [{ name: "STD_so", refersTo: "'Số liệu'!$B$2" }, { name: "STD_rieng", refersTo: "'Số liệu'!$A$2", sheet: "Số liệu" }],
    sheets: [
      {
        ...rest, name: "Số liệu", state: "visible", page, frozen: { rows: 1, columns: 1 }, tabColour: "#1B6B3A", showGridlines: false,
        merges: [{ top: 3, left: 0, bottom: 3, right: 2 }], columns: [{ column: 0, width: 24 }, { column: 2, hidden: true, width: 9 }], rows: [{ row: 0, height: 30 }],
        filter: { top: 0, left: 0, bottom: 2, right: 2 },
        cells: [
          { row: 0, column: 0, value: "Đơn vị", style: 1 }, { row: 0, column: 1, value: "Số đạt", style: 1 }, { row: 0, column: 2, value: "Ngày", style: 1 },
          { row: 1, column: 0, value: "01101", style: 3 }, { row: 1, column: 1, value: figure, style: 0 }, { row: 1, column: 2, value: 45_600, style: 2 },
          { row: 2, column: 0, value: "12/38", style: 0 }, { row: 2, column: 1, value: 24, formula: "B2*2", style: 0 }, { row: 2, column: 2, value: { error: "#N/A" }, style: 0 },
          { row: 3, column: 0, value: "=không phải công thức", style: 1 },
        ],
        validations: [
          { ranges: [{ top: 1, left: 1, bottom: 2, right: 1 }], kind: "whole", operator: "greaterThanOrEqual", formulas: ["0"], allowBlank: true, severity: "stop", error: { title: "Sai", text: "Số nguyên." } },
          { ranges: [{ top: 1, left: 0, bottom: 1, right: 0 }, { top: 2, left: 0, bottom: 2, right: 0 }], kind: "list", formulas: ['"Đạt,Chưa đạt"'], allowBlank: false, severity: "warning", prompt: { title: "", text: "Chọn một." } },
        ],
        conditionals: [
          { ranges: [{ top: 1, left: 0, bottom: 2, right: 1 }], formula: "$B2<0", font: { colour: "#B3261E", bold: true }, fill: "#FBE0DD", stopIfTrue: true },
          { ranges: [{ top: 1, left: 1, bottom: 2, right: 1 }, { top: 3, left: 0, bottom: 3, right: 0 }], formula: "B2=0", font: { colour: "#8A5A00" } },
        ],
      },
      { ...rest, name: "Chi tiết", state: "visible", page: { landscape: false, fitToWidth: false }, isProtected: true, cells: [{ row: 0, column: 0, value: true, style: 0 }] },
      { ...rest, name: "_std", state: "veryHidden", page: { landscape: false, fitToWidth: false }, cells: [{ row: 0, column: 0, value: "format", style: 0 }, { row: 0, column: 1, value: "1", style: 0 }] },
    ],
  };
}

export const ownedSmall: ReadonlySet<string> = new Set(["Số liệu", "Chi tiết", "_std"]);

/** The emulated workbook to be compared: in which order equal looks and rules were first met, and ids of rules, do not matter. */
export function normal(everything: unknown): unknown {
  const { names, sheets } = everything as { names: unknown; sheets: { sheet: { cells: { style: number }[] }; styles: unknown[] }[] };
  return { names, sheets: sheets.map(({ sheet, styles, ...rest }) => ({ ...rest, sheet: { ...sheet, cells: sheet.cells.map((cell) => ({ ...cell, style: styles[cell.style] })) } })) };
}
