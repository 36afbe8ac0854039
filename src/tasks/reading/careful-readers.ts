/**
 * Readers for a batch too small for many (đọc ít tệp): ordinary forms are read where the job runs, at once; anything
 * else is read beside, so that a file that hangs or takes all memory costs itself and nothing more.
 */
import { isOrdinary } from "#workbook/read/ordinary";
import { readerHere, type Readers } from "./reader-pool";
import type { ReadingJob } from "./reading-job";

/** `startBeside` is asked only when the first file that is not ordinary comes. */
export function carefulReaders(job: ReadingJob, startBeside: () => Readers): Readers {
  const here = readerHere(job);
  let beside: Readers | null = null;
  return {
    lanes: here.lanes,
    read: (path, bytes, hash) => (isOrdinary(bytes, path) ? here : (beside ??= startBeside())).read(path, bytes, hash),
    end: () => beside?.end(),
  };
}
