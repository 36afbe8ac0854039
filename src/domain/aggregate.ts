/**
 * From what the book keeps to what the report says (tổng hợp): the whole program on one screen. Pure: the same
 * files, dates and decisions give the same report, in any order and split into any number of runs.
 */
import { afterFreeze, withWaiting } from "./after-freeze";
import { checkTotals } from "./check-totals";
import { countedFigures, type Counted } from "./counted";
import { coverageOf, type Arrival } from "./coverage";
import { decisionsOf, unknownContents } from "./decisions";
import { expectedUnits } from "./duties";
import { ownFigures, registeredIn } from "./earlier-stages";
import type { Contribution, NodeFigure } from "./figure";
import { groupBy } from "./group-by";
import { checkHonours } from "./honours/check-honours";
import { honoursByUnit } from "./honours/honour-rows";
import { judge, type Judgement } from "./ledger";
import type { Coverage, LedgerEntry, LedgerState } from "./ledger-types";
import { addressees } from "./milestones";
import { officeTotals } from "./office-totals";
import { applyAnswers } from "./plan-parse";
import { problem, type Problem } from "./problem";
import { sortProblems } from "./problem-order";
import type { Judging } from "./received";
import type { BookState, KeptFile, Report } from "./report";
import { rollUp, rollUpOffices, rollUpUnits } from "./roll-up";
import { earliestDay } from "./settle-unit";
import { compareText } from "./text-order";
import { treeAt } from "./tree";
import type { UnitCode } from "./unit";

export interface AggregateOptions {
  /** The day the report is of: it decides what is missing and what is not due yet. */
  readonly asOf: string;
  /** The day whose tree of units the figures are rolled up under. */
  readonly treeDate: string;
  /** Only the offices' figures: a country's units are asked for some at a time, with `unitFigures`. */
  readonly officesOnly?: boolean;
}

/** Judges everything the book keeps and rolls it up. */
export function aggregate(state: BookState, { asOf, treeDate, officesOnly = false }: AggregateOptions): Report {
  const { roster, stage } = state;
  const { dueFrom } = applyAnswers(state.plan, state.answers);
  const registered = registeredIn(state);
  const judging = judgingOf(state, { asOf, treeDate });
  const { plan, tree, decisions } = judging;

  const waiting = afterFreeze(state);
  const judgement = judge(state.files, judging);
  const frozen = waiting ? judge(state.files.filter((file) => !waiting.files.has(file)), judging) : judgement;
  const ledger = waiting ? withWaiting(judgement.ledger, waiting) : judgement.ledger;
  const expected = expectedUnits(plan, stage, tree, asOf);
  const counted = countedFigures(frozen, judging, state, expected);
  const totals = officeTotals({ plan, stage, tree, decisions, totals: frozen.totals, counted: counted.effective });
  const contributions = [...[...counted.effective.values()].flatMap((figures) => [...figures.values()]), ...totals.contributions];
  const nodes = (officesOnly ? rollUpOffices : rollUp)({ plan, stage, tree, contributions, expected, asOf, ...(registered ? { registered } : {}) });
  const coverage = coverageOf({
    plan, stage, roster, asOf, tree, arrivals: arrivalsOf(judgement, counted), extensions: state.extensions, dueFrom, documents: state.documents,
  });

  const offices = new Set<string>(tree.offices);
  const problems = sortProblems([
    ...ledger.flatMap((entry) => entry.problems),
    ...counted.problems,
    ...totals.problems,
    ...unknownContents(state.decisions, new Set([...judgement.contents, ...counted.contents])),
    ...undated(judgement.ledger, coverage),
    ...checkHonours(honoursByUnit(ledger), { stage, answers: state.answers, nameOf: (unit) => tree.unit(unit as UnitCode)?.name ?? unit }),
    ...(stage === "registration" ? checkTotals(plan, nodes, (node) => offices.has(node)) : []),
  ]);
  return {
    state: { ...state, files: inPathOrder(state.files, judgement.ledger) },
    plan, asOf, treeDate, ledger, coverage, contributions, nodes, residue: tree.residue, problems,
  };
}

