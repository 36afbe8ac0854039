/** A node's figure as the numbers an annex shows (số liệu của một dòng biểu). */
import { divide, multiply, exact, isWhole, ONE, subtract, toNumber, ZERO, type Exact } from "#domain/exact";
import type { Figure, NodeFigure } from "#domain/figure";
import { showAgainst } from "#domain/show-against";
import { annexWords as words } from "#messages/annex-vi";
import type { AnnexCell } from "#workbook/annex/annex-sheet";

export interface NodeValues {
  readonly state: "value" | "none" | "notAsked";
  /** Count: the number; ratio, có/không: số đạt. */
  readonly n: Exact | null;
  readonly d: Exact | null;
  /** As the book has it: a share of 1, a number, points. */
  readonly value: Exact | null;
  readonly start: Exact | null;
  readonly end: Exact | null;
  /** Somebody in it has no figure yet. */
  readonly isPartial: boolean;
}

const NOTHING: NodeValues = { state: "notAsked", n: null, d: null, value: null, start: null, end: null, isPartial: false };

export function nodeValues(figure: NodeFigure | undefined): NodeValues {
  if (!figure || figure.expected + figure.reported === 0) return NOTHING;
  const { measure, numerator, denominator, value, start, missing, reported, notApplicable } = figure;
  if (value === null) return { ...NOTHING, state: reported > 0 && reported === notApplicable && missing.length === 0 ? "notAsked" : "none" };
  const isChange = measure === "change";
  return {
    state: "value", n: isChange ? null : numerator, d: isChange || measure === "count" ? null : denominator, value,
    start: isChange && start ? divide(start.numerator, start.denominator) : null, end: isChange && numerator && denominator ? divide(numerator, denominator) : null,
    isPartial: missing.length > 0,
  };
}

/** One unit's own answer, as of an office that answers for itself. */
export function ownValues(figure: Figure): NodeValues {
  if (figure.state === "notApplicable") return NOTHING;
  if (figure.state === "notReported") return { ...NOTHING, state: "none" };
  switch (figure.measure) {
    case "count": return { ...NOTHING, state: "value", n: figure.value, value: figure.value };
    case "ratio": return { ...NOTHING, state: "value", n: figure.numerator, d: figure.denominator, value: divide(figure.numerator, figure.denominator) };
    case "yesNo": return { ...NOTHING, state: "value", n: exact(figure.yes ? 1 : 0), d: exact(1), value: exact(figure.yes ? 1 : 0) };
    case "change": {
      const [start, end] = [divide(figure.start.numerator, figure.start.denominator), divide(figure.end.numerator, figure.end.denominator)];
      return { ...NOTHING, state: "value", start, end, value: start && end && multiply(subtract(end, start), exact(100)) };
    }
    case "text": return NOTHING;
  }
}

const WHOLE = "#,##0";
const BROKEN = "#,##0.00";

/** A share with as many digits as it takes not to be shown as all or nothing: 99,997 % is no 100 %. */
export function shareFormat(share: Exact | null): string {
  const digits = (share ? [ONE, ZERO] : []).map((end) => /\.(\d+)/u.exec(showAgainst(share ?? ZERO, end, "share"))?.[1]?.length ?? 0);
  return `0.${"0".repeat(Math.min(12, Math.max(2, ...digits)))}%`;
}

export function numberCell(values: NodeValues, part: "n" | "d" | "value" | "start" | "end", format?: string): AnnexCell {
  const number = values[part];
  if (number === null) return { value: values.state === "notAsked" ? words.notAsked : values.state === "none" ? words.noFigure : null, across: "right" };
  return { value: toNumber(number), format: format ?? (isWhole(number) ? WHOLE : BROKEN), across: "right", isPartial: values.isPartial };
}
