/** A refilled form made a return slip (phiếu trả lại): wrong cells marked and noted, all of them listed with links. */
import { strFromU8, strToU8 } from "fflate";
import type { FormTemplate } from "#domain/form";
import type { Plan, Stage } from "#domain/plan";
import type { Scalar } from "#domain/sheet-content";
import { addressOf } from "#domain/snapshot";
import { sheetNames, WRONG } from "#messages/form-vi";
import { slipWords as words } from "#messages/slip-vi";
import { escapeText, escapeXml } from "../emit-cells";
import type { Parts } from "../finish-package";
import { columnOf, figureColumns } from "../form/form-figure-columns";
import { INFO_CHECK } from "../form/form-sheet-info";
import { SLIP_HEADING, SLIP_LINE, SLIP_WIDTHS } from "../form/form-sheet-slip";
import { heightOf, linesOf } from "../form/form-styles";
import { withNotes } from "./cell-notes";
import type { FormPlaces } from "./form-places";
import type { SlipCell, SlipItem } from "./slip-items";

export interface SlipForm {
  readonly parts: Parts;
  readonly places: FormPlaces;
  readonly plan: Plan;
  readonly stage: Stage;
  readonly template: FormTemplate;
}

export function markedSlip(form: SlipForm, items: readonly SlipItem[]): Parts {
  const { places: { paths } } = form;
  const slipPath = paths.get(sheetNames.slip) ?? "";
  const slip = strFromU8(form.parts[slipPath] ?? new Uint8Array());
  const looks = [...slip.matchAll(/<cfRule\b[^>]*\bdxfId="(\d+)"/gu)].map(([, look = "0"]) => look);
  let parts: Parts = { ...form.parts, [slipPath]: strToU8(listed(slip, items, form)) };
  for (const [sheet, marks] of marksBySheet(items)) {
    const path = paths.get(sheet);
    if (path === undefined) continue;
    const rules = marks.map(({ cell, isError }) => rule(cell, looks[isError ? 0 : 1] ?? "0", checkOf(cell, form))).join("");
    const xml = strFromU8(parts[path] ?? new Uint8Array()).replace(/(<conditionalFormatting\b|<dataValidations\b|<hyperlinks\b|<printOptions\b|<pageMargins\b|<pageSetup\b)/u, (next) => rules + next);
    parts = withNotes({ ...parts, [path]: strToU8(xml) }, path, marks.map(({ cell, text }) => ({ address: cell.address, text })));
  }
  return parts;
}

interface Mark {
  readonly cell: SlipCell;
  readonly isError: boolean;
  readonly text: string;
}

/** One mark a cell, an error before a question, with all that is said of it. */
function marksBySheet(items: readonly SlipItem[]): Map<string, Mark[]> {
  const marks = new Map<string, Mark>();
  for (const { cells, isError, sentence } of items) {
    for (const cell of cells) {
      const key = `${cell.sheet}!${cell.address}`;
      const known = marks.get(key);
      const text = `${isError ? words.noteError : words.noteQuestion}: ${sentence}`;
      marks.set(key, { cell, isError: isError || known?.isError === true, text: known ? `${known.text}\n${text}` : text });
    }
  }
  const sheets = new Map<string, Mark[]>();
  for (const mark of marks.values()) sheets.set(mark.cell.sheet, [...sheets.get(mark.cell.sheet) ?? [], mark]);
  return sheets;
}

/** Coloured as long as the cell says what it said. */
function rule(cell: SlipCell, look: string, check: string | null): string {
  return `<conditionalFormatting sqref="${cell.address}"><cfRule type="expression" dxfId="${look}" priority="1"><formula>${escapeText(isAsReturned(cell.address, cell.value, check))}</formula></cfRule></conditionalFormatting>`;
}

/** Text in a formula may be so long. */
const LONGEST_TEXT = 200;

/** A blank is put right as well by what stands elsewhere in its row: nobody there to be counted. */
function isAsReturned(at: string, value: Scalar, check: string | null): string {
  if (typeof value === "number") return `AND(ISNUMBER(${at}),${at}=${value})`;
  if (typeof value !== "string") return check === null ? `TRIM(${at})=""` : `AND(TRIM(${at})="",LEFT(${check},1)="${WRONG}")`;
  if (value.length > LONGEST_TEXT || /[\u0000-\u001f]/u.test(value)) return `LEN(${at})=${value.length}`;
  return `${at}="${value.replaceAll('"', '""')}"`;
}

const COLUMNS = ["A", "B", "C", "D", "E"] as const;

