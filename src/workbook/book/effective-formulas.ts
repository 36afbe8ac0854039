/**
 * What counts in one data row (số hiệu lực), as formulas: the officer's correction where it is complete, sound
 * and has its reason; else what the unit reported. The same rules as `typed-figure.ts`.
 */
import { bookWords as words } from "#messages/book-vi";
import { letterOf, rangeOf, type DataLayout } from "./columns";
import type { DataRow } from "./data-rows";

/** `null`: no formula is needed, the cell stays empty. */
interface EffectiveTexts {
  readonly check: string | null;
  /** Blank without a correction that counts; else the state it gives. */
  readonly code: string | null;
  readonly state: string;
  readonly n: string | null;
  readonly d: string | null;
  readonly startN: string | null;
  readonly startD: string | null;
  readonly bare: string | null;
}

/** Stands for the number of the row in a formula that many rows have alike. */
const HERE = "\u0000";

/** A formula of a row, by its number. */
export type RowFormula = (row: number) => string;

function rowFormula(formula: string): RowFormula {
  const pieces = formula.split(HERE);
  return (row) => pieces.join(String(row));
}

export type EffectiveFormulas = { readonly [Name in keyof EffectiveTexts]: RowFormula | (null extends EffectiveTexts[Name] ? null : never) };

/** The formulas of rows of a kind, made once for all of them. */
export function effectiveFormulas(layout: DataLayout, isRegistration: boolean): (row: Row) => EffectiveFormulas {
  const made = new Map<string, EffectiveFormulas>();
  return (row) => {
    const key = `${row.indicator.measure}|${row.isOfficeTotal}`;
    const known = made.get(key);
    if (known) return known;
    const texts = effectiveTexts(layout, row, isRegistration);
    const formulas = Object.fromEntries(Object.entries(texts).map(([name, text]: [string, string | null]) => [name, text === null ? null : rowFormula(text)])) as unknown as EffectiveFormulas;
    made.set(key, formulas);
    return formulas;
  };
}

type Row = Pick<DataRow, "indicator" | "isOfficeTotal">;

function effectiveTexts(layout: DataLayout, { indicator, isOfficeTotal }: Row, isRegistration: boolean): EffectiveTexts {
  const at = (key: string): string => `$${letterOf(layout, key)}${HERE}`;
  const own = { code: at("reportedCode"), n: at("reportedN"), d: at("reportedD"), startN: at("reportedStartN"), startD: at("reportedStartD") };
  const typed = { n: at("correctionN"), d: at("correctionD"), startN: at("correctionStartN"), startD: at("correctionStartD"), reason: at("reason") };
  const { measure } = indicator;
  const parts = { hasN: measure !== "text", hasD: measure !== "text" && measure !== "count", hasStart: measure === "change" };
  if (isOfficeTotal) {
    const none = { check: null, code: null, bare: null };
    return { ...none, state: own.code, n: parts.hasN ? keep(own.n) : null, d: parts.hasD ? keep(own.d) : null, startN: parts.hasStart ? keep(own.startN) : null, startD: parts.hasStart ? keep(own.startD) : null };
  }
  const { notReported, notApplicable } = words.corrections;
  const rule = ruleOf(measure, own, typed, isRegistration);
  const isTyped = `COUNTA(${typed.n}:${typed.startD})>0`;
  const says = (word: string): string => `TRIM(${typed.n})="${word}"`;
  const code = at("correctionCode");
  const pick = (value: string, otherwise: string): string => `IF(${code}="",${keep(otherwise)},IF(${code}=1,${value},""))`;
  return {
    check: `IF(${isTyped},IF(LEN(TRIM(${typed.reason}))=0,"${words.reasonNeeded}",IF(${code}="","${words.wrongCorrection}","")),"")`,
    code: `IF(AND(${isTyped},LEN(TRIM(${typed.reason}))>0),IF(${says(notReported)},0,IF(${says(notApplicable)},2,IF(${rule.sound},${rule.state},""))),"")`,
    state: `IF(${code}="",${own.code},${code})`,
    n: parts.hasN ? pick(rule.n, own.n) : null,
    d: parts.hasD ? pick(rule.d, own.d) : null,
    startN: parts.hasStart ? pick(typed.startN, own.startN) : null,
    startD: parts.hasStart ? pick(typed.startD, own.startD) : null,
    bare: `IF(${code}="",{bare},"")`,
  };
}

