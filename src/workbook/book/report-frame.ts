/** The frame of the sheet "Báo cáo": heading, picker, headings of the table, groups, signatures. */
import type ExcelJS from "exceljs";
import { differencesFromSnapshot, lastSnapshot } from "#domain/snapshot-figures";
import { bookWords as words } from "#messages/book-vi";
import { formatDate } from "#messages/format-vi";
import type { BookContext } from "./book-context";
import { lettersOf, rangeOf } from "./columns";
import { ROLES } from "./report-lines";
import { FONT, tableMark } from "./table";

/** Row of the headings, and the first line of figures (one-based). */
export const HEAD = 12;
export const FIRST = 13;
/** Columns of the sheet, one-based: the visible ones, then the hidden ones. */
export const C = {
  no: 1, code: 2, name: 3, unit: 4, n: 5, d: 6, value: 7, reported: 8, expected: 9, low: 10, high: 11, target: 12, verdict: 13, source: 14,
  sums: 16, pairs: 30, applies: 45, phrases: 48, sources: 51, verdicts: 55, nodes: 59,
} as const;
export const letter = (column: number): string => lettersOf(column - 1);
export const THIN: Partial<ExcelJS.Borders> = { top: { style: "thin" }, bottom: { style: "thin" }, left: { style: "thin" }, right: { style: "thin" } };
/** Where the officer chooses, and what the choice comes to: code, depth and role of the node, its place in the list. */
export const PICK = "$C$9";
export const CHOSEN = { code: "$P$9", depth: "$Q$9", role: "$R$9", index: "$S$9" } as const;
/** Address of the code of the office shown on the report sheet. */
export const chosenNodeCell = CHOSEN.code.replaceAll("$", "");

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
export function writeHeading(sheet: ExcelJS.Worksheet, context: BookContext): void {
  const { report, notes, tree, nameOf } = context;
  const { issuer } = report.plan;
  const { sample, partOfScope } = report.state.roster;
  // A part of the scope reports under its own head, not under that of whoever issued the plan.
  const isOwn = sample === true || partOfScope === true;
  sheet.getCell(1, 1).value = tableMark("report");
  sheet.getCell(1, 1).font = { name: FONT, size: 8, color: { argb: "FF8A8A8A" } };
  sheet.getRow(1).hidden = true;
  text(sheet, 2, 1, 4, sample ? "" : partOfScope ? words.parentOpen : (issuer.parentName ?? "").toUpperCase(), { size: 12 });
  text(sheet, 3, 1, 4, (isOwn ? nameOf(tree.root) : issuer.name).toUpperCase(), { size: 12, bold: true, underline: true });
  text(sheet, 4, 1, 4, lastSnapshot(report.state.snapshots)?.reportNumber ?? words.reportNumber[partOfScope ? "phong" : issuer.level], { size: 13 });
  text(sheet, 2, 9, 14, words.country, { size: 12, bold: true });
  text(sheet, 3, 9, 14, words.motto, { bold: true, underline: true });
  text(sheet, 4, 9, 14, words.dated(isOwn ? "……" : issuer.place ?? "……", report.asOf), { italic: true });
  text(sheet, 5, 1, 14, words.reportTitle[report.state.stage], { size: 14, bold: true });
  text(sheet, 6, 1, 14, [notes[0], notes[1]].join(" · "), { italic: true, size: 12 });
  text(sheet, 7, 1, 14, statusOf(context), { italic: true, size: 12, bold: true, color: { argb: "FFC00000" } });
}

