/** Put, and the way back from it (ghi và hoàn tác), with one memory of the last put. */
import type { HostOutcome, PutOptions, PutResult } from "#domain/host";
import type { WorkbookContent } from "#domain/sheet-content";
import { HostStop } from "../host-faults";
import type { OwnWrites } from "../own-writes";
import { has, inExcel } from "../run-excel";
import { putContent } from "./put-content";
import { patiently, takeBackPut } from "./take-back";
import { emptyUndo, isEmpty, type Undo } from "./undo";

export interface Putting {
  readonly put: (content: WorkbookContent, options: PutOptions) => Promise<HostOutcome<PutResult>>;
  readonly takeBack: () => Promise<HostOutcome<boolean>>;
  readonly canTakeBack: () => boolean;
}

export function putting(ownWrites: OwnWrites): Putting {
  let last: Undo | null = null;
  return {
    put: async (content, options) => {
      if (isReadOnly()) return { ok: false, fault: { kind: "read-only" } };
      const undo = emptyUndo();
      const outcome = await quietly(ownWrites, (context) => putContent(context, content, options, undo, ownWrites));
      if (outcome.ok) {
        last = undo;
        return outcome;
      }
      const restored = isEmpty(undo) || (await quietly(ownWrites, (context) => patiently(() => takeBackPut(context, undo, ownWrites), pause))).ok;
      // What could not be restored now can still be taken back by hand.
      if (!restored) last = undo;
      return outcome;
    },
    takeBack: async () => {
      const undo = last;
      if (!undo || isEmpty(undo)) return { ok: true, value: false };
      const outcome = await quietly(ownWrites, (context) => takeBackPut(context, undo, ownWrites));
      if (!outcome.ok) return outcome;
      last = null;
      return { ok: true, value: true };
    },
    canTakeBack: () => last !== null && !isEmpty(last),
  };
}

function isReadOnly(): boolean {
  return Office.context.document.mode === Office.DocumentMode.ReadOnly;
}

function pause(): Promise<void> {
  return new Promise((resume) => setTimeout(resume, 500));
}

/** No listener of this add-in hears of what is written meanwhile. */
async function quietly<Value>(ownWrites: OwnWrites, work: (context: Excel.RequestContext) => Promise<Value>): Promise<HostOutcome<Value>> {
  ownWrites.begin();
  try {
    return await inExcel(async (context) => {
      if (!has("1.8")) return work(context);
      context.runtime.enableEvents = false;
      await context.sync();
      try {
        return await work(context);
      } finally {
        context.runtime.enableEvents = true;
        await context.sync().catch((error: unknown) => { if (error instanceof HostStop) throw error; });
      }
    });
  } finally {
    ownWrites.end();
  }
}
