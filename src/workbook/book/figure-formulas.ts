/** A line's figure and interval as formulas over its sums (kết quả, thấp nhất, cao nhất). The rules are those of `reach.ts`. */
import type { Indicator } from "#domain/plan";
import { bookWords as words } from "#messages/book-vi";
import type { TallyCells } from "./tally-formulas";

const none = `"${words.noValue}"`;
export const missing = (cell: TallyCells): string => `(${cell.expected}-${cell.reported})`;

/** The value shown: Σ, a share of 1, or percentage points; a dash where nothing was reported. */
export function valueFormula(measure: Indicator["measure"], cell: TallyCells): string {
  switch (measure) {
    case "count": return `IF(${cell.valued}>0,${cell.n},${none})`;
    case "ratio": case "yesNo": return `IF(${cell.d}>0,${cell.n}/${cell.d},${none})`;
    case "change": return `IF(AND(${cell.d}>0,${cell.startD}>0),(${cell.n}/${cell.d}-${cell.startN}/${cell.startD})*100,${none})`;
    case "text": return none;
  }
}

/** Lowest and highest value that the missing units leave possible; empty where there is no end, a dash where there is no figure. */
export function endFormulas(measure: Indicator["measure"], cell: TallyCells): { readonly low: string; readonly high: string } {
  const ends = openEnds(measure, cell);
  const value = valueFormula(measure, cell);
  const pick = (end: string): string => `IF(${missing(cell)}>0,${end},${value})`;
  return { low: pick(ends.low), high: pick(ends.high) };
}

function openEnds(measure: Indicator["measure"], cell: TallyCells): { readonly low: string; readonly high: string } {
  switch (measure) {
    case "count": return { low: cell.n, high: `""` };
    case "ratio": {
      const all = `(${cell.d}+${cell.known})`;
      const share = (n: string): string => `IF(${all}>0,${n}/${all},${none})`;
      return { low: `IF(${cell.unknown}>0,0,${share(cell.n)})`, high: `IF(${cell.unknown}>0,1,${share(`(${cell.n}+${cell.known})`)})` };
    }
    case "yesNo": {
      const all = `(${cell.d}+${missing(cell)})`;
      return { low: `${cell.n}/${all}`, high: `(${cell.n}+${missing(cell)})/${all}` };
    }
    case "change": {
      const { start, hasStart } = startOf(cell);
      const points = (end: string, from: string): string => `IF(${hasStart},(${end}-${from})*100,${none})`;
      return { low: points("0", `IF(${cell.unknown}>0,1,${start})`), high: points("1", `IF(${cell.unknown}>0,0,${start})`) };
    }
    case "text": return { low: none, high: none };
  }
}

/** The start of a tăng/giảm over all whose start is known; without any there is no end to name. */
function startOf({ startN, startD, knownStartN, knownStartD, unknown }: TallyCells): { readonly start: string; readonly hasStart: string } {
  return { start: `(${startN}+${knownStartN})/(${startD}+${knownStartD})`, hasStart: `OR(${unknown}>0,${startD}+${knownStartD}>0)` };
}
