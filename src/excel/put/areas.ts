/** Many rectangles at once (nhiều vùng một lượt): one call with a list of addresses, or one call each in older Excel. */
import type { CellRange } from "#domain/snapshot";
import type { Operation } from "../batches";
import { addressOfRange } from "../ranges";
import { has } from "../run-excel";

/** What a single range and a list of ranges have in common. */
export type Areas = Excel.Range | Excel.RangeAreas;

const MOST_AREAS = 40;

/** The same change over all of `ranges`, in as few calls as Excel allows. */
export function onAreas(sheet: string, ranges: readonly CellRange[], bytes: number, change: (areas: Areas) => void): Operation[] {
  if (!has("1.9")) return ranges.map((range) => ({ bytes, apply: (context) => change(context.workbook.worksheets.getItem(sheet).getRange(addressOfRange(range))) }));
  const operations: Operation[] = [];
  for (let from = 0; from < ranges.length; from += MOST_AREAS) {
    const addresses = ranges.slice(from, from + MOST_AREAS).map(addressOfRange);
    operations.push({
      bytes: bytes + addresses.length * 12, apply: (context) => {
        const worksheet = context.workbook.worksheets.getItem(sheet);
        change(addresses.length === 1 ? worksheet.getRange(addresses[0]) : worksheet.getRanges(addresses.join(",")));
      },
    });
  }
  return operations;
}
