/** The fresh form with a unit's figures in it, before anything is marked (biểu điền lại). */
import { strFromU8, strToU8 } from "fflate";
import { sheetNames } from "#messages/form-vi";
import type { Parts } from "../finish-package";
import { patchRows } from "../patch/patch-rows";
import type { FormPlaces } from "./form-places";
import type { RefilledCell } from "./refill";

/** Results of formulas are dropped: they are those of an empty form. */
export function refilledForm(parts: Parts, { paths }: FormPlaces, cells: readonly RefilledCell[]): Parts {
  const filled: Record<string, Uint8Array> = { ...parts };
  for (const [sheet, path] of paths) {
    if (sheet === sheetNames.slip) continue;
    const own = cells.flatMap(({ edit }) => (edit.sheet === sheet && edit.value !== null ? [edit] : []));
    const xml = strFromU8(parts[path] ?? new Uint8Array()).replace(RESULT, "$1");
    const patched = own.length === 0 ? xml : patchRows(xml, own);
    if (patched === null) throw new RangeError("A form of ours has rows and cells with addresses.");
    filled[path] = strToU8(patched);
  }
  return filled;
}

const RESULT = /(<f>[^<]*<\/f>)<v>[^<]*<\/v>/gu;
