/** Taking in files (nhận file) and stating when they arrived. */
import type { KeptFile } from "#domain/report";
import type { Stage } from "#domain/plan";
import { fileKey, mergeFiles, outerPath, takeIn, type ChosenFile } from "../intake";
import { planWithAnswers } from "../plan-answers";
import { withoutUnrelated } from "../book-file";
import { arrivalView, dated } from "./arrivals";
import { bringForward, changed, frontOf, refused, taken, wordsOf, type Bench, type Part } from "./bench";
import type { Arrival, CallOptions, OfferedFile } from "./contract";
import { exportReceipt } from "./export-receipt";
import { overviewOf } from "./overview";
import { bytesOf } from "./offered-bytes";
import { emptyState } from "./preparing";
import { problemPage } from "./problem-views";
import { intakeSummary, receiptRows } from "./receipt-view";
import { change, newSession, problemsOf, sessionId, indicatorName, unitName, type Session } from "./session";
import type { IntakeSummary } from "./views/receiving";

type Intaking = Part<"takeIn" | "takeInElsewhere" | "receipt" | "problems" | "arrivals" | "setArrival" | "exportReceipt">;

export function intaking(bench: Bench): Intaking {
  return {
    takeIn: (files, arrival, options) => takeInto(frontOf(bench), bench, files, arrival, options),
    async takeInElsewhere(plan, stage) {
      const here = frontOf(bench);
      const id = sessionId(plan, stage);
      const files = here.elsewhere.get(id) ?? [];
      const about = bench.desk.library.plans.find((one) => one.id === plan);
      if (!about) return refused(wordsOf(bench).unknownPlan(plan));
      const there = bench.sessions.get(id) ?? newSession({ state: { ...emptyState(about, stage), roster: here.state.roster }, asOf: here.asOf, treeDate: here.treeDate });
      here.elsewhere.delete(id);
      bringForward(bench, there);
      await takeInto(there, bench, files, null);
      return taken(overviewOf(there, bench.desk));
    },
    receipt() {
      return receiptRows(frontOf(bench), bench.desk);
    },
    problems(query) {
      const session = frontOf(bench);
      return problemPage(problemsOf(session), query, { language: bench.desk.language, unitName: (code) => unitName(session, code), indicatorName: (code) => indicatorName(session, code) });
    },
    arrivals() {
      return arrivalView(frontOf(bench));
    },
    setArrival(arrival) {
      const { files, faults } = dated(frontOf(bench), bench.desk, arrival);
      return faults.length > 0 ? refused(...faults) : changed(bench, { files });
    },
    exportReceipt: () => exportReceipt(frontOf(bench), bench),
  };
}

async function takeInto(session: Session, bench: Bench, offered: readonly OfferedFile[], arrival: Arrival | null, options: CallOptions = {}): Promise<IntakeSummary> {
  const { desk } = bench;
  const { state } = session;
  const answered = planWithAnswers(state.plan, state.answers);
  const bodies = new Map<string, OfferedFile>();
  const chosen = offered.map((file): ChosenFile => {
    bodies.set(file.path.normalize("NFC"), file);
    return { path: file.path, bytes: () => bytesOf(file) };
  });
  const kept = await takeIn(chosen, {
    plan: answered.ok ? answered.plan : state.plan, stage: state.stage, template: desk.library.template,
    otherPlans: desk.library.plans.filter(({ id }) => id !== state.plan.id),
    receivedOn: null, receipts: new Map(), known: state.files,
    onProgress: (done, total, what) => options.onProgress?.({ phase: "reading", done, total, what }),
    ...(options.signal ? { signal: options.signal } : {}), ...(bench.startReaders ? { startReaders: bench.startReaders } : {}),
  });
  options.onProgress?.({ phase: "rollingUp", done: 0, total: 1, what: "" });
  session.latest = new Set(kept.map((file) => fileKey(file.path, file.sha256)));
  change(session, { ...state, files: mergeFiles(state.files, kept) });
  remember(session, kept, bodies);
  if (arrival !== null) {
    const { files } = dated(session, desk, arrival);
    change(session, { ...session.state, files }, { undoable: false });
  }
  session.lastIntake = intakeSummary(session, desk, session.latest, options.signal?.aborted === true);
  forgetUnrelated(session);
  return session.lastIntake;
}

/** Files of another plan or stage stay at hand for their own book. */
function remember(session: Session, kept: readonly KeptFile[], bodies: ReadonlyMap<string, OfferedFile>): void {
  const { plan, stage } = session.state;
  for (const { path, reading } of kept) {
    const body = bodies.get(outerPath(path));
    const strays = reading.kind === "submissions" ? reading.submissions.map((one) => [one.plan, one.stage] as const) : reading.problems.flatMap((found): (readonly [string, Stage])[] =>
      found.code === "other-plan" ? [[found.facts.found, stage]] : found.code === "other-stage" ? [[plan.id, found.facts.found as Stage]] : []);
    for (const [otherPlan, otherStage] of strays) {
      const id = sessionId(otherPlan, otherStage);
      if (!body || id === session.id) continue;
      const others = session.elsewhere.get(id) ?? [];
      if (!others.includes(body)) session.elsewhere.set(id, [...others, body]);
    }
  }
}

/** Names of unrelated files in a chosen folder are counted and shown, never kept. */
function forgetUnrelated(session: Session): void {
  const related = withoutUnrelated(session.report);
  if (related !== session.report) change(session, related.state, { undoable: false });
}

