/** A roster of units (danh mục đơn vị) from a file: JSON, a book, or a simple table in Excel. */
import { parseRoster } from "#domain/roster-parse";
import type { Roster } from "#domain/unit";
import { rosterFaultSentence } from "#messages/faults-vi";
import { readRosterSheet } from "#workbook/read/read-roster-sheet";
import { readSnapshot } from "#workbook/read/read-snapshot";
import type { FaultLine } from "./plan-file";

export type RosterFile =
  | { readonly ok: true; readonly roster: Roster }
  | { readonly ok: false; readonly faults: readonly FaultLine[] };

export function rosterFromFile(bytes: Uint8Array, path: string): RosterFile {
  const opening = new TextDecoder().decode(bytes.subarray(0, 64)).replace(/^\uFEFF/, "").trimStart();
  let json: unknown;
  let placeOf = (path: string): string => path;
  if (opening.startsWith("{")) {
    try {
      json = JSON.parse(new TextDecoder().decode(bytes).replace(/^\uFEFF/, ""));
    } catch (error) {
      return { ok: false, faults: [{ place: "JSON", sentence: error instanceof Error ? error.message : String(error) }] };
    }
  } else {
    const read = readSnapshot(bytes, path);
    const table = read.ok ? readRosterSheet(read.snapshot, path) : null;
    json = table?.json ?? null;
    if (table) placeOf = table.placeOf;
  }
  const parsed = parseRoster(json);
  if (parsed.ok) return { ok: true, roster: parsed.roster };
  return { ok: false, faults: parsed.faults.map((fault) => ({ place: placeOf(fault.path), sentence: rosterFaultSentence(fault) })) };
}
