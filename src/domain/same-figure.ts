/** Whether two figures say the same, exactly: 38/40 and 19/20 do not, they are different schools' counts. */
import { equals } from "./exact";
import type { Figure, Share } from "./figure";

export function sameFigure(a: Figure, b: Figure): boolean {
  if (a.state === "notReported" || b.state === "notReported") return a.state === b.state;
  if (a.state === "notApplicable" || b.state === "notApplicable") return a.state === b.state;
  switch (a.measure) {
    case "count": return b.measure === "count" && equals(a.value, b.value);
    case "ratio": return b.measure === "ratio" && sameShare(a, b);
    case "yesNo": return b.measure === "yesNo" && a.yes === b.yes;
    case "change": return b.measure === "change" && sameShare(a.start, b.start) && sameShare(a.end, b.end);
    case "text": return b.measure === "text" && a.text === b.text;
  }
}

function sameShare(a: Share, b: Share): boolean {
  return equals(a.numerator, b.numerator) && equals(a.denominator, b.denominator);
}
