/** What every sheet of a book needs, computed once. */
import type { NodeFigure } from "#domain/figure";
import type { Report } from "#domain/report";
import { treeAt, type Tree } from "#domain/tree";
import type { UnitCode } from "#domain/unit";
import { bookWords as words } from "#messages/book-vi";
import { formatDate } from "#messages/format-vi";
import { dataLayout, type DataLayout } from "./columns";
import { dataRows, type DataRow } from "./data-rows";
import { byIndicator } from "./group-tally";

export interface BookContext {
  readonly report: Report;
  readonly tree: Tree;
  readonly rows: readonly DataRow[];
  readonly rowsOf: ReadonlyMap<string, readonly DataRow[]>;
  readonly layout: DataLayout;
  /** `part/whole` of targets over another indicator's đạt. */
  readonly pairs: readonly string[];
  readonly isRegistration: boolean;
  readonly nameOf: (code: string) => string;
  readonly nodeFigure: (node: string, indicator: string) => NodeFigure | undefined;
  /** Lines under every sheet's title. */
  readonly notes: readonly string[];
  /** Offices that can be chosen on the report sheet: the scope first. */
  readonly offices: readonly UnitCode[];
}

export function bookContext(report: Report): BookContext {
  const tree = treeAt(report.state.roster, report.treeDate);
  const rows = dataRows(report);
  const names = new Map<string, string>(report.state.roster.units.map(({ code, name }) => [code, name]));
  const figures = new Map(report.nodes.map((figure) => [`${figure.node}|${figure.indicator}`, figure]));
  const pairs = report.plan.indicators.flatMap(({ code, targets }) => targets.flatMap(({ of }) => (of === undefined ? [] : [`${code}/${of}`])));
  const isRegistration = report.state.stage === "registration";
  const depth = Math.max(1, ...rows.map(({ path }) => path.length));
  const distinct = [...new Set(pairs)];
  return {
    report, tree, rows, rowsOf: byIndicator(rows), pairs: distinct, isRegistration,
    layout: dataLayout(depth, rows.length, isRegistration, distinct),
    nameOf: (code) => names.get(code) ?? code,
    nodeFigure: (node, indicator) => figures.get(`${node}|${indicator}`),
    notes: [
      words.planLine(report.plan.title),
      words.asOf(formatDate(report.asOf), formatDate(report.treeDate)),
      ...(report.state.roster.sample ? [words.sample] : []),
    ],
    offices: [tree.root, ...tree.offices.filter((code) => code !== tree.root)],
  };
}
