import fc from "fast-check";
import { checksumCells, checksumOf } from "#domain/checksum";
import type { PartKey, Reading, ReadValue } from "#domain/submission";
import { planOf } from "../support/form-samples";

const plan = planOf("ben-tre-2024-2025");
const cells = checksumCells(plan, "summary", "own");
const read = (value: ReadValue | null, raw = "x"): Reading => ({ sheet: "", cell: "", raw, value });
const number = (n: number): Reading => read({ kind: "number", number: { n: BigInt(n), d: 1n } });
const code = (parts: Partial<Record<PartKey, Reading>>): string => checksumOf(plan, "summary", "own", parts);

describe("checksumOf", () => {
  test("is seven digits in two groups", () => {
    expect(code({})).toMatch(/^\d{3}-\d{4}$/);
  });

  test.each<{ case: string; a: Reading | undefined; b: Reading | undefined; same: boolean }>([
    { case: "blank and absent are the same", a: undefined, b: read(null, " "), same: true },
    { case: "blank is not zero", a: undefined, b: number(0), same: false },
    { case: "not applicable is not zero", a: number(0), b: read({ kind: "notApplicable" }), same: false },
    { case: "1 and -1 differ", a: number(1), b: number(-1), same: false },
    { case: "an unreadable text is not a blank", a: undefined, b: read(null, "khoảng 10"), same: false },
    { case: "2.5 and 5/2 are one number", a: read({ kind: "number", number: { n: 25n, d: 10n } }), b: read({ kind: "number", number: { n: 5n, d: 2n } }), same: true },
  ])("$case", ({ a, b, same }) => {
    const of = (reading: Reading | undefined): string => code(reading ? { "BT06.numerator": reading } : {});
    expect(of(a) === of(b)).toBe(same);
  });

  test("differs between stages and scopes", () => {
    expect(new Set([code({}), checksumOf(plan, "registration", "own", {}), checksumOf(plan, "summary", "total", {})]).size).toBe(3);
  });

  test("changes whenever one figure changes, and when two figures change places", () => {
    const figure = fc.nat(100_000);
    fc.assert(fc.property(fc.nat(cells.length - 1), fc.nat(cells.length - 1), figure, figure, (i, j, x, y) => {
      fc.pre(x !== y && i !== j);
      const [a, b] = [cells[i]?.key as PartKey, cells[j]?.key as PartKey];
      expect(code({ [a]: number(x) })).not.toBe(code({ [a]: number(y) }));
      expect(code({ [a]: number(x), [b]: number(y) })).not.toBe(code({ [a]: number(y), [b]: number(x) }));
    }), { seed: 20241020, numRuns: 300 });
  });

  test("gives every cell a weight of its own", () => {
    expect(new Set(cells.map(({ weight }) => weight)).size).toBe(cells.length);
  });
});
