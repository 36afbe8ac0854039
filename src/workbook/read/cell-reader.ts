/** Reads cells of one submission, gathering problems as they are found, each with its place. */
import { problem, severityOf, type Problem, type ProblemFacts } from "#domain/problem";
import { addressOf, type Cell } from "#domain/snapshot";
import type { Reading } from "#domain/submission";
import { readOldFont } from "./old-fonts";
import type { CellExpectation, CellFinding, CellReading } from "./cell-findings";
import { rawText, readValue } from "./read-value";
import type { Grid } from "./sheet-grid";

/** Whose cell it is, in a problem's words. */
export interface CellOwner {
  readonly indicator: string;
  readonly name: string;
  /** Beside the figures nothing read badly can spoil one: errors are said as warnings. */
  readonly beside?: boolean;
}

export interface CellReader {
  readonly problems: Problem[];
  /** Reads the cell at a place; a place without a cell reads as blank. */
  read(grid: Grid, row: number, column: number, expected: CellExpectation, owner: CellOwner): Reading & Pick<CellReading, "base">;
  /** Reads a given cell as if it stood at a place. */
  readAs(cell: Cell | null, grid: Grid, row: number, column: number, expected: CellExpectation, owner: CellOwner): Reading & Pick<CellReading, "base">;
  /** Names a problem at a place. */
  report(finding: CellFinding, at: { readonly sheet: string; readonly cell: string }, owner: CellOwner): void;
}

export function cellReader(file: string): CellReader {
  const problems: Problem[] = [];
  const oldFontSheets = new Set<string>();

  const report: CellReader["report"] = (finding, at, owner) => {
    const { code, ...facts } = finding;
    const named = { indicator: owner.indicator, name: owner.name, ...facts } as unknown as ProblemFacts[typeof code];
    const place = { file, sheet: at.sheet, cell: at.cell, ...(owner.indicator === "" ? {} : { indicator: owner.indicator }) };
    problems.push(problem(code, place, named, owner.beside && severityOf[code] === "error" ? "warning" : undefined));
  };

  const readAs: CellReader["readAs"] = (cell, grid, row, column, expected, owner) => {
    if (cell === null) return blankAt(grid.name, row, column);
    const at = { sheet: grid.name, cell: addressOf(row, column) };
    const { value, problem: finding, base } = readValue(unicode(cell, at, owner), expected);
    if (finding) report(finding, at, owner);
    const reading = { sheet: at.sheet, cell: at.cell, raw: rawText(cell), value };
    return base ? { ...reading, base } : reading;
  };

  /** Text in an old font is read in Unicode where that is certain; said once a sheet. */
  const unicode = (cell: Cell, at: { sheet: string; cell: string }, owner: CellOwner): Cell => {
    if (cell.value?.kind !== "text") return cell;
    const old = readOldFont(cell.value.text, cell.font);
    if (!old) return cell;
    if (!oldFontSheets.has(at.sheet)) {
      oldFontSheets.add(at.sheet);
      problems.push(problem("cell-old-font", { file, ...at, ...(owner.indicator ? { indicator: owner.indicator } : {}) }, { indicator: owner.indicator, name: owner.name, found: cell.value.text, font: old.font }));
    }
    return old.text === null ? cell : { ...cell, value: { kind: "text", text: old.text } };
  };

  return { problems, report, readAs, read: (grid, row, column, expected, owner) => readAs(grid.at(row, column), grid, row, column, expected, owner) };
}

/** Most cells of most forms are blank, in the same places: one reading stands for all of them. */
const blanks = new Map<string, Map<number, Reading>>();
const [MOST_SHEETS, MOST_BLANKS, WIDEST] = [40, 4000, 16_384] as const;

function blankAt(sheet: string, row: number, column: number): Reading {
  const onSheet = blanks.get(sheet) ?? new Map<number, Reading>();
  const place = row * WIDEST + column;
  const known = onSheet.get(place);
  if (known) return known;
  const blank: Reading = { sheet, cell: addressOf(row, column), raw: "", value: null };
  if (blanks.size >= MOST_SHEETS) blanks.clear();
  if (onSheet.size >= MOST_BLANKS) onSheet.clear();
  blanks.set(sheet, onSheet.set(place, blank));
  return blank;
}

/** A reading as it is kept: without the base that was typed along with it. */
export function plainReading(reading: Reading & Pick<CellReading, "base">): Reading {
  if (!("base" in reading)) return reading;
  const { sheet, cell, raw, value } = reading;
  return { sheet, cell, raw, value };
}
