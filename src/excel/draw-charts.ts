/** Native charts (biểu đồ) beside the figures they show; one of the same name on the sheet is replaced. */
import type { ChartRequest, HostOutcome } from "#domain/host";
import type { CellRange } from "#domain/snapshot";
import { faultOf, HostStop } from "./host-faults";
import { addressOfRange } from "./ranges";
import { has, inExcel } from "./run-excel";

const TYPES = { stackedBar: "BarStacked", bar: "BarClustered", column: "ColumnClustered" } as const;

export function drawCharts(charts: readonly ChartRequest[]): Promise<HostOutcome<void>> {
  return inExcel(async (context) => {
    if (!has("1.7")) throw new HostStop({ kind: "too-old", needs: "ExcelApi 1.7" });
    for (const chart of charts) {
      try {
        await drawChart(context, chart);
      } catch (error) {
        throw new HostStop(faultOf(error, chart.sheet));
      }
    }
  });
}

async function drawChart(context: Excel.RequestContext, request: ChartRequest): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(request.sheet);
  const standing = sheet.charts.getItemOrNullObject(request.name);
  standing.load("name");
  await context.sync();
  if (!standing.isNullObject) standing.delete();
  const rangeOf = (range: CellRange): Excel.Range => sheet.getRange(addressOfRange(range));
  const [first, ...others] = request.series;
  if (!first) return;
  const chart = sheet.charts.add(TYPES[request.kind], rangeOf(first.values), "Columns");
  chart.name = request.name;
  chart.title.text = request.title;
  chart.legend.visible = request.series.length > 1;
  chart.legend.position = "Bottom";
  const drawn = [chart.series.getItemAt(0), ...others.map(({ name, values }) => {
    const series = chart.series.add(name);
    series.setValues(rangeOf(values));
    return series;
  })];
  drawn.forEach((series, index) => {
    const { name, colour } = request.series[index] ?? first;
    series.name = name;
    series.setXAxisValues(rangeOf(request.categories));
    if (colour !== undefined) series.format.fill.setSolidColor(colour);
  });
  chart.setPosition(rangeOf({ ...request.at, bottom: request.at.top, right: request.at.left }), rangeOf({ ...request.at, top: request.at.bottom, left: request.at.right }));
  await context.sync();
}
