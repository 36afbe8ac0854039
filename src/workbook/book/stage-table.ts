/** What was registered, the half-way figure and the result in one line, for every office and every unit (đăng ký, sơ kết, kết quả). */
import { stageFigures } from "#domain/earlier-stages";
import { exact, multiply, subtract, toNumber, type Exact } from "#domain/exact";
import type { NodeFigure } from "#domain/figure";
import type { Indicator } from "#domain/plan";
import { bookWords as words } from "#messages/book-vi";
import { formatDate } from "#messages/format-vi";
import type { BookContext } from "./book-context";
import { targetPhrase } from "./report-lines";
import type { Content, Table, TableColumn } from "./table";

/** `null` while no earlier stage's book was given. */
export function stageTable(context: BookContext): Table | null {
  const { report, nodes, nameOf, nodeFigure, notes, offices } = context;
  const stages = stageFigures(report);
  if (stages.length === 0) return null;
  const isOffice = new Set<string>(offices);
  const rows = nodes.flatMap((node) => report.plan.indicators.flatMap((indicator): Content[][] => {
    const earlier = stages.map(({ figureAt }) => figureAt(node, indicator.code));
    const now = nodeFigure(node, indicator.code);
    if (!earlier.some((figure) => figure !== undefined && figure.reported > 0)) return [];
    const scale = scaleOf(indicator, isOffice.has(node));
    const shown = (figure: NodeFigure | undefined): Content => (figure ? shownAs(figure, scale) : null);
    const registered = stages[0]?.stage === "registration" ? earlier[0] : undefined;
    const check = (against: "plan" | "registered"): Content => {
      const found = now?.checks.find((one) => one.against === against && one.chosen);
      return found ? words.verdicts[found.verdict] : words.verdicts.none;
    };
    const [target] = context.targetsAt(node, indicator);
    return [[
      node, nameOf(node), indicator.code, indicator.shortName ?? indicator.name, scale === "number" ? indicator.unit : words.stages.scales[scale],
      ...earlier.map(shown), shown(now), registered && now ? differenceOf(now, registered, scale) : null, check("registered"),
      target ? targetPhrase(indicator, target) : "", check("plan"), ...(registered && !isOffice.has(node) ? sourceOf(registered) : [null, null]),
    ]];
  }));
  const { columns: head, stages: own } = words;
  const number = { format: "#,##0.##", width: 13 };
  const stageColumns = stages.map(({ stage }): TableColumn => ({ key: stage, heading: own.names[stage], ...number }));
  return {
    id: "stages", sheet: words.sheets.stages, title: words.titles.stages,
    notes: notes.map((note, index) => (index === 1 ? `${note}. ${stages.map(({ stage, asOf }) => own.note(own.names[stage], formatDate(asOf))).join("; ")}` : note)),
    columns: [
      { key: "unit", heading: head.unit, width: 11 }, { key: "name", heading: head.name, width: 38, wrap: true }, { key: "indicator", heading: head.indicator, width: 10 },
      { key: "indicatorName", heading: head.indicatorName, width: 42, wrap: true }, { key: "measureUnit", heading: words.reportColumns.unit, width: 10 }, ...stageColumns,
      { key: "now", heading: own.now, ...number }, { key: "change", heading: own.change, ...number }, { key: "registeredVerdict", heading: own.registeredVerdict, width: 16 },
      { key: "target", heading: words.reportColumns.target, width: 20, wrap: true }, { key: "verdict", heading: words.reportColumns.verdict, width: 16 },
      { key: "path", heading: own.path, width: 34 }, { key: "cell", heading: own.cell, width: 18 },
    ],
    rows,
  };
}

/** How an indicator's figures are written: as words, a number, a share in percent or percentage points. */
type Scale = "words" | "number" | "percent" | "points";

function scaleOf({ measure, targets }: Indicator, isOffice: boolean): Scale {
  switch (measure) {
    case "count": return "number";
    case "change": return "points";
    case "yesNo": return !isOffice ? "words" : targets.some(({ basis, role }) => basis === "count" && role !== "unit") ? "number" : "percent";
    default: return "percent";
  }
}

/** On the indicator's scale; `null` where there is no number. */
function numberOf({ value, numerator, measure }: NodeFigure, scale: Scale): Exact | null {
  if (value === null || scale === "words") return null;
  if (scale === "number") return measure === "count" ? value : numerator;
  return scale === "points" ? value : multiply(value, exact(100));
}

function shownAs(figure: NodeFigure, scale: Scale): Content {
  const { value, notApplicable, reported } = figure;
  if (value === null) return reported > 0 && notApplicable === reported ? words.states.notApplicable : null;
  if (scale === "words") return value.n === 0n ? words.corrections.no : words.corrections.yes;
  const number = numberOf(figure, scale);
  return number && toNumber(number);
}

/** Not told while units are missing in either: what was not reported is no fall. */
function differenceOf(now: NodeFigure, registered: NodeFigure, scale: Scale): Content {
  const [result, promise] = [numberOf(now, scale), numberOf(registered, scale)];
  return result && promise && now.missing.length === 0 && registered.missing.length === 0 ? toNumber(subtract(result, promise)) : null;
}

function sourceOf({ contributions }: NodeFigure): Content[] {
  const source = contributions[0]?.source;
  return source ? [source.file, `${source.sheet}!${source.cell}`] : [null, null];
}
