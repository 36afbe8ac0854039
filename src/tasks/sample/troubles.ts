/** What goes wrong in a sample, how often, and what should become of it (các tình huống của dữ liệu mẫu). */
import type { LedgerState } from "#domain/ledger-types";

interface Kind {
  /** Files of this kind among 120 senders; at least one where there are senders enough. */
  readonly among120: number;
  /** What the ledger should say of the sender's own file; `null`: there is none. */
  readonly state: LedgerState | null;
}

/** In the order in which few senders share them out: what every office sees first. */
export const troubles = {
  missing: { among120: 5, state: null },
  late: { among120: 5, state: "accepted" },
  copy: { among120: 3, state: "accepted" },
  numeratorAbove: { among120: 2, state: "returned" },
  blankCells: { among120: 3, state: "returned" },
  final: { among120: 2, state: "awaitingDecision" },
  neighbour: { among120: 1, state: "returned" },
  typedText: { among120: 5, state: "accepted" },
  common: { among120: 6, state: "accepted" },
  scan: { among120: 1, state: "unreadable" },
  renamedFile: { among120: 5, state: "accepted" },
  xls: { among120: 3, state: "accepted" },
  zip: { among120: 5, state: "accepted" },
  emptyForm: { among120: 1, state: "returned" },
  sheets: { among120: 3, state: "accepted" },
  insertedRows: { among120: 3, state: "accepted" },
  truncated: { among120: 1, state: "unreadable" },
  unknownUnit: { among120: 1, state: "unknownUnit" },
  otherPlan: { among120: 1, state: "notThisForm" },
  barePercent: { among120: 2, state: "returned" },
  dash: { among120: 1, state: "returned" },
  hiddenLost: { among120: 2, state: "accepted" },
  ods: { among120: 2, state: "accepted" },
  decomposed: { among120: 2, state: "accepted" },
  notChosen: { among120: 1, state: "unknownUnit" },
  pasted: { among120: 1, state: "accepted" },
  noDay: { among120: 4, state: "accepted" },
  lock: { among120: 1, state: "accepted" },
  photo: { among120: 1, state: "accepted" },
  closedUnit: { among120: 1, state: "accepted" },
} as const satisfies Readonly<Record<string, Kind>>;

export type Trouble = keyof typeof troubles;

/** Shares the troubles out over the senders, who come in a shuffled order; at most three of four have any. */
export function shareOut(senders: readonly string[], fits: (trouble: Trouble, sender: string) => boolean): Map<string, Trouble> {
  const shared = new Map<string, Trouble>();
  const limit = Math.floor((senders.length * 3) / 4);
  for (const trouble of Object.keys(troubles) as Trouble[]) {
    const wanted = Math.max(1, Math.round((troubles[trouble].among120 * senders.length) / 120));
    const takers = senders.filter((sender) => !shared.has(sender) && fits(trouble, sender)).slice(0, Math.min(wanted, Math.max(0, limit - shared.size)));
    for (const taker of takers) shared.set(taker, trouble);
  }
  return shared;
}