/** A draft, unless every figure is as frozen and nothing that counts was changed in the sheet since. */
function statusOf({ report, rows, layout }: BookContext): ExcelJS.CellValue {
  const sample = report.state.roster.sample ? ` · ${words.sample}` : "";
  const frozen = lastSnapshot(report.state.snapshots);
  if (!frozen) return words.draft + sample;
  const changes = differencesFromSnapshot(report, frozen).length;
  if (changes > 0) return words.changedSince(frozen.name, changes) + sample;
  const keys = ["effectiveState", "effectiveN", "effectiveD", "effectiveStartN", "effectiveStartD"] as const;
  const squares = rows.reduce((sum, { effective: { state, n, d, startN, startD } }) => [state, n, d, startN, startD].reduce<number>((all, one) => all + (one ?? 0) ** 2, sum), 0);
  const isSame = `ABS(SUMSQ(${keys.map((key) => rangeOf(layout, key)).join(",")})-${squares})<0.001`;
  const result = words.frozen(frozen.name, formatDate(frozen.on)) + sample;
  const quoted = (phrase: string): string => `"${phrase.replaceAll('"', '""')}"`;
  return { formula: `IF(${isSame},${quoted(result)},${quoted(words.draft + sample)})`, result };
}

/** The choice, and the list it is made from in hidden columns: label, code, depth, role, then a column for each target that binds only some. */
export function writePicker(sheet: ExcelJS.Worksheet, { nodes, nameOf, tree, offices }: BookContext, chosen: string, bound: readonly ReadonlySet<string>[]): void {
  text(sheet, 9, 1, 2, words.pick, { size: 11, italic: true }, "left");
  sheet.getRow(9).height = 30;
  text(sheet, 9, 3, 7, nodeLabel(chosen, nameOf(chosen)), { size: 13, bold: true }, "left");
  const picker = sheet.getCell(9, 3);
  picker.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFF6CC" } };
  const isOffice = new Set<string>(offices);
  const roleOf = (code: string): number => (isOffice.has(code) ? ROLES.indexOf(tree.roleOf(code)) : 2) + 1;
  const factsOf = (code: string): (string | number)[] => [code, tree.pathTo(code).length, roleOf(code), ...bound.map((some) => (some.has(code) ? 1 : 0))];
  nodes.forEach((code, index) => {
    [nodeLabel(code, nameOf(code)), ...factsOf(code)].forEach((fact, column) => { sheet.getCell(FIRST + index, C.nodes + column).value = fact; });
  });
  picker.dataValidation = { type: "list", allowBlank: false, formulae: [nodeRange(nodes.length, 0)], showErrorMessage: true, errorTitle: words.pickError.title, error: words.pickError.text };
  const live = (address: string, formula: string, result: string | number): void => { sheet.getCell(address.replaceAll("$", "")).value = { formula, result }; };
  live(CHOSEN.index, `MATCH(${PICK},${nodeRange(nodes.length, 0)},0)`, (nodes as readonly string[]).indexOf(chosen) + 1);
  [CHOSEN.code, CHOSEN.depth, CHOSEN.role].forEach((address, index) => live(address, `INDEX(${nodeRange(nodes.length, index + 1)},${CHOSEN.index})`, factsOf(chosen)[index] ?? ""));
}

/** A column of the node list, absolute. */
export const nodeRange = (length: number, column: number): string => `$${letter(C.nodes + column)}$${FIRST}:$${letter(C.nodes + column)}$${FIRST + length - 1}`;

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

/** What (*) means, to whom it goes, and where it is signed. */
export function writeFoot(sheet: ExcelJS.Worksheet, row: number): void {
  text(sheet, row, 1, 14, words.readingNote, { size: 11, italic: true }, "left");
  const { people } = words;
  text(sheet, row + 2, 1, 3, people.to, { size: 12, bold: true, italic: true }, "left");
  people.toLines.forEach((line, index) => text(sheet, row + 3 + index, 1, 3, line, { size: 11 }, "left"));
  text(sheet, row + 2, 4, 8, people.by, { bold: true });
  text(sheet, row + 3, 4, 8, people.byHint, { size: 12, italic: true });
  text(sheet, row + 2, 10, 14, people.head, { bold: true });
  text(sheet, row + 3, 10, 14, people.headHint, { size: 12, italic: true });
}
