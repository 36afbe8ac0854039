/**
 * A native bar chart (biểu đồ thanh) as a part of a workbook package: drawn from cells, with the values it had when the
 * file was written, so that it shows before anything is calculated. ECMA-376 part 1, 21.2 (DrawingML charts).
 */
import type { CellRange } from "#domain/snapshot";
import { addressOf } from "#domain/snapshot";
import { escapeXml } from "../emit-cells";

export interface ChartSeries {
  readonly name: string;
  /** Zero-based, one column. */
  readonly values: CellRange;
  /** What stands there now; `null` where nothing does. */
  readonly cached: readonly (number | null)[];
  /** `107C10`. */
  readonly colour: string;
}

export interface BarChart {
  readonly name: string;
  readonly title: string;
  /** On which it is drawn. */
  readonly sheet: string;
  /** In which its values stand. */
  readonly source: string;
  readonly isStacked: boolean;
  readonly categories: CellRange;
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
  /** Number format of the values beside the bars: as many digits as keep each on its own side of its target. */
  readonly format: string;
  readonly axisFormat: string;
  /** The axis ends here where given; shares do at 1. */
  readonly most?: number;
  /** Cells it lies over, zero-based. */
  readonly at: CellRange;
}

const FONT = "Times New Roman";

export function chartXml(chart: BarChart): string {
  const { isStacked, series, axisFormat, most } = chart;
  const gap = isStacked ? '<c:gapWidth val="50"/><c:overlap val="100"/>' : '<c:gapWidth val="60"/><c:overlap val="0"/>';
  return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    + '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    + '<c:roundedCorners val="0"/><c:chart>'
    + `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1300" b="1"/></a:pPr><a:r><a:rPr lang="vi-VN" sz="1300" b="1"><a:latin typeface="${FONT}"/></a:rPr><a:t>${escapeXml(chart.title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`
    + '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>'
    + `<c:barChart><c:barDir val="bar"/><c:grouping val="${isStacked ? "stacked" : "clustered"}"/><c:varyColors val="0"/>`
    + series.map((one, index) => seriesXml(chart, one, index)).join("")
    + `${gap}<c:axId val="111111"/><c:axId val="222222"/></c:barChart>`
    // The first line of the table stands on top.
    + `<c:catAx><c:axId val="111111"/><c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${textXml(1000)}<c:crossAx val="222222"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>`
    + `<c:valAx><c:axId val="222222"/><c:scaling><c:orientation val="minMax"/>${most === undefined ? "" : `<c:max val="${most}"/>`}<c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode="${escapeXml(axisFormat)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${textXml(1000)}<c:crossAx val="111111"/><c:crosses val="max"/><c:crossBetween val="between"/></c:valAx>`
    + "</c:plotArea>"
    + (series.length > 1 ? `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textXml(1000)}</c:legend>` : "")
    + '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart><c:printSettings><c:headerFooter/><c:pageMargins b="0.75" l="0.7" r="0.7" t="0.75" header="0.3" footer="0.3"/><c:pageSetup/></c:printSettings></c:chartSpace>';
}

function seriesXml({ source, categories, labels, format, isStacked }: BarChart, { name, values, cached, colour }: ChartSeries, index: number): string {
  const points = cached.map((value, at) => (value === null ? "" : `<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`)).join("");
  const texts = labels.map((label, at) => `<c:pt idx="${at}"><c:v>${escapeXml(label)}</c:v></c:pt>`).join("");
  // A bar's own number; noughts of a stack would lie over one another.
  const shown = isStacked ? `${format};;` : format;
  return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapeXml(name)}</c:v></c:tx><c:spPr><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>`
    + `<c:dLbls><c:numFmt formatCode="${escapeXml(shown)}" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>${textXml(900)}<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`
    + `<c:cat><c:strRef><c:f>${reference(source, categories)}</c:f><c:strCache><c:ptCount val="${labels.length}"/>${texts}</c:strCache></c:strRef></c:cat>`
    + `<c:val><c:numRef><c:f>${reference(source, values)}</c:f><c:numCache><c:formatCode>${escapeXml(format)}</c:formatCode><c:ptCount val="${cached.length}"/>${points}</c:numCache></c:numRef></c:val></c:ser>`;
}

const textXml = (size: number): string => `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${size}"><a:latin typeface="${FONT}"/></a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p></c:txPr>`;

function reference(sheet: string, { top, bottom, left, right }: CellRange): string {
  const absolute = (row: number, column: number): string => addressOf(row, column).replace(/^([A-Z]+)(\d+)$/u, "$$$1$$$2");
  return escapeXml(`'${sheet.replaceAll("'", "''")}'!${absolute(top, left)}:${absolute(bottom, right)}`);
}