/** What every submission is judged by. */
export function judgingOf(state: BookState, { asOf, treeDate }: Omit<AggregateOptions, "officesOnly">): Judging {
  const { roster, stage } = state;
  const { plan } = applyAnswers(state.plan, state.answers);
  const milestones = plan.milestones.filter((milestone) => milestone.stage === stage);
  const addressed = new Set(milestones.flatMap((milestone) => addressees(milestone, { plan, stage, roster, asOf })));
  return { plan, stage, tree: treeAt(roster, treeDate), asOf, decisions: decisionsOf(state.decisions), addressed, registered: ownFigures(registeredIn(state) ?? []) };
}

const UNITS_AT_A_TIME = 2000;

/** The figures of every unit that is no office, some thousand at a time, in the roster's order; for reports of offices only. */
export function* unitFigures({ plan, state, asOf, treeDate, contributions }: Report): Generator<NodeFigure[]> {
  const { roster, stage } = state;
  const tree = treeAt(roster, treeDate);
  const offices = new Set<UnitCode>(tree.offices);
  const expected = expectedUnits(plan, stage, tree, asOf);
  const registered = registeredIn(state);
  const [given, promised] = [groupBy(contributions, ({ unit }) => unit), groupBy(registered ?? [], ({ unit }) => unit)];
  const units = roster.units.map(({ code }) => code).filter((code) => !offices.has(code));
  for (let at = 0; at < units.length; at += UNITS_AT_A_TIME) {
    const some = units.slice(at, at + UNITS_AT_A_TIME);
    const own = (from: ReadonlyMap<UnitCode, readonly Contribution[]>): Contribution[] => some.flatMap((unit) => from.get(unit) ?? []);
    yield rollUpUnits({ plan, stage, tree, contributions: own(given), expected, asOf, ...(registered ? { registered: own(promised) } : {}) }, some);
  }
}

/** What arrived from each unit: its own files, its total as an office, what was typed in for it. */
function arrivalsOf({ units, totals }: Judgement, { reported, entered }: Counted): ReadonlyMap<UnitCode, Arrival> {
  const all = new Set([...units.keys(), ...totals.keys(), ...entered.keys()]);
  return new Map([...all].map((unit): [UnitCode, Arrival] => {
    const settled = [units.get(unit), totals.get(unit)].filter((one) => one !== undefined);
    const days = [...settled.flatMap(({ counting }) => counting.map(({ receivedOn }) => receivedOn)), ...(entered.get(unit) ?? []).map(({ receivedOn }) => receivedOn ?? null)];
    return [unit, {
      isIn: days.length > 0, receivedOn: earliestDay(days), allDated: days.every((day) => day !== null),
      isReturned: settled.some(({ isReturned }) => isReturned),
      figures: reported.get(unit) ?? units.get(unit)?.returned?.best.figures ?? new Map<string, Contribution>(),
    }];
  }));
}

/** Files without a day of arrival, where the deadline has passed and the day would settle whether they were in time. */
function undated(ledger: readonly LedgerEntry[], coverage: readonly Coverage[]): Problem[] {
  const units = new Set(coverage.flatMap((milestone) => milestone.units.filter(({ state }) => state === "dateUnknown").map(({ unit }) => unit)));
  return ledger
    .filter(({ receivedOn, submissions }) => receivedOn === null && submissions.some(({ unit, state }) => unit !== null && units.has(unit) && counts.has(state)))
    .map(({ path }) => problem("received-date-unknown", { file: path }, {}));
}

const counts: ReadonlySet<LedgerState> = new Set(["accepted", "acceptedWithWarnings", "awaitingDecision"]);

/** The ledger's order, so that the order in which files were chosen leaves no trace. */
function inPathOrder(files: readonly KeptFile[], ledger: readonly LedgerEntry[]): readonly KeptFile[] {
  const order = new Map(ledger.map(({ path, sha256 }, index) => [`${path}|${sha256}`, index]));
  return [...files].sort((a, b) =>
    (order.get(`${a.path}|${a.sha256}`) ?? 0) - (order.get(`${b.path}|${b.sha256}`) ?? 0) || compareText(a.receivedOn ?? "9999", b.receivedOn ?? "9999"));
}
