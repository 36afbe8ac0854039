/** Cells and texts as SpreadsheetML (ô thành XML). */
import { TextBytes } from "./text-bytes";

export const STRINGS_PART = "xl/sharedStrings.xml";

/** A cell as exceljs keeps it; the numbers of `type` are its own. */
export interface CellModel {
  readonly address: string;
  readonly type: number;
  readonly value?: unknown;
  readonly formula?: string;
  readonly result?: unknown;
  readonly shareType?: string;
  readonly sharedFormula?: string;
  readonly hyperlink?: string;
}

const FORMULA = 6;
const MILLISECONDS_A_DAY = 86_400_000;
/** Serial number of 1 January 1970. */
const UNIX_EPOCH = 25_569;

interface RichRun {
  readonly text: string;
  readonly font?: { readonly name?: string; readonly size?: number; readonly bold?: boolean; readonly italic?: boolean; readonly strike?: boolean; readonly underline?: boolean | string; readonly color?: { readonly argb?: string; readonly theme?: number } };
}

export interface StringTable {
  /** The place of a text or of runs of text. */
  readonly placeOf: (value: string | { readonly richText: readonly RichRun[] }) => number;
  /** The part of the package that holds them. */
  readonly bytes: () => Uint8Array;
}

export function stringTable(): StringTable {
  const places = new Map<string, number>();
  const items: string[] = [];
  let uses = 0;
  return {
    placeOf: (value) => {
      uses += 1;
      const key = typeof value === "string" ? value : `\u0000${JSON.stringify(value)}`;
      const known = places.get(key);
      if (known !== undefined) return known;
      const place = items.push(`<si>${typeof value === "string" ? textXml(value) : value.richText.map(runXml).join("")}</si>`) - 1;
      places.set(key, place);
      return place;
    },
    bytes: () => {
      const text = new TextBytes();
      text.push(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${uses}" uniqueCount="${items.length}">`);
      for (const item of items) text.push(item);
      text.push("</sst>");
      return text.finish();
    },
  };
}

/** Empty for a cell that says nothing and looks like nothing. */
export function cellXml(model: CellModel, style: number, strings: StringTable): string {
  const start = `<c r="${model.address}"${style === 0 ? "" : ` s="${style}"`}`;
  if (model.type === FORMULA) {
    const { type, value } = simple(model.result);
    return `${start}${type}><f>${escapeText(model.formula ?? "")}</f>${value}</c>`;
  }
  const { value } = model;
  if (typeof value === "string") return `${start} t="s"><v>${strings.placeOf(value)}</v></c>`;
  if (isRich(value)) return `${start} t="s"><v>${strings.placeOf(value)}</v></c>`;
  const said = simple(value);
  if (said.value === "") return style === 0 ? "" : `${start}/>`;
  return `${start}${said.type}>${said.value}</c>`;
}

function isRich(value: unknown): value is { readonly richText: readonly RichRun[] } {
  return typeof value === "object" && value !== null && "richText" in value && Array.isArray(value.richText);
}

function simple(value: unknown): { readonly type: string; readonly value: string } {
  if (typeof value === "number") return { type: "", value: `<v>${value}</v>` };
  if (typeof value === "string") return { type: ' t="str"', value: `<v>${escapeText(value)}</v>` };
  if (typeof value === "boolean") return { type: ' t="b"', value: `<v>${value ? 1 : 0}</v>` };
  if (value instanceof Date) return { type: "", value: `<v>${UNIX_EPOCH + value.getTime() / MILLISECONDS_A_DAY}</v>` };
  if (typeof value === "object" && value !== null && "error" in value) return { type: ' t="e"', value: `<v>${escapeText(String(value.error))}</v>` };
  return { type: "", value: "" };
}

function textXml(text: string): string {
  return `<t${/^\s|\n|\s$/u.test(text) ? ' xml:space="preserve"' : ""}>${escapeText(text)}</t>`;
}

function runXml({ text, font }: RichRun): string {
  if (!font) return `<r>${textXml(text)}</r>`;
  const { name, size, bold, italic, strike, underline, color } = font;
  const parts = [
    ...(name === undefined ? [] : [`<rFont val="${escapeXml(name)}"/>`]), ...(bold ? ["<b/>"] : []), ...(italic ? ["<i/>"] : []), ...(strike ? ["<strike/>"] : []),
    ...(color === undefined ? [] : [`<color${attributesOf(color.argb === undefined ? { theme: color.theme ?? 1 } : { rgb: color.argb })}/>`]),
    ...(size === undefined ? [] : [`<sz val="${size}"/>`]), ...(underline ? [typeof underline === "string" ? `<u val="${escapeXml(underline)}"/>` : "<u/>"] : []),
  ];
  return `<r>${parts.length === 0 ? "" : `<rPr>${parts.join("")}</rPr>`}${textXml(text)}</r>`;
}

export function attributesOf(attributes: Readonly<Record<string, string | number>>): string {
  return Object.entries(attributes).map(([name, value]) => ` ${name}="${typeof value === "number" ? value : escapeXml(value)}"`).join("");
}

/** Between tags, where a quotation mark needs no escape: formulas are full of them. */
export function escapeText(text: string): string {
  if (!/[&<>\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/u.test(text)) return text;
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/gu, "").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** In an attribute. Signs that XML 1.0 cannot hold are left out. */
export function escapeXml(text: string): string {
  return /[&<>"\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/u.test(text)
    ? text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/gu, "").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")
    : text;
}
