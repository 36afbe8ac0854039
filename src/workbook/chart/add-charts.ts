/** Charts put into a finished workbook package: a drawing for each sheet that has any, and a part for each chart. */
import { strFromU8, strToU8 } from "fflate";
import type { CellRange } from "#domain/snapshot";
import { sheetList } from "../book/package-parts";
import { escapeXml } from "../emit-cells";
import type { Parts } from "../finish-package";
import { chartXml, type BarChart } from "./bar-chart";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
const DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml";
const CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** What may follow a drawing in a sheet (CT_Worksheet, ECMA-376 part 1, 18.3.1.99). */
const AFTER_DRAWING = /<(?:legacyDrawing|legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|<\/worksheet>/u;

/** The sheets they name must have no drawing yet. */
export function withCharts(parts: Parts, charts: readonly BarChart[]): Parts {
  if (charts.length === 0) return parts;
  const text = (path: string): string => strFromU8(parts[path] ?? new Uint8Array());
  const sheets = sheetList(text("xl/workbook.xml"), text("xl/_rels/workbook.xml.rels"));
  const added: Record<string, Uint8Array> = {};
  const types: string[] = [];
  let count = 0;
  [...new Set(charts.map(({ sheet }) => sheet))].forEach((name, index) => {
    const path = sheets.find((sheet) => sheet.name === name)?.path;
    const rels = path?.replace(/([^/]+)$/u, "_rels/$1.rels") ?? "";
    if (path === undefined || parts[rels]) throw new RangeError(`No place for a chart on “${name}”.`);
    const own = charts.filter(({ sheet }) => sheet === name);
    const drawing = `drawing${index + 1}`;
    const links = own.map((chart, place) => {
      count += 1;
      added[`xl/charts/chart${count}.xml`] = strToU8(chartXml(chart));
      types.push(`<Override PartName="/xl/charts/chart${count}.xml" ContentType="${CHART_TYPE}"/>`);
      return `<Relationship Id="rId${place + 1}" Type="${OFFICE}/chart" Target="../charts/chart${count}.xml"/>`;
    });
    types.push(`<Override PartName="/xl/drawings/${drawing}.xml" ContentType="${DRAWING_TYPE}"/>`);
    added[`xl/drawings/${drawing}.xml`] = strToU8(drawingXml(own));
    added[`xl/drawings/_rels/${drawing}.xml.rels`] = strToU8(`${HEAD}<Relationships xmlns="${RELATIONSHIPS}">${links.join("")}</Relationships>`);
    added[rels] = strToU8(`${HEAD}<Relationships xmlns="${RELATIONSHIPS}"><Relationship Id="rIdStdDrawing" Type="${OFFICE}/drawing" Target="../drawings/${drawing}.xml"/></Relationships>`);
    added[path] = strToU8(withDrawing(text(path)));
  });
  added["[Content_Types].xml"] = strToU8(text("[Content_Types].xml").replace("</Types>", `${types.join("")}</Types>`));
  const all = { ...parts, ...added };
  return Object.fromEntries(Object.keys(all).sort().map((path) => [path, all[path] ?? new Uint8Array()]));
}

/** Behind the page's set-up; conditional formats before it have extensions of their own. */
function withDrawing(sheet: string): string {
  const page = Math.max(0, sheet.lastIndexOf("<pageMargins"));
  return sheet.slice(0, page) + sheet.slice(page).replace(AFTER_DRAWING, (next) => `<drawing xmlns:r="${OFFICE}" r:id="rIdStdDrawing"/>${next}`);
}

function drawingXml(charts: readonly BarChart[]): string {
  const anchors = charts.map(({ name, at }, index) => `<xdr:twoCellAnchor editAs="oneCell">${corner("from", at.left, at.top)}${corner("to", at.right + 1, at.bottom + 1)}`
    + `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="${escapeXml(name)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`
    + '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
    + `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${OFFICE}" r:id="rId${index + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`);
  return `${HEAD}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${anchors.join("")}</xdr:wsDr>`;
}

const corner = (name: "from" | "to", column: CellRange["left"], row: number): string =>
  `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;
