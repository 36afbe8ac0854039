/** Corrections as they stand in the sheet "Số liệu" now: kept as they were where nothing was touched. */
import { exactOfNumber, fromText, parseExact, type Exact } from "#domain/exact";
import type { Correction } from "#domain/ledger-types";
import type { Indicator } from "#domain/plan";
import type { BookState } from "#domain/report";
import { bookWords as words } from "#messages/book-vi";
import { correctionCells, latestCorrections, NO_CORRECTION, type CorrectionCells } from "./data-rows";
import { sameText } from "./cell-text";
import { textOf, type ReadRow } from "./table";

export function typedCorrections(state: BookState, { rows }: { readonly rows: readonly ReadRow[] }): Correction[] {
  const latest = latestCorrections(state.corrections);
  const indicators = new Map(state.plan.indicators.map((indicator) => [indicator.code, indicator]));
  const changed = new Map<string, Correction | null>();
  for (const row of rows) {
    const key = `${row.text("unit")}|${row.text("indicator")}`;
    const indicator = indicators.get(row.text("indicator"));
    const cells = cellsOf(row);
    if (!indicator || row.text("scope") === "total" || same(cells, correctionCells(latest.get(key)))) continue;
    const value = valueOf(cells, indicator, storedNumber);
    const on = latest.get(key)?.on;
    changed.set(key, value && { unit: row.text("unit"), indicator: indicator.code, value, reason: cells.reason ?? "", ...(on === undefined ? {} : { on }) });
  }
  // A correction that was typed over stands for itself alone; one that was cleared is gone.
  const untouched = state.corrections.filter(({ unit, indicator }) => !changed.has(`${unit}|${indicator}`));
  return [...untouched, ...[...changed.values()].filter((correction) => correction !== null)];
}

function cellsOf(row: ReadRow): CorrectionCells {
  const cell = (key: string): string | number | null => {
    const value = row.value(key);
    return value?.kind === "number" ? value.number : textOf(value) || null;
  };
  return { n: cell("correctionN"), d: cell("correctionD"), startN: cell("correctionStartN"), startD: cell("correctionStartD"), reason: row.text("reason") || null };
}

function same(a: CorrectionCells, b: CorrectionCells): boolean {
  return (Object.keys(NO_CORRECTION) as (keyof CorrectionCells)[]).every((key) => sameText(String(a[key] ?? ""), String(b[key] ?? "")));
}

/** In "Số liệu" only what the program took for a number is one, for the formulas beside it see it so too. */
const storedNumber = (cell: string | number | null): Exact | null => (typeof cell === "number" ? exactOfNumber(cell) : null);

/** A typed number, with a decimal comma or point; `null` for what is no number. */
export function typedNumber(cell: string | number | null): Exact | null {
  if (cell === null) return null;
  if (typeof cell === "number") return exactOfNumber(cell);
  const text = cell.trim();
  return fromText(text) ?? parseExact(text.replace(",", "."));
}

const folded = (cell: string | number | null): string => String(cell ?? "").normalize("NFC").trim().toUpperCase();

/** What the typed cells say; `null` where they are empty. Text that is no answer is kept as text, and refused by the core. */
export function valueOf(cells: Omit<CorrectionCells, "reason">, { measure }: Pick<Indicator, "measure">, numberIn = typedNumber): Correction["value"] | null {
  const { n, d, startN, startD } = cells;
  if ([n, d, startN, startD].every((cell) => cell === null)) return null;
  const { corrections } = words;
  if (folded(n) === folded(corrections.notReported)) return { kind: "notReported" };
  if (folded(n) === folded(corrections.notApplicable)) return { kind: "notApplicable" };
  if (measure === "text") return { kind: "text", text: String(n ?? "") };
  if (measure === "yesNo" && folded(n) === folded(corrections.yes)) return { kind: "yesNo", yes: true };
  if (measure === "yesNo" && folded(n) === folded(corrections.no)) return { kind: "yesNo", yes: false };
  if (measure === "change") {
    const [endN, endD, fromN, fromD] = [n, d, startN, startD].map((cell) => numberIn(cell));
    if (endN && endD && fromN && fromD) return { kind: "change", start: [fromN, fromD], end: [endN, endD] };
  }
  const [main, base] = [numberIn(n), numberIn(d)];
  if (measure !== "yesNo" && measure !== "change" && (main !== null || n === null) && (base !== null || d === null)) return { kind: "parts", main, base };
  return { kind: "text", text: [n, d, startN, startD].filter((cell) => cell !== null).join(" / ") };
}

