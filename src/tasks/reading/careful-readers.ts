/**
 * Two kinds of readers (đọc cẩn thận): ordinary forms are read by the quick ones, anything else by others that can be
 * ended, so that a file that hangs or takes all memory costs itself and nothing more.
 */
import { isOrdinary } from "#workbook/read/ordinary";
import type { Readers } from "./reader-pool";

/** `startOthers` is asked only when the first file that is not ordinary comes. */
export function carefulReaders(quick: Readers, startOthers: () => Readers): Readers {
  let others: Readers | null = null;
  return {
    lanes: quick.lanes,
    read: (path, bytes, hash) => (isOrdinary(bytes, path) ? quick : (others ??= startOthers())).read(path, bytes, hash),
    end: () => {
      quick.end();
      others?.end();
    },
  };
}
