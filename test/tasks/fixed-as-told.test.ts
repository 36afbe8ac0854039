/** A returned form, corrected in exactly the cells it was returned for and nowhere else, is accepted (promise 7). */
import type { Problem } from "#domain/problem";
import { errorsOf, goodCells, judged, returnedForms } from "../support/returned-forms";
import { setCells } from "../support/set-cells";

jest.setTimeout(60_000);

/** The cells a problem names: its own, and the others of its sentence. */
function cellsOf({ at, facts }: Problem): string[] {
  const others = "cells" in facts ? facts.cells.match(/[A-Z]+\d+/g) ?? [] : [];
  return [...new Set([...(at.cell ? [at.cell] : []), ...others])].map((cell) => `${at.sheet ?? ""}!${cell}`);
}

test.each(returnedForms)("%s: returned, corrected as told, accepted", async (_case, make) => {
  const good = await goodCells();
  let bytes = await make();
  const before = await judged(bytes);
  expect(before.state).toBe("returned");
  const told = errorsOf(before);
  expect(told.length).toBeGreaterThan(0);
  for (const place of told.flatMap(cellsOf)) {
    const [sheet = "", cell = ""] = place.split("!");
    bytes = setCells(bytes, sheet, { [cell]: good.get(place) ?? null });
  }
  const after = await judged(bytes);
  expect(errorsOf(after)).toEqual([]);
  expect(["accepted", "acceptedWithWarnings"]).toContain(after.state);
});
