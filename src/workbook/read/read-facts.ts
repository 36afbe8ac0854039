/** The sheet Thông tin: head counts typed once, and who answers for the form. */
import type { FormTemplate } from "#domain/form";
import type { Plan } from "#domain/plan";
import type { Reading } from "#domain/submission";
import { plainReading, type CellReader } from "./cell-reader";
import type { DefinedPlaces } from "./defined-places";
import { besideLabel } from "./find-unit";
import { headcountName, infoName } from "../form-layout";
import type { CellExpectation } from "./cell-findings";
import type { Grid } from "./sheet-grid";

interface FactsRequest {
  readonly grids: readonly Grid[];
  readonly places: DefinedPlaces;
  readonly reader: CellReader;
}

/** Head counts by the plan's id; those the form does not ask are left out. */
export function readHeadcounts({ headcounts }: Plan, request: FactsRequest): Record<string, Reading> {
  return collect(headcounts.map(({ id, name, unit }) => ({ id, name: headcountName(id), labels: [`${name} (${unit})`, name], expected: { kind: "count" } as const, title: name })), request, false);
}

/** Facts about the unit by the template's id. */
export function readInfo({ info }: FormTemplate, request: FactsRequest): Record<string, Reading> {
  return collect(info.map(({ id, label, kind, choices }) => ({
    id, name: infoName(id), labels: [label], expected: { kind, ...(choices ? { choices } : {}) }, title: label,
  })), request, true);
}

interface Fact {
  readonly id: string;
  readonly name: string;
  readonly labels: readonly string[];
  readonly expected: CellExpectation;
  readonly title: string;
}

function collect(facts: readonly Fact[], { grids, places, reader }: FactsRequest, beside: boolean): Record<string, Reading> {
  const readings: Record<string, Reading> = {};
  // Where the form's names are still there, what has none was never asked of this unit.
  const isNamed = facts.some(({ name }) => places.has(name));
  for (const fact of facts) {
    const at = isNamed && !places.has(fact.name) ? null : locate(fact, grids, places);
    if (!at) continue;
    readings[fact.id] = plainReading(reader.readAs(at.cell, at.grid, at.row, at.column, fact.expected, { indicator: fact.id, name: fact.title, beside }));
  }
  return readings;
}

function locate(fact: Fact, grids: readonly Grid[], places: DefinedPlaces): ReturnType<typeof besideLabel> {
  const named = places.among(fact.name, grids);
  if (named) return { grid: named.sheet, row: named.place.row, column: named.place.column, cell: named.sheet.at(named.place.row, named.place.column) };
  for (const grid of grids) {
    const labelled = besideLabel(grid, fact.labels);
    if (labelled) return labelled;
  }
  return null;
}
