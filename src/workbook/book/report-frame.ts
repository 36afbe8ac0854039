/** The frame of the sheet "Báo cáo": heading, picker, headings of the table, groups, signatures. */
import type ExcelJS from "exceljs";
import { differencesFromSnapshot } from "#domain/snapshot-figures";
import type { UnitCode } from "#domain/unit";
import { bookWords as words } from "#messages/book-vi";
import { formatDate } from "#messages/format-vi";
import type { BookContext } from "./book-context";
import { FONT, tableMark } from "./table";

/** Row of the headings, and the first line of figures (one-based). */
export const HEAD = 12;
export const FIRST = 13;
/** Columns of the sheet, one-based: the visible ones, then the hidden sums. */
export const C = { no: 1, code: 2, name: 3, unit: 4, n: 5, d: 6, value: 7, reported: 8, expected: 9, low: 10, high: 11, target: 12, verdict: 13, source: 14, sums: 16, pair: 24, nodes: 31 } as const;
const PICK = "$C$9";
/** Cells that hold the chosen node's code, its depth in the tree and its role. */
export const CODE = "$P$9";
export const DEPTH = "$Q$9";
export const ROLE = "$R$9";
export const letter = (column: number): string => (column > 26 ? String.fromCharCode(64 + Math.floor((column - 1) / 26)) : "") + String.fromCharCode(65 + ((column - 1) % 26));
export const THIN: Partial<ExcelJS.Borders> = { top: { style: "thin" }, bottom: { style: "thin" }, left: { style: "thin" }, right: { style: "thin" } };

/** How a node stands in the drop-down: `X01 — UBND xã …`. */
export const nodeLabel = (code: string, name: string): string => `${code} — ${name}`;

function text(sheet: ExcelJS.Worksheet, row: number, from: number, to: number, value: ExcelJS.CellValue, font: Partial<ExcelJS.Font>, horizontal: "center" | "left" = "center"): void {
  if (to > from) sheet.mergeCells(row, from, row, to);
  const cell = sheet.getCell(row, from);
  cell.value = value;
  cell.font = { name: FONT, size: 13, ...font };
  cell.alignment = { horizontal, vertical: "middle", wrapText: true };
}

/** Agency, motto, title, plan and status: the head of official paper. */
export function writeHeading(sheet: ExcelJS.Worksheet, { report, notes, tree, nameOf }: BookContext): void {
  const { issuer } = report.plan;
  sheet.getCell(1, 1).value = tableMark("report");
  sheet.getCell(1, 1).font = { name: FONT, size: 8, color: { argb: "FF8A8A8A" } };
  sheet.getRow(1).hidden = true;
  const { sample } = report.state.roster;
  text(sheet, 2, 1, 4, (sample ? "" : issuer.parentName ?? "").toUpperCase(), { size: 12 });
  text(sheet, 3, 1, 4, (sample ? nameOf(tree.root) : issuer.name).toUpperCase(), { size: 12, bold: true, underline: true });
  text(sheet, 2, 9, 14, words.country, { size: 12, bold: true });
  text(sheet, 3, 9, 14, words.motto, { bold: true, underline: true });
  text(sheet, 4, 9, 14, words.dated(sample ? "……" : issuer.place ?? "……", report.asOf), { italic: true });
  text(sheet, 5, 1, 14, words.reportTitle[report.state.stage], { size: 14, bold: true });
  text(sheet, 6, 1, 14, [notes[0], notes[1]].join(" · "), { italic: true, size: 12 });
  const status = statusOf(report);
  text(sheet, 7, 1, 14, [status, ...(sample ? [words.sample] : [])].join(" · "), { italic: true, size: 12, bold: true, color: { argb: "FFC00000" } });
}

/** A report stands for its last snapshot only while nothing has changed since; otherwise it is a draft. */
function statusOf(report: BookContext["report"]): string {
  const frozen = report.state.snapshots.at(-1);
  if (!frozen) return words.draft;
  const changed = differencesFromSnapshot(report, frozen).length;
  return changed === 0 ? words.frozen(frozen.name, formatDate(frozen.on)) : words.changedSince(frozen.name, changed);
}

