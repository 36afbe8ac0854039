/** The other readers in a process of their own: some of them never come back from a damaged file. */
import type { Seed } from "./seeds";
import { testimonyOf, type Cells } from "./witnesses";

export interface AskedOfWitnesses {
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly format: Seed["format"];
  readonly cells: Cells;
}

export interface Testimony {
  readonly id: number;
  /** By witness, what stands in each cell. */
  readonly seen: readonly (readonly (string | null)[])[];
}

process.on("message", ({ id, bytes, format, cells }: AskedOfWitnesses) => {
  void testimonyOf(bytes, format, cells).then((seen) => process.send?.({ id, seen } satisfies Testimony));
});
process.on("disconnect", () => process.exit());
