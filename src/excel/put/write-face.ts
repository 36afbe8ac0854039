/** Brings one sheet from how it stands to how it shall stand (ghi một trang), in order. */
import { runOperations } from "../batches";
import { faultOf, HostStop } from "../host-faults";
import type { OwnWrites } from "../own-writes";
import { changesBetween, isNothing, type SheetChanges } from "./changes";
import type { Face } from "./face";
import { readConditionals } from "./read-rules";
import { cellOperations } from "./write-cells";
import { layoutOperations } from "./write-layout";
import { lookOperations } from "./write-looks";
import { conditionalOperations, validationOperations } from "./write-rules";

export interface WriteJob {
  readonly id: string;
  readonly name: string;
  readonly from: Face;
  readonly to: Face;
  /** False: looks, widths and heights are right already. */
  readonly looks: boolean;
}

export function changesOf({ from, to, looks }: WriteJob): SheetChanges | null {
  const changes = changesBetween(from, to, { looks });
  return isNothing(changes) ? null : changes;
}

/** The way back: what `changesOf` wrote, undone. */
export function changesBack({ from, to }: Pick<WriteJob, "from" | "to">): SheetChanges | null {
  const changes = changesBetween(to, from, { undoing: changesBetween(from, to) });
  return isNothing(changes) ? null : changes;
}

/** What Excel refuses is told with the sheet's name. */
export async function writeChanges(context: Excel.RequestContext, { id, name }: Pick<WriteJob, "id" | "name">, changes: SheetChanges, ownWrites: OwnWrites, signal?: AbortSignal): Promise<void> {
  try {
    await runOperations(context, [...cellOperations(id, changes, ownWrites), ...lookOperations(id, changes.looks), ...layoutOperations(id, changes), ...validationOperations(id, changes)], signal);
    if (changes.conditionals === null) return;
    const standing = (await readConditionals(context, [id], signal)).get(id) ?? [];
    await runOperations(context, conditionalOperations(id, standing.map((one) => one.id), changes.conditionals), signal);
  } catch (error) {
    throw new HostStop(faultOf(error, name));
  }
}
