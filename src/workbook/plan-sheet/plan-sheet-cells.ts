// vietnamese-data: the words an officer types for yes and no
/** One value of a plan ⇄ one cell's text. Blank means "the plan does not say", never an empty text. */
import type { ColumnType } from "./plan-sheet-tables";
import { formatSelectors, parseSelectors } from "./selector-text";

type Json = unknown;
const YES = "có";
const NO = "không";

/** Writes a value as a cell's text; `null` leaves the cell blank. */
export function toCell(value: Json, type: ColumnType): string | null {
  if (value === undefined || value === null) return null;
  if (type === "boolean") return value === true ? YES : NO;
  if (type === "list") return Array.isArray(value) && value.length > 0 ? value.join("; ") : null;
  if (type === "selectors") return Array.isArray(value) && value.length > 0 ? formatSelectors(value) : null;
  if (typeof type === "object") return linesOf(value, type);
  return plainText(value);
}

function plainText(value: Json): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : JSON.stringify(value);
}

function linesOf(value: Json, type: Extract<ColumnType, object>): string | null {
  const items: Record<string, Json>[] = type.record
    ? Object.entries(value as Record<string, string>).map(([kind, text]) => ({ kind, text }))
    : (value as Record<string, Json>[]);
  if (items.length === 0) return null;
  return items.map((item) => type.lines.map((field) => lineField(item[field], type, field)).join(" | ")).join("\n");
}

function lineField(value: Json, type: Extract<ColumnType, object>, field: string): string {
  return type.booleans?.includes(field) ? (value === true ? YES : NO) : plainText(value ?? "");
}

/** Reads a cell's text back; `undefined` leaves the key out. Text it cannot read is kept, so that parsing names the fault. */
export function fromCell(text: string, type: ColumnType, always: boolean): Json {
  const trimmed = text.trim();
  if (trimmed === "") return always ? [] : undefined;
  if (type === "boolean") return yesOrNo(trimmed);
  if (type === "integer") return /^\d+$/.test(trimmed) ? Number(trimmed) : trimmed;
  if (type === "list") return trimmed.split(/[;\n]/).map((item) => item.trim()).filter((item) => item !== "");
  if (type === "selectors") return parseSelectors(trimmed);
  if (typeof type === "object") return itemsOf(trimmed, type);
  return trimmed;
}

function yesOrNo(text: string): Json {
  const folded = text.normalize("NFC").toLowerCase();
  if ([YES, "x", "true", "1", "yes"].includes(folded)) return true;
  return [NO, "false", "0", "no"].includes(folded) ? false : text;
}

function itemsOf(text: string, type: Extract<ColumnType, object>): Json {
  const items = text.split(/\r?\n/).filter((line) => line.trim() !== "").map((line) => {
    const fields = line.split("|");
    const last = type.lines.length - 1;
    return Object.fromEntries(type.lines.map((field, index) => {
      const value = (index === last ? fields.slice(last).join("|") : fields[index] ?? "").trim();
      return [field, type.booleans?.includes(field) ? yesOrNo(value) : value];
    }));
  });
  return type.record ? Object.fromEntries(items.map((item) => [String(item["kind"]), item["text"]])) : items;
}
