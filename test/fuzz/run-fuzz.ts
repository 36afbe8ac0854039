/** Damaged files through the real readers, on their threads and in their processes, as many as there is time for. */
import type { Readers } from "#tasks/reading/reader-pool";
import { readersOf } from "../../src/cli/node-readers";
import { startWitnesses } from "./ask-witnesses";
import { damaged, type Damaged } from "./damage";
import { emptyTally, judge, type Finding, type Tally } from "./judge";
import { job, workbookSeeds, type Seed } from "./seeds";

/** A damaged form is as small as a whole one: what takes this long hangs. */
export const HANG_SECONDS = 10;

/** Enough for the readers a whole province is read with. */
const MANY = 1000;

export interface FuzzRun {
  readonly seed: string;
  /** Goes on while this says so, given how many files were done. */
  readonly goesOn: (done: number) => boolean;
  readonly onFinding: (finding: Finding, damaged: Damaged & { readonly of: Seed }, number: number) => void;
  readonly onProgress?: (done: number) => void;
  /** Other readers than the real ones, to see that findings are found. */
  readonly readers?: Readers;
}

export interface FuzzResult {
  readonly files: number;
  readonly byFormat: Readonly<Record<string, number>>;
  readonly tally: Tally;
}

export async function fuzz({ seed, goesOn, onFinding, onProgress, readers: own }: FuzzRun): Promise<FuzzResult> {
  const seeds = await workbookSeeds();
  const readers = own ?? readersOf(job, MANY, HANG_SECONDS);
  const witnesses = startWitnesses();
  const tally = emptyTally();
  const byFormat: Record<string, number> = {};
  let started = 0;
  let done = 0;
  const lane = async (): Promise<void> => {
    while (goesOn(started)) {
      const number = started;
      started += 1;
      const file = damaged(seeds, seed, number);
      byFormat[file.of.format] = (byFormat[file.of.format] ?? 0) + 1;
      const given = await readers.read(file.of.name, file.bytes, null);
      for (const finding of await judge(given, file.bytes, file.of, tally, witnesses)) onFinding(finding, file, number);
      done += 1;
      onProgress?.(done);
    }
  };
  try {
    await Promise.all(Array.from({ length: readers.lanes }, lane));
  } finally {
    readers.end();
    witnesses.end();
  }
  return { files: done, byFormat, tally };
}
