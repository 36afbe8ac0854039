/**
 * A roster from a pasted column of names (danh mục đơn vị dán vào): codes, kinds and parents are proposed, and what
 * is doubtful is said line by line. A table with headings is read as a table.
 */
import { foldNameWithoutMarks } from "#domain/name-folding";
import type { Plan } from "#domain/plan";
import { parseRoster } from "#domain/roster-parse";
import type { SheetSnapshot } from "#domain/snapshot";
import type { Roster } from "#domain/unit";
import { engineWords } from "#messages/engine-words";
import { rosterFaultSentence } from "#messages/faults-vi";
import type { Language } from "#messages/problems";
import { readRosterSheet } from "#workbook/read/read-roster-sheet";
import { kindOfName, unitKinds } from "#workbook/read/unit-kinds";
import { linesOfRoster, overBase, topOf, type RosterJson } from "./roster-over-base";
import type { RosterLine, RosterProposal } from "./views/preparing";

/** Proposes a line for every name; an office above its schools is taken as their parent. */
export function proposeFromText(text: string, office: string, language: Language): RosterProposal {
  const table = readRosterSheet({ sheets: [sheetOf(text)], names: [], hasExternalLinks: false, hasMacros: false }, "");
  if (table !== null) return proposeFromRoster(table.json, office, language);
  const names = text.split(/\r?\n/u).map((line) => line.split("\t").map((cell) => cell.trim()).filter((cell) => cell !== "" && !/^\d+[.)]?$/u.test(cell)))
    .flatMap((cells) => (cells[0] === undefined ? [] : [{ name: cells[0], code: codeIn(cells) }]));
  const width = String(names.length).length < 3 ? 3 : String(names.length).length;
  let parent = OFFICE_CODE;
  const lines = names.map(({ name, code }, index): RosterLine => {
    const kind = kindOfName(name);
    const isOffice = unitKinds.find(({ id }) => id === kind)?.role === "intermediate";
    const own = code ?? (isOffice ? `P${String(index + 1).padStart(width, "0")}` : String(index + 1).padStart(width, "0"));
    if (isOffice) parent = own;
    return { code: own, name, kind, parent: isOffice ? OFFICE_CODE : parent, doubt: null };
  });
  return checkLines(lines, office, language);
}

/** The office that keeps the book stands at the top under this code. */
export const OFFICE_CODE = "CQ";

/** A short first or second cell without blanks beside the name is the unit's own code. */
function codeIn(cells: readonly string[]): string | null {
  const [, second] = cells;
  return second !== undefined && /^[\p{L}\p{N}._-]{1,20}$/u.test(second) ? second : null;
}

function sheetOf(text: string): SheetSnapshot {
  return {
    name: "", state: "visible", merges: [],
    cells: text.split(/\r?\n/u).flatMap((line, row) => line.split("\t").flatMap((cell, column) => (cell.trim() === "" ? [] : [{ row, column, value: { kind: "text" as const, text: cell.trim() } }]))),
  };
}

/** A roster read from a table: its top office becomes the office that keeps the book. */
export function proposeFromRoster(roster: unknown, office: string, language: Language): RosterProposal {
  const units = (roster as { units?: { code?: string; name?: string; kind?: string; parents?: { parent?: string }[] }[] } | null)?.units ?? [];
  const codes = new Set(units.map(({ code }) => code));
  const lines = units.flatMap((unit): RosterLine[] => {
    const parent = unit.parents?.at(-1)?.parent ?? "";
    const isTop = parent === "" && unitKinds.find(({ id }) => id === unit.kind)?.role !== "unit" && units.some((other) => other.parents?.some((edge) => edge.parent === unit.code));
    if (isTop) return [];
    return [{ code: unit.code ?? "", name: unit.name ?? "", kind: unit.kind ?? "", parent: codes.has(parent) && !isTopOf(units, parent) ? parent : parent === "" || isTopOf(units, parent) ? OFFICE_CODE : parent, doubt: null }];
  });
  return checkLines(lines, office, language);
}

function isTopOf(units: readonly { code?: string; parents?: { parent?: string }[] }[], code: string): boolean {
  return units.some((unit) => unit.code === code && (unit.parents ?? []).length === 0);
}

/** The open book's own list, or that of a book's file: nothing of it is lost. */
export function proposeFromBook(base: Roster, language: Language): RosterProposal {
  const office = topOf(base)?.name ?? base.name;
  return { ...checkLines(linesOfRoster(base, OFFICE_CODE), office, language, base), office };
}

/** What the lines come to, with their doubts and the faults that keep them from being used. */
export function checkLines(lines: readonly RosterLine[], office: string, language: Language, base?: Roster): RosterProposal {
  const words = engineWords[language];
  // A roster that is known already may have kinds of its own.
  const kinds = base?.kinds ?? unitKinds;
  const byName = new Map<string, string>();
  // Units under an office whose code was changed still name the one it had; they stay under it.
  const codes = new Set([OFFICE_CODE, ...lines.flatMap(({ code, was }) => (was === undefined ? [code] : [code, was]))]);
  const doubted = lines.map((line): RosterLine => {
    const folded = foldNameWithoutMarks(`${line.name}|${line.parent}`);
    const twin = byName.get(folded);
    if (twin === undefined) byName.set(folded, line.code);
    const doubt = !kinds.some(({ id }) => id === line.kind) ? words.kindUnknown
      : !codes.has(line.parent) ? words.parentUnknown(line.parent) : twin !== undefined ? words.sameName(twin) : null;
    return { ...line, doubt };
  });
  const json = rosterJson(lines, office, "so", base);
  const parsed = parseRoster(json);
  return {
    ...(base ? { base } : {}), lines: doubted, kinds: kinds.filter(({ role }) => role !== "scope"),
    faults: parsed.ok ? [] : parsed.faults.map((fault) => ({ place: placeOf(fault.path, json), sentence: rosterFaultSentence(fault) })),
  };
}

/** `units.3.kind` is said of that unit by its name. */
function placeOf(path: string, { units }: RosterJson): string {
  const index = /^units\.(\d+)/u.exec(path)?.[1];
  return (index === undefined ? undefined : units[Number(index)]?.name) ?? path;
}

function rosterJson(lines: readonly RosterLine[], office: string, level: Plan["issuer"]["level"], base?: Roster): RosterJson {
  if (base) return overBase(base, lines, { code: OFFICE_CODE, name: office });
  const named = unitKinds.find(({ id, role }) => id === kindOfName(office) && role !== "unit");
  const top = named?.id ?? level;
  return {
    id: "roster", version: "1", name: office, successors: [], ...(level === "so" && top !== level ? { partOfScope: true } : {}),
    kinds: unitKinds.map(({ id, name, role }) => ({ id, name, role: id === top ? "scope" : role })),
    units: [
      { code: OFFICE_CODE, name: office, kind: top, parents: [] },
      ...lines.map(({ code, name, kind, parent }) => ({ code, name, kind, parents: [{ parent }] })),
    ],
  };
}

/** The roster as the book keeps it. */
export function rosterOfLines(lines: readonly RosterLine[], office: string, level: Plan["issuer"]["level"], base?: Roster): { readonly ok: true; readonly roster: Roster } | { readonly ok: false; readonly faults: readonly string[] } {
  const json = rosterJson(lines, office, level, base);
  const parsed = parseRoster(json);
  return parsed.ok ? { ok: true, roster: parsed.roster } : { ok: false, faults: parsed.faults.map((fault) => `${placeOf(fault.path, json)}: ${rosterFaultSentence(fault)}`) };
}
