/** The same person twice, and two people of one name (trùng người, trùng tên): what the lists let anybody know, and no more. */
import { groupBy } from "../group-by";
import { problem, type Problem } from "../problem";
import { someNames } from "../some-names";
import { compareText } from "../text-order";
import type { UnitCode } from "../unit";
import type { HonourRow } from "./honour-rows";

/** What of a row it takes to tell people apart: kept for everybody on every list, so it holds on to nothing else. */
export interface Mention extends Pick<HonourRow, "unit" | "isCollective" | "name" | "birth" | "award" | "at"> {
  readonly isAward: boolean;
  readonly group: string;
  /** The sort of award: for merit, for a single deed. */
  readonly type: string;
}

export function mentionOf({ unit, isCollective, name, birth, award, at, honour, cell }: HonourRow): Mention {
  return { unit, isCollective, name, birth, award, at, isAward: honour.kind === "award", group: cell("group"), type: cell("type") };
}

export function samePeople(mentions: readonly Mention[], nameOf: (unit: string) => string): Problem[] {
  const names = groupBy(mentions, ({ isCollective, name }) => `${isCollective ? "c" : "i"} ${name.toLowerCase()}`);
  return [...names.values()].flatMap((named) => {
    if (named.length < 2) return [];
    const people = peopleOf(named);
    return [...people.flatMap((own) => aboutOne(own, nameOf)), ...perhapsOne(people, nameOf)];
  });
}

/**
 * Rows of one name, person by person: a day of birth tells people apart and together wherever they work; without one, a
 * name is one person in one unit. A collective is its unit's own.
 */
function peopleOf(named: readonly Mention[]): Mention[][] {
  // In one unit, a row without a day of birth goes with the only one that has it.
  const births = new Map([...groupBy(named.filter(({ birth }) => birth !== ""), ({ unit }) => unit)].map(([unit, own]) => [unit, new Set(own.map(({ birth }) => birth))]));
  const onlyBirth = (unit: UnitCode): string => {
    const own = births.get(unit);
    return own?.size === 1 ? [...own][0] ?? "" : "";
  };
  return [...groupBy(named, ({ isCollective, unit, birth }) => {
    const day = birth !== "" ? birth : onlyBirth(unit);
    return isCollective || day === "" ? `unit ${unit}` : `born ${day}`;
  }).values()];
}

function aboutOne(rows: readonly Mention[], nameOf: (unit: string) => string): Problem[] {
  const [first] = rows;
  if (!first || rows.length < 2) return [];
  const { name, birth, at, unit } = first;
  const place = { ...at, unit };
  const found: Problem[] = [];
  const units = distinct(rows.map((row) => row.unit));
  const twice = [...groupBy(rows, ({ award }) => award)].filter(([award, own]) => award !== "" && new Set(own.map((row) => row.unit)).size > 1).map(([award]) => award);
  if (units.length > 1) found.push(problem("award-same-person", place, { name, birth, count: String(units.length), units: someNames(units.map(nameOf)), awards: distinct(twice).join("; ") }));
  const groups = distinct(rows.map(({ group }) => group)).filter((group) => group !== "");
  if (groups.length > 1) found.push(problem("award-two-groups", place, { name, groups: groups.join("; ") }));
  // One achievement, one award: awards of different sorts (công trạng, đột xuất…) are for different ones.
  for (const [, own] of [...groupBy(rows.filter(({ isAward }) => isAward), ({ type }) => type)].sort(([a], [b]) => compareText(a, b))) {
    const forms = distinct(own.map(({ award }) => award));
    if (forms.length > 1) found.push(problem("award-several-forms", place, { name, awards: forms.join("; ") }));
  }
  return found;
}

/** People of one name who cannot be told apart, for a day of birth is missing. */
function perhapsOne(people: readonly (readonly Mention[])[], nameOf: (unit: string) => string): Problem[] {
  const rows = people.flatMap(([first]) => (first && !first.isCollective ? [first] : []));
  const [first] = rows;
  if (!first || rows.length < 2 || rows.every(({ birth }) => birth !== "")) return [];
  const units = distinct(rows.map(({ unit }) => unit));
  return units.length < 2 ? [] : [problem("award-same-name", { ...first.at, unit: first.unit }, { name: first.name, count: String(units.length), units: someNames(units.map(nameOf)) })];
}

function distinct<Value extends string>(values: readonly Value[]): Value[] {
  return [...new Set(values)].sort(compareText);
}
