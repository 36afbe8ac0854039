/** Our own formulas are verified here, never trusted (công thức bị thay). */
import { compare, divide, exact, subtract, type Exact } from "#domain/exact";
import type { FormRow } from "#domain/form";
import { problem } from "#domain/problem";
import { addressOf } from "#domain/snapshot";
import type { Reading } from "#domain/submission";
import { rowKey } from "./find-figures";
import { ownerOf, type FormReading } from "./form-reading";
import { rawText } from "./read-value";

/** A percentage typed over our formula misleads when it is not what the two figures give. */
export function checkResult(context: FormReading, row: FormRow, main: Reading | null, base: Reading | null): void {
  const { sheets, reader, file, stage } = context;
  if (stage === "registration" || main?.value?.kind !== "number" || base?.value?.kind !== "number") return;
  const figures = sheets.figures.find(({ grid }) => grid.name === main.sheet);
  const column = figures?.columns.get("result");
  const line = figures?.rows.get(rowKey(row));
  if (!figures || column === undefined || line?.length !== 1) return;
  const cell = figures.grid.at(line[0] ?? 0, column);
  if (cell?.formula !== undefined || cell?.value?.kind !== "number") return;
  const share = divide(main.value.number, base.value.number);
  const shown = exact(Math.round(cell.value.number * 1e6), 1_000_000);
  if (!share || isNear(share, shown) || isNear({ n: share.n * 100n, d: share.d }, shown)) return;
  const { indicator, name } = ownerOf(context, row.indicator);
  reader.problems.push(problem("formula-altered", { file, sheet: figures.grid.name, cell: addressOf(cell.row, column), indicator: row.indicator }, { indicator, name, found: rawText(cell) }));
}

/** Closer than a displayed percentage would show. */
function isNear(a: Exact, b: Exact): boolean {
  const gap = subtract(a, b);
  return compare(gap.n < 0n ? { n: -gap.n, d: gap.d } : gap, { n: 6n, d: 1000n }) <= 0;
}

