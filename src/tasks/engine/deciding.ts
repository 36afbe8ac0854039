/** What only the officer can decide (quyết định của cán bộ), each kept on record. */
import { freeze, lastSnapshot } from "#domain/snapshot-figures";
import type { Correction, EnteredReport } from "#domain/ledger-types";
import { planWithAnswers } from "../plan-answers";
import { isoDay } from "../receipts";
import { changed, frontOf, refused, wordsOf, type Bench, type Part } from "./bench";
import { decisionCases } from "./decision-cases";
import { entrySheet, typedValue } from "./entry";
import { overviewOf } from "./overview";
import { change, judgeAgain } from "./session";

type Deciding = Part<"decisions" | "decide" | "entrySheet" | "enter" | "correct" | "dropCorrection" | "extend" | "setDue" | "tickDocument" | "note" | "answer" | "freeze" | "reopen" | "undo" | "setDays">;

export function deciding(bench: Bench): Deciding {
  const { desk } = bench;
  const words = (): ReturnType<typeof wordsOf> => wordsOf(bench);
  return {
    decisions() {
      return decisionCases(frontOf(bench), desk);
    },
    decide(decision) {
      if (decision.reason.trim() === "") return refused(words().reasonNeeded);
      return changed(bench, { decisions: [...frontOf(bench).state.decisions, decision] });
    },
    entrySheet(unit) {
      return entrySheet(frontOf(bench), desk, unit);
    },
    enter({ unit, document, date, by, receivedOn, rows }) {
      const session = frontOf(bench);
      const typed = rows.map((row) => ({ row, ...typedValue(session, desk, unit, row) }));
      const faults = typed.flatMap((one) => one.faults);
      if (faults.length > 0) return { faults };
      const values = typed.flatMap(({ row, value }): Correction[] => (value ? [{ unit, indicator: row.indicator, value, reason: "" }] : []));
      const day = isoDay(date) ?? session.asOf;
      const received = receivedOn === undefined ? null : isoDay(receivedOn);
      // The same document typed in twice: a row typed again counts as typed last, the others stay.
      const isSame = (one: EnteredReport): boolean => one.unit === unit && one.document === document;
      const again = new Set(values.map(({ indicator }) => indicator));
      const before = session.state.entered.filter(isSame);
      const kept = before.flatMap((one) => one.values.filter(({ indicator }) => !again.has(indicator)));
      const arrived = received ?? before.at(-1)?.receivedOn;
      const report: EnteredReport = { unit, document, date: day, by, values: [...kept, ...values], ...(arrived === undefined ? {} : { receivedOn: arrived }) };
      changed(bench, { entered: [...session.state.entered.filter((one) => !isSame(one)), report] });
      return { faults: [] };
    },
    correct(unit, row, reason) {
      const session = frontOf(bench);
      if (reason.trim() === "") return { faults: [{ indicator: row.indicator, part: "", sentence: words().reasonNeeded }] };
      const typed = typedValue(session, desk, unit, row);
      if (typed.faults.length > 0) return { faults: typed.faults };
      const correction: Correction = { unit, indicator: row.indicator, value: typed.value ?? { kind: "notReported" }, reason, on: session.asOf };
      changed(bench, { corrections: [...session.state.corrections, correction] });
      return { faults: [] };
    },
    dropCorrection(unit, indicator) {
      return changed(bench, { corrections: frontOf(bench).state.corrections.filter((one) => !(one.unit === unit && one.indicator === indicator)) });
    },
    extend(extension) {
      const until = isoDay(extension.until);
      if (until === null) return refused(words().badDay(extension.until));
      // A later word on the same deadline takes the place of an earlier one; a day no later than the deadline takes the extension back.
      const others = frontOf(bench).state.extensions.filter(({ unit, milestone }) => !(unit === extension.unit && milestone === extension.milestone));
      return changed(bench, { extensions: [...others, { ...extension, until }] });
    },
    setDue(milestone, day) {
      const { answers, plan } = frontOf(bench).state;
      const id = `due.${milestone}`;
      const { [id]: _before, ...others } = answers;
      const iso = day === null ? null : isoDay(day);
      if (day !== null && iso === null) return refused(words().badDay(day));
      const now = iso === null ? others : { ...others, [id]: iso };
      const answered = planWithAnswers(plan, now);
      return answered.ok ? changed(bench, { answers: now }) : refused(...answered.faults.map(({ sentence }) => sentence));
    },
    tickDocument(milestone, document, unit, text) {
      const { documents } = frontOf(bench).state;
      const key = `${milestone}|${document}|${unit}`;
      const { [key]: _before, ...others } = documents;
      changed(bench, { documents: text.trim() === "" ? others : { ...others, [key]: text.trim() } });
    },
    note(unit, text) {
      const { notes } = frontOf(bench).state;
      const { [unit]: _before, ...others } = notes;
      changed(bench, { notes: text.trim() === "" ? others : { ...others, [unit]: text } });
    },
    answer(answers) {
      const { plan } = frontOf(bench).state;
      const answered = planWithAnswers(plan, answers);
      return answered.ok ? changed(bench, { answers }) : refused(...answered.faults.map(({ sentence }) => sentence));
    },
    freeze({ name, by }) {
      const { state, report, asOf } = frontOf(bench);
      if (name.trim() === "") return refused(words().nameNeeded);
      if (state.snapshots.some((snapshot) => snapshot.name === name.trim())) return refused(words().nameUsed(name.trim()));
      return changed(bench, { snapshots: [...state.snapshots, freeze(report, { name: name.trim(), by: by.trim(), on: asOf })] });
    },
    reopen(reason, by) {
      const { state, asOf } = frontOf(bench);
      const last = lastSnapshot(state.snapshots);
      if (!last) return refused(words().notFrozen);
      if (reason.trim() === "") return refused(words().reasonNeeded);
      const decision = { action: "reopen" as const, unit: state.roster.units[0]?.code ?? "", snapshot: last.name, reason, on: asOf, ...(by.trim() === "" ? {} : { by: by.trim() }) };
      return changed(bench, { decisions: [...state.decisions, decision] });
    },
    undo() {
      const session = frontOf(bench);
      const before = session.history.pop();
      if (!before) return false;
      change(session, before, { undoable: false });
      return true;
    },
    setDays({ asOf, treeDate }) {
      const session = frontOf(bench);
      session.asOf = asOf;
      if (treeDate !== undefined) session.treeDate = treeDate;
      judgeAgain(session);
      return overviewOf(session, desk);
    },
  };
}

