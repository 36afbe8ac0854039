/**
 * A file from a school, read (đọc bài nộp): one submission, several where sheets of several units were put
 * together, or the one reason why there is none. Deterministic, synchronous, and never throws.
 */
import { problem, type Problem } from "#domain/problem";
import type { WorkbookSnapshot } from "#domain/snapshot";
import type { FileReading, Submission } from "#domain/submission";
import type { FiguresSheet } from "./find-figures";
import { findForm, type FoundForm, type ReadRequest } from "./find-form";
import { findUnit, type StatedUnit } from "./find-unit";
import type { UnitSheets } from "./form-reading";
import { readForm } from "./read-form";
import { readSnapshot } from "./read-snapshot";

export function readFile(bytes: Uint8Array, name: string, request: ReadRequest): FileReading {
  try {
    const outcome = readSnapshot(bytes, name);
    if (!outcome.ok) return { kind: "unreadable", problems: outcome.problems };
    return readWorkbook(outcome.snapshot, name, request, outcome.problems);
  } catch (error) {
    return { kind: "unreadable", problems: [problem("file-unreadable", { file: name }, { reason: error instanceof Error ? error.message : String(error) })] };
  }
}

/** The same for a workbook that is open already (bảng tính đang mở). */
export function readWorkbook(workbook: WorkbookSnapshot, name: string, request: ReadRequest, found: readonly Problem[] = []): FileReading {
  const form = findForm(workbook, request, name);
  if (!form.ok) return { kind: "notThisForm", problems: form.problems };
  const units = unitSheets(form.found);
  if (!units.ok) return { kind: "unreadable", problems: [problem("several-units", { file: name }, { units: units.names.join("; ") })] };
  const submissions: Submission[] = units.sheets.map((sheets) => readForm(form.found, sheets, request, name));
  return { kind: "submissions", submissions, problems: [...found, ...form.found.problems] };
}

type UnitSplit =
  | { readonly ok: true; readonly sheets: readonly UnitSheets[] }
  | { readonly ok: false; readonly names: readonly string[] };

/** Puts the sheets together by the unit they speak for. */
function unitSheets(found: FoundForm): UnitSplit {
  const { figures, grids, places, lines, identity } = found;
  const overall = findUnit(grids, places, identity.unit);
  if (figures.length < 2) {
    // Sheets printed for different units, put together: whose figures these are is not to be guessed.
    const printed = new Set([...lines.entries()].filter(([name, line]) => line.unit !== "*" && grids.some((grid) => grid.name === name)).map(([, { unit }]) => unit));
    return printed.size > 1 ? { ok: false, names: [...printed] } : { ok: true, sheets: [{ unit: overall, identity, figures, grids }] };
  }

  const others = grids.filter((grid) => !figures.some((one) => one.grid === grid));
  const stated = figures.map((one) => ({ one, unit: unitOn(found, one) }));
  const codes = new Set(stated.flatMap(({ unit }) => (unit?.code ? [unit.code] : [])));
  if (codes.size <= 1) {
    if (overlaps(figures) && codes.size === 0) return pairWithFacts(found, others) ?? { ok: false, names: figures.map(({ grid }) => grid.name) };
    return { ok: true, sheets: [{ unit: overall, identity, figures, grids }] };
  }
  if (stated.some(({ unit }) => !unit?.code)) return { ok: false, names: stated.map(({ one, unit }) => unit?.code ?? one.grid.name) };
  return {
    ok: true,
    sheets: [...codes].map((code) => {
      const own = stated.filter(({ unit }) => unit?.code === code);
      const ownGrids = own.map(({ one }) => one.grid);
      const facts = others.filter((grid) => findUnit([grid], places, lines.get(grid.name)?.unit ?? "*").code === code);
      const unit = facts.length > 0 ? findUnit([...facts, ...ownGrids], places, code) : own[0]?.unit ?? overall;
      const line = lines.get(ownGrids[0]?.name ?? "") ?? identity;
      return { unit, identity: line, figures: own.map(({ one }) => one), grids: [...facts, ...ownGrids] };
    }),
  };
}

/** The unit a sheet of figures states itself; `null` where only the workbook does. */
function unitOn({ places, lines }: FoundForm, { grid }: FiguresSheet): StatedUnit | null {
  const unit = findUnit([grid], places, lines.get(grid.name)?.unit ?? "*");
  return unit.code === null ? null : unit;
}

/** As many sheets of facts as of figures, each naming another unit: they belong together in their order. */
function pairWithFacts({ figures, places, lines, identity }: FoundForm, others: FoundForm["grids"]): UnitSplit | null {
  const facts = others.map((grid) => ({ grid, unit: findUnit([grid], places, "*") })).filter(({ unit }) => unit.code !== null);
  const distinct = new Set(facts.map(({ unit }) => unit.code));
  if (facts.length !== figures.length || distinct.size !== facts.length) return null;
  return {
    ok: true,
    sheets: figures.flatMap((one, index) => {
      const fact = facts[index];
      return fact ? [{ unit: fact.unit, identity: lines.get(one.grid.name) ?? identity, figures: [one], grids: [fact.grid, one.grid] }] : [];
    }),
  };
}

/** The same rows on more than one sheet. */
function overlaps(figures: readonly FiguresSheet[]): boolean {
  const seen = new Set<string>();
  for (const { rows } of figures) {
    for (const code of rows.keys()) {
      if (seen.has(code)) return true;
      seen.add(code);
    }
  }
  return false;
}
