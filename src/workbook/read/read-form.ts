/** One unit's form as a submission (bài nộp): every input cell found and read, nothing judged. */
import type { FigureScope } from "#domain/form";
import type { Submission } from "#domain/submission";
import { formWords } from "#messages/form-vi";
import { cellReader } from "./cell-reader";
import type { FoundForm, ReadRequest } from "./find-form";
import { besideLabel } from "./find-unit";
import { CHECKSUM_NAME } from "../form-layout";
import type { FormReading, UnitSheets } from "./form-reading";
import { locator } from "./locate-cells";
import { readHeadcounts, readInfo } from "./read-facts";
import { readLists } from "./read-lists";
import { readParts } from "./read-parts";
import { readSides } from "./read-sides";
import { checkLists } from "./check-lists";
import { gridOf, textOf, type Grid } from "./sheet-grid";
import { structureProblems } from "./structure-problems";

/** Reads every cell of one unit's form. */
export function readForm(found: FoundForm, sheets: UnitSheets, request: ReadRequest, file: string): Submission {
  const { plan, stage, template } = request;
  const { sought } = found;
  const reader = cellReader(file);
  const grids = new Map([...sheets.grids, ...sheets.figures.map(({ grid }) => grid)].map((grid) => [grid.name, grid]));
  const facts = { grids: [...grids.values()], places: found.places, reader };
  const headcounts = readHeadcounts(plan, facts);
  const context: FormReading = {
    ...request, found, sheets, reader, file,
    gridOf: (place) => grids.get(place.sheet) ?? NOWHERE,
    indicators: sought.indicators,
    locate: locator(sheets.figures, found.places, sought),
  };
  const parts = readParts(context, headcounts);
  const sides = readSides(context);
  const info = readInfo(template, facts);
  const lists = readLists({ lists: sought.lists, plan, ...facts });
  return {
    plan: plan.id, planVersion: sheets.identity.planVersion, stage, scope: sheets.identity.scope as FigureScope, formVersion: sheets.identity.formVersion,
    unit: sheets.unit, parts, sides, headcounts, info, lists,
    printedChecksum: checksumOn(facts.grids, found),
    problems: [...structureProblems(context, parts, Object.keys({ ...info, ...headcounts }).length > 0), ...reader.problems, ...checkLists(sought.lists, lists, file)],
  };
}

function checksumOn(grids: readonly Grid[], { places }: FoundForm): string | null {
  const named = places.among(CHECKSUM_NAME, grids);
  if (named) return /\d{3}-\d{4}/.exec(textOf(named.sheet.at(named.place.row, named.place.column)))?.[0] ?? null;
  const label = formWords.checksum.replace(/[:\s]+$/u, "");
  for (const grid of grids) {
    const found = besideLabel(grid, [label]);
    const digits = /\d{3}-\d{4}/.exec(textOf(found?.cell ?? null))?.[0];
    if (digits) return digits;
  }
  return null;
}

/** A place outside the unit's sheets reads as blank. */
const NOWHERE = gridOf({ name: "", state: "visible", cells: [], merges: [] });
