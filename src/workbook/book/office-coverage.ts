/** Coverage by office (tình hình nộp theo cấp trên): counts as live formulas over "Tình hình nộp", and the chart of them. */
import type { ChartRequest } from "#domain/host";
import type { Coverage, UnitCoverage } from "#domain/ledger-types";
import type { Report } from "#domain/report";
import { unitStanding, type UnitStanding } from "#domain/unit-standing";
import { bookWords as words } from "#messages/book-vi";
import { coverageStateName } from "#messages/words-vi";
import type { BookContext } from "./book-context";
import { FIRST_ROW, type Content, type Table } from "./table";

const COUNTS = ["onTime", "late", "dateUnknown", "returned", "missing", "notDue"] as const satisfies readonly UnitStanding[];
type Count = (typeof COUNTS)[number];
/** The same colours as the pane's bars. */
const COLOURS: Readonly<Record<Count, string>> = { onTime: "#107C10", late: "#CA5010", dateUnknown: "#5B5FC7", returned: "#A4262C", missing: "#D2D0CE", notDue: "#EDEBE9" };
/** Columns of "Tình hình nộp" that are counted. */
const FROM = { name: "D", parent: "E", state: "I", returned: "J" } as const;

/** The milestone to which forms are sent; of several the first. */
function formCoverage({ coverage, plan }: Report): { readonly line: Coverage; readonly name: string; readonly first: number } | null {
  let first = FIRST_ROW;
  for (const line of coverage) {
    const milestone = plan.milestones.find(({ id }) => id === line.milestone);
    if (milestone?.deliverables.some(({ kind }) => kind === "form") && line.units.length > 0) return { line, name: milestone.name, first };
    first += line.units.length;
  }
  return null;
}

/** `null` where nobody has to send a form. */
export function officeCoverageTable(context: BookContext): Table | null {
  const found = formCoverage(context.report);
  if (!found) return null;
  const { line, name, first } = found;
  const column = (letter: string): string => `'${words.sheets.coverage}'!$${letter}$${first}:$${letter}$${first + line.units.length - 1}`;
  const rows = linesOf(line, context.nameOf).map(({ label, units: own, alone }, index): Content[] => {
    const row = FIRST_ROW + index;
    const among = alone === undefined ? `COUNTIFS(${column(FROM.parent)},$A${row}` : `COUNTIFS(${column(FROM.name)},"${alone.replaceAll('"', '""')}"`;
    const state = (said: string, more = ""): string => `${among},${column(FROM.state)},"${said}"${more})`;
    const sent = `,${column(FROM.returned)},"${words.yes}"`;
    const [missing, notDue, noDue] = [coverageStateName("missing"), coverageStateName("notDue"), coverageStateName("notDue", 0, false)];
    const formulas: Readonly<Record<Count, string>> = {
      onTime: `${state(coverageStateName("onTime"))}+${state(coverageStateName("onTime", 0, false))}`,
      late: `$H${row}-$B${row}-$D${row}-$E${row}-$F${row}-$G${row}`,
      dateUnknown: state(coverageStateName("dateUnknown")),
      returned: `${state(missing, sent)}+${state(notDue, sent)}+${state(noDue, sent)}`,
      missing: `${state(missing)}-${state(missing, sent)}`,
      notDue: `${state(notDue)}+${state(noDue)}-${state(notDue, sent)}-${state(noDue, sent)}`,
    };
    return [
      label, ...COUNTS.map((count): Content => ({ formula: formulas[count], result: own.filter((unit) => unitStanding(unit) === count).length })),
      { formula: `${among})`, result: own.length },
    ];
  });
  return {
    id: "byOffice", sheet: words.sheets.byOffice, title: words.titles.byOffice, notes: [...context.notes.slice(0, 2), name], rows,
    columns: [
      { key: "office", heading: words.columns.parentName, width: 44, wrap: true },
      ...COUNTS.map((count) => ({ key: count, heading: words.standings[count], width: 13 })),
      { key: "all", heading: words.standings.all, width: 13 },
    ],
  };
}

interface OfficeLine {
  readonly label: string;
  readonly units: readonly UnitCoverage[];
  /** A unit with nobody above it, as the top office that reports for itself: counted by its own name. */
  readonly alone?: string;
}

/** Every unit of the milestone in exactly one line. */
function linesOf({ units }: Coverage, nameOf: (code: string) => string): OfficeLine[] {
  const parentOf = (unit: UnitCoverage): string => (unit.parent ? nameOf(unit.parent) : "");
  const offices = [...new Set(units.map(parentOf))].filter((name) => name !== "").sort((a, b) => a.localeCompare(b, "vi"));
  const alone = [...new Set(units.filter((unit) => parentOf(unit) === "").map(({ name }) => name))];
  return [
    ...offices.map((label) => ({ label, units: units.filter((unit) => parentOf(unit) === label) })),
    ...alone.map((name) => ({ label: words.reportsAlone(name), units: units.filter((unit) => parentOf(unit) === "" && unit.name === name), alone: name })),
  ];
}

/** Charts of a book in live Excel. */
export function bookCharts(report: Report): ChartRequest[] {
  const found = formCoverage(report);
  if (!found) return [];
  const names = new Map<string, string>(report.state.roster.units.map(({ code, name }) => [code, name]));
  const count = linesOf(found.line, (code) => names.get(code) ?? code).length;
  if (count === 0) return [];
  const [top, bottom] = [FIRST_ROW - 1, FIRST_ROW - 2 + count];
  return [{
    sheet: words.sheets.byOffice, name: "std-byOffice", title: words.titles.byOffice, kind: "stackedBar",
    categories: { top, bottom, left: 0, right: 0 },
    series: COUNTS.map((state, index) => ({ name: words.standings[state], values: { top, bottom, left: index + 1, right: index + 1 }, colour: COLOURS[state] })),
    at: { top: bottom + 2, bottom: bottom + 22 + count, left: 0, right: 7 },
  }];
}
