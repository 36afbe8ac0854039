/**
 * The ledger (sổ tiếp nhận): every file given ends in exactly one state, and the counts add up to the files.
 * A returned submission contributes nothing and its unit is not in.
 */
import type { LedgerEntry, LedgerState, LedgerSubmission } from "./ledger-types";
import { problem, type Problem } from "./problem";
import { problemsOf, earliestDay, settleUnit, type SettledUnit } from "./settle-unit";
import { compareText } from "./text-order";
import { receiveAll, type Judging, type Received } from "./received";
import type { KeptFile } from "./report";
import type { UnitCode } from "./unit";

/** What the files come to. */
export interface Judgement {
  readonly ledger: readonly LedgerEntry[];
  /** Units with a submission of their own. */
  readonly units: ReadonlyMap<UnitCode, SettledUnit>;
  /** Offices with a total over the units below them. */
  readonly totals: ReadonlyMap<UnitCode, SettledUnit>;
  /** Content keys of everything given. */
  readonly contents: ReadonlySet<string>;
}

/** Judges all files. The same files in any order give the same ledger, in the order of their paths. */
export function judge(files: readonly KeptFile[], judging: Judging): Judgement {
  const sorted = [...files].sort(byPath);
  const received = receiveAll(sorted, judging);
  const open = received.filter(({ state }) => state === null);
  const units = settleAll(open.filter(({ submission }) => submission.scope === "own"), judging);
  const totals = settleAll(open.filter(({ submission }) => submission.scope === "total"), judging);
  const settled = [...units.values(), ...totals.values()];
  const groups = new Map<Received, SettledUnit>(settled.flatMap((group) => [...group.states.keys()].map((one) => [one, group] as const)));
  const strangers = copiesOfOthers(settled, judging);
  const byFile = new Map<KeptFile, InFile[]>();
  for (const one of received) {
    const group = groups.get(one);
    const others = byFile.get(one.file);
    const own: InFile = { one, group, submission: ledgerSubmission(one, group, strangers.get(one)) };
    if (others) others.push(own);
    else byFile.set(one.file, [own]);
  }
  const ledger = sorted.map((file) => ledgerEntry(file, byFile.get(file) ?? []));
  return { ledger, units, totals, contents: new Set(received.map(({ content }) => content)) };
}

/** One submission of a file, with the others of its unit. */
interface InFile {
  readonly one: Received;
  readonly group: SettledUnit | undefined;
  readonly submission: LedgerSubmission;
}

function settleAll(received: readonly Received[], { plan, decisions, tree }: Judging): Map<UnitCode, SettledUnit> {
  const groups = new Map<UnitCode, Received[]>();
  for (const one of received) {
    if (one.unit === null) continue;
    const group = groups.get(one.unit);
    if (group) group.push(one);
    else groups.set(one.unit, [one]);
  }
  return new Map([...groups].map(([unit, group]) => [
    unit, settleUnit(group, { unit, name: tree.unit(unit)?.name ?? unit, decisions, indicators: plan.indicators }),
  ]));
}

function ledgerSubmission(one: Received, group: SettledUnit | undefined, copied: Problem | undefined): LedgerSubmission {
  const state = one.state ?? group?.states.get(one) ?? "unknownUnit";
  const differing = group?.differing.get(one);
  const said = state === "identicalCopy" || state === "superseded" ? one.fileProblems : problemsOf(one);
  const problems = [...said, ...(differing ? [differing] : []), ...(copied ? [copied] : [])];
  const withWarning = state === "accepted" && copied ? "acceptedWithWarnings" : state;
  return { unit: one.unit, state: withWarning, content: one.content, submission: one.submission, problems };
}

/** Two contents under one unit's code, one of which is another unit's: filled in on a copy of that unit's file. */
function copiesOfOthers(settled: readonly SettledUnit[], { tree }: Judging): ReadonlyMap<Received, Problem> {
  const owners = new Map<string, UnitCode[]>();
  for (const { unit, states } of settled) for (const { content } of states.keys()) owners.set(content, [...(owners.get(content) ?? []), unit]);
  return new Map(settled.flatMap(({ unit, states }) => {
    const contents = new Set([...states.keys()].map(({ content }) => content));
    if (contents.size < 2) return [];
    return [...states.keys()].flatMap((one) => {
      const other = owners.get(one.content)?.find((owner) => owner !== unit);
      if (!other || states.get(one) === "identicalCopy") return [];
      const name = tree.unit(other)?.name ?? other;
      return [[one, problem("copy-of-other-unit", { unit, file: one.file.path }, { code: unit, other: `${name} (${other})` })] as const];
    });
  }));
}

/** From the state that asks most of the officer to the one that asks nothing. */
const worstFirst: readonly LedgerState[] = [
  "unreadable", "notThisForm", "unknownUnit", "returned", "awaitingDecision", "notExpected", "superseded", "identicalCopy", "acceptedWithWarnings", "accepted",
];

function ledgerEntry(file: KeptFile, inFile: readonly InFile[]): LedgerEntry {
  const { path, sha256, reading } = file;
  const submissions = inFile.map(({ submission }) => submission);
  const [first] = inFile;
  const bare = { path, sha256, receivedOn: file.receivedOn, submissions };
  if (reading.kind !== "submissions") return { ...bare, state: reading.kind, problems: reading.problems };
  if (submissions.length === 0) {
    const problems = reading.problems.length > 0 ? reading.problems : [problem("not-a-form", { file: path }, {})];
    return { ...bare, state: "notThisForm", problems };
  }
  const state = worstFirst.find((candidate) => submissions.some((submission) => submission.state === candidate)) ?? "unreadable";
  const problems = [...new Set([...reading.problems, ...submissions.flatMap((submission) => submission.problems)])];
  return { ...bare, state, receivedOn: first && inFile.length === 1 ? contentDay(file, first) : file.receivedOn, problems };
}

/** First reception is the earliest known day of the content, whichever copy it was stated of. */
function contentDay(file: KeptFile, { one, group }: InFile): string | null {
  const copies = group ? [...group.states.keys()].filter(({ content }) => content === one.content) : [];
  return earliestDay([file.receivedOn, ...copies.map((copy) => copy.file.receivedOn)]);
}

function byPath(a: KeptFile, b: KeptFile): number {
  return compareText(a.path, b.path) || compareText(a.sha256, b.sha256) || compareText(a.receivedOn ?? "9999", b.receivedOn ?? "9999");
}