/** A blank stays blank: in a formula it would become 0. */
const keep = (cell: string): string => `IF(${cell}="","",${cell})`;

/** A whole number from 0 up; IFERROR keeps a text in a number's place from spreading. */
const isCount = (value: string): string => `IF(ISNUMBER(${value}),AND(${value}>=0,${value}=INT(${value})),FALSE)`;

interface Rule {
  /** When the typed cells make a figure. */
  readonly sound: string;
  readonly state: string;
  readonly n: string;
  readonly d: string;
}

type Own = Readonly<Record<"code" | "n" | "d", string>>;
type Typed = Readonly<Record<"n" | "d" | "startN" | "startD", string>>;

function ruleOf(measure: DataRow["indicator"]["measure"], own: Own, typed: Typed, isRegistration: boolean): Rule {
  const { yes, no } = words.corrections;
  switch (measure) {
    case "count": return { sound: isCount(typed.n), state: "1", n: typed.n, d: `""` };
    case "yesNo": return { sound: `OR(TRIM(${typed.n})="${yes}",TRIM(${typed.n})="${no}")`, state: "1", n: `IF(TRIM(${typed.n})="${yes}",1,0)`, d: "1" };
    case "text": return { sound: `LEN(TRIM(${typed.n}))>0`, state: "1", n: `""`, d: `""` };
    case "change": {
      const share = (n: string, d: string): string => `IF(ISNUMBER(${n}),IF(${isCount(d)},AND(${n}>=0,${n}<=${d}),FALSE),FALSE)`;
      return { sound: `AND(${share(typed.n, typed.d)},${share(typed.startN, typed.startD)})`, state: `IF(AND(${typed.d}=0,${typed.startD}=0),2,1)`, n: typed.n, d: typed.d };
    }
    case "ratio": return ratioRule(own, typed, isRegistration);
  }
}

/** A part that was not typed stays as the unit reported it; at registration that is its percentage, not its number. */
function ratioRule(own: Own, typed: Typed, isRegistration: boolean): Rule {
  const base = `IF(${typed.d}="",${own.d},${typed.d})`;
  const kept = isRegistration ? `IF(${own.code}=1,${own.n}*${base}/${own.d},"")` : `IF(${own.code}=1,${own.n},"")`;
  const numerator = `IF(${typed.n}="",${kept},${isRegistration ? `${typed.n}*${base}/100` : typed.n})`;
  const fits = isRegistration ? `IF(ISNUMBER(${numerator}),${numerator}>=0,FALSE)` : isCount(numerator);
  return { sound: `IFERROR(IF(AND(${isCount(base)},${fits}),${numerator}<=${base},FALSE),FALSE)`, state: `IF(${base}=0,2,1)`, n: numerator, d: base };
}

/** The bare percentage of a row that has one, as long as no correction stands in its place. */
export const bareFormula = (template: string, share: number): string => template.replace("{bare}", String(share));

/**
 * How the unit stands to a part and its whole (trong đó có …): ten times the part's answer plus the whole's;
 * 0 open, 1 chưa đạt, 2 đạt, 3 not asked or not applicable.
 */
export function pairFormula(layout: DataLayout, pair: string): RowFormula {
  const [, whole = ""] = pair.split("/");
  const at = (key: string): string => `$${letterOf(layout, key)}${HERE}`;
  const state = at("effectiveState");
  const same = `${rangeOf(layout, "unit")},${at("unit")},${rangeOf(layout, "indicator")},"${whole}",${rangeOf(layout, "scope")},"own"`;
  const wholeIs = (value: number): string => `COUNTIFS(${same},${rangeOf(layout, "effectiveState")},${value})`;
  const part = `IF(${state}=0,0,IF(${state}=2,3,IF(${at("effectiveN")}=1,2,1)))`;
  const yes = `SUMIFS(${rangeOf(layout, "effectiveN")},${same},${rangeOf(layout, "effectiveState")},1)`;
  return rowFormula(`10*${part}+IF(${wholeIs(0)}>0,0,IF(${wholeIs(1)}>0,IF(${yes}=1,2,1),3))`);
}
