/** The same person twice, and two people of one name (trùng người, trùng tên): what the lists let anybody know, and no more. */
import { problem, type Problem } from "../problem";
import { compareText } from "../text-order";
import type { HonourRow } from "./honour-rows";

export function samePeople(rows: readonly HonourRow[], nameOf: (unit: string) => string): Problem[] {
  return [...byName(rows)].flatMap(([, named]) => {
    const people = peopleOf(named);
    return [...people.flatMap((own) => aboutOne(own, nameOf)), ...perhapsOne(people, nameOf)];
  });
}

function byName(rows: readonly HonourRow[]): Map<string, HonourRow[]> {
  const names = new Map<string, HonourRow[]>();
  for (const row of rows) {
    const key = `${row.isCollective ? "c" : "i"} ${row.name.toLowerCase()}`;
    names.set(key, [...names.get(key) ?? [], row]);
  }
  return names;
}

/**
 * Rows of one name, person by person: a day of birth tells people apart and together wherever they work; without one, a
 * name is one person in one unit. A collective is its unit's own.
 */
function peopleOf(named: readonly HonourRow[]): HonourRow[][] {
  const people = new Map<string, HonourRow[]>();
  for (const row of named) {
    const alone = named.filter(({ unit, birth }) => unit === row.unit && birth !== "");
    // In one unit, a row without a day of birth goes with the only one that has it.
    const births = new Set(alone.map(({ birth }) => birth));
    const birth = row.birth !== "" ? row.birth : births.size === 1 ? [...births][0] ?? "" : "";
    const key = row.isCollective || birth === "" ? `unit ${row.unit}` : `born ${birth}`;
    people.set(key, [...people.get(key) ?? [], row]);
  }
  return [...people.values()];
}

function aboutOne(rows: readonly HonourRow[], nameOf: (unit: string) => string): Problem[] {
  const [first] = rows;
  if (!first || rows.length < 2) return [];
  const { name, at, unit } = first;
  const place = { ...at, unit };
  const found: Problem[] = [];
  const units = distinct(rows.map((row) => row.unit));
  const twice = distinct(rows.map(({ award }) => award)).filter((award) => award !== "" && new Set(rows.filter((row) => row.award === award).map((row) => row.unit)).size > 1);
  if (units.length > 1) found.push(problem("award-same-person", place, { name, birth: first.cell("birth"), units: units.map(nameOf).join("; "), awards: twice.join("; ") }));
  const groups = distinct(rows.map((row) => row.cell("group"))).filter((group) => group !== "");
  if (groups.length > 1) found.push(problem("award-two-groups", place, { name, groups: groups.join("; ") }));
  // One achievement, one award: awards of different sorts (công trạng, đột xuất…) are for different ones.
  for (const sort of distinct(rows.map((row) => row.cell("type")))) {
    const forms = distinct(rows.filter((row) => row.honour.kind === "award" && row.cell("type") === sort).map(({ award }) => award));
    if (forms.length > 1) found.push(problem("award-several-forms", place, { name, awards: forms.join("; ") }));
  }
  return found;
}

/** People of one name who cannot be told apart, for a day of birth is missing. */
function perhapsOne(people: readonly (readonly HonourRow[])[], nameOf: (unit: string) => string): Problem[] {
  const rows = people.flatMap(([first]) => (first && !first.isCollective ? [first] : []));
  const [first] = rows;
  if (!first || rows.length < 2 || rows.every(({ birth }) => birth !== "")) return [];
  const units = distinct(rows.map(({ unit }) => unit));
  return units.length < 2 ? [] : [problem("award-same-name", { ...first.at, unit: first.unit }, { name: first.name, units: units.map(nameOf).join("; ") })];
}

function distinct<Value extends string>(values: readonly Value[]): Value[] {
  return [...new Set(values)].sort(compareText);
}
