/**
 * `Mã số liệu`: seven digits that paper and file share. The form computes it by plain formulas, this module
 * computes the same from what was read; a difference means that paper and file do not hold the same figures.
 * It is no signature: it keeps nobody from making one up.
 *
 * Every figure cell of the form has a weight by its place in the plan's whole form, so that a form with fewer
 * rows gives the same digits for the same figures. A blank adds nothing; a zero does.
 */
import type { Exact } from "./exact";
import { formFor, type FigureScope, type FormRow, type PartId } from "./form";
import type { Plan, Stage } from "./plan";
import type { PartKey, Reading } from "./submission";

/** Everything is counted modulo this prime. */
export const CHECKSUM_MODULUS = 9_999_991;
const WEIGHT_MODULUS = 999_983;
const WEIGHT_FACTOR = 48_271;
/** Numbers count to four decimals. */
export const CHECKSUM_SCALE = 10_000;
/** What a cell stands for when it holds no number; numbers start at `number`. */
export const CHECKSUM_TOKENS = { blank: 0, yes: 2, no: 3, notApplicable: 4, otherText: 5, error: 9, number: 10 } as const;

export interface ChecksumCell {
  readonly key: PartKey;
  readonly row: string;
  readonly part: PartId;
  readonly weight: number;
}

/** The figure cells in the order of the plan's form, main cell before base; words are no figures. */
export function checksumCells(plan: Plan, stage: Stage, scope: FigureScope): ChecksumCell[] {
  const cells = formFor(plan, stage, scope).rows.flatMap((row) => partsOf(row).map((part) => ({ row: row.code, part, key: `${row.indicator}.${part}` as PartKey })));
  let weight = 1;
  return cells.map((cell) => {
    weight = (weight * WEIGHT_FACTOR) % WEIGHT_MODULUS;
    return { ...cell, weight };
  });
}

function partsOf({ main, base }: FormRow): PartId[] {
  return main === "text" ? [] : base ? [main, base] : [main];
}

/** Where the sum starts: forms of another plan, stage or scope start elsewhere. */
export function checksumSeed(plan: Plan, stage: Stage, scope: FigureScope): number {
  let seed = 7;
  for (const letter of `${plan.id}|${plan.version}|${stage}|${scope}`) seed = (seed * 131 + (letter.codePointAt(0) ?? 0)) % CHECKSUM_MODULUS;
  return seed;
}

/** The digits for a set of readings, as the form prints them (`123-4567`). */
export function checksumOf(plan: Plan, stage: Stage, scope: FigureScope, parts: Readonly<Partial<Record<PartKey, Reading>>>): string {
  const modulus = BigInt(CHECKSUM_MODULUS);
  let sum = BigInt(checksumSeed(plan, stage, scope));
  for (const { key, weight } of checksumCells(plan, stage, scope)) sum += (tokenOf(parts[key]) % modulus) * BigInt(weight);
  const digits = (sum % modulus).toString().padStart(7, "0");
  return `${digits.slice(0, 3)}-${digits.slice(3)}`;
}

function tokenOf(reading: Reading | undefined): bigint {
  const token = (name: keyof typeof CHECKSUM_TOKENS): bigint => BigInt(CHECKSUM_TOKENS[name]);
  if (!reading) return token("blank");
  const { value, raw } = reading;
  if (value === null) return raw.trim() === "" ? token("blank") : raw.startsWith("#") ? token("error") : token("otherText");
  switch (value.kind) {
    case "number": return numberToken(value.number);
    case "bareShare": return numberToken(value.share);
    case "yesNo": return token(value.yes ? "yes" : "no");
    case "notApplicable": return token("notApplicable");
    case "text":
    case "date": return token("otherText");
  }
}

/** Twice the number in ten-thousandths, half away from zero, one more when negative, above the tokens of words. */
function numberToken({ n, d }: Exact): bigint {
  const size = n < 0n ? -n : n;
  const scaled = (2n * size * BigInt(CHECKSUM_SCALE) + d) / (2n * d);
  return scaled * 2n + (n < 0n ? 1n : 0n) + BigInt(CHECKSUM_TOKENS.number);
}
