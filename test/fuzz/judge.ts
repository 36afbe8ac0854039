/** What has to hold of every file, however damaged (điều luôn phải đúng). */
import type { GivenFile, Reading, Submission } from "#domain/submission";
import type { Seed } from "./seeds";
import type { Witnesses } from "./ask-witnesses";
import { hasWitnesses, same } from "./witnesses";

/** escape: an error nobody foresaw, or a reader that died; hang; mute: no figures and no reason; difference: a figure nobody else sees. */
export type FindingKind = "escape" | "hang" | "mute" | "difference";

export interface Finding {
  readonly kind: FindingKind;
  readonly about: string;
}

/** How many files and figures were looked at, for the summary of a run. */
export interface Tally {
  accepted: number;
  refused: number;
  otherForm: number;
  compared: number;
  notCompared: number;
}

export const emptyTally = (): Tally => ({ accepted: 0, refused: 0, otherForm: 0, compared: 0, notCompared: 0 });

export async function judge(given: readonly GivenFile[], bytes: Uint8Array, of: Seed, tally: Tally, witnesses: Witnesses): Promise<Finding[]> {
  if (given.length === 0) return [{ kind: "mute", about: "no file came of it" }];
  const found: Finding[] = [];
  for (const { path, reading } of given) {
    for (const { code, facts } of reading.problems) {
      if (code === "file-unreadable") found.push({ kind: "escape", about: JSON.stringify(facts) });
      if (code === "file-took-too-long") found.push({ kind: "hang", about: path });
    }
    if (reading.kind !== "submissions") {
      tally[reading.kind === "unreadable" ? "refused" : "otherForm"] += 1;
      if (reading.problems.length === 0) found.push({ kind: "mute", about: path });
      continue;
    }
    tally.accepted += 1;
    // A book whose files are all lost says so.
    if (reading.submissions.length === 0 && reading.problems.length === 0) found.push({ kind: "mute", about: path });
    // A book's figures stand in the schools' files, a member's in a file that is not at hand.
    const isOwn = of.name !== "so.xlsx" && given.length === 1 && hasWitnesses(of.format);
    const read = reading.submissions.flatMap(figures);
    const seen = isOwn ? await witnesses.ask({ bytes, format: of.format, cells: read.map(({ sheet, cell }) => [sheet, cell] as const) }) : null;
    tally[seen ? "compared" : "notCompared"] += read.length;
    if (seen) found.push(...seenByNobody(read, seen));
  }
  return found;
}

/** Cells that were read as something and count as such. A base that our own formula takes from the head counts is theirs, whatever result was saved with it. */
function figures({ parts, headcounts }: Submission): Reading[] {
  const counts = Object.values(headcounts);
  const isTaken = (key: string, { raw }: Reading): boolean => /enominator$/.test(key) && counts.some((count) => count.raw === raw);
  const own = Object.entries(parts).flatMap(([key, reading]) => (reading && !isTaken(key, reading) ? [reading] : []));
  return [...own, ...counts].filter(({ value }) => value !== null && value.kind !== "text");
}

function seenByNobody(read: readonly Reading[], seen: readonly (readonly (string | null)[])[]): Finding[] {
  return read.flatMap((reading, place): Finding[] => {
    const texts = seen.map((witness) => witness[place] ?? null);
    if (texts.some((text) => text !== null && same(text) === same(reading.raw))) return [];
    return [{ kind: "difference", about: `${reading.sheet}!${reading.cell}: ${reading.raw} here, ${texts.map(String).join(" | ") || "nobody"} elsewhere` }];
  });
}
