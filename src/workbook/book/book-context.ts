/** What every sheet of a book needs, computed once. */
import type { NodeFigure } from "#domain/figure";
import { isChosen, nodeTargets, ownTargets } from "#domain/duties";
import type { Indicator, Target } from "#domain/plan";
import type { Report } from "#domain/report";
import { treeAt, type Tree } from "#domain/tree";
import type { UnitCode } from "#domain/unit";
import { bookWords as words } from "#messages/book-vi";
import { formatDate } from "#messages/format-vi";
import { dataLayout, type DataLayout } from "./columns";
import { dataRows, type DataRow } from "./data-rows";
import { byIndicator, byNode } from "./group-tally";

export interface BookContext {
  readonly report: Report;
  readonly tree: Tree;
  readonly rows: readonly DataRow[];
  readonly rowsOf: ReadonlyMap<string, readonly DataRow[]>;
  /** Rows that count at a node for an indicator. */
  readonly rowsAt: (node: string, indicator: string) => readonly DataRow[];
  /** A unit's own row, not an office's total. */
  readonly ownRow: (unit: string, indicator: string) => DataRow | undefined;
  readonly layout: DataLayout;
  /** `part/whole` of targets over another indicator's đạt. */
  readonly pairs: readonly string[];
  readonly isRegistration: boolean;
  readonly nameOf: (code: string) => string;
  readonly nodeFigure: (node: string, indicator: string) => NodeFigure | undefined;
  /** Targets in force that bind a node's figure, of several readings the chosen one. */
  readonly targetsAt: (node: string, indicator: Indicator) => readonly Target[];
  /** Lines under every sheet's title. */
  readonly notes: readonly string[];
  /** The scope first, then the offices below it. */
  readonly offices: readonly UnitCode[];
  /** Everything that can be chosen on the report sheet: offices, then units. */
  readonly nodes: readonly UnitCode[];
}

export function bookContext(report: Report): BookContext {
  const tree = treeAt(report.state.roster, report.treeDate);
  const rows = dataRows(report);
  const names = new Map<string, string>(report.state.roster.units.map(({ code, name }) => [code, name]));
  const figures = new Map(report.nodes.map((figure) => [`${figure.node}|${figure.indicator}`, figure]));
  const pairs = [...new Set(report.plan.indicators.flatMap(({ code, targets }) => targets.flatMap(({ of }) => (of === undefined ? [] : [`${code}/${of}`]))))];
  const isRegistration = report.state.stage === "registration";
  const depth = Math.max(1, ...rows.map(({ path }) => path.length));
  const atNode = byNode(rows);
  const own = new Map(rows.filter(({ isOfficeTotal }) => !isOfficeTotal).map((row) => [`${row.unit}|${row.indicator.code}`, row]));
  const offices = new Set<UnitCode>([tree.root, ...tree.offices]);
  return {
    report, tree, rows, rowsOf: byIndicator(rows), pairs, isRegistration,
    rowsAt: (node, indicator) => atNode.get(`${node}|${indicator}`) ?? [],
    ownRow: (unit, indicator) => own.get(`${unit}|${indicator}`),
    layout: dataLayout({ depth, rows: rows.length, isRegistration, pairs }),
    nameOf: (code) => names.get(code) ?? code,
    nodeFigure: (node, indicator) => figures.get(`${node}|${indicator}`),
    targetsAt: (node, indicator) => (offices.has(node as UnitCode) ? nodeTargets : ownTargets)(indicator, node, tree).filter(isChosen),
    notes: [
      words.planLine(report.plan.title),
      words.asOf(formatDate(report.asOf), formatDate(report.treeDate)),
      ...(report.state.roster.sample ? [words.sample] : []),
    ],
    offices: [...offices],
    nodes: [...new Set([...offices, ...rows.map(({ unit }) => unit)])],
  };
}
