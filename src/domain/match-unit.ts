/**
 * Whose form it is (nhận đơn vị): the unit code on the form, else its name, held against the roster.
 * Codes decide; a name that belongs to another unit than the code is an error, for one of the two is wrong.
 */
import { editDistance } from "./edit-distance";
import { groupBy } from "./group-by";
import { foldName, foldNameWithoutMarks, hasNoMarks } from "./name-folding";
import { problem, type Problem, type ProblemPlace } from "./problem";
import type { Roster, Unit, UnitCode } from "./unit";

/** A roster prepared for many look-ups. */
export interface RosterIndex {
  readonly units: readonly Unit[];
  readonly byCode: ReadonlyMap<string, Unit>;
  readonly byFoldedCode: ReadonlyMap<string, readonly Unit[]>;
  readonly byName: ReadonlyMap<string, readonly Unit[]>;
  readonly byPlainName: ReadonlyMap<string, readonly Unit[]>;
}

export interface UnitMatch {
  readonly unit: UnitCode | null;
  readonly problems: readonly Problem[];
}

/** What a form says about its unit. */
export interface NamedUnit {
  readonly code: string | null;
  readonly name: string | null;
}

export function indexRoster(roster: Roster): RosterIndex {
  const known = indexes.get(roster);
  if (known) return known;
  const index = indexOf(roster);
  indexes.set(roster, index);
  return index;
}

const indexes = new WeakMap<Roster, RosterIndex>();

function indexOf({ units }: Roster): RosterIndex {
  return {
    units,
    byCode: new Map(units.map((unit) => [unit.code, unit])),
    byFoldedCode: groupBy(units, (unit) => foldCode(unit.code)),
    byName: groupBy(units, (unit) => foldName(unit.name)),
    byPlainName: groupBy(units, (unit) => foldNameWithoutMarks(unit.name)),
  };
}

/** Finds the unit, or says why none can be named and which are nearest. */
export function matchUnit(found: NamedUnit, index: RosterIndex, at: ProblemPlace = {}): UnitMatch {
  const code = found.code?.normalize("NFC").trim() ?? "";
  const name = found.name?.normalize("NFC").trim() ?? "";
  if (code === "" && name === "") return { unit: null, problems: [problem("unit-not-chosen", at, {})] };

  const byCode = unitByCode(code, index);
  if (byCode) return { unit: byCode.code, problems: name === "" || agrees(name, byCode, index) ? [] : [differs(name, byCode, at)] };

  const byName = name === "" ? null : unitByName(name, index);
  if (byName) return { unit: byName.code, problems: [problem("unit-found-by-name", { ...at, unit: byName.code }, { code: byName.code, name: byName.name })] };
  const nearest = nearestUnits(found, index).map((unit) => `${unit.name} (${unit.code})`).join("; ");
  return { unit: null, problems: [problem("unit-unknown", at, { found: [code, name].filter((part) => part !== "").join(" – "), nearest })] };
}

/** The unit with this code, exactly or but for letter case and spaces; never a guess between two. */
export function unitByCode(code: string, index: RosterIndex): Unit | null {
  if (code === "") return null;
  return index.byCode.get(code) ?? only(index.byFoldedCode.get(foldCode(code)));
}

function unitByName(name: string, index: RosterIndex): Unit | null {
  return only(index.byName.get(foldName(name))) ?? (hasNoMarks(name) ? only(index.byPlainName.get(foldNameWithoutMarks(name))) : null);
}

/** Up to three units whose code or name looks most like the one found. */
export function nearestUnits(found: NamedUnit, index: RosterIndex): Unit[] {
  const code = foldCode(found.code ?? "");
  const name = foldName(found.name ?? "");
  return index.units
    .map((unit) => ({ unit, distance: Math.min(unlike(code, foldCode(unit.code)), unlike(name, foldName(unit.name))) }))
    .filter(({ distance }) => distance <= 0.5)
    .sort((a, b) => a.distance - b.distance || (a.unit.code < b.unit.code ? -1 : 1))
    .slice(0, 3)
    .map(({ unit }) => unit);
}

/**
 * A name agrees with a unit when it is the same but for spelling, or a slip of the pen, or the same words with
 * some more or fewer (`…, xã An Thạnh`). It never agrees when it is another unit's own name, or when a number differs.
 */
function agrees(name: string, unit: Unit, index: RosterIndex): boolean {
  if (sameName(name, unit.name)) return true;
  if (unitByName(name, index) !== null || index.byName.has(foldName(name))) return false;
  const [found, own] = hasNoMarks(name) ? [foldNameWithoutMarks(name), foldNameWithoutMarks(unit.name)] : [foldName(name), foldName(unit.name)];
  if (digits(found) !== digits(own) && digits(own) !== "") return false;
  return containsWords(found, own) || containsWords(own, found) || editDistance(found, own) <= Math.floor(own.length / 8);
}

function sameName(name: string, own: string): boolean {
  return foldName(name) === foldName(own) || (hasNoMarks(name) && foldNameWithoutMarks(name) === foldNameWithoutMarks(own));
}

function containsWords(whole: string, part: string): boolean {
  const words = new Set(whole.split(" "));
  return part.split(" ").every((word) => words.has(word));
}

function digits(text: string): string {
  return text.replace(/\D+/gu, " ").trim();
}

function differs(name: string, unit: Unit, at: ProblemPlace): Problem {
  return problem("unit-name-differs", { ...at, unit: unit.code }, { code: unit.code, rosterName: unit.name, foundName: name });
}

/** Distance as a part of the longer word's length; 1 where there is nothing to compare. */
function unlike(a: string, b: string): number {
  const length = Math.max(a.length, b.length);
  return a === "" || b === "" ? 1 : editDistance(a, b) / length;
}

function foldCode(code: string): string {
  return code.normalize("NFC").replace(/\s+/gu, "").toUpperCase();
}

function only(units: readonly Unit[] | undefined): Unit | null {
  return units?.length === 1 ? units[0] ?? null : null;
}

