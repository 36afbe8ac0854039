/** Figures that an officer typed (số cán bộ nhập): for a unit whose report came on paper, or as a correction. */
import { compare, divide, isNegative, isWhole, multiply, subtract, toText, ZERO, equals, type Exact } from "./exact";
import { NOT_APPLICABLE, NOT_REPORTED, type Figure, type Share } from "./figure";
import { rowsOfIndicator } from "./form";
import type { Correction } from "./ledger-types";
import type { Indicator, Stage } from "./plan";
import { problem, type Problem, type ProblemPlace } from "./problem";

export type TypedFigure = { readonly ok: true; readonly figure: Figure } | { readonly ok: false; readonly problem: Problem };

interface Typed {
  readonly value: Correction["value"];
  readonly indicator: Indicator;
  readonly stage: Stage;
  /** The unit's own figure: a part that was not typed stays as it is. */
  readonly own: Figure;
  readonly at: ProblemPlace;
}

/** Reads the typed parts as the form would: at registration a ratio's main part is the percentage aimed at. */
export function typedFigure(typed: Typed): TypedFigure {
  const { value, indicator } = typed;
  switch (value.kind) {
    case "notReported": return { ok: true, figure: NOT_REPORTED };
    case "notApplicable": return { ok: true, figure: NOT_APPLICABLE };
    case "yesNo": return indicator.measure === "yesNo" ? reported({ state: "reported", measure: "yesNo", yes: value.yes }) : unfit(typed);
    case "text": {
      const text = value.text.normalize("NFC").trim();
      return indicator.measure === "text" && text !== "" ? reported({ state: "reported", measure: "text", text }) : unfit(typed);
    }
    case "change": return indicator.measure === "change" ? change(typed, shareOf(value.start), shareOf(value.end)) : unfit(typed);
    case "parts": return indicator.measure === "count" ? count(typed, value.main) : indicator.measure === "ratio" ? ratio(typed, value.main, value.base) : unfit(typed);
  }
}

function count(typed: Typed, main: Exact | null): TypedFigure {
  return main && isCount(main) ? reported({ state: "reported", measure: "count", value: main }) : unfit(typed);
}

function ratio(typed: Typed, main: Exact | null, base: Exact | null): TypedFigure {
  const own = typed.own.state === "reported" && typed.own.measure === "ratio" ? typed.own : null;
  const denominator = base ?? own?.denominator ?? (typed.own.state === "notReported" ? typed.own.denominator : undefined);
  if (!denominator || !isCount(denominator)) return unfit(typed);
  const isPercent = rowsOfIndicator(typed.indicator, typed.stage)[0]?.main === "percent";
  const numerator = isPercent ? ofPercent(main ?? percentOf(own), denominator) : main ?? own?.numerator;
  if (!numerator || isNegative(numerator) || (!isPercent && !isWhole(numerator))) return unfit(typed);
  if (compare(numerator, denominator) > 0) return tooMany(typed, { numerator, denominator });
  const isEmpty = equals(numerator, ZERO) && equals(denominator, ZERO);
  return isEmpty ? { ok: true, figure: NOT_APPLICABLE } : reported({ state: "reported", measure: "ratio", numerator, denominator });
}

function change(typed: Typed, start: Share, end: Share): TypedFigure {
  for (const share of [start, end]) {
    if (isNegative(share.numerator) || !isCount(share.denominator)) return unfit(typed);
    if (compare(share.numerator, share.denominator) > 0) return tooMany(typed, share);
  }
  const isEmpty = equals(start.denominator, ZERO) && equals(end.denominator, ZERO);
  return isEmpty ? { ok: true, figure: NOT_APPLICABLE } : reported({ state: "reported", measure: "change", start, end });
}

function shareOf([numerator, denominator]: readonly [Exact, Exact]): Share {
  return { numerator, denominator };
}

function percentOf(own: Share | null): Exact | null {
  const share = own && divide(own.numerator, own.denominator);
  return share && multiply(share, { n: 100n, d: 1n });
}

function ofPercent(percent: Exact | null, base: Exact): Exact | null {
  return percent && multiply({ n: percent.n, d: percent.d * 100n }, base);
}

function isCount(value: Exact): boolean {
  return !isNegative(value) && isWhole(value);
}

function reported(figure: Figure): TypedFigure {
  return { ok: true, figure };
}

function unfit({ value, indicator, at }: Typed): TypedFigure {
  return { ok: false, problem: problem("correction-not-a-number", at, { indicator: indicator.code, name: indicator.name, found: shown(value) }) };
}

function tooMany({ indicator, at }: Typed, { numerator, denominator }: Share): TypedFigure {
  const facts = { numerator: toText(numerator), denominator: toText(denominator), over: toText(subtract(numerator, denominator)), cells: "" };
  return { ok: false, problem: problem("numerator-above-denominator", at, { indicator: indicator.code, name: indicator.name, ...facts }) };
}

/** What was typed, as text. */
export function shown(value: Correction["value"]): string {
  const number = (exact: Exact | null): string => (exact ? toText(exact) : "");
  switch (value.kind) {
    case "parts": return [value.main, value.base].map(number).filter((text) => text !== "").join("/");
    case "change": return [value.start, value.end].map((pair) => pair.map(number).join("/")).join(" → ");
    case "yesNo": return String(value.yes);
    case "text": return value.text;
    default: return "";
  }
}
