/** The book's formulas against the core: LibreOffice calculates every figure, interval and verdict, and must come to what `rollUp` says. */
import { exact, toNumber, type Exact } from "#domain/exact";
import { addressOf } from "#domain/snapshot";
import { expectedUnits } from "#domain/duties";
import type { Contribution, Figure, NodeFigure } from "#domain/figure";
import type { Indicator, Measure, Plan, Stage, Target } from "#domain/plan";
import type { Report } from "#domain/report";
import type { UnitCode } from "#domain/unit";
import { rollUp } from "#domain/roll-up";
import { treeAt } from "#domain/tree";
import { bookWords as words } from "#messages/book-vi";
import { nodeLabel } from "#workbook/book/report-frame";
import { writeBook } from "#workbook/book/write-book";
import { aBook, anIndicator, aPlan, aRoster, unitCode } from "../../support/builders";
import { cellsOf, comparable } from "../../support/cells-of";
import { setCells } from "../../support/set-cells";
import { recalculate, testWithLibreOffice } from "../../support/libreoffice";
import { template } from "../../support/sample-reports";

jest.setTimeout(300_000);

const DAY = "2025-06-10";
const roster = aRoster();
const tree = treeAt(roster, DAY);

/** A small generator of its own, so that a failure comes back the same. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const comparators = [">=", ">", "<=", "<", "="] as const;
const levels: Readonly<Record<Target["basis"], readonly string[]>> = { count: ["0", "1", "2.5", "4", "30"], share: ["0", "0.5", "0.75", "0.955", "1"], change: ["0", "0.3", "5", "-2"] };
const bases: Readonly<Record<Exclude<Measure, "text">, readonly Target["basis"][]>> = { count: ["count"], ratio: ["share", "count"], yesNo: ["share", "count"], change: ["change"] };

/** Every measure × basis × comparator, a level each by turns, at every role. */
function aPlanOfTargets(roll: (sides: number) => number): Plan {
  const indicators: ReturnType<typeof anIndicator>[] = [];
  for (const measure of ["count", "ratio", "yesNo", "change"] as const) {
    for (const basis of bases[measure]) {
      for (const comparator of basis === "change" ? ([...comparators, "reduceBy", "increaseBy"] as const) : comparators) {
        const value = levels[basis][roll(levels[basis].length)] ?? "0";
        const bound = (role: Target["role"]): Target => ({ id: `t-${role}`, role, basis, comparator, value });
        const number = indicators.length + 1;
        indicators.push(anIndicator(`TD${String(number).padStart(2, "0")}`, measure, { mayNotApply: roll(2) === 0, targets: [bound("scope"), bound("intermediate"), bound("unit")] }));
      }
    }
  }
  const share = (of: string, comparator: Target["comparator"], role: Target["role"]): Target => ({ id: `p-${role}`, role, basis: "share", comparator, value: levels.share[roll(5)] ?? "0", of });
  const pair = (code: string, comparator: Target["comparator"]) => anIndicator(code, "yesNo", {
    mayNotApply: roll(2) === 0, targets: [share("PW01", comparator, "scope"), share("PW01", comparator, "intermediate")],
    ...(roll(2) === 0 ? { collectedFrom: ["mam-non", "tieu-hoc"] } : {}),
  });
  indicators.push(anIndicator("PW01", "yesNo"), pair("PP01", ">="), pair("PP02", "="), pair("PP03", "<"), pair("PP04", ">"));
  const rules = ["PP01", "PP02"].map((part) => ({ id: part.toLowerCase(), kind: "partOfWhole" as const, part, whole: "PW01", severity: "error" as const, sentence: "." }));
  return aPlan({ indicators, rules });
}

function aFigure(measure: Measure, mayNotApply: boolean, gaps: number, stage: Stage, roll: (sides: number) => number): Figure {
  const kind = roll(10);
  const base = [2, 4, 20, 1000][roll(4)] ?? 2;
  // At registration a numerator is a percentage, of one decimal, of the base.
  const part = (of: number): Exact => (stage === "registration" ? exact(of * [0, 1000, 955, 501, roll(1001)][roll(5)]!, 1000) : whole(of));
  const whole = (of: number): Exact => exact(roll(3) === 0 ? of : roll(3) === 0 ? 0 : roll(of + 1));
  const share = (of: number): { numerator: Exact; denominator: Exact } => ({ numerator: part(of), denominator: exact(of) });
  if (kind < gaps) {
    if (measure === "ratio" && roll(3) === 0) return { state: "notReported", bareShare: exact([0, 955, 1000][roll(3)] ?? 0, 1000) };
    if (measure === "ratio" && roll(2) === 0) return { state: "notReported", denominator: exact(base) };
    if (measure === "change" && roll(2) === 0) return { state: "notReported", start: share(base) };
    return { state: "notReported" };
  }
  if (mayNotApply && kind === 9) return { state: "notApplicable" };
  switch (measure) {
    case "count": return { state: "reported", measure, value: exact(roll(6)) };
    case "ratio": return { state: "reported", measure, ...share(base) };
    case "yesNo": return { state: "reported", measure, yes: roll(3) > 0 };
    case "change": return { state: "reported", measure, start: share(base), end: share(base) };
    case "text": return { state: "reported", measure, text: "x" };
  }
}

