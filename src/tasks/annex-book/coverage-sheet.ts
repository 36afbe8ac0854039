/** Who reported, office by office (tình hình nộp theo cấp dưới), with the bars of it. */
import type { CoverageState, UnitCoverage } from "#domain/ledger-types";
import { unitStanding } from "#domain/unit-standing";
import { annexWords as words } from "#messages/annex-vi";
import type { AnnexLine, AnnexValue } from "#workbook/annex/annex-sheet";
import { coverageBelow } from "../word-report/coverage-section";
import type { ReportFacts } from "../word-report/report-facts";
import type { UnnumberedSheet } from "./unnumbered-sheet";

const STATES = ["onTime", "late", "dateUnknown", "missing", "notDue"] as const satisfies readonly CoverageState[];
const COLOURS: Readonly<Record<(typeof STATES)[number], string>> = { onTime: "107C10", late: "CA5010", dateUnknown: "5B5FC7", missing: "A4262C", notDue: "D2D0CE" };
/** Columns: number, unit, owed, the states, share; then how many of the others were returned, where any were. */
const FIRST_STATE = 3;
const SHARE = FIRST_STATE + STATES.length;
const RETURNED = SHARE + 1;

/** `null` where nobody below owes anything at this stage. */
export function coverageSheet(facts: ReportFacts): UnnumberedSheet | null {
  const milestones = coverageBelow(facts);
  if (milestones.length === 0) return null;
  const { columns: head } = words;
  const isAnyReturned = milestones.some(({ units }) => units.some(isReturned));
  const lines: AnnexLine[] = [];
  let charted: readonly [number, number] | null = null;
  let title = "";
  let most = 0;
  for (const { name, units } of milestones) {
    lines.push({ kind: "part", cells: [name] });
    const first = lines.length;
    const groups = groupsOf(facts, units);
    const total = first + groups.length;
    groups.forEach(({ label, own }, index) => lines.push({ cells: [index + 1, label, ...countsOf(own.map(({ state }) => state), first + index), ...(isAnyReturned ? [own.filter(isReturned).length] : [])] }));
    lines.push({ kind: "total", cells: [null, words.lines.sum, ...sumsOf(units.map(({ state }) => state), first, total), ...(isAnyReturned ? [added(RETURNED, units.filter(isReturned).length, first, total)] : [])] });
    // The one that most units owe.
    if (units.length > most) {
      charted = [first, total - 1];
      title = `${words.subtitles.coverage}: ${name}`;
      most = units.length;
    }
  }
  return {
    subtitle: words.subtitles.coverage,
    columns: [
      { width: 6, across: "center" }, { width: 46 }, ...["", ...STATES].map(() => ({ width: 12, across: "right" } as const)), { width: 16, across: "right", format: "0.0%", hasBar: true },
      ...(isAnyReturned ? [{ width: 12, across: "right" } as const] : []),
    ],
    heads: [[head.no, head.unit, head.owed, ...STATES.map((state) => head[state]), head.filed, ...(isAnyReturned ? [head.returned] : [])].map((text) => ({ text }))],
    lines, notes: isAnyReturned ? [words.notes.returned] : [],
    ...(charted ? { chart: { title, isStacked: true, lines: charted, labels: 1, format: "#,##0", axisFormat: "#,##0", series: STATES.map((state, index) => ({ name: head[state], colour: COLOURS[state], column: FIRST_STATE + index })) } } : {}),
  };
}

type Owing = Pick<UnitCoverage, "unit" | "state" | "returned">;

interface Group {
  readonly label: string;
  readonly own: readonly Owing[];
}

const isReturned = (one: Owing): boolean => unitStanding(one) === "returned";

/** By the office right below the one that reports; whoever stands directly under it by kind (các Phòng, các trường THPT…). */
function groupsOf({ tree, node, nameOf }: ReportFacts, units: readonly Owing[]): Group[] {
  const kinds = new Map<string, string>(tree.roster.kinds.map(({ id, name }) => [id, name]));
  const groups = new Map<string, { readonly label: string; readonly own: Owing[] }>();
  for (const one of units) {
    const { unit } = one;
    const path = tree.pathTo(unit) as readonly string[];
    const below = path[path.indexOf(node) + 1];
    const isDirect = below === undefined || below === unit;
    const kind = tree.unit(unit)?.kind ?? "";
    const key = isDirect ? `kind ${kind}` : below;
    const group = groups.get(key) ?? { label: isDirect ? (unit === node ? nameOf(unit) : words.ofKind(kinds.get(kind) ?? nameOf(unit))) : nameOf(below), own: [] };
    group.own.push(one);
    groups.set(key, group);
  }
  return [...groups.values()];
}

const letter = (column: number): string => String.fromCharCode(65 + column);
const filed = (states: readonly CoverageState[]): number => states.filter((state) => state === "onTime" || state === "late" || state === "dateUnknown").length;

function countsOf(states: readonly CoverageState[], line: number): AnnexValue[] {
  return [
    { formula: (rowOf) => `SUM(${letter(FIRST_STATE)}${rowOf(line)}:${letter(SHARE - 1)}${rowOf(line)})`, result: states.length },
    ...STATES.map((state) => states.filter((one) => one === state).length), shareOf(states, line),
  ];
}

const added = (column: number, result: number, first: number, line: number): AnnexValue => ({ formula: (rowOf) => `SUM(${letter(column)}${rowOf(first)}:${letter(column)}${rowOf(line - 1)})`, result });

function sumsOf(states: readonly CoverageState[], first: number, line: number): AnnexValue[] {
  return [added(2, states.length, first, line), ...STATES.map((state, index) => added(FIRST_STATE + index, states.filter((one) => one === state).length, first, line)), shareOf(states, line)];
}

const shareOf = (states: readonly CoverageState[], line: number): AnnexValue => ({
  formula: (rowOf) => `IF(C${rowOf(line)}>0,SUM(${letter(FIRST_STATE)}${rowOf(line)}:${letter(FIRST_STATE + 2)}${rowOf(line)})/C${rowOf(line)},0)`,
  result: states.length > 0 ? filed(states) / states.length : 0,
});
