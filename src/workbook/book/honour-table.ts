/** Titles and awards by unit (tổng hợp khen thưởng): one line a unit, one column a title or award, a line of sums. */
import { foldName } from "#domain/name-folding";
import { honourRows, type HonourRow } from "#domain/honours/honour-rows";
import type { UnitCode } from "#domain/unit";
import { bookWords as words } from "#messages/book-vi";
import type { BookContext } from "./book-context";
import type { Content, Table, TableColumn } from "./table";

/** `null` at a stage whose forms ask for none. */
export function honourTable({ report, tree, nameOf, notes }: BookContext): Table | null {
  if (report.state.stage === "midterm") return null;
  const rows = honourRows(report.ledger);
  const places = new Map(report.state.roster.units.map(({ code }, place) => [code, place]));
  const byUnit = new Map<UnitCode, HonourRow[]>();
  for (const row of rows) byUnit.set(row.unit, [...byUnit.get(row.unit) ?? [], row]);
  const units = [...byUnit].sort(([a], [b]) => (places.get(a) ?? 0) - (places.get(b) ?? 0));
  const awards = awardsOf(rows);
  const counts = (some: readonly HonourRow[]): Content[] => {
    const [collectives, people] = [some.filter(({ isCollective }) => isCollective), some.filter(({ isCollective }) => !isCollective)];
    const direct = people.filter(({ cell }) => cell("direct") === words.direct.yes).length;
    return [
      ...awards.map((award) => some.filter((row) => row.award === award).length || null),
      collectives.length, collectives.filter((row) => isPartOfUnit(row, nameOf(row.unit))).length, people.length,
      ...(report.state.stage === "registration" ? [] : [direct, people.filter(({ cell }) => cell("direct") === "").length]),
    ];
  };
  const head = words.columns;
  const number = (key: string, heading: string): TableColumn => ({ key, heading, width: 13, wrap: true });
  return {
    id: "honours", sheet: words.sheets.honours, title: words.titles.honours, notes: notes.map((note, index) => (index === 1 ? `${note}. ${words.honours.note}` : note)),
    columns: [
      { key: "no", heading: head.no, width: 6 }, { key: "unit", heading: head.unit, width: 11 }, { key: "name", heading: head.name, width: 40, wrap: true }, { key: "parentName", heading: head.parentName, width: 30, wrap: true },
      ...awards.map((award, index) => number(`award${index + 1}`, award === "" ? words.honours.none : award)),
      number("collectives", words.honours.collectives), number("small", words.honours.small), number("people", words.honours.people),
      ...(report.state.stage === "registration" ? [] : [number("direct", words.honours.direct), number("directUnknown", words.honours.directUnknown)]),
    ],
    rows: [
      ...units.map(([unit, own], index): Content[] => {
        const above = tree.parentOf(unit);
        return [index + 1, unit, nameOf(unit), above ? nameOf(above) : "", ...counts(own)];
      }),
      ...(units.length > 0 ? [[null, null, words.honours.sum, null, ...counts(rows)] as Content[]] : []),
    ],
  };
}

/** Collectives before people, the more frequent first. */
function awardsOf(rows: readonly HonourRow[]): string[] {
  const counts = new Map<string, { readonly isCollective: boolean; count: number }>();
  for (const { award, isCollective } of rows) {
    const known = counts.get(award);
    if (known) known.count += 1;
    else counts.set(award, { isCollective, count: 1 });
  }
  return [...counts].sort(([a, x], [b, y]) => Number(a === "") - Number(b === "") || Number(y.isCollective) - Number(x.isCollective) || y.count - x.count || (a < b ? -1 : 1)).map(([award]) => award);
}

/** A team, a class, an office within the unit (tập thể nhỏ). */
function isPartOfUnit({ name }: HonourRow, unitName: string): boolean {
  return foldName(name) !== foldName(unitName);
}
