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
  const isRegistration = report.state.stage === "registration";
  const sums = emptySums();
  const lines = units.map(([unit, own]) => {
    const name = foldName(nameOf(unit));
    const line = emptySums();
    for (const row of own) for (const sum of [line, sums]) count(row, name, sum);
    return { unit, line };
  });
  const cells = ({ byAward, collectives, small, people, direct, directUnknown }: Sums): Content[] => [
    ...awards.map((award) => byAward.get(award) ?? null), collectives, small, people, ...(isRegistration ? [] : [direct, directUnknown]),
  ];
  const head = words.columns;
  const number = (key: string, heading: string): TableColumn => ({ key, heading, width: 13, wrap: true });
  return {
    id: "honours", sheet: words.sheets.honours, title: words.titles.honours, notes: notes.map((note, index) => (index === 1 ? `${note}. ${words.honours.note}` : note)),
    columns: [
      { key: "no", heading: head.no, width: 6 }, { key: "unit", heading: head.unit, width: 11 }, { key: "name", heading: head.name, width: 40, wrap: true }, { key: "parentName", heading: head.parentName, width: 30, wrap: true },
      ...awards.map((award, index) => number(`award${index + 1}`, award === "" ? words.honours.none : award)),
      number("collectives", words.honours.collectives), number("small", words.honours.small), number("people", words.honours.people),
      ...(isRegistration ? [] : [number("direct", words.honours.direct), number("directUnknown", words.honours.directUnknown)]),
    ],
    rows: [
      ...lines.map(({ unit, line }, index): Content[] => {
        const above = tree.parentOf(unit);
        return [index + 1, unit, nameOf(unit), above ? nameOf(above) : "", ...cells(line)];
      }),
      ...(lines.length > 0 ? [[null, null, words.honours.sum, null, ...cells(sums)] as Content[]] : []),
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

interface Sums {
  readonly byAward: Map<string, number>;
  collectives: number;
  /** Teams, classes, offices within the unit (tập thể nhỏ). */
  small: number;
  people: number;
  direct: number;
  directUnknown: number;
}

function emptySums(): Sums {
  return { byAward: new Map(), collectives: 0, small: 0, people: 0, direct: 0, directUnknown: 0 };
}

function count({ award, isCollective, name, cell }: HonourRow, unitName: string, sums: Sums): void {
  sums.byAward.set(award, (sums.byAward.get(award) ?? 0) + 1);
  if (isCollective) {
    sums.collectives += 1;
    if (foldName(name) !== unitName) sums.small += 1;
    return;
  }
  const direct = cell("direct");
  sums.people += 1;
  if (direct === words.direct.yes) sums.direct += 1;
  if (direct === "") sums.directUnknown += 1;
}
