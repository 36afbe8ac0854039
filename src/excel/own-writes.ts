/** What we wrote ourselves (phần mình vừa ghi), so that no listener takes it for the officer's typing. */
import type { CellRange } from "#domain/snapshot";
import { addressOfRange } from "./ranges";

export interface OwnWrites {
  readonly wrote: (sheet: string, range: CellRange) => void;
  readonly begin: () => void;
  readonly end: () => void;
  /** Whether a reported change is ours; `source` is what Excel itself says of it, from version 1.14 on. */
  readonly isOurs: (sheet: string, address: string, source: string | undefined) => boolean;
}

/** How long an event may lag behind its cause. */
const LATE = 5_000;

/**
 * Where Excel does not say who changed a cell, a change of exactly a range that we wrote counts as ours once, and
 * everything while we are writing does.
 */
export function ownWrites(now: () => number): OwnWrites {
  let running = 0;
  let written: { readonly key: string; readonly at: number }[] = [];
  return {
    wrote: (sheet, range) => { written.push({ key: `${sheet}!${addressOfRange(range)}`, at: now() }); },
    begin: () => { running += 1; },
    end: () => {
      running -= 1;
      written = written.map(({ key }) => ({ key, at: now() }));
    },
    isOurs: (sheet, address, source) => {
      if (source !== undefined) return source === "ThisLocalAddin";
      written = written.filter(({ at }) => running > 0 || now() - at <= LATE);
      const index = written.findIndex(({ key }) => key === `${sheet}!${address}`);
      if (index >= 0) written.splice(index, 1);
      return index >= 0 || running > 0;
    },
  };
}