/** The sheet Cần sửa with the unit's own lines in place of the two models. */
function listed(xml: string, items: readonly SlipItem[], form: SlipForm): string {
  const styleOf = (column: string, row: number): string => new RegExp(`<c r="${column}${row}"[^>]*\\ss="(\\d+)"`, "u").exec(xml)?.[1] ?? "0";
  const lineStyles = COLUMNS.map((column) => styleOf(column, SLIP_LINE));
  const headStyles = COLUMNS.map((column) => styleOf(column, SLIP_HEADING));
  const rows: string[] = [];
  const links: string[] = [];
  const next = (): number => SLIP_LINE + rows.length;
  const questionsFrom = items.findIndex(({ isError }) => !isError);
  items.forEach((item, index) => {
    if (index === questionsFrom) rows.push(rowXml(next(), 22, headStyles, [text(words.questions), "", "", "", ""]));
    const row = next();
    const [first] = item.cells;
    const place = first ? words.cell(first.sheet, item.cells.filter(({ sheet }) => sheet === first.sheet).map(({ address }) => address).join(", ")) : words.noCell;
    const now = item.cells.map(({ value }) => shown(value)).join(" | ") || words.blank;
    rows.push(rowXml(row, heightFor(place, now, item.sentence), lineStyles, [number(index + 1), text(place), text(now), text(item.sentence), statusXml(item, form)]));
    if (first) links.push(`<hyperlink ref="B${row}" location="${escapeXml(`'${first.sheet.replaceAll("'", "''")}'!${first.address}`)}" display="${escapeXml(place)}"/>`);
  });
  const last = Math.max(SLIP_LINE, next() - 1);
  return xml
    .replace(new RegExp(`<row r="${SLIP_LINE}".*</sheetData>`, "su"), () => `${rows.join("")}</sheetData>`)
    .replace(LEFT_CELL, (_, formula: string) => `${formula}<v>${escapeText(left(items))}</v>`)
    .replace(/<dimension ref="[^"]*"\/>/u, `<dimension ref="A1:E${last}"/>`)
    .replace(/<conditionalFormatting sqref="[^"]*"/u, `<conditionalFormatting sqref="E${SLIP_LINE}:E${last}"`)
    .replace(/(<printOptions\b|<pageMargins\b|<pageSetup\b)/u, (after) => (links.length > 0 ? `<hyperlinks>${links.join("")}</hyperlinks>` : "") + after);
}

/** The line that counts what is left, until a program works it out. */
const LEFT_CELL = /(<c r="A4"[^>]*><f>[^<]*<\/f>)<v>[^<]*<\/v>/u;

function left(items: readonly SlipItem[]): string {
  const count = items.filter(({ isError }) => isError).length;
  return count === 0 ? words.noneLeft : words.left.join(String(count));
}

function heightFor(...texts: readonly string[]): number {
  return heightOf(Math.max(...texts.map((one, index) => linesOf(one, SLIP_WIDTHS[index + 1] ?? 20))), 11, 20);
}

function shown(value: Scalar): string {
  return typeof value === "number" ? String(value).replace(".", ",") : typeof value === "string" ? value : words.blank;
}

type CellContent = (start: string) => string;
const text = (said: string): CellContent => (start) => `${start} t="inlineStr"><is><t xml:space="preserve">${escapeText(said)}</t></is></c>`;
const number = (value: number): CellContent => (start) => `${start}><v>${value}</v></c>`;

/** Changes by itself while the unit works through the list. */
function statusXml({ isError, cells }: SlipItem, form: SlipForm): CellContent {
  const [first] = cells;
  if (!isError) return text(words.toCheck);
  if (!first) return text(words.unchanged);
  const on = ({ sheet }: SlipCell, address: string | null): string | null => address && `'${sheet.replaceAll("'", "''")}'!${address}`;
  const same = cells.map((cell) => isAsReturned(on(cell, cell.address) ?? "", cell.value, on(cell, checkOf(cell, form)))).join(",");
  const sentence = on(first, checkOf(first, form));
  const after = sentence === null ? `"${words.changed}"` : `IF(LEFT(${sentence},1)="${WRONG}","${words.stillWrong}","${words.changed}")`;
  const formula = `IFERROR(IF(AND(${same}),"${words.unchanged}",${after}),"${words.stillWrong}")`;
  return (start) => `${start} t="str"><f>${escapeText(formula)}</f><v>${words.unchanged}</v></c>`;
}

/** The cell of the column Kiểm tra beside this one, where its sheet has such a column. */
function checkOf({ sheet, address }: SlipCell, { plan, stage, template }: SlipForm): string | null {
  const row = Number(/\d+$/u.exec(address)?.[0] ?? "1") - 1;
  if (sheet === sheetNames.figures) return addressOf(row, columnOf(figureColumns(plan, stage, template), "check") - 1);
  return sheet === sheetNames.info ? addressOf(row, INFO_CHECK - 1) : null;
}

function rowXml(row: number, height: number, styles: readonly string[], contents: readonly (CellContent | "")[]): string {
  const cells = contents.map((content, index) => {
    const start = `<c r="${COLUMNS[index] ?? "A"}${row}" s="${styles[index] ?? "0"}"`;
    return content === "" ? `${start}/>` : content(start);
  });
  return `<row r="${row}" ht="${height}" customHeight="1">${cells.join("")}</row>`;
}