/** The yellow cell in which a node is chosen, with the hidden table it chooses from. */
export function writePicker(sheet: ExcelJS.Worksheet, { offices, nameOf, tree }: BookContext, chosen: UnitCode): void {
  text(sheet, 9, 1, 2, words.pick, { size: 11, italic: true }, "left");
  text(sheet, 9, 3, 7, nodeLabel(chosen, nameOf(chosen)), { size: 13, bold: true }, "left");
  const picker = sheet.getCell(9, 3);
  picker.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFF6CC" } };
  offices.forEach((code, index) => {
    const row = FIRST + index;
    sheet.getCell(row, C.nodes).value = nodeLabel(code, nameOf(code));
    sheet.getCell(row, C.nodes + 1).value = code;
    sheet.getCell(row, C.nodes + 2).value = tree.pathTo(code).length;
    sheet.getCell(row, C.nodes + 3).value = tree.roleOf(code);
  });
  const range = (column: number): string => `$${letter(column)}$${FIRST}:$${letter(column)}$${FIRST + offices.length - 1}`;
  picker.dataValidation = { type: "list", allowBlank: false, formulae: [range(C.nodes)] };
  const found = `MATCH(${PICK},${range(C.nodes)},0)`;
  const facts: readonly (string | number)[] = [chosen, tree.pathTo(chosen).length, tree.roleOf(chosen)];
  [CODE, DEPTH, ROLE].forEach((address, index) => {
    sheet.getCell(address.replaceAll("$", "")).value = { formula: `INDEX(${range(C.nodes + 1 + index)},${found})`, result: facts[index] ?? "" };
  });
}

/** A content group of the plan (nội dung thi đua) as a line of its own. */
export function writeGroup(sheet: ExcelJS.Worksheet, row: number, name: string): void {
  sheet.mergeCells(row, C.no, row, C.source);
  const cell = sheet.getCell(row, C.no);
  cell.value = name;
  cell.style = { font: { name: FONT, size: 12, bold: true }, border: THIN, alignment: { vertical: "middle" }, fill: { type: "pattern", pattern: "solid", fgColor: { argb: "FFF2F2F2" } } };
  sheet.getRow(row).height = 18;
}

/** Colour beside the sign and the word, never instead of them. */
export function colourVerdicts(sheet: ExcelJS.Worksheet, lastRow: number): void {
  const colours: readonly [text: string, argb: string][] = [[words.verdicts.met, "FF1E7B34"], [words.verdicts.notMet, "FFC00000"], [words.verdicts.undecided, "FF7F6000"]];
  sheet.addConditionalFormatting({
    ref: `${letter(C.verdict)}${FIRST}:${letter(C.verdict)}${lastRow}`,
    rules: colours.map(([text, argb], index) => ({
      type: "cellIs", operator: "equal", formulae: [`"${text}"`], priority: index + 1, style: { font: { bold: true, color: { argb } } },
    })),
  });
}

/** The headings of the table. */
export function writeHeads(sheet: ExcelJS.Worksheet): void {
  Object.values(words.reportColumns).forEach((heading, index) => {
    const cell = sheet.getCell(HEAD, index + 1);
    cell.value = heading;
    cell.style = {
      font: { name: FONT, size: 11, bold: true }, border: THIN, alignment: { horizontal: "center", vertical: "middle", wrapText: true },
      fill: { type: "pattern", pattern: "solid", fgColor: { argb: "FFD9E2F3" } },
    };
  });
  sheet.getRow(HEAD).height = 34;
}

/** What (*) means, and where the paper is signed. */
export function writeFoot(sheet: ExcelJS.Worksheet, row: number): void {
  text(sheet, row, 1, 14, words.readingNote, { size: 11, italic: true }, "left");
  text(sheet, row + 2, 1, 4, words.people.by, { bold: true });
  text(sheet, row + 3, 1, 4, words.people.byHint, { size: 12, italic: true });
  text(sheet, row + 2, 10, 14, words.people.head, { bold: true });
  text(sheet, row + 3, 10, 14, words.people.headHint, { size: 12, italic: true });
}
