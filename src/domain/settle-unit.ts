/**
 * All submissions of one unit together (các bài nộp của một đơn vị): which one counts, which is a copy, which
 * waits for a decision. Nothing is replaced because it came earlier or later; only a recorded decision replaces.
 */
import type { Decisions } from "./decisions";
import { NOT_REPORTED, type Contribution } from "./figure";
import type { LedgerState } from "./ledger-types";
import type { Indicator } from "./plan";
import { problem, severity, type Problem } from "./problem";
import type { Received } from "./received";
import { sameFigure } from "./same-figure";
import { compareText } from "./text-order";
import type { UnitCode } from "./unit";

/** What became of a unit's submissions, and the figures that count. */
export interface SettledUnit {
  readonly unit: UnitCode;
  readonly states: ReadonlyMap<Received, LedgerState>;
  readonly differing: ReadonlyMap<Received, Problem>;
  /** Contents that count; none: the unit is not in. */
  readonly counting: readonly Content[];
  readonly figures: ReadonlyMap<string, Contribution>;
  /** True where something of this unit is returned or waits for a decision. */
  readonly isReturned: boolean;
  /** The best of what was returned, to tell how much of it was filled in. */
  readonly returned: Content | null;
}

/** One content, with the copy that stands for it first. */
export interface Content {
  readonly key: string;
  readonly copies: readonly Received[];
  readonly best: Received;
  /** Earliest known day; `null`: nobody has said. */
  readonly receivedOn: string | null;
  readonly isUsable: boolean;
}

export interface Settling {
  readonly unit: UnitCode;
  readonly name: string;
  readonly decisions: Decisions;
  readonly indicators: readonly Indicator[];
}

/** Settles one unit's submissions; their order makes no difference. */
export function settleUnit(received: readonly Received[], settling: Settling): SettledUnit {
  const { unit, decisions } = settling;
  const contents = contentsOf(unit, received, decisions);
  const chosenKey = decisions.chosenContent(unit);
  const chosen = contents.find(({ key }) => key === chosenKey);
  const standing = chosen ? [chosen] : contents;
  const counting = standing.filter(({ isUsable }) => isUsable);
  const returned = standing.filter(({ isUsable }) => !isUsable);
  const states = new Map<Received, LedgerState>();
  for (const content of contents) {
    for (const copy of content.copies) states.set(copy, copy === content.best ? stateOf(content, standing, counting) : "identicalCopy");
  }
  const { figures, differing } = agree(counting, settling);
  return { unit, states, differing, counting, figures, isReturned: returned.length > 0 || counting.length > 1, returned: returned[0] ?? null };
}

function stateOf(content: Content, standing: readonly Content[], counting: readonly Content[]): LedgerState {
  if (!standing.includes(content)) return "superseded";
  if (!content.isUsable) return "returned";
  if (counting.length > 1) return "awaitingDecision";
  return problemsOf(content.best).some((found) => severity(found) !== "info") ? "acceptedWithWarnings" : "accepted";
}

function contentsOf(unit: UnitCode, received: readonly Received[], decisions: Decisions): Content[] {
  const groups = new Map<string, Received[]>();
  for (const one of received) groups.set(one.content, [...(groups.get(one.content) ?? []), one]);
  return [...groups].map(([key, group]): Content | null => {
    const copies = [...group].sort(byTrust);
    const [best] = copies;
    if (!best) return null;
    const isUsable = !hasError(best) || best.submission.settled === true || decisions.isAcceptedProvisionally(unit, key);
    return { key, copies, best, isUsable, receivedOn: earliestDay(copies.map(({ file }) => file.receivedOn)) };
  }).filter((content) => content !== null).sort((a, b) => byTrust(a.best, b.best));
}

/** The copy that stands for a content: without errors before with, then the earliest, then by path. */
function byTrust(a: Received, b: Received): number {
  return Number(b.submission.settled === true) - Number(a.submission.settled === true)
    || Number(hasError(a)) - Number(hasError(b))
    || compareText(a.file.receivedOn ?? "9999", b.file.receivedOn ?? "9999")
    || compareText(a.file.path, b.file.path) || compareText(a.file.sha256, b.file.sha256) || a.place - b.place;
}

/** Of several contents: figures that agree count once, figures that differ are not reported. */
function agree(contents: readonly Content[], { unit, name, indicators }: Settling): Pick<SettledUnit, "figures" | "differing"> {
  const [first, ...others] = contents;
  if (!first) return { figures: new Map(), differing: new Map() };
  if (others.length === 0) return { figures: first.best.figures, differing: new Map() };
  const unlike: Indicator[] = [];
  const figures = new Map([...first.best.figures].map(([code, contribution]) => {
    const agrees = others.every(({ best }) => sameFigure(contribution.figure, best.figures.get(code)?.figure ?? NOT_REPORTED));
    const indicator = indicators.find((candidate) => candidate.code === code);
    if (!agrees && indicator) unlike.push(indicator);
    return [code, agrees ? contribution : { unit, indicator: code, origin: contribution.origin, figure: NOT_REPORTED }];
  }));
  const files = contents.map(({ best }) => best.file.path).join("; ");
  const named = unlike.map((indicator) => `${indicator.code} ${indicator.shortName ?? indicator.name}`);
  const differences = (named.length > 0 ? named : differencesBesideFigures(contents)).join("; ");
  const differing = new Map(contents.map(({ best }) =>
    [best, problem("submissions-differ", { unit, file: best.file.path }, { unit: name, files, figures: differences })] as const));
  return { figures, differing };
}

/** The rows, head counts and lists in which contents differ although every figure is the same. */
function differencesBesideFigures(contents: readonly Content[]): string[] {
  const read = (cells: Received["submission"]["sides"]): Map<string, string> => new Map(Object.entries(cells).map(([key, { raw }]) => [key, raw.normalize("NFC").trim()]));
  const all = contents.map(({ best: { submission } }) => new Map([
    ...read(submission.sides), ...read(submission.headcounts),
    ...Object.entries(submission.lists).map(([id, rows]) => [id, JSON.stringify(rows.map(({ cells }) => [...read(cells)]))] as const),
  ]));
  const keys = [...new Set(all.flatMap((cells) => [...cells.keys()]))].sort();
  const differing = keys.filter((key) => new Set(all.map((cells) => cells.get(key) ?? "")).size > 1);
  return [...new Set(differing.map((key) => key.split(".").slice(0, -1).join(".") || key))];
}

export function problemsOf({ fileProblems, contentProblems }: Received): readonly Problem[] {
  return [...fileProblems, ...contentProblems];
}

function hasError(received: Received): boolean {
  return problemsOf(received).some((found) => severity(found) === "error");
}

/** The earliest of the days that somebody stated. */
export function earliestDay(days: readonly (string | null)[]): string | null {
  return days.reduce((earliest, day) => (day !== null && (earliest === null || day < earliest) ? day : earliest), null);
}