/** Phòng P2 speaks for its schools on some indicators, of which they say nothing themselves. */
function officeTotal(indicator: Indicator, covers: readonly UnitCode[], roll: (sides: number) => number): Contribution {
  const said = roll(covers.length) + 1;
  const share = { numerator: exact(roll(said + 1)), denominator: exact(said) };
  const figure: Figure = indicator.measure === "count" ? { state: "reported", measure: "count", value: exact(roll(9)) }
    : indicator.measure === "change" ? { state: "reported", measure: "change", start: share, end: share }
      : { state: "reported", measure: "ratio", ...share };
  return { unit: unitCode("P2"), indicator: indicator.code, origin: "officeTotal", figure, covers };
}

function aReport(seed: number): Report {
  const roll = dice(seed);
  const stage: Stage = seed % 3 === 0 ? "registration" : "summary";
  const plan = aPlanOfTargets(roll);
  const expected = expectedUnits(plan, stage, tree, DAY);
  const gaps = [0, 1, 4, 10][seed % 4] ?? 0;
  const contributions = plan.indicators.flatMap((indicator): Contribution[] => {
    const asked = expected.get(indicator.code) ?? [];
    const covers = asked.filter((unit) => unit.startsWith("B"));
    const isTotal = covers.length > 0 && roll(4) === 0;
    const own = asked.map((unit): Contribution => ({
      unit, indicator: indicator.code, origin: "file",
      figure: isTotal && covers.includes(unit) ? { state: "notReported" } : aFigure(indicator.measure, indicator.mayNotApply, gaps, stage, roll),
    }));
    return isTotal ? [...own, officeTotal(indicator, covers, roll)] : own;
  });
  const nodes = rollUp({ plan, stage, tree, contributions, expected, asOf: DAY });
  return { state: aBook({ plan, roster, stage }), plan, asOf: DAY, treeDate: DAY, ledger: [], coverage: [], contributions, nodes, residue: [], problems: [] };
}

const shown = (value: Exact | null): string => (value === null ? words.noValue : comparable({ kind: "number", number: toNumber(value) }));
const isOpen = (figure: NodeFigure): boolean => figure.reported < figure.expected;

/** What "Báo cáo" shows for its chosen node where the core says otherwise. */
export function wrongLines(bytes: Uint8Array, report: Report, node: string): string[] {
  const cells = cellsOf(bytes);
  const at = (column: string, row: number): string => comparable(cells.get(`${words.sheets.report}!${column}${row}`)?.value);
  const lines: string[] = [];
  let compared = 0;
  for (let row = 13; row < 200; row += 1) {
    const figure = report.nodes.find((candidate) => candidate.node === node && candidate.indicator === at("B", row));
    if (!figure) continue;
    compared += 1;
    const { indicator, checks } = figure;
    const expect = (name: string, found: string, wanted: string): void => { if (found !== wanted) lines.push(`${node} ${indicator} ${name}: ${found} instead of ${wanted}`); };
    expect("value", at("G", row), shown(figure.value));
    expect("reported", `${at("H", row)}/${at("I", row)}`, `${figure.reported}/${figure.expected}`);
    expect("low", at("J", row), shown(figure.low));
    expect("high", at("K", row), isOpen(figure) && figure.low !== null && figure.high === null ? "" : shown(figure.high));
    const [check] = checks;
    expect(`verdict ${check?.comparator ?? ""} ${check ? toNumber(check.targetValue) : ""} ${check?.basis ?? ""}`, at("M", row), check ? words.verdicts[check.verdict] : words.verdicts.none);
  }
  for (const line of wrongOverview(cells, report)) lines.push(line);
  if (compared === 0) lines.push(`${node}: no line was found`);
  return lines;
}

/** What "Tổng quan" shows for the offices where the core says otherwise: three blocks of lines under one head of codes. */
function wrongOverview(cells: ReturnType<typeof cellsOf>, report: Report): string[] {
  const at = (column: number, row: number): string => comparable(cells.get(`${words.sheets.overview}!${addressOf(row - 1, column)}`)?.value);
  const lines: string[] = [];
  let block = "";
  for (let row = 7; row < 60; row += 1) {
    block = Object.entries(words.blocks).find(([, title]) => title === at(0, row))?.[0] ?? block;
    for (let column = 2; column < 45; column += 1) {
      const figure = report.nodes.find(({ node, indicator }) => node === at(0, row) && indicator === at(column, 5));
      if (!figure || figure.expected === 0) continue;
      const checks = figure.checks.map(({ verdict }) => words.verdicts[verdict]).join("\n");
      const wanted = { value: shown(figure.value), reported: `${figure.reported}/${figure.expected}`, verdict: checks || words.verdicts.none }[block];
      if (at(column, row) !== wanted) lines.push(`overview ${figure.node} ${figure.indicator} ${block}: ${at(column, row)} instead of ${wanted}`);
    }
  }
  return lines;
}

describe("the book's formulas", () => {
  testWithLibreOffice("come to the core's figures, intervals and verdicts, for many figures and every kind of target", async () => {
    const reports = Array.from({ length: 12 }, (_, seed) => aReport(seed + 1));
    const books: Uint8Array[] = [];
    const asked: { report: Report; node: string }[] = [];
    for (const [index, report] of reports.entries()) {
      const book = await writeBook(report, template);
      for (const node of ["SO", ["P1", "P2", "A1", "P2", "T1"][index % 5] ?? ""]) {
        books.push(setCells(book, words.sheets.report, { C9: nodeLabel(node, roster.units.find(({ code }) => code === node)?.name ?? "") }));
        asked.push({ report, node });
      }
    }
    const calculated = recalculate(books);
    expect(asked.flatMap(({ report, node }, index) => wrongLines(calculated[index] ?? new Uint8Array(), report, node))).toEqual([]);
  });
});
