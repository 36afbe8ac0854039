/** What a form has lost or gained: sheets, rows, columns (thiếu, thừa dòng cột). */
import type { FormRow } from "#domain/form";
import { problem, type Problem } from "#domain/problem";
import type { PartKey, Reading } from "#domain/submission";
import { formWords, sheetNames } from "#messages/form-vi";
import type { FiguresSheet } from "./find-figures";
import { foldText } from "./fold-text";
import { ownerOf, type FormReading } from "./form-reading";
import type { Located } from "./locate-cells";
import { rawText } from "./read-value";

/**
 * What is missing, once per cause: a lost sheet hides its rows, a lost column hides its cells. The sheet of facts
 * (`hasFacts`) can be missed only in a workbook that still has our hidden sheet: a stranger's never had one.
 */
export function structureProblems(context: FormReading, parts: Partial<Record<PartKey, Reading>>, hasFacts: boolean): Problem[] {
  const { found, sheets, file, stage, locate } = context;
  const at = { file };
  const rows = found.form.rows;
  if (sheets.figures.length === 0) {
    const isExpected = rows.length > 0 && !sheets.grids.some(({ name }) => foldText(name) === foldText(sheetNames.figures));
    return isExpected ? [problem("sheet-missing", at, { sheet: sheetNames.figures })] : [];
  }
  const problems: Problem[] = [];
  const isOneUnits = sheets.figures.length === found.figures.length;
  const isOurs = !found.problems.some(({ code }) => code === "hidden-sheet-lost");
  if (isOurs && isOneUnits && !hasFacts) problems.push(problem("sheet-missing", at, { sheet: sheetNames.info }, "warning"));
  const sheet = sheets.figures[0]?.grid.name ?? "";
  const lost = (role: "main" | "base", kind: Located["lost"]): FormRow[] => rows.filter((row) => (role === "main" || row.base !== undefined) && locate(row, role).lost === kind);
  if (lost("main", "column").length > 0) problems.push(problem("column-missing", { ...at, sheet }, { column: formWords.mainLabel(stage) }));
  if (lost("base", "column").length > 0) problems.push(problem("column-missing", { ...at, sheet }, { column: formWords.baseLabel(stage) }));
  const reported = new Set<string>();
  for (const row of lost("main", "row")) {
    if (reported.has(row.code) || parts[`${row.indicator}.${row.main}`]) continue;
    reported.add(row.code);
    problems.push(problem("row-missing", { ...at, sheet, indicator: row.indicator }, { indicator: row.code, name: ownerOf(context, row.indicator).name }));
  }
  const strangers = sheets.figures.flatMap((figures) => figures.strangers.filter(({ row }) => isFilledRow(figures, row)).map(({ code }) => code));
  if (strangers.length > 0) problems.push(problem("rows-of-nobody", { ...at, sheet }, { codes: [...new Set(strangers)].join(", ") }));
  return problems;
}

function isFilledRow({ grid, columns }: FiguresSheet, row: number): boolean {
  return (["main", "base"] as const).some((role) => {
    const column = columns.get(role);
    return column !== undefined && rawText(grid.at(row, column)).trim() !== "";
  });
}
