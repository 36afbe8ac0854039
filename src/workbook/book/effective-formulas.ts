/**
 * What counts in one data row (số hiệu lực), as formulas: the officer's correction where it is complete, sound
 * and has its reason; else what the unit reported. The same rule as `corrections.ts`.
 */
import { bookWords as words } from "#messages/book-vi";
import { letterOf, rangeOf, type DataLayout } from "./columns";
import type { DataRow } from "./data-rows";

export interface EffectiveFormulas {
  readonly state: string;
  readonly n: string;
  readonly d: string;
  readonly startN: string;
  readonly startD: string;
  readonly check: string;
}

export function effectiveFormulas(layout: DataLayout, { indicator, isOfficeTotal }: Pick<DataRow, "indicator" | "isOfficeTotal">, row: number, isRegistration: boolean): EffectiveFormulas {
  const at = (key: string): string => `$${letterOf(layout, key)}${row}`;
  const cell = {
    reportedState: at("reportedState"), n: at("reportedN"), d: at("reportedD"), startN: at("reportedStartN"), startD: at("reportedStartD"),
    cn: at("correctionN"), cd: at("correctionD"), csn: at("correctionStartN"), csd: at("correctionStartD"), reason: at("reason"), known: at("knownD"),
  };
  const state = at("effectiveState");
  const own = `IF(${cell.reportedState}="${words.states.reported}",1,IF(${cell.reportedState}="${words.states.notApplicable}",2,0))`;
  if (isOfficeTotal) return { state: own, n: keep(cell.n), d: keep(cell.d), startN: keep(cell.startN), startD: keep(cell.startD), check: `""` };

  const typed = `COUNTA(${cell.cn},${cell.cd},${cell.csn},${cell.csd})>0`;
  const isPercent = isRegistration && indicator.measure === "ratio";
  const { sound, values } = rule(indicator.measure, cell, isPercent);
  const withReason = `LEN(TRIM(${cell.reason}))>0`;
  const correctedState = `IF(${cell.cn}="${words.corrections.notReported}",0,IF(${cell.cn}="${words.corrections.notApplicable}",2,IF(${sound},${values.state},${own})))`;
  const isCorrected = `AND(${typed},${withReason},${cell.cn}<>"${words.corrections.notReported}",${cell.cn}<>"${words.corrections.notApplicable}")`;
  const pick = (corrected: string, reported: string): string => `IF(${state}<>1,"",IF(${isCorrected},IF(${sound},${corrected},${reported}),${reported}))`;
  const known = `OR(${cell.cn}="${words.corrections.notReported}",${cell.cn}="${words.corrections.notApplicable}",${sound})`;
  return {
    state: `IF(AND(${typed},${withReason}),${correctedState},${own})`,
    n: pick(values.n, keep(cell.n)), d: pick(values.d, keep(cell.d)), startN: pick(values.startN, keep(cell.startN)), startD: pick(values.startD, keep(cell.startD)),
    check: `IF(${typed},IF(${withReason},IF(${known},"","${words.wrongCorrection}"),"${words.reasonNeeded}"),"")`,
  };
}

/** A blank stays blank: in a formula it would become 0. */
const keep = (cell: string): string => `IF(${cell}="","",${cell})`;

type Cells = Readonly<Record<"n" | "d" | "startN" | "startD" | "cn" | "cd" | "csn" | "csd" | "known", string>>;
interface Rule {
  /** When the typed cells make a figure. IFERROR keeps a text in a number's place from spreading. */
  readonly sound: string;
  readonly values: Readonly<Record<"state" | "n" | "d" | "startN" | "startD", string>>;
}

function rule(measure: string, cell: Cells, isPercent: boolean): Rule {
  const whole = (value: string): string => `AND(ISNUMBER(${value}),IFERROR(${value}>=0,FALSE),IFERROR(${value}=INT(${value}),FALSE))`;
  const nothing = { startN: `""`, startD: `""` };
  if (measure === "count") return { sound: whole(cell.cn), values: { state: "1", n: cell.cn, d: `""`, ...nothing } };
  if (measure === "yesNo") {
    const isAnswer = `OR(${cell.cn}="${words.corrections.yes}",${cell.cn}="${words.corrections.no}")`;
    return { sound: isAnswer, values: { state: "1", n: `IF(${cell.cn}="${words.corrections.yes}",1,0)`, d: "1", ...nothing } };
  }
  if (measure === "text") return { sound: `${cell.cn}<>""`, values: { state: "1", n: `""`, d: `""`, ...nothing } };
  if (measure === "change") {
    const share = (n: string, d: string): string => `AND(ISNUMBER(${n}),IFERROR(${n}>=0,FALSE),${whole(d)},IFERROR(${n}<=${d},FALSE))`;
    return {
      sound: `AND(${share(cell.cn, cell.cd)},${share(cell.csn, cell.csd)})`,
      values: { state: `IF(AND(${cell.cd}=0,${cell.csd}=0),2,1)`, n: cell.cn, d: cell.cd, startN: cell.csn, startD: cell.csd },
    };
  }
  const base = `IF(${cell.cd}<>"",${cell.cd},IF(${cell.d}<>"",${cell.d},${cell.known}))`;
  const numerator = isPercent
    ? `IF(${cell.cn}<>"",${cell.cn}/100*(${base}),${cell.n})`
    : `IF(${cell.cn}<>"",${cell.cn},${cell.n})`;
  const number = isPercent ? `AND(ISNUMBER(${numerator}),IFERROR(${numerator}>=0,FALSE))` : whole(numerator);
  return {
    sound: `IFERROR(AND(${number},${whole(base)},${numerator}<=${base}),FALSE)`,
    values: { state: `IF(${base}=0,2,1)`, n: numerator, d: base, ...nothing },
  };
}

/**
 * How the unit stands to a part and its whole (trong đó có …): ten times the part's answer plus the whole's;
 * 0 open, 1 chưa đạt, 2 đạt, 3 not asked or not applicable.
 */
export function pairFormula(layout: DataLayout, pair: string, row: number): string {
  const [, whole = ""] = pair.split("/");
  const state = `$${letterOf(layout, "effectiveState")}${row}`;
  const n = `$${letterOf(layout, "effectiveN")}${row}`;
  const unit = `$${letterOf(layout, "unit")}${row}`;
  const same = `${rangeOf(layout, "unit")},${unit},${rangeOf(layout, "indicator")},"${whole}"`;
  const wholeIs = (value: string): string => `COUNTIFS(${same},${rangeOf(layout, "effectiveState")},${value})`;
  const part = `IF(${state}=0,0,IF(${state}=2,3,IF(${n}=1,2,1)))`;
  const yes = `SUMIFS(${rangeOf(layout, "effectiveN")},${same},${rangeOf(layout, "effectiveState")},1)`;
  return `10*${part}+IF(${wholeIs("0")}>0,0,IF(${wholeIs("1")}>0,IF(${yes}=1,2,1),3))`;
}

