/**
 * Registered and nominated titles and awards of all units together (tổng hợp đăng ký danh hiệu, đề nghị khen thưởng),
 * row by row as the units wrote them, each with its cell.
 */
import type { LedgerEntry } from "../ledger-types";
import type { Reading, Submission } from "../submission";
import type { UnitCode } from "../unit";
import { honourOf, type Honour } from "./honour-titles";

export interface HonourRow {
  readonly unit: UnitCode;
  readonly isCollective: boolean;
  readonly name: string;
  /** ISO day, or what was typed; empty where nothing was. */
  readonly birth: string;
  /** What is registered or nominated, as typed. */
  readonly award: string;
  readonly honour: Honour;
  /** Any other column of the list, as typed. */
  readonly cell: (column: string) => string;
  /** Number of members of a collective, where it was given. */
  readonly members: number | null;
  readonly at: { readonly file: string; readonly sheet?: string; readonly cell?: string };
}

/** The form's lists, and the columns in which each says what it is about. */
const LISTS: readonly { readonly id: string; readonly isCollective: boolean; readonly awards: readonly string[] }[] = [
  { id: "titlesCollective", isCollective: true, awards: ["title", "award"] },
  { id: "titlesIndividual", isCollective: false, awards: ["title"] },
  { id: "nominationsCollective", isCollective: true, awards: ["award"] },
  { id: "nominationsIndividual", isCollective: false, awards: ["award"] },
];

/** What one unit asks for. */
export interface UnitHonours {
  readonly unit: UnitCode;
  readonly rows: readonly HonourRow[];
}

/** Of what counts, in the order of the ledger: of a unit counts one submission. */
export function* honoursByUnit(ledger: readonly LedgerEntry[]): Generator<UnitHonours> {
  for (const { path, submissions } of ledger) {
    for (const { unit, state, submission } of submissions) {
      if (unit === null || submission.scope !== "own" || (state !== "accepted" && state !== "acceptedWithWarnings")) continue;
      const rows = rowsOf(unit, path, submission.lists);
      if (rows.length > 0) yield { unit, rows };
    }
  }
}

/** Those of all units. */
export function honourRows(ledger: readonly LedgerEntry[]): HonourRow[] {
  return [...honoursByUnit(ledger)].flatMap(({ rows }) => rows);
}

/** A row that asks for a title and for an award is two. */
function rowsOf(unit: UnitCode, path: string, lists: Submission["lists"]): HonourRow[] {
  return LISTS.flatMap(({ id, isCollective, awards }) => (lists[id] ?? []).flatMap(({ cells }): HonourRow[] => {
    const cell = (column: string): string => (cells[column]?.raw ?? "").normalize("NFC").replace(/\s+/gu, " ").trim();
    const name = cell("name");
    if (name === "") return [];
    const members = cells["members"]?.value;
    const asked = awards.map(cell).filter((award) => award !== "");
    return (asked.length > 0 ? asked : [""]).map((award) => ({
      unit, isCollective, name, birth: dayOf(cells["birth"]), award, honour: honourOf(award), cell,
      members: members?.kind === "number" && members.number.d !== 0n ? Number(members.number.n) / Number(members.number.d) : null,
      at: placeOf(path, cells["name"]),
    }));
  }));
}

function dayOf(reading: Reading | undefined): string {
  return reading?.value?.kind === "date" ? reading.value.iso : (reading?.raw ?? "").trim();
}

function placeOf(file: string, reading: Reading | undefined): HonourRow["at"] {
  return { file, ...(reading?.sheet ? { sheet: reading.sheet } : {}), ...(reading?.cell ? { cell: reading.cell } : {}) };
}
