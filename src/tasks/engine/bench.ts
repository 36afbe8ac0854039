/** What the engine's parts share: the books that are open, which one is in front, and what the product brings along. */
import { engineWords, type EngineWords } from "#messages/engine-words";
import type { NextPlan } from "#domain/next-plan/next-plan";
import type { WorkbookContent } from "#domain/sheet-content";
import type { WorkbookSnapshot } from "#domain/snapshot";
import type { StartReaders } from "../reading/reader-pool";
import type { Plan } from "#domain/plan";
import type { Answer, Engine } from "./contract";
import { overviewOf } from "./overview";
import { change, type Desk, type Session } from "./session";
import type { Overview } from "./views/overview";
import type { BookState } from "#domain/report";

export interface Bench {
  readonly desk: Desk & { library: { plans: readonly Plan[] } };
  readonly sessions: Map<string, Session>;
  front: string | null;
  /** The book recognised last, until it is opened. */
  recognised: WorkbookSnapshot | null;
  /** The file shown last, until somebody asks what it is. */
  shown: { readonly file: Uint8Array; readonly content: WorkbookContent } | null;
  /** Plans made from last year's, with what to look at in them. */
  readonly madePlans: Map<string, NextPlan>;
  /** A written workbook as sheets to be put in an open one. */
  readonly contentOf: (file: Uint8Array) => Promise<WorkbookContent>;
  /** Readers beside the engine, where the host has any. */
  readonly startReaders: StartReaders | null;
}

/** Some of the engine's methods, at once or later: the whole engine makes promises of them all. */
export type Part<Methods extends keyof Engine> = {
  readonly [Method in Methods]: (...given: Parameters<Engine[Method]>) => ReturnType<Engine[Method]> | Awaited<ReturnType<Engine[Method]>>;
};

export function wordsOf({ desk }: Bench): EngineWords {
  return engineWords[desk.language];
}

/** The book in front. Screens ask only once one is open; asking before is a fault of ours and throws. */
export function frontOf(bench: Bench): Session {
  const session = bench.front === null ? undefined : bench.sessions.get(bench.front);
  if (!session) throw new Error(wordsOf(bench).unknownBook);
  return session;
}

export function bringForward(bench: Bench, session: Session): Overview {
  bench.sessions.set(session.id, session);
  bench.front = session.id;
  return overviewOf(session, bench.desk);
}

export function taken<Value>(value: Value): Answer<Value> {
  return { ok: true, value };
}

export function refused(...faults: readonly string[]): { readonly ok: false; readonly faults: readonly string[] } {
  return { ok: false, faults };
}

/** Changes what the book in front keeps, and says what it comes to now. */
export function changed(bench: Bench, more: Partial<BookState>): Answer<Overview> {
  const session = frontOf(bench);
  change(session, { ...session.state, ...more });
  return taken(overviewOf(session, bench.desk));
}
